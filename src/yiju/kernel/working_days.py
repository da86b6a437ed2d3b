# SPDX-License-Identifier: Apache-2.0
"""Working days (工作日): weekends and public holidays are out, make-up days (补班) are in.

The calendar is a value; where its days come from is told in ``holiday_notice`` and in
docs/adr/0002-working-day-calendar.md. The day of the event is never counted (Civil Code, 201).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from yiju.kernel.invalid_input import InvalidInput

ONE_DAY = timedelta(days=1)
_SATURDAY = 5


class DayKind(StrEnum):
    """Why a day is or is not a working day."""

    ORDINARY = "ordinary"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make_up"

    @property
    def working(self) -> bool:
        """Whether offices work on a day of this kind."""
        return self in (DayKind.ORDINARY, DayKind.MAKE_UP)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The working days as one version of the holiday schedules gives them.

    ``years`` are those whose schedule is published. A later year is answered provisionally, with
    weekends and the holidays that statute fixes by date (``statutory``, month and day); a year
    before the first is not answered at all.
    """

    version: str
    years: frozenset[int]
    off: frozenset[date]
    make_up: frozenset[date]
    statutory: frozenset[tuple[int, int]] = frozenset()

    def __post_init__(self) -> None:
        if not self.years:
            raise ValueError("a calendar knows at least one year")
        if both := self.off & self.make_up:
            raise ValueError(f"both off and made up: {min(both)}")

    @property
    def first_year(self) -> int:
        """The first year that is answered."""
        return min(self.years)

    @property
    def last_year(self) -> int:
        """The last year whose schedule is published."""
        return max(self.years)

    def kind(self, day: date) -> DayKind:
        """What kind of day it is; raises ``InvalidInput`` before the first year known."""
        self._require_known(day)
        if day in self.make_up:
            return DayKind.MAKE_UP
        if day in self.off:
            return DayKind.HOLIDAY
        if day.year not in self.years and (day.month, day.day) in self.statutory:
            return DayKind.HOLIDAY
        return DayKind.WEEKEND if day.weekday() >= _SATURDAY else DayKind.ORDINARY

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on that day."""
        return self.kind(day).working

    def is_provisional(self, first_on: date, last_on: date | None = None) -> bool:
        """Whether the day, or a span of days, touches a year whose schedule is not published."""
        self._require_known(first_on)
        last_year = first_on.year if last_on is None else last_on.year
        return not self.years.issuperset(range(first_on.year, last_year + 1))

    def _require_known(self, day: date) -> None:
        if day.year < self.first_year:
            raise InvalidInput(
                "date",
                f"{day} lies before {self.first_year}, the first year of the calendar",
                f"give a date from {self.first_year}-01-01 on",
            )


class WorkingDay(NamedTuple):
    """The day that a count of working days ends on, and whether it may still move."""

    on: date
    provisional: bool


class WorkingDays(NamedTuple):
    """A number of working days, and whether it may still change."""

    working_days: int
    provisional: bool


def add_working_days(calendar: WorkCalendar, event_on: date, count: int) -> WorkingDay:
    """The ``count``-th working day after ``event_on``; the day of the event for 0.

    Provisional where a day that was looked at lies in a year without a published schedule.
    """
    if count < 0:
        raise InvalidInput("count", f"{count} is less than 0", "working days are counted forward")
    if count > (date.max - event_on).days:
        raise beyond_the_calendar(event_on)
    day = event_on
    while count:
        if day == date.max:
            raise beyond_the_calendar(event_on)
        day += ONE_DAY
        count -= calendar.is_working_day(day)
    return WorkingDay(day, calendar.is_provisional(event_on, day))


def working_days_between(calendar: WorkCalendar, event_on: date, last_on: date) -> WorkingDays:
    """How many working days there are from the day after ``event_on`` to ``last_on`` inclusive."""
    if last_on < event_on:
        raise InvalidInput(
            "date", f"{last_on} lies before {event_on}", "give the earlier day first"
        )
    days = (event_on + timedelta(days=n) for n in range(1, (last_on - event_on).days + 1))
    provisional = calendar.is_provisional(event_on, last_on)
    return WorkingDays(sum(map(calendar.is_working_day, days)), provisional)


def next_working_day(calendar: WorkCalendar, day: date) -> WorkingDay:
    """The day itself where offices work on it, else the first working day after it."""
    if calendar.is_working_day(day):
        return WorkingDay(day, calendar.is_provisional(day))
    return add_working_days(calendar, day, 1)


def beyond_the_calendar(event_on: date) -> InvalidInput:
    """The refusal of a period that runs past the last day that can be written."""
    return InvalidInput("date", f"the period from {event_on} runs past {date.max}", "shorten it")
