# SPDX-License-Identifier: Apache-2.0
"""Duties by unit: who answers for what, and which names wait to be known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from yiju.kernel.actor import Actor
from yiju.library.masking import masked
from yiju.library.models import Clause, DutyUnit, Unit, UnitQuestion
from yiju.library.queries.cards import Paging, paging
from yiju.library.queries.facts import FactRow, fact_row
from yiju.library.queries.visible import seen_through, sees_contacts, sees_drafts

DUTIES_PER_PAGE = 50
TASK_WORDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit and how many duties name it. ``known`` is false for a name that waits in the queue."""

    name: str
    known: bool
    duties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow:
    """One task–unit pair. ``task`` is the reference of the clause to be done.

    ``written`` is the unit's name as the text has it, ``unit`` the known unit's, where known.
    ``task_words`` is the heading of that clause, or how its words begin.
    """

    written: str
    unit: str | None
    role: str
    task: str
    task_words: str
    open_ended: bool
    fact: FactRow


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyList:
    """A page of task–unit pairs of one unit, or of all. ``units`` are all there are to choose."""

    unit: str | None
    role: str | None
    rows: tuple[DutyRow, ...]
    paging: Paging
    units: tuple[UnitRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitQuestionRow:
    """A name that no known unit bears, how often it stands, and an example of a duty with it."""

    name: str
    asked_at: datetime
    duties: int
    example: FactRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A name that a known unit bears or bore."""

    name: str
    starts_on: date | None
    ends_before: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownUnit:
    """A known unit with its names."""

    name: str
    names: tuple[KnownName, ...]


def duty_list(
    actor: Actor, *, unit: str | None = None, role: str | None = None, page: int | None = 1
) -> DutyList:
    """Task–unit pairs in the order of documents and text; ``page=None``: all of them."""
    every = _pairs(actor)
    pairs = every
    if unit is not None:
        pairs = pairs.filter(Q(unit__name=unit) | Q(unit=None, name=unit))
    if role is not None:
        pairs = pairs.filter(role=role)
    count = pairs.count()
    size = DUTIES_PER_PAGE if page is not None else max(1, count)
    place = paging(count, page=page or 1, size=size)
    first = (place.number - 1) * size
    contacts = sees_contacts(actor)
    ordered = pairs.select_related("unit", "fact__clause", "fact__version__document").order_by(
        "fact__version__document__ref", "fact__position", "position"
    )
    return DutyList(
        unit=unit,
        role=role,
        rows=_duty_rows(list(ordered[first : first + size]), contacts=contacts),
        paging=place,
        units=_units(every),
    )


def unit_queue(actor: Actor) -> tuple[UnitQuestionRow, ...]:
    """The names that wait to be known, most frequent first; for staff only."""
    if not sees_drafts(actor):
        return ()
    questions = UnitQuestion.objects.filter(unit=None, dismissed=False)
    pairs = _pairs(actor).filter(unit=None, name__in=questions.values("name"))
    examples: dict[str, DutyUnit] = {}
    counts: dict[str, int] = {}
    for pair in pairs.select_related("fact__clause", "fact__version__document").order_by("id"):
        examples.setdefault(pair.name, pair)
        counts[pair.name] = counts.get(pair.name, 0) + 1
    rows = [_question_row(question, examples, counts) for question in questions]
    return tuple(sorted(rows, key=lambda row: (-row.duties, row.name)))


def known_units(actor: Actor) -> tuple[KnownUnit, ...]:
    """The known units with their names; the units are the same for everybody."""
    units: Iterable[Unit] = Unit.objects.order_by("name").prefetch_related("names")
    return tuple(
        KnownUnit(
            name=unit.name,
            names=tuple(
                KnownName(name=each.name, starts_on=each.starts_on, ends_before=each.ends_before)
                for each in sorted(unit.names.all(), key=lambda name: name.pk)
            ),
        )
        for unit in units
    )


def _pairs(actor: Actor) -> QuerySet[DutyUnit]:
    pairs = DutyUnit.objects.filter(fact__version__is_current=True)
    return pairs.exclude(fact__status="rejected").filter(
        seen_through(actor, "fact__version__document__")
    )


def _duty_rows(pairs: list[DutyUnit], *, contacts: bool) -> tuple[DutyRow, ...]:
    """The pairs in one line each; the words of all their tasks in one query."""
    facts = [fact_row(pair.fact, contacts=contacts) for pair in pairs]
    tasks = [fact.payload.get("task") or fact.clause for fact in facts]
    paths = {task.partition("#")[2] for task in tasks}
    versions = {pair.fact.version_id for pair in pairs}
    words = {
        (clause.version_id, clause.path): clause.heading
        or beginning(clause.text if contacts else masked(clause.text))
        for clause in Clause.objects.filter(version__in=versions, path__in=paths)
    }
    return tuple(
        _duty_row(pair, fact, task, words.get((pair.fact.version_id, task.partition("#")[2]), ""))
        for pair, fact, task in zip(pairs, facts, tasks, strict=True)
    )


def beginning(text: str) -> str:
    """The first sentence of a clause, cut where it is long."""
    sentence = text.split("。", 1)[0]
    return sentence if len(sentence) <= TASK_WORDS else f"{sentence[:TASK_WORDS]}…"


def _duty_row(pair: DutyUnit, fact: FactRow, task: str, words: str) -> DutyRow:
    return DutyRow(
        written=pair.name,
        unit=pair.unit.name if pair.unit else None,
        role=pair.role,
        task=task,
        task_words=words,
        open_ended=bool(fact.payload.get("open_ended")),
        fact=fact,
    )


def _units(pairs: QuerySet[DutyUnit]) -> tuple[UnitRow, ...]:
    known = pairs.exclude(unit=None).values_list("unit__name").annotate(duties=Count("id"))
    unknown = pairs.filter(unit=None).values_list("name").annotate(duties=Count("id"))
    rows = [UnitRow(name=name, known=True, duties=duties) for name, duties in known.order_by()]
    rows += [UnitRow(name=name, known=False, duties=duties) for name, duties in unknown.order_by()]
    return tuple(sorted(rows, key=lambda row: (-row.duties, row.name)))


def _question_row(
    question: UnitQuestion, examples: dict[str, DutyUnit], counts: dict[str, int]
) -> UnitQuestionRow:
    example = examples.get(question.name)
    return UnitQuestionRow(
        name=question.name,
        asked_at=question.asked_at,
        duties=counts.get(question.name, 0),
        example=fact_row(example.fact, contacts=True) if example else None,
    )
