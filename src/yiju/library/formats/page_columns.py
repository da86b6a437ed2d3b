# SPDX-License-Identifier: Apache-2.0
"""Pages set in two columns are read column by column, between lines that go over both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from yiju.library.formats.page_glyphs import Row

BINS_PER_CHARACTER = 4
MOST_BINS = 2000  # a line of 500 characters
NARROWEST_GUTTER = 3  # bins
FEWEST_LINES = 8
MOST_CROSSING_SHARE = 0.2
FULL_SHARE = 0.5
SHORTEST_COLUMN = 8  # characters in a full line


def reading_order(rows: list[Row]) -> list[list[Row]]:
    """The rows in blocks as they are read: all of them, or column after column."""
    gutter = _gutter(rows)
    if gutter is None:
        return [rows]
    blocks: list[list[Row]] = []
    for crosses, block in groupby(rows, key=lambda row: _crosses(row, gutter)):
        if crosses:
            blocks.append(list(block))
            continue
        together = list(block)
        blocks.append(_side(together, gutter, left=True))
        blocks.append(_side(together, gutter, left=False))
    return [block for block in blocks if block]


def _crosses(row: Row, gutter: float) -> bool:
    return any(glyph.left < gutter < glyph.right for glyph in row if glyph.text != " ")


def _side(rows: Sequence[Row], gutter: float, *, left: bool) -> list[Row]:
    sides = ([glyph for glyph in row if (glyph.right <= gutter) == left] for row in rows)
    return [side for side in sides if any(glyph.text != " " for glyph in side)]


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where the page is plainly parted into two columns of running text, or nothing.

    Plainly: a blank strip near the middle that few lines cross, with lines on both sides of it
    that mostly run up to it. The cells of a table fill their columns less evenly.
    """
    if len(rows) < FEWEST_LINES:
        return None
    size = median(row[0].size for row in rows)
    strip = _strip(rows, size / BINS_PER_CHARACTER)
    if strip is None:
        return None
    middle = (strip[0] + strip[1]) / 2
    beside = [row for row in rows if not _crosses(row, middle)]
    left, right = _side(beside, middle, left=True), _side(beside, middle, left=False)
    full = [row for row in left if row[-1].right > strip[0] - 2 * size]
    begun = [row for row in right if row[0].left < strip[1] + size]
    if min(len(left), len(right)) < FEWEST_LINES or not full:
        return None
    even = len(full) >= FULL_SHARE * len(left) and len(begun) >= FULL_SHARE * len(right)
    return middle if even and median(map(len, full)) >= SHORTEST_COLUMN else None


def _strip(rows: Sequence[Row], width: float) -> tuple[float, float] | None:
    """The widest strip in the middle third of the text that few lines have characters in."""
    left = min(row[0].left for row in rows)
    count = int((max(row[-1].right for row in rows) - left) / width) + 1
    if count > MOST_BINS:
        return None  # characters far outside the page: no columns can be told
    taken = [0] * count
    for row in rows:
        bins: set[int] = set()
        for glyph in row:
            if glyph.text != " ":
                first, past = int((glyph.left - left) / width), int((glyph.right - left) / width)
                bins.update(range(max(first, 0), min(past, count - 1) + 1))
        for position in bins:
            taken[position] += 1
    most = MOST_CROSSING_SHARE * len(rows)
    best: tuple[int, int] | None = None
    for free, run in groupby(range(count // 3, count * 2 // 3), key=lambda b: taken[b] <= most):
        places = list(run)
        if free and len(places) > (best[1] - best[0] if best else NARROWEST_GUTTER - 1):
            best = (places[0], places[-1] + 1)
    return None if best is None else (left + best[0] * width, left + best[1] * width)
