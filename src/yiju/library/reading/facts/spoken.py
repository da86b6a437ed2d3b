# SPDX-License-Identifier: Apache-2.0
"""Figures in words: 百分之二十, 三成, 五分之一, 二十万元, 不少于五人.

Each is looked for by its rarest character, then read backwards, so that a text without any
costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yiju.kernel.numerals import numeral_value
from yiju.library.reading.facts.numerals import CHINESE, whole

SUFFIX = r"(?:\(含\))?(?P<suffix>及?以上|及?以下|以内|之内|左右|上下)?(?:\(含(?:本数)?\))?"
_PERCENT = re.compile(rf"百分之(?P<number>[{CHINESE}点]{{1,8}}){SUFFIX}")
_TENTHS = re.compile(rf"成(?=[以左上,。;、的)(\n]|$){SUFFIX}")
_PARTS = re.compile(rf"分之(?P<number>[一二三四五六七八九]){SUFFIX}")
_YUAN = re.compile(rf"元(?![化素旦件首月宵结论件气从老帅勋]){SUFFIX}")
_LARGE = frozenset("十百千万亿")
_NUMERAL = frozenset(f"{CHINESE}万亿")
_SCALES = (("万", 10**4), ("亿", 10**8))
_LONGEST = 12
_BOUND = re.compile(
    rf"(?:不[得能]?(?:少于|超过|低于|多于)|限(?:报|推荐|额)|最多(?:推荐|申报)?|未满|满)"
    rf"(?P<number>[{CHINESE}]{{1,5}})(?P<unit>周?岁|人|名|家|个(?!月|工作日|自然日|季度|星期|周|小时)|项|件|户)"
    rf"{SUFFIX}"
)  # fmt: skip
_TENTH_DIGITS = dict(zip("一二两三四五六七八九", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_DENOMINATORS = {"二": 2, "四": 4, "五": 5, "八": 8, "十": 10}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A figure in words at ``first:past``, with the word behind it (以上, 左右)."""

    first: int
    past: int
    value: Decimal
    unit: str
    suffix: str | None


def spoken_figures(text: str) -> Iterator[Spoken]:
    """Every figure in words of a text, each family in its order."""
    if "分之" in text:
        yield from _percents(text)
        yield from _fractions(text)
    yield from _tenths(text)
    yield from _sums(text)
    yield from _bounds(text)


def _percents(text: str) -> Iterator[Spoken]:
    """百分之二十 → 20 %, 百分之三点五 → 3.5 %."""
    for found in _PERCENT.finditer(text):
        before, _, after = found["number"].partition("点")
        number = whole(before)
        read = [whole(digit) for digit in after]
        if number is None or any(digit is None or digit > 9 for digit in read):
            continue
        digits = "".join(map(str, read))
        value = Decimal(f"{number}.{digits}" if digits else number)
        yield Spoken(found.start(), found.end(), value, "%", found["suffix"])


def _tenths(text: str) -> Iterator[Spoken]:
    """三成以上 → 30 %."""
    for found in _TENTHS.finditer(text):
        at = found.start()
        digit = _TENTH_DIGITS.get(text[at - 1 : at])
        if digit is None or text[at - 2 : at - 1] in _NUMERAL or text[at - 2 : at - 1] == "第":
            continue
        yield Spoken(at - 1, found.end(), Decimal(digit * 10), "%", found["suffix"])


def _fractions(text: str) -> Iterator[Spoken]:
    """四分之三 → 75 %; a third has no exact decimal and stays words."""
    for found in _PARTS.finditer(text):
        at = found.start()
        below = _DENOMINATORS.get(text[at - 1 : at])
        above = whole(found["number"])
        if below is None or above is None or above >= below or text[at - 2 : at - 1] in _NUMERAL:
            continue
        value = Decimal(100 * above) / below
        yield Spoken(at - 1, found.end(), value, "%", found["suffix"])


def _sums(text: str) -> Iterator[Spoken]:
    """一万元 → 1 万元, 二百元 → 200 元; 公元, 一元, 多元 are no sums."""
    for found in _YUAN.finditer(text):
        past = first = found.start()
        while first > 0 and past - first < _LONGEST and text[first - 1] in _NUMERAL:
            first -= 1
        words = text[first:past]
        if not any(mark in _LARGE for mark in words):
            continue
        value = numeral_value(words)
        if not value:
            continue
        scale, size = next(
            ((name, size) for name, size in _SCALES if words.endswith(name)), ("", 1)
        )
        amount = Decimal(value) / size
        yield Spoken(first, found.end(), amount, f"{scale}元", found["suffix"])


def _bounds(text: str) -> Iterator[Spoken]:
    """不少于五人, 限报一项, 年满十八周岁: a count in words only where a word binds it."""
    for found in _BOUND.finditer(text):
        value = whole(found["number"])
        if value:
            yield Spoken(
                found.start("number"), found.end(), Decimal(value), found["unit"], found["suffix"]
            )
