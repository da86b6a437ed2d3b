# SPDX-License-Identifier: Apache-2.0
"""Characters of a page where they stand: all that PDF and OFD keep of a text."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import east_asian_width, normalize


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character where it stands: ``y`` is its baseline, counted downwards from the top.

    A blank of any width is ``" "``. ``size`` is the height of the font.
    """

    text: str
    left: float
    right: float
    y: float
    size: float


FARTHEST = 100_000.0
LEAST_SIZE, GREATEST_SIZE = 0.5, 10_000.0


def glyph_at(text: str, *, left: float, right: float, y: float, size: float) -> Glyph:
    """A character at its place; a place or size that no page has is brought to the nearest.

    Damaged files hold any number, infinite ones too. Nothing is left out for standing wrongly.
    """
    left, right = _within(left, FARTHEST), _within(right, FARTHEST)
    # The order of min and max also settles what is no number at all.
    size = max(LEAST_SIZE, min(GREATEST_SIZE, size))
    return Glyph(text, min(left, right), max(left, right), _within(y, FARTHEST), size)


def _within(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))


Row = list[Glyph]
"""The characters on one baseline, from left to right."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke: at ``at`` across, from ``first`` to ``last`` along itself."""

    upright: bool
    at: float
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page as PDF or OFD keep it.

    ``pictured`` is the share of its area under pictures; ``unknown`` is how many characters have
    no meaning, because their font does not say which they are.
    """

    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    pictured: float
    unknown: int


def is_unknown(character: str) -> bool:
    """Whether a character code means nothing outside the font that draws it."""
    code = ord(character[0])
    return code in (0xFFFD, 0xFFFE, 0xFFFF) or code < 0x20 or 0xE000 <= code <= 0xF8FF


THICKEST_RULE = 3.0
SHORTEST_RULE = 8.0


def straight_rule(start: tuple[float, float], end: tuple[float, float]) -> Rule | None:
    """The rule that a stroke from here to there is, if it is level or upright and long enough."""
    width, height = abs(end[0] - start[0]), abs(end[1] - start[1])
    if max(width, height, abs(start[0]), abs(start[1])) > FARTHEST:
        return None
    if height <= THICKEST_RULE and width >= SHORTEST_RULE:
        return Rule(False, (start[1] + end[1]) / 2, min(start[0], end[0]), max(start[0], end[0]))
    if width <= THICKEST_RULE and height >= SHORTEST_RULE:
        return Rule(True, (start[0] + end[0]) / 2, min(start[1], end[1]), max(start[1], end[1]))
    return None


# Fonts often say that they show the radical where they show the character; both look the same.
# Kangxi radicals have a character each in Unicode; of the other radicals, these are in use.
RADICALS = {code: normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)} | str.maketrans(
    "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)


def meant(character: str) -> str:
    """The character that is meant where a font names its look-alike."""
    return character.translate(RADICALS)


def is_wide(character: str) -> bool:
    """Whether a character takes a full square, as Chinese ones do."""
    return east_asian_width(character) in ("W", "F")
