# SPDX-License-Identifier: Apache-2.0
"""A text with the words that were searched for marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yiju.library.words import normal_places

SHOWN_CHARACTERS = 160
_BEFORE_FIRST = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a shown text; ``marked`` where a word was found."""

    text: str
    marked: bool


def marked(
    text: str, words: Sequence[str], *, characters: int | None = SHOWN_CHARACTERS
) -> tuple[Piece, ...]:
    """``text`` in pieces, every place of every word (in normal form) marked.

    A longer text is cut to about ``characters`` round the first find, with … where it was cut;
    ``None`` leaves it whole.
    """
    found = _found(text, words)
    first, past = 0, len(text)
    if characters is not None and past > characters:
        begin = max(0, (found[0][0] if found else 0) - _BEFORE_FIRST)
        first = max(0, min(begin, past - characters))
        past = min(past, first + characters)
    pieces = [Piece("…", False)] if first else []
    here = first
    for start, end in found:
        start, end = max(start, here), min(end, past)
        if start >= end:
            continue
        if start > here:
            pieces.append(Piece(text[here:start], False))
        pieces.append(Piece(text[start:end], True))
        here = end
    if here < past:
        pieces.append(Piece(text[here:past], False))
    return (*pieces, Piece("…", False)) if past < len(text) else tuple(pieces)


def _found(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """The ranges of ``text`` in which words stand, joined where they meet, in their order."""
    normal, places = normal_places(text)
    ranges: list[tuple[int, int]] = []
    for word in words:
        at = normal.find(word)
        while at >= 0:
            ranges.append((places[at], places[at + len(word) - 1] + 1))
            at = normal.find(word, at + 1)
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
