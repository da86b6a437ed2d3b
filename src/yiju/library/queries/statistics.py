# SPDX-License-Identifier: Apache-2.0
"""How often the reader's proposals were right, by type, as far as staff decided."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Count, Q

from yiju.kernel.actor import Actor
from yiju.library.models import Fact, Finding
from yiju.library.queries.visible import sees_drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalAccuracy:
    """Decisions on one type of fact, or on findings (``type`` then begins with ``finding:``).

    Only proposals of the reader count; what staff added themselves does not.
    """

    type: str
    proposed: int
    confirmed: int
    corrected: int
    rejected: int

    @property
    def decided(self) -> int:
        """On how many proposals staff decided."""
        return self.confirmed + self.corrected + self.rejected

    @property
    def right_per_cent(self) -> Decimal | None:
        """Of 100 decided proposals so many were right as they stood; to one decimal."""
        if not self.decided:
            return None
        share = Decimal(100 * self.confirmed) / self.decided
        return share.quantize(Decimal("0.1"), ROUND_HALF_UP)


def proposal_accuracy(actor: Actor) -> tuple[ProposalAccuracy, ...]:
    """The accuracy of each type of fact and finding, in the order of the type's name."""
    if not sees_drafts(actor):
        return ()
    facts = (
        Fact.objects.filter(version__is_current=True, proposed__isnull=False)
        .values("type")
        .order_by("type")
        .annotate(
            confirmed=Count("id", filter=Q(status="confirmed")),
            corrected=Count("id", filter=Q(status="corrected")),
            rejected=Count("id", filter=Q(status="rejected")),
            waiting=Count("id", filter=Q(status="proposed")),
        )
    )
    rows = [
        ProposalAccuracy(
            type=row["type"],
            proposed=row["waiting"],
            confirmed=row["confirmed"],
            corrected=row["corrected"],
            rejected=row["rejected"],
        )
        for row in facts
    ]
    return tuple(rows) + _finding_accuracy()


def _finding_accuracy() -> tuple[ProposalAccuracy, ...]:
    findings = (
        Finding.objects.values("type")
        .order_by("type")
        .annotate(
            waiting=Count("id", filter=Q(status="open")),
            accepted=Count("id", filter=Q(status="accepted")),
            refused=Count("id", filter=Q(status="rejected")),
        )
    )
    return tuple(
        ProposalAccuracy(
            type=f"finding:{row['type']}",
            proposed=row["waiting"],
            confirmed=row["accepted"],
            corrected=0,
            rejected=row["refused"],
        )
        for row in findings
    )
