# SPDX-License-Identifier: Apache-2.0
"""Makes a notice out of what staff hand in, and refuses what cannot be one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yiju.kernel.document_id import normal_number
from yiju.kernel.holiday_notice import HolidayNotice
from yiju.kernel.invalid_input import InvalidInput
from yiju.office.calendar.pasted import read_pasted


class Verb(StrEnum):
    """What a notice does to its year."""

    ADD = "add"
    """Arranges a year that had no schedule."""
    AMEND = "amend"
    """Changes the days it names; the others stay as they were."""
    SUPERSEDE = "supersede"
    """Takes the place of all that was arranged for the year before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """A notice as staff hand it in: for which year, its number and day of issue, its words."""

    year: int
    number: str
    issued_on: date
    text: str


def drafted(verb: Verb, submitted: Submitted, notices: Sequence[HolidayNotice]) -> HolidayNotice:
    """The notice that would be entered after ``notices``."""
    earlier = [notice for notice in notices if notice.year == submitted.year]
    number = normal_number(submitted.number)
    _require_new(number, notices)
    _require_place(verb, submitted, earlier, notices)
    pasted = read_pasted(submitted.text, year=submitted.year)
    named = {day for holiday in pasted.holidays for day in holiday.days} | pasted.work
    dropped = frozenset[date]()
    if verb is Verb.SUPERSEDE:
        dropped = frozenset(day for notice in earlier for day in notice.days) - named
    return HolidayNotice(
        year=submitted.year,
        number=number,
        known_on=submitted.issued_on,
        holidays=pasted.holidays,
        work=pasted.work,
        ordinary=pasted.ordinary | dropped,
    )


def _require_new(number: str, notices: Sequence[HolidayNotice]) -> None:
    if not number:
        raise InvalidInput("number", "没有填写文号", "请填写通知的文号")
    if any(notice.number == number for notice in notices):
        raise InvalidInput("number", f"{number} 已经录入", "无须再录")


def _require_place(
    verb: Verb,
    submitted: Submitted,
    earlier: Sequence[HolidayNotice],
    notices: Sequence[HolidayNotice],
) -> None:
    """A year is added once, in order; a change comes after what it changes."""
    year = submitted.year
    if verb is Verb.ADD and earlier:
        raise InvalidInput("year", f"{year}年已有安排", "请选择调整或重新安排")
    if verb is not Verb.ADD and not earlier:
        raise InvalidInput("year", f"{year}年还没有安排", "请选择录入新的一年")
    following = max(notice.year for notice in notices) + 1
    if verb is Verb.ADD and year != following:
        raise InvalidInput("year", f"{year}年不是下一年", f"请先录入{following}年")
    last_on = max((notice.known_on for notice in earlier), default=submitted.issued_on)
    if submitted.issued_on < last_on:
        raise InvalidInput(
            "issued_on",
            f"{submitted.issued_on} 早于所调整的安排的发布日期 {last_on}",
            "请更正发布日期",
        )
