# SPDX-License-Identifier: Apache-2.0
"""Chinese numerals as official texts use them: 第一百二十条, 二〇二五年, 两年, 十五个工作日."""

from __future__ import annotations

import re

_DIGITS = "〇一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | {"零": 0, "两": 2, "○": 0}
_BEYOND = 10**12
_POSITIONAL = re.compile(r"[〇零○一二三四五六七八九]+")
_GROUP = re.compile(
    r"(?:(?P<千>[一二两三四五六七八九])千)?"
    r"(?:零?(?P<百>[一二两三四五六七八九])百)?"
    r"(?:零?(?P<十>[一二三四五六七八九])?(?P<ten>十))?"
    r"零?(?P<个>[一二两三四五六七八九])?"
)


def chinese_numeral(number: int) -> str:
    """The numeral of a whole number as it stands in 第…条: 11 is 十一, 120 is 一百二十.

    Numbers from 0 up to 9999 亿 are written; others have no place in a citation.
    """
    if not 0 <= number < _BEYOND:
        raise ValueError(f"no citation numeral for {number}")
    if number == 0:
        return "零"
    written = ""
    for name, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        group = number // size % 10**4
        if not group:
            continue
        # A gap of empty places inside a number is spoken as one 零: 10010 is 一万零一十.
        written += ("零" if written and group < 1000 else "") + _group_numeral(group) + name
    return written[1:] if written.startswith("一十") else written


def _group_numeral(group: int) -> str:
    """Four places at most, 1 to 9999; a gap between places is one 零."""
    written, gap = "", False
    for name, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = group // size % 10
        if not digit:
            gap = bool(written)
            continue
        written += ("零" if gap else "") + _DIGITS[digit] + name
        gap = False
    return written


def numeral_value(numeral: str) -> int | None:
    """The number that a Chinese numeral stands for, or ``None`` where it is none.

    Reads place notation (一百二十, 十五, 两千, 三万零五), and digit by digit (二〇二五, 一二〇).
    """
    if _POSITIONAL.fullmatch(numeral):
        return int("".join(str(_VALUES[digit]) for digit in numeral))
    total, rest = 0, numeral
    for name, size in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = rest.partition(name)
        if found:
            value = _group_value(head)
            if not value:
                return None
            total, rest = total + value * size, tail
    value = _group_value(rest) if rest else 0
    return None if value is None or not numeral else total + value


def _group_value(group: str) -> int | None:
    """The value of up to four places, or ``None``; a bare 十 is 10."""
    match = _GROUP.fullmatch(group)
    if match is None or not group.strip("零"):
        return None
    value = 10 * _VALUES[match["十"] or "一"] if match["ten"] else 0
    for name, size in (("个", 1), ("百", 100), ("千", 1000)):
        value += size * _VALUES[match[name] or "零"]
    return value
