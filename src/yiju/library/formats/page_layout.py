# SPDX-License-Identifier: Apache-2.0
"""Lines of a page in reading order, from characters that only know where they stand.

PDF and OFD keep no lines or paragraphs, only placed characters. Characters on one baseline make
a line; a page that is plainly set in two columns is read column by column; an indent becomes
ideographic blanks, since it marks paragraphs and titles; cells that stand above each other are
parted by TAB. Lengths are in points or millimetres alike: all limits count in character sizes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from yiju.library.formats.page_columns import reading_order
from yiju.library.formats.page_glyphs import Glyph, Row

BLANK = "　"


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a line without a wide gap in it."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one line from left to right, and where its baseline is."""

    cells: tuple[Cell, ...]
    y: float
    size: float


# How wide a gap is, in sizes of the character and beyond the usual gap of the line: where the
# file has a blank, between words, between Chinese and Latin (which Word sets apart by a quarter),
# and between cells.
BLANK_GAP = 0.1
WORD_GAP = 0.2
MIXED_GAP = 0.5
CELL_GAP = 1.6
SAME_LINE = 0.5
DEEPEST_INDENT = 20
MARGIN_SHARE = 0.15


def page_lines(glyphs: Sequence[Glyph], margin: float | None = None) -> list[str]:
    """The lines of a page in reading order; indents count from ``margin`` where it is known."""
    rows = gathered(glyphs)
    if margin is None:
        margin = margin_of(glyphs)
    found: list[str] = []
    for block in reading_order(rows):
        found.extend(written(block, margin if block is rows else margin_of_rows(block)))
    return found


def set_lines(glyphs: Sequence[Glyph]) -> list[Line]:
    """Characters gathered into lines from top to bottom."""
    return [line for row in gathered(glyphs) if (line := set_line(row)).cells]


def gathered(glyphs: Sequence[Glyph]) -> list[Row]:
    """Characters on one baseline, from left to right; the rows from top to bottom."""
    rows: list[Row] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.y, glyph.left)):
        if rows and _on_one_line(rows[-1], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.left) for row in rows if not _is_blank(row)]


def _is_blank(row: Row) -> bool:
    return all(glyph.text == " " for glyph in row)


def _on_one_line(row: Row, glyph: Glyph) -> bool:
    # A raised note mark is smaller than its line: the larger of the two sizes counts.
    return glyph.y - row[0].y <= SAME_LINE * max(row[0].size, glyph.size)


def set_line(row: Row) -> Line:
    """The cells of a row, with blanks where the page shows some."""
    size = median(glyph.size for glyph in row)
    printed, blanks = _printed(row)
    usual = _usual_gap(printed, size)
    cells: list[Cell] = []
    words, first, past = [printed[0].text], printed[0].left, printed[0].right
    for before, glyph in pairwise(printed):
        gap = glyph.left - past - usual
        if gap > CELL_GAP * size:
            cells.append(Cell("".join(words), first, past))
            words, first = [], glyph.left
        elif gap > size * (BLANK_GAP if glyph in blanks else _word_gap(before, glyph)):
            words.append(" ")
        words.append(glyph.text)
        past = max(past, glyph.right)
    cells.append(Cell("".join(words), first, past))
    return Line(tuple(cells), row[0].y, size)


def _printed(row: Row) -> tuple[Row, set[Glyph]]:
    """The characters of a row that leave ink, and those of them that follow a blank."""
    printed: Row = []
    blanks: set[Glyph] = set()
    blank = False
    for glyph in row:
        if glyph.text == " ":
            blank = True
        elif not printed or not _is_shadow(printed[-1], glyph):
            printed.append(glyph)
            if blank:
                blanks.add(glyph)
            blank = False
    return printed, blanks


def _is_shadow(before: Glyph, glyph: Glyph) -> bool:
    """Bold is often made by setting a character twice, a hair apart."""
    return before.text == glyph.text and abs(glyph.left - before.left) < 0.2 * glyph.size


def _usual_gap(printed: Row, size: float) -> float:
    """The gap between neighbours in a line that is spaced out, as titles and narrow cells are."""
    gaps = [after.left - before.right for before, after in pairwise(printed)]
    return min(max(median(gaps), 0.0), size) if gaps else 0.0


def _word_gap(before: Glyph, after: Glyph) -> float:
    return WORD_GAP if before.text.isascii() == after.text.isascii() else MIXED_GAP


def written(rows: Sequence[Row], margin: float) -> Iterator[str]:
    """The rows as text, with indents, and with TAB between cells that form columns."""
    lines = [set_line(row) for row in rows]
    for position, line in enumerate(lines):
        around = [*lines[max(0, position - 1) : position], *lines[position + 1 : position + 2]]
        if _is_row(line, around):
            yield "\t".join(cell.text for cell in line.cells)
        else:
            indent = round((line.cells[0].left - margin) / line.size)
            words = (BLANK * 2).join(cell.text for cell in line.cells)
            yield BLANK * max(0, min(indent, DEEPEST_INDENT)) + words


def _is_row(line: Line, around: Sequence[Line]) -> bool:
    """Whether a line is a row of a table: a neighbour has a cell under or over one of its own."""
    return any(
        abs(cell.left - other.left) < line.size or abs(_middle(cell) - _middle(other)) < line.size
        for cell in line.cells[1:]
        for neighbour in around
        for other in neighbour.cells[1:]
    )


def _middle(cell: Cell) -> float:
    return (cell.left + cell.right) / 2


def margin_of(glyphs: Sequence[Glyph]) -> float:
    """The left edge of the running text of a page."""
    return margin_of_rows(gathered(glyphs))


def margin_of_rows(rows: Sequence[Row]) -> float:
    """The leftmost place, to half a character, where a good share of the lines begin.

    Lines that go on begin there, those that begin a paragraph further right; few others begin
    further left: a page number, a note, the head of the page.
    """
    half = median(row[0].size for row in rows) / 2 if rows else 1.0
    edges: dict[int, list[float]] = {}
    for row in rows:
        left = next(glyph.left for glyph in row if glyph.text != " ")
        edges.setdefault(round(left / half), []).append(left)
    for least in (max(2.0, MARGIN_SHARE * len(rows)), 2.0, 0.0):
        shared = [min(lefts) for lefts in edges.values() if len(lefts) >= least]
        if shared:
            return min(shared)
    return 0.0
