# SPDX-License-Identifier: Apache-2.0
"""A stretch of the source as HTML, with what was found in it marked where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the source to mark. Of marks that overlap the later in the list is on top."""

    start: int
    end: int
    kind: str
    name: str


def marked_source(text: str, first: int, past: int, marks: Sequence[Mark]) -> SafeString:
    """The range ``first:past`` of the source. The first piece of each mark carries its name."""
    inside = [mark for mark in marks if mark.start < past and mark.end > first]
    borders = {first, past}
    borders.update(max(first, mark.start) for mark in inside)
    borders.update(min(past, mark.end) for mark in inside)
    cuts = sorted(borders)
    named: set[str] = set()
    pieces = [
        _piece(text[start:end], _covering(inside, start, end), named)
        for start, end in pairwise(cuts)
    ]
    return mark_safe("".join(pieces))


def _covering(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    return [mark for mark in marks if mark.start <= start and mark.end >= end]


def _piece(words: str, marks: Sequence[Mark], named: set[str]) -> str:
    if not marks:
        return escape(words)
    names = [mark.name for mark in marks if mark.name not in named]
    named.update(names)
    anchors = "".join(f'<a id="{escape(name)}"></a>' for name in names)
    top = marks[-1]
    return (
        f'{anchors}<mark class="{top.kind}" data-name="{escape(top.name)}">{escape(words)}</mark>'
    )
