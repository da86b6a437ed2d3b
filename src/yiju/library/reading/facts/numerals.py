# SPDX-License-Identifier: Apache-2.0
"""Numbers as official texts write them: 15, 十五, 两, 1,200, 百分之二十."""

from __future__ import annotations

from decimal import Decimal

CHINESE = "〇○零一二三四五六七八九十百千两"
"""The characters of a Chinese numeral below ten thousand, for use inside a character class."""

_DIGITS = dict(zip("〇○零一二三四五六七八九两", (0, 0, *range(10), 2), strict=True))
_WEIGHTS = {"十": 10, "百": 100, "千": 1000}


def whole(words: str) -> int | None:
    """The whole number that ``words`` write, Arabic or Chinese; ``None`` where they write none.

    Digits without weights are read one after the other, as years are: 二〇二五.
    """
    if words.isascii():
        return int(words) if words.isdigit() and len(words) < 18 else None
    if not any(word in _WEIGHTS for word in words):
        return _digit_by_digit(words)
    total = 0
    digit = 0
    for word in words:
        if word in _WEIGHTS:
            total += (digit or 1) * _WEIGHTS[word]
            digit = 0
        elif word in _DIGITS:
            digit = _DIGITS[word]
        else:
            return None
    return total + digit


def _digit_by_digit(words: str) -> int | None:
    """二〇二五 → 2025."""
    if not words or len(words) > 8 or any(word not in _DIGITS for word in words):
        return None
    number = 0
    for word in words:
        number = number * 10 + _DIGITS[word]
    return number


def exact(words: str) -> Decimal:
    """The value of an Arabic numeral, with or without thousands separators."""
    return Decimal(words.replace(",", ""))
