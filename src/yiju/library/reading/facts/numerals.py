# SPDX-License-Identifier: Apache-2.0
"""Numbers as official texts write them: 15, 十五, 两, 1,200."""

from __future__ import annotations

from decimal import Decimal

from yiju.kernel.numerals import numeral_value

CHINESE = "〇○零一二三四五六七八九十百千两"
"""The characters of a Chinese numeral below ten thousand, for use inside a character class."""


def whole(words: str) -> int | None:
    """The whole number that ``words`` write, Arabic or Chinese; ``None`` where they write none."""
    if words.isascii():
        return int(words) if words.isdigit() else None
    return numeral_value(words.replace("〇", "零").replace("○", "零"))


def exact(words: str) -> Decimal:
    """The value of an Arabic numeral, with or without thousands separators."""
    return Decimal(words.replace(",", ""))
