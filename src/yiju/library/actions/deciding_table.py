# SPDX-License-Identifier: Apache-2.0
"""Decisions brought back as a table: all of them or, where a row is wrong, none."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from yiju.kernel.actor import Actor
from yiju.kernel.refusal import InvalidInput
from yiju.library.actions.deciding import record_decision
from yiju.library.exports.decisions import DecidedFact, decisions_of
from yiju.library.models import Fact, FactStatus
from yiju.library.payloads import checked_payload
from yiju.library.readings import Json
from yiju.office.access.roles import Permission, require


def bring_decisions(actor: Actor, content: bytes, *, name: str, at: datetime) -> int:
    """Decides what the rows of a table say otherwise than the library; says how many that were."""
    require(actor, Permission.REVIEW)
    rows = list(decisions_of(content, name=name))
    with transaction.atomic(durable=True):
        return sum(_decided(actor, row, at) for row in rows)


def _decided(actor: Actor, row: DecidedFact, at: datetime) -> bool:
    """Decides one row; says whether it was a change."""
    fact = (
        Fact.objects.select_for_update(of=("self",))
        .select_related("version__document", "clause")
        .filter(version__document__ref=row.document, version__is_current=True, anchor=row.anchor)
        .first()
    )
    if fact is None:
        raise InvalidInput(row.place, "the library has no such fact", "export the table anew")
    value = _decision(fact, row)
    if value is None:
        return False
    record_decision(fact, value, actor=actor, at=at)
    return True


def _decision(fact: Fact, row: DecidedFact) -> Json | None:
    """What a row decides: nothing, another status, or another payload (which corrects)."""
    if row.status not in FactStatus.values:
        known = ", ".join(FactStatus.values)
        raise InvalidInput(row.place, f"{row.status!r} is no status", f"write one of {known}")
    if row.payload != fact.payload:
        try:
            payload = checked_payload(fact.type, row.payload)
        except InvalidInput as wrong:
            raise InvalidInput(row.place, f"{wrong.place} {wrong.wrong}", wrong.remedy) from None
        return {"status": FactStatus.CORRECTED, "payload": payload}
    if row.status == fact.status:
        return None
    if row.status == FactStatus.CORRECTED:
        raise InvalidInput(row.place, "corrected, but the payload is as it was", "confirm it")
    return {"status": row.status}
