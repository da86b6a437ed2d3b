# SPDX-License-Identifier: Apache-2.0
"""The facts that clauses state: deadlines, periods, figures, duties, references.

Each family has a module with one rule over the view of the reading; none knows the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from yiju.library.reading.facts.amounts import amounts
from yiju.library.reading.facts.dates import dates
from yiju.library.reading.facts.deadlines import deadlines
from yiju.library.reading.facts.duties import duties
from yiju.library.reading.facts.periods import periods
from yiju.library.reading.facts.references import references
from yiju.library.reading.facts.view import FactView
from yiju.library.reading.facts.wholes import wholes
from yiju.library.reading.mapped import MappedText
from yiju.library.reading.model import Day, Deadline, Document, Fact, Target

Found = tuple[int, Fact]
"""A fact with the position of its document."""

_FAMILIES: tuple[Callable[[FactView], Iterable[Found]], ...] = (
    amounts,
    wholes,
    deadlines,
    dates,
    periods,
    duties,
    references,
)


def facts_of(
    documents: Sequence[Document], clean: MappedText, source: str
) -> tuple[tuple[Fact, ...], ...]:
    """The facts of each document, in the order in which they stand in the source.

    ``clean`` is the text that the clauses are ranges of, ``source`` the text as received: quotes
    are cut from it, so that a quote is always found where its offsets say.
    """
    view = FactView(documents, clean, source)
    facts: list[list[Fact]] = [[] for _ in documents]
    for family in _FAMILIES:
        for document, fact in family(view):
            facts[document].append(fact)
    return tuple(_in_order(_without_years_of_targets(found)) for found in facts)


def _in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: (fact.start, fact.end)))


def _without_years_of_targets(facts: list[Fact]) -> list[Fact]:
    """到2030年 before a figure is the year of a target, and not a deadline besides."""
    years = {(fact.clause, f"{fact.year}") for fact in facts if isinstance(fact, Target)}
    return [
        fact
        for fact in facts
        if not isinstance(fact, Deadline)
        or fact.relation not in ("by", "before")
        or "月" in fact.quote
        or (fact.clause, _year_alone(fact.on)) not in years
    ]


def _year_alone(on: Day | None) -> str | None:
    """The year of a day that names only a year, or its end."""
    return on[:4] if on is not None and (len(on) == 4 or on.endswith("-12-31")) else None
