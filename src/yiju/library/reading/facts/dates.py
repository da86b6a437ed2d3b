# SPDX-License-Identifier: Apache-2.0
"""Dates that are no deadlines: of signature, and the terms that cited titles carry.

(2024—2026年) in a 《title》 is the term of the plan that is cited, not one of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiju.library.reading.facts.view import FactView
from yiju.library.reading.model import DateNamed, Fact

_TERM = re.compile(r"[(]((?:19|20)[0-9]{2})年?[—\-~至一]+((?:19|20)[0-9]{2})年[)]")


def dates(view: FactView) -> Iterator[tuple[int, Fact]]:
    """The day of signature of each document, and the terms of cited plans."""
    for position, document in enumerate(view.documents):
        field = next((field for field in document.fields if field.name == "dated_on"), None)
        if field is not None and document.dated_on is not None:
            yield position, DateNamed(
                clause=document.id, quote=view.source[field.start : field.end],
                start=field.start, end=field.end,
                on=document.dated_on.isoformat(), what="成文日期",
            )  # fmt: skip
    for first, past in view.titles:
        term = _TERM.search(view.text, first, past)
        if term is not None:
            yield from _term(view, term, first)


def _term(view: FactView, term: re.Match[str], title: int) -> Iterator[tuple[int, Fact]]:
    """The first and the last year of a cited plan."""
    name = view.text[title + 1 : term.start()]
    for group, edge in ((1, "起"), (2, "止")):
        stand = view.stand(*term.span(group))
        if stand is not None:
            yield stand.place.document, DateNamed(
                clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
                on=term[group], what=f"《{name}》执行期{edge}",
            )  # fmt: skip
