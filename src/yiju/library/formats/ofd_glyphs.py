# SPDX-License-Identifier: Apache-2.0
"""What stands on a page of an OFD: characters, straight rules, the share of pictures.

Positions are millimetres from the top left; they come out in points, as those of a PDF.
GB/T 33190-2016, chapters 8.5 (paths) and 11 (text).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml.etree import _Element as Element

from yiju.library.formats.page_glyphs import (
    Glyph,
    Page,
    Rule,
    glyph_at,
    is_unknown,
    is_wide,
    meant,
    straight_rule,
)
from yiju.library.formats.xml_parts import local

POINTS = 72 / 25.4
NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
PATH_WORD = re.compile(r"([SMLQBACsmlqbac])|" + NUMBER.pattern)
NUMBERS_OF = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
MOST_SLANT = 0.15
WIDEST = 1.2
"""A longer step than this many sizes holds a gap as well as the character."""


class Frame(NamedTuple):
    """Where an object stands: the corner of its boundary and its own transformation."""

    left: float
    top: float
    matrix: tuple[float, float, float, float, float, float]

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the object on the page, in points."""
        a, b, c, d, e, f = self.matrix
        return (self.left + a * x + c * y + e) * POINTS, (self.top + b * x + d * y + f) * POINTS


def read_page(roots: Sequence[Element], size: tuple[float, float]) -> Page:
    """A page from its content and that of its templates."""
    glyphs: list[Glyph] = []
    rules: list[Rule] = []
    pictured = 0.0
    for root in roots:
        for element in root.iter():
            kind = local(element)
            if kind == "TextObject":
                glyphs.extend(_glyphs(element))
            elif kind == "PathObject":
                rules.extend(_rules(element))
            elif kind == "ImageObject":
                box = _numbers(element.get("Boundary"), 4)
                pictured += abs(box[2] * box[3])
    known = tuple(glyph for glyph in glyphs if not is_unknown(glyph.text))
    return Page(known, tuple(rules), pictured / (size[0] * size[1]), len(glyphs) - len(known))


def _frame(element: Element) -> Frame:
    left, top, _, _ = _numbers(element.get("Boundary"), 4)
    given = element.get("CTM")
    a, b, c, d, e, f = _numbers(given, 6) if given else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return Frame(left, top, (a, b, c, d, e, f))


def _glyphs(element: Element) -> Iterator[Glyph]:
    frame = _frame(element)
    a, b, c, d, _, _ = frame.matrix
    size = _numbers(element.get("Size"), 1)[0]
    if abs(b) > MOST_SLANT * abs(a) and abs(c) > MOST_SLANT * abs(d) and a and d:
        return  # at a slant: a water mark
    scale = max(abs(d), abs(c)) * POINTS
    x = y = 0.0
    for code in element:
        if local(code) != "TextCode":
            continue
        x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
        yield from _placed(code, frame, (x, y), size, scale)


def _placed(
    code: Element, frame: Frame, start: tuple[float, float], size: float, scale: float
) -> Iterator[Glyph]:
    """The characters of a text code; each stands a delta after the one before."""
    text = (code.text or "").strip("\n\r\t")
    steps_x, steps_y = (_deltas(code.get(name), len(text)) for name in ("DeltaX", "DeltaY"))
    x, y = start
    for position, character in enumerate(text):
        usual = size if is_wide(character) else size / 2
        step_x = _step(steps_x, position, 0.0 if steps_y else usual)
        left, base = frame.place(x, y)
        right, _ = frame.place(x + (step_x if 0 < step_x <= WIDEST * size else usual), y)
        yield glyph_at(
            " " if character.isspace() else meant(character),
            left=left,
            right=right,
            y=base,
            size=size * scale,
        )
        x, y = x + step_x, y + _step(steps_y, position, 0.0)


def _step(steps: list[float], position: int, otherwise: float) -> float:
    return steps[position] if position < len(steps) else otherwise


def _deltas(given: str | None, count: int) -> list[float]:
    """So many steps from character to character; ``g 3 5.0`` stands for three steps of 5.0."""
    words = (given or "").split()
    steps: list[float] = []
    position = 0
    while position < len(words) and len(steps) < count:
        if words[position] == "g" and position + 2 < len(words):
            repeats = min(_number(words[position + 1], 0.0), count)
            steps.extend([_number(words[position + 2], 0.0)] * int(repeats))
            position += 3
        else:
            steps.append(_number(words[position], 0.0))
            position += 1
    return steps


def _rules(element: Element) -> Iterator[Rule]:
    """The straight strokes of a path (``AbbreviatedData``: M 0 0 L 10 0 …)."""
    frame = _frame(element)
    for data in element:
        if local(data) != "AbbreviatedData":
            continue
        last = begun = (0.0, 0.0)
        for word, numbers in _path_words(data.text or ""):
            point = frame.place(numbers[-2], numbers[-1]) if numbers else begun
            rule = straight_rule(last, point) if word in ("L", "C") else None
            if rule is not None:
                yield rule
            if word in ("M", "S"):
                begun = point
            last = point


def _path_words(data: str) -> Iterator[tuple[str, list[float]]]:
    word, numbers = "", [0.0]
    numbers.clear()
    for found in PATH_WORD.finditer(data):
        if found[1]:
            word, numbers = found[1].upper(), []
        else:
            numbers.append(float(found[0]))
        if word and len(numbers) == NUMBERS_OF[word]:
            yield word, numbers
            word, numbers = "", []


def _numbers(given: str | None, count: int) -> list[float]:
    """So many numbers; what is missing is nought."""
    found = [float(number) for number in NUMBER.findall(given or "")[:count]]
    return found + [0.0] * (count - len(found))


def _number(given: str | None, otherwise: float) -> float:
    found = NUMBER.fullmatch(given.strip()) if given else None
    return float(found[0]) if found else otherwise
