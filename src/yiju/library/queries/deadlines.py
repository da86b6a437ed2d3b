# SPDX-License-Identifier: Apache-2.0
"""Deadlines: what closes soon, a month of them, and the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Lookup, QuerySet, Value, When
from django.db.models.functions import Concat
from django.db.models.lookups import GreaterThanOrEqual

from yiju.kernel.actor import Actor
from yiju.library.models import Fact
from yiju.library.queries.cards import Paging, paging
from yiju.library.queries.facts import FACTS_PER_PAGE, FactFilter, FactRow, fact_row, narrowed
from yiju.library.queries.visible import sees_contacts, visible_facts

# By which deadlines stand in order: a month is over after its days, a year after its months, and
# what names no day comes last.
_LAST = Case(When(day=None, then=Value("9999")), default=Concat("day", Value("-99-99")))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineList:
    """A page of deadlines, soonest first. Those whose day the text leaves open come last.

    ``months`` (``YYYY-MM``) are those for which there are any.
    """

    month: str | None
    filter: FactFilter
    rows: tuple[FactRow, ...]
    paging: Paging
    months: tuple[str, ...]


def deadline_list(
    actor: Actor,
    by: FactFilter | None = None,
    *,
    month: str | None = None,
    since: date | None = None,
    page: int | None = 1,
) -> DeadlineList:
    """Deadlines of a month (``YYYY-MM``), or from a day on, or all; ``page=None``: in one page."""
    chosen = by or FactFilter()
    every = narrowed(_deadlines(actor), chosen)
    facts = every
    if month is not None:
        facts = facts.filter(day__startswith=month)
    if since is not None:
        facts = facts.filter(_open_on(since), day__isnull=False)
    count = facts.count()
    size = FACTS_PER_PAGE if page is not None else max(1, count)
    place = paging(count, page=page or 1, size=size)
    first = (place.number - 1) * size
    contacts = sees_contacts(actor)
    days = every.exclude(day=None).order_by("day").values_list("day", flat=True).distinct()
    return DeadlineList(
        month=month,
        filter=chosen,
        rows=tuple(fact_row(f, contacts=contacts) for f in _soonest(facts)[first : first + size]),
        paging=place,
        months=tuple(dict.fromkeys(day[:7] for day in days if day and len(day) > len("2025"))),
    )


def closing_soon(actor: Actor, *, today: date, limit: int) -> tuple[FactRow, ...]:
    """The deadlines from ``today`` on, soonest first; a year alone is none."""
    open_still = _deadlines(actor).filter(_open_on(today), day__contains="-")
    facts = _soonest(narrowed(open_still, FactFilter()))[:limit]
    contacts = sees_contacts(actor)
    return tuple(fact_row(fact, contacts=contacts) for fact in facts)


def _deadlines(actor: Actor) -> QuerySet[Fact]:
    return visible_facts(actor).filter(type="deadline")


def _open_on(day: date) -> Lookup[str]:
    return GreaterThanOrEqual(_LAST, day.isoformat())


def _soonest(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    return facts.order_by(_LAST, "version__document__ref", "position")
