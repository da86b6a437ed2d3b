# SPDX-License-Identifier: Apache-2.0
"""The facts that clauses state: deadlines, periods, figures, duties, references.

Each family has a module with one rule over the view of the reading; none knows the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from yiju.library.reading.facts.duties import duties
from yiju.library.reading.facts.periods import periods
from yiju.library.reading.facts.view import FactView
from yiju.library.reading.mapped import MappedText
from yiju.library.reading.model import Document, Fact

Found = tuple[int, Fact]
"""A fact with the position of its document."""

_FAMILIES: tuple[Callable[[FactView], Iterable[Found]], ...] = (periods, duties)


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
    for found in facts:
        found.sort(key=lambda fact: (fact.start, fact.end))
    return tuple(tuple(found) for found in facts)
