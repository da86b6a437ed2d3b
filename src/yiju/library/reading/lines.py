# SPDX-License-Identifier: Apache-2.0
"""The physical lines of a source: where each one's words start and end.

Reads: the text as received. Writes: :class:`Line` values for lines that hold any words.
"""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line without the blanks around it.

    ``gap`` counts the empty lines before it, ``lead`` the blanks it is indented by; ``turned`` is
    true where a page break (form feed) stands before it.
    """

    start: int
    end: int
    text: str
    gap: int
    lead: int
    turned: bool


def read_lines(text: str) -> list[Line]:
    """Lines of ``text`` that hold more than white space, in order."""
    lines: list[Line] = []
    at = gap = 0
    turned = False
    for row in text.splitlines(keepends=True):
        words = row.strip()
        if words:
            lead = 0 if row[0] == words[0] else len(row) - len(row.lstrip())
            start = at + lead
            lines.append(Line(start, start + len(words), words, gap, lead, turned))
            gap, turned = 0, False
        elif row != "\f":
            gap += 1
        if row[-1] == "\f":
            turned = True
        at += len(row)
    return lines
