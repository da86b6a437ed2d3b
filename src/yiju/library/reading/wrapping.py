# SPDX-License-Identifier: Apache-2.0
"""How a text is laid out: at what width it wraps, whether paragraphs are indented or set apart.

Reads: the lines of a source. Writes: one :class:`Layout` per stretch of lines. A source may hold
pages of several makers, so nothing is measured over the whole of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from yiju.library.reading.lines import Line
from yiju.library.reading.numbering import Label

STRETCH = 160
_OVERLAP = 40
_ENDLESS = 10**9
_STOPS = frozenset("。；：！？;:!?")
_FINAL = frozenset("。；：！？;:!?…")
_CLOSING = frozenset('）)”’"」』】]》')
_ASSIGNED = re.compile(r"(?:负责|牵头|参加|配合|参与|落实|实施)[）)]$")


class Layout(NamedTuple):
    """How lines are laid out in a stretch; lengths in characters.

    ``full``: a line at least so long may be a full one; ``heading``: a line below it that has a
    label and no stop is a whole heading; ``short``: a line below it surely ends its paragraph;
    ``exact``: full lines all have nearly one length, ``even``: nearly all just that length.
    ``indented`` and ``spaced``: paragraphs
    are marked by an indent, by an empty line. ``guarded``: lines are broken so that
    none ends with a full stop within a paragraph.
    """

    wrapped: bool
    exact: bool
    full: int
    heading: int
    short: int
    indented: bool
    spaced: bool
    guarded: bool
    even: bool


def is_finished(words: str) -> bool:
    """Whether a sentence can end with the last character of ``words``."""
    last = words[-1]
    if last in "|｜ ":
        words = words.rstrip(" |｜")
        last = words[-1:]
    if last in _FINAL and last:
        return True
    if last not in _CLOSING:
        return False
    return len(words) > 1 and (words[-2] in _FINAL or bool(_ASSIGNED.search(words)))


def has_pause(words: str) -> bool:
    """Whether ``words`` hold a comma of any kind."""
    return "，" in words or "、" in words or "," in words


def size_of(line: Line) -> int:
    """The length of a line as set, a small indent counted in."""
    return len(line.text) + (line.lead if line.lead < 2 else 2)


def layouts(
    lines: Sequence[Line], finished: Sequence[bool], labels: Sequence[Label | None]
) -> list[Layout]:
    """The layout of each stretch of :data:`STRETCH` lines."""
    found = []
    for at in range(0, len(lines), STRETCH):
        first, past = max(0, at - _OVERLAP), at + STRETCH + _OVERLAP
        found.append(_layout(lines[first:past], finished[first:past], labels[first:past]))
    return found


def _layout(
    lines: Sequence[Line], finished: Sequence[bool], labels: Sequence[Label | None]
) -> Layout:
    indents = sum(line.lead >= 2 for line in lines)
    indented = len(lines) * 0.08 < indents < len(lines) * 0.9
    open_sizes = sorted(
        size_of(line)
        for line, ended in zip(lines, finished, strict=True)
        if not ended and len(line.text) > 12 and has_pause(line.text)
    )
    middle = open_sizes[len(open_sizes) // 2] if open_sizes else _ENDLESS
    if len(open_sizes) < max(3, len(lines) * 0.15) or middle > 160:
        spaced = _spaced(lines, finished, labels)
        return Layout(False, False, _ENDLESS, _ENDLESS, 0, indented, spaced, False, False)
    body = [size for size in open_sizes if size > middle * 0.6]
    low = body[len(body) // 10]
    usual = max(set(body), key=body.count)
    same = sum(usual - 1 <= size <= usual + 1 for size in body)
    exact = same >= len(body) * 0.6
    even = body.count(usual) >= len(body) * 0.7
    guarded = exact and _guarded(lines, usual)
    full = usual - 1 if exact else low
    heading = usual - 7 if guarded else min(full, body[len(body) // 25])
    short = int(min(low, middle) * 0.7)
    spaced = _spaced(lines, finished, labels)
    return Layout(True, exact, full, heading, short, indented, spaced, guarded, even)


def _spaced(
    lines: Sequence[Line], finished: Sequence[bool], labels: Sequence[Label | None]
) -> bool:
    """Whether an empty line stands before nearly every labelled paragraph."""
    gaps = [
        line.gap > 0
        for line, label, ended in zip(lines[1:], labels[1:], finished, strict=False)
        if label and ended
    ]
    return len(gaps) >= 4 and sum(gaps) >= len(gaps) * 0.9


def _guarded(lines: Sequence[Line], usual: int) -> bool:
    """Whether lines are cut short where they would have ended with a stop."""
    avoided = 0
    for here in range(len(lines) - 1):
        line, size = lines[here], size_of(lines[here])
        if usual - 7 <= size < usual - 1 and line.text[-1] not in _STOPS:
            rest = lines[here + 1].text
            place = usual - size
            if len(rest) > place and any(c in _STOPS for c in rest[place - 2 : place]):
                avoided += 1
    return avoided >= 1
