# SPDX-License-Identifier: Apache-2.0
"""Who asks. Every query takes an actor, and every act is recorded with one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NATIONWIDE = "000000"
"""The jurisdiction of a national authority; others are division codes (GB/T 2260): 330100."""


class ActorKind(StrEnum):
    """The three kinds of asker."""

    PUBLIC = "public"
    """Anyone, not signed in (社会公众)."""
    PARTY = "party"
    """A person who acts for a party: an official, an agency, a citizen."""
    SYSTEM = "system"
    """The machine itself: a job that no person asked for at that moment."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks, with the roles held and the jurisdiction they are held for.

    ``party`` identifies the asking party; only ``PUBLIC`` has none. ``jurisdiction`` is a
    six-digit division code, or ``None`` where the roles reach no territory.
    """

    kind: ActorKind
    party: str | None = None
    roles: frozenset[str] = frozenset()
    jurisdiction: str | None = None

    def __post_init__(self) -> None:
        if (self.kind is ActorKind.PUBLIC) != (self.party is None):
            raise ValueError("the public has no party, everyone else has one")
        if self.kind is ActorKind.PUBLIC and (self.roles or self.jurisdiction):
            raise ValueError("the public holds no role and no jurisdiction")

    def has_role(self, *roles: str) -> bool:
        """Whether at least one of the named roles is held."""
        return not self.roles.isdisjoint(roles)

    def has_jurisdiction_over(self, division: str) -> bool:
        """Whether a division lies in the actor's own: a province covers its cities and counties."""
        if self.jurisdiction is None:
            return False
        return division.startswith(_own_digits(self.jurisdiction))


def _own_digits(division: str) -> str:
    """The digits that all divisions inside share: 330000 → 33, 330100 → 3301, 000000 → none."""
    for past in (0, 2, 4):
        if not division[past:].strip("0"):
            return division[:past]
    return division


PUBLIC = Actor(ActorKind.PUBLIC)
"""Anyone who has not signed in."""


def system_actor(job: str) -> Actor:
    """The machine acting by itself; ``job`` names what ran, so that the journal can say it."""
    return Actor(ActorKind.SYSTEM, party=f"system:{job}")


def party_actor(party: str, *roles: str, jurisdiction: str | None = None) -> Actor:
    """A signed-in person who acts for ``party`` with the given roles."""
    return Actor(ActorKind.PARTY, party, frozenset(roles), jurisdiction)
