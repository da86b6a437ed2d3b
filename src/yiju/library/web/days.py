# SPDX-License-Identifier: Apache-2.0
"""Days as they are written to people, in the reader's language and on every machine alike."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import get_language

from yiju.office.clock import BEIJING

CHINESE_WEEKDAYS = "一二三四五六日"
ENGLISH_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date | str | None) -> str:
    """A day as it is written to people: 2025年4月25日（周五）; a year or a month alone as such.

    Clear of the computer's locale, so that a page looks the same on every machine.
    """
    if value is None or value == "":
        return "—"
    if isinstance(value, str):
        parts = [int(part) for part in value.split("-")]
        if len(parts) < 3:
            return _part_of_year(*parts)
        value = date(*parts)
    if get_language() == "en":
        month = ENGLISH_MONTHS[value.month - 1]
        return f"{ENGLISH_WEEKDAYS[value.weekday()]} {value.day} {month} {value.year}"
    weekday = CHINESE_WEEKDAYS[value.weekday()]
    return f"{value.year}年{value.month}月{value.day}日（周{weekday}）"


def _part_of_year(year: int, month: int | None = None) -> str:
    if get_language() == "en":
        return f"{ENGLISH_MONTHS[month - 1]} {year}" if month else str(year)
    return f"{year}年{month}月" if month else f"{year}年"


def plain_day(value: date | None) -> str:
    """A day without its weekday, for narrow columns; of an instant, its day in Beijing."""
    if value is None:
        return "—"
    if isinstance(value, datetime):
        value = value.astimezone(BEIJING).date()
    if get_language() == "en":
        return f"{value.day} {ENGLISH_MONTHS[value.month - 1]} {value.year}"
    return f"{value.year}年{value.month}月{value.day}日"
