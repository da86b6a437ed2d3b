# SPDX-License-Identifier: Apache-2.0
"""Holiday notices (节假日安排通知) and the calendar they add up to.

The State Council arranges the holidays of a year by a notice, and sometimes corrects one by
another. A day is what the latest notice that mentions it says; so a calendar can be drawn up as
it was known on any day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from yiju.kernel.invalid_input import InvalidInput
from yiju.kernel.working_days import ONE_DAY, WorkCalendar

Said = Literal["off", "work", "ordinary"]
_LONGEST_HOLIDAY_DAYS = 31
_VERSION_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Holiday:
    """One holiday of a notice: its name and the days off, weekends among them included."""

    name: str
    first_on: date
    last_on: date

    def __post_init__(self) -> None:
        if not 0 <= (self.last_on - self.first_on).days < _LONGEST_HOLIDAY_DAYS:
            raise InvalidInput(
                self.name,
                f"{self.first_on} 至 {self.last_on} 不是一段假期",
                "请先写首日、再写末日，且不超过一个月",
            )

    @property
    def days(self) -> tuple[date, ...]:
        """Every day off of this holiday."""
        length = (self.last_on - self.first_on).days + 1
        return tuple(self.first_on + n * ONE_DAY for n in range(length))


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayNotice:
    """What one notice says about the days of a year (and of the days next to it).

    ``number`` is ``None`` where the notice itself was not seen. ``known_on`` is the day it was
    issued, or the first day of its year where that is not known. ``ordinary`` are days that an
    earlier notice had arranged and this one leaves to the week again.
    """

    year: int
    number: str | None
    known_on: date
    holidays: tuple[Holiday, ...]
    work: frozenset[date] = frozenset()
    ordinary: frozenset[date] = frozenset()
    days: dict[date, Said] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        days: dict[date, Said] = {}
        for holiday in self.holidays:
            for day in holiday.days:
                self._say(days, day, "off", holiday.name)
        for day in sorted(self.work):
            self._say(days, day, "work", "上班")
        for day in sorted(self.ordinary):
            self._say(days, day, "ordinary", "照常")
        object.__setattr__(self, "days", days)

    def _say(self, days: dict[date, Said], day: date, said: Said, name: str) -> None:
        """One day, said once, and near its year: a wrong year or month is caught here."""
        if (
            not date(self.year, 1, 1) - ONE_DAY * _LONGEST_HOLIDAY_DAYS
            <= day
            <= date(self.year, 12, 31)
        ):
            raise InvalidInput(name, f"{day} 不属于{self.year}年的安排", "请更正日期")
        if day in days:
            raise InvalidInput(name, f"{day} 出现了两次", "请只保留一处")
        if said == "work" and day.weekday() < 5:  # Monday to Friday
            raise InvalidInput(name, f"{day} 不是周末，不能作为补班日", "请更正日期")
        days[day] = said


def calendar_of(
    notices: Iterable[HolidayNotice],
    *,
    known_on: date | None = None,
    statutory: frozenset[tuple[int, int]] = frozenset(),
) -> WorkCalendar:
    """The calendar that the notices add up to, as known on a day (``None``: all of them).

    A later notice wins day by day; of the same day, the one that comes later in the table. The
    version names the last year and the days themselves: equal days, equal version.
    """
    known = [notice for notice in notices if known_on is None or notice.known_on <= known_on]
    said: dict[date, Said] = {}
    for notice in sorted(known, key=lambda notice: notice.known_on):
        said |= notice.days
    years = frozenset(notice.year for notice in known)
    if not years:
        raise InvalidInput("date", f"no schedule was known on {known_on}", "give a later day")
    off = frozenset(day for day, what in said.items() if what == "off")
    make_up = frozenset(day for day, what in said.items() if what == "work")
    version = f"cn-{max(years)}-{_digest(years, off, make_up, statutory)}"
    return WorkCalendar(version, years, off, make_up, statutory)


def _digest(
    years: frozenset[int],
    off: frozenset[date],
    make_up: frozenset[date],
    statutory: frozenset[tuple[int, int]],
) -> str:
    content = repr([sorted(map(str, part)) for part in (years, off, make_up, statutory)])
    return hashlib.sha256(content.encode()).hexdigest()[:_VERSION_DIGITS]
