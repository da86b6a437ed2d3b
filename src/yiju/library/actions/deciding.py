# SPDX-License-Identifier: Apache-2.0
"""Decisions on what the reader proposed: facts confirmed, corrected, rejected; findings judged."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from yiju.kernel.actor import Actor
from yiju.kernel.refusal import InvalidInput
from yiju.library.actions.duties import replace_duty_units
from yiju.library.actions.facts import put_decision
from yiju.library.actions.recording import NotInLibrary, document_act, name_of
from yiju.library.models import (
    Clause,
    Correction,
    CorrectionKind,
    Fact,
    FactStatus,
    Finding,
    FindingStatus,
    Version,
)
from yiju.library.payloads import checked_payload
from yiju.library.readings import Json, fact_anchor
from yiju.library.words import combined_hash, normal_form
from yiju.office.access.roles import Permission, require
from yiju.office.journal.actions import Act, append


def confirm_fact(actor: Actor, fact: int, *, at: datetime) -> None:
    """The proposal is right as it stands."""
    _decide(actor, fact, {"status": FactStatus.CONFIRMED}, at=at)


def reject_fact(actor: Actor, fact: int, *, at: datetime) -> None:
    """The proposal is no fact of the text; it is shown to nobody but reviewers."""
    _decide(actor, fact, {"status": FactStatus.REJECTED}, at=at)


def reopen_fact(actor: Actor, fact: int, *, at: datetime) -> None:
    """Takes the decision back: the proposal waits again, as the reader made it."""
    _decide(actor, fact, {"status": FactStatus.PROPOSED}, at=at)


def correct_fact(actor: Actor, fact: int, payload: Json, *, at: datetime) -> None:
    """The text states this fact, but otherwise than proposed; ``payload`` is what it states.

    Keys and types are those of the contract for the fact's type; anything else is InvalidInput.
    """
    _decide(actor, fact, {"status": FactStatus.CORRECTED, "payload": payload}, at=at)


def add_fact(
    actor: Actor, clause: int, *, type_: str, quote: str, payload: Json, at: datetime
) -> int:
    """A fact that the reader missed; ``quote`` stands in the clause. Gives the fact's key."""
    require(actor, Permission.REVIEW)
    with transaction.atomic(durable=True):
        place = _clause(clause)
        if normal_form(quote) not in normal_form((place.heading or "") + place.text):
            raise InvalidInput("quote", "does not stand in the clause", "quote the clause's words")
        version = Version.objects.select_for_update().get(pk=place.version_id)
        facts = version.facts.order_by("-position")
        last = facts.first()
        anchor = combined_hash(("added", fact_anchor(type_, place.hash, quote), str(facts.count())))
        fact = Fact(
            version=version,
            position=last.position + 1 if last else 0,
            clause=place,
            type=type_,
            proposed=None,
            payload=checked_payload(type_, payload),
            quote=quote,
            start=place.start,
            end=place.end,
            anchor=anchor,
        )
        added = {"type": type_, "quote": quote, "clause_hash": place.hash}
        value = {"status": FactStatus.CONFIRMED, "payload": fact.payload, "added": added}
        _write(fact, value, actor, at)
    return fact.pk


def judge_finding(actor: Actor, finding: int, *, accept: bool, at: datetime) -> None:
    """Says whether what looks wrong in the source is wrong; the text itself is left as it is."""
    require(actor, Permission.REVIEW)
    with transaction.atomic(durable=True):
        row = (
            Finding.objects.select_for_update(of=("self",))
            .select_related("version__document", "source")
            .filter(pk=finding)
            .first()
        )
        if row is None:
            raise NotInLibrary(str(finding))
        row.status = FindingStatus.ACCEPTED if accept else FindingStatus.REJECTED
        row.decided_by, row.decided_at = name_of(actor), at
        row.save(update_fields=["status", "decided_by", "decided_at"])
        document = row.version.document if row.version else None
        Correction.objects.create(
            document=document,
            source=None if document else row.source,
            kind=CorrectionKind.FINDING,
            anchor=row.anchor,
            value={"status": row.status},
            made_by=name_of(actor),
            made_at=at,
        )
        body = {"message": row.message, "status": str(row.status)}
        kind = "finding_judged"
        if document is not None:
            append(document_act(document.ref, kind, actor=actor, at=at, body=body))
        else:
            stream = f"source/{row.source.sha256}"
            append(Act(stream=stream, kind=kind, actor=actor, at=at, body=body))


def _decide(actor: Actor, key: int, value: Json, *, at: datetime) -> None:
    require(actor, Permission.REVIEW)
    with transaction.atomic(durable=True):
        fact = (
            Fact.objects.select_for_update(of=("self",))
            .select_related("version__document")
            .filter(pk=key)
            .first()
        )
        if fact is None:
            raise NotInLibrary(str(key))
        if "payload" in value:
            value = {**value, "payload": checked_payload(fact.type, value["payload"])}
        record_decision(fact, value, actor=actor, at=at)


def record_decision(fact: Fact, value: Json, *, actor: Actor, at: datetime) -> None:
    """Puts a decision on a fact and on record, in the transaction of the caller."""
    _write(fact, _kept(fact, value), actor, at)


def _kept(fact: Fact, value: Json) -> Json:
    """A decision on a fact that staff added still says how to add it again."""
    if fact.proposed is not None:
        return value
    place = fact.clause.hash if fact.clause else ""
    added = {"type": fact.type, "quote": fact.quote, "clause_hash": place}
    return {"payload": fact.payload, **value, "added": added}


def _write(fact: Fact, value: Json, actor: Actor, at: datetime) -> None:
    """Puts a decision on a fact, on record, and on the lists that show it."""
    document = fact.version.document
    decision = Correction.objects.create(
        document=document,
        kind=CorrectionKind.FACT,
        anchor=fact.anchor,
        value={**value, "status": str(value["status"]), "changes": fact.changes + 1},
        made_by=name_of(actor),
        made_at=at,
    )
    put_decision(fact, decision)
    fact.save()
    if fact.type == "duty":
        replace_duty_units([fact], on=document.dated_on, at=at)
    body = {"anchor": fact.anchor, "type": fact.type, "status": str(value["status"])}
    if "payload" in value:
        body["payload"] = value["payload"]
    append(document_act(document.ref, "fact_decided", actor=actor, at=at, body=body))


def _clause(key: int) -> Clause:
    clause = Clause.objects.filter(pk=key).first()
    if clause is None:
        raise NotInLibrary(str(key))
    return clause
