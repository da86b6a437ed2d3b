# SPDX-License-Identifier: Apache-2.0
"""Tables drawn with rules: official tables nearly always are, and cells may hold many lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yiju.library.formats.page_glyphs import Glyph, Rule
from yiju.library.formats.page_layout import set_lines

NEAR = 3.0
"""How far, in points, two strokes may lie apart and still be one rule or meet."""

MOST_RULES = 1000
MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Grid:
    """The rules of one table: the places of its columns and rows, and the strokes themselves."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    rules: tuple[Rule, ...]

    def holds(self, glyph: Glyph) -> bool:
        """Whether a character stands inside the table."""
        across, down = _centre(glyph)
        return (
            self.columns[0] - NEAR < across < self.columns[-1] + NEAR
            and self.rows[0] - NEAR < down < self.rows[-1] + NEAR
        )


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables of a page: rules that meet, with two columns and one row at least."""
    merged = _merged(rules)
    if len(merged) > MOST_RULES:
        return []  # a drawing, not a table
    found = []
    for met in _met(merged):
        columns = _places(rule.at for rule in met if rule.upright)
        rows = _places(rule.at for rule in met if not rule.upright)
        if len(columns) >= 3 and len(rows) >= 2 and len(columns) * len(rows) <= MOST_CELLS:
            found.append(Grid(columns, rows, tuple(met)))
    return sorted(found, key=lambda grid: grid.rows[0])


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Strokes in one line that touch, made one: programs draw the border of every cell."""
    merged: list[Rule] = []
    lines: dict[tuple[bool, int], list[Rule]] = {}
    for rule in rules:
        lines.setdefault((rule.upright, round(rule.at)), []).append(rule)
    for strokes in lines.values():
        strokes.sort(key=lambda stroke: stroke.first)
        last = strokes[0]
        for stroke in strokes[1:]:
            if stroke.first <= last.last + NEAR:
                last = replace(last, last=max(last.last, stroke.last))
            else:
                merged.append(last)
                last = stroke
        merged.append(last)
    return merged


def _met(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules in groups, each of rules that meet one another directly or over others."""
    groups: list[list[Rule]] = []
    for rule in rules:
        touching = [group for group in groups if any(_meet(rule, other) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([rule, *(other for group in touching for other in group)])
    return groups


def _meet(one: Rule, other: Rule) -> bool:
    if one.upright == other.upright:
        overlap = one.first - NEAR <= other.last and other.first - NEAR <= one.last
        return overlap and abs(one.at - other.at) <= NEAR
    return (
        one.first - NEAR <= other.at <= one.last + NEAR
        and other.first - NEAR <= one.at <= other.last + NEAR
    )


def _places(found: Iterator[float]) -> tuple[float, ...]:
    """Where rules stand, those of one double or thick rule taken together."""
    places: list[float] = []
    for place in sorted(found):
        if not places or place - places[-1] > NEAR:
            places.append(place)
    return tuple(places)


def table_rows(grid: Grid, glyphs: Sequence[Glyph]) -> list[str]:
    """The rows of a table, cells parted by TAB; a merged cell fills its first place."""
    owner = _owners(grid)
    inside: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        across, down = _centre(glyph)
        place = (_interval(grid.rows, down), _interval(grid.columns, across))
        inside.setdefault(owner[place], []).append(glyph)
    rows = []
    for row in range(len(grid.rows) - 1):
        cells = [_words(inside.get((row, c), ())) for c in range(len(grid.columns) - 1)]
        if any(cells):
            rows.append("\t".join(cells))
    return rows


def _owners(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place of the grid, the first place of the merged cell that it belongs to."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    upright = [_along(grid, True, at) for at in grid.columns]
    level = [_along(grid, False, at) for at in grid.rows]
    for row in range(len(grid.rows) - 1):
        for column in range(len(grid.columns) - 1):
            down = (grid.rows[row] + grid.rows[row + 1]) / 2
            across = (grid.columns[column] + grid.columns[column + 1]) / 2
            if column and not _parted(upright[column], down):
                owner[row, column] = owner[row, column - 1]
            elif row and not _parted(level[row], across):
                owner[row, column] = owner[row - 1, column]
            else:
                owner[row, column] = (row, column)
    return owner


def _along(grid: Grid, upright: bool, at: float) -> list[Rule]:
    """The strokes that make up the rule at this place."""
    return [r for r in grid.rules if r.upright == upright and abs(r.at - at) <= NEAR]


def _parted(strokes: Sequence[Rule], along: float) -> bool:
    return any(stroke.first - NEAR <= along <= stroke.last + NEAR for stroke in strokes)


def _interval(places: tuple[float, ...], at: float) -> int:
    return min(max(bisect_right(places, at) - 1, 0), len(places) - 2)


def _words(glyphs: Sequence[Glyph]) -> str:
    """The words of a cell; a Chinese line goes on in the next without a blank."""
    text = ""
    for line in set_lines(glyphs):
        words = " ".join(cell.text for cell in line.cells)
        between = " " if text[-1:].isascii() and words[:1].isascii() else ""
        text += between + words if text else words
    return text


def _centre(glyph: Glyph) -> tuple[float, float]:
    return (glyph.left + glyph.right) / 2, glyph.y - glyph.size / 3
