# SPDX-License-Identifier: Apache-2.0
"""Writes the facts of a version, and puts on them what staff decided before."""

from __future__ import annotations

from datetime import datetime

from yiju.library.actions.duties import store_duty_units
from yiju.library.models import Correction, CorrectionKind, Fact, FactStatus, Version
from yiju.library.readings import AnchoredFact, DocumentReading, Json
from yiju.library.words import REF_LENGTH, fitting, word_hash

_BATCH = 1000


def store_facts(version: Version, reading: DocumentReading, *, at: datetime) -> None:
    """The facts of a version as proposed, then as staff decided on them before."""
    clauses = dict(version.clauses.values_list("path", "pk"))
    Fact.objects.bulk_create(
        (
            proposed_fact(version, fact, position, clauses.get(fact.path))
            for position, fact in enumerate(reading.facts)
        ),
        batch_size=_BATCH,
    )
    apply_decisions(version)
    store_duty_units(version, at=at)


def proposed_fact(version: Version, fact: AnchoredFact, position: int, clause: int | None) -> Fact:
    """A fact of the reader as a row."""
    return Fact(
        version=version,
        position=position,
        clause_id=clause,
        type=fact.type,
        proposed=fact.payload,
        payload=fact.payload,
        quote=fact.quote,
        start=fact.start,
        end=fact.end,
        anchor=fact.anchor,
        **listed(fact.type, fact.payload),
    )


def listed(kind: str, payload: Json) -> Json:
    """The columns of a fact by which lists find it, out of its payload."""
    reference = payload if kind == "reference" else {}
    target = reference.get("target")
    named = target.partition("#")[0] if target else reference.get("number")
    title = reference.get("title")
    return {
        "day": payload.get("until") or payload.get("on"),
        "year": payload.get("year"),
        "names_document": fitting(named, REF_LENGTH) if named else None,
        "names_title": word_hash(title.strip("《》")) if title else None,
    }


def apply_decisions(version: Version) -> None:
    """Puts on the facts of a version what staff decided, found again by their anchors.

    A decision ``{"status": …, "payload": …}``; one with ``"added"`` makes the fact anew, in the
    clause with the same words, where the version has one.
    """
    decisions = _decisions(version)
    if not decisions:
        return
    facts = {fact.anchor: fact for fact in version.facts.all()}
    for anchor, decision in decisions.items():
        fact = facts.get(anchor) or _added(version, decision, len(facts))
        if fact is not None:
            put_decision(fact, decision)
            fact.save()
            facts[anchor] = fact


def put_decision(fact: Fact, decision: Correction) -> None:
    """Sets a fact to what a decision says; the caller saves it."""
    value = decision.value
    fact.status = value["status"]
    fact.payload = value.get("payload") or fact.proposed or fact.payload
    fact.decided_by = decision.made_by
    fact.decided_at = decision.made_at
    fact.changes = value.get("changes", 0)
    for column, content in listed(fact.type, fact.payload).items():
        setattr(fact, column, content)


def _decisions(version: Version) -> dict[str, Correction]:
    """The newest decision on each anchor."""
    rows = Correction.objects.filter(document=version.document_id, kind=CorrectionKind.FACT)
    return {row.anchor: row for row in rows.order_by("id")}


def _added(version: Version, decision: Correction, position: int) -> Fact | None:
    """A fact that staff added, made anew in the clause that has the same words."""
    added = decision.value.get("added")
    if added is None:
        return None
    clause = version.clauses.filter(hash=added["clause_hash"]).order_by("position").first()
    if clause is None:
        return None
    return Fact(
        version=version,
        position=position,
        clause=clause,
        type=added["type"],
        proposed=None,
        payload=decision.value["payload"],
        quote=added["quote"],
        start=clause.start,
        end=clause.end,
        anchor=decision.anchor,
        status=FactStatus.CONFIRMED,
    )
