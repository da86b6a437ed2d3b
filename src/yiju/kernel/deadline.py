# SPDX-License-Identifier: Apache-2.0
"""A period reckoned from its event: its last day, and what holds on any day.

Civil Code, articles 201 to 203: the day of the event is not counted; months and years end on the
same day, or the end of the month; a last day that is no working day moves to the next working
day, but only where somebody has an act to do by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yiju.kernel.period import Border, Period, PeriodUnit, months_after
from yiju.kernel.working_days import (
    ONE_DAY,
    WorkCalendar,
    add_working_days,
    beyond_the_calendar,
    next_working_day,
)

_MONTHS = {PeriodUnit.MONTH: 1, PeriodUnit.YEAR: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A reckoned period.

    ``full_on`` is the day on which the amount is full; ``last_on`` the last day of the period,
    later than that where it moved off a weekend or holiday. ``calendar`` is the version of the
    working-day calendar that the result rests on, ``None`` where it rests on none; a provisional
    deadline is reckoned again when a newer version comes.
    """

    period: Period
    event_on: date
    full_on: date
    last_on: date
    provisional: bool
    calendar: str | None

    @property
    def next_on(self) -> date:
        """The day whose 00:00 ends the period: what follows "full" or "after" begins then."""
        if self.last_on == date.max:
            raise beyond_the_calendar(self.event_on)
        return self.last_on + ONE_DAY

    def is_over(self, day: date) -> bool:
        """Whether the last day has passed: an act on that day is late."""
        return day > self.last_on

    def is_stale(self, calendar: WorkCalendar) -> bool:
        """Whether it rests on another version of the calendar and is to be reckoned again."""
        return self.calendar not in (None, calendar.version)

    def holds(self, day: date) -> bool:
        """Whether what the rule says of the period is true on a day.

        "Within" and "less than" hold from the event to the last day, both included; "full" and
        "after" from the day after the last day.
        """
        if self.period.border in (Border.FULL, Border.AFTER):
            return self.is_over(day)
        return self.event_on <= day <= self.last_on


def reckon(
    period: Period, event_on: date, calendar: WorkCalendar, *, act_to_be_done: bool
) -> Deadline:
    """Reckons a period from the day of its event.

    ``act_to_be_done`` says that somebody must act by the last day (file, decide, pay), so that a
    last day off moves on to the next working day (Civil Code, 203). Where time merely passes
    (points clear, a ban ends) nothing moves. A period in working days never needs to move.
    """
    if period.unit is PeriodUnit.WORKING_DAY:
        on, provisional = add_working_days(calendar, event_on, period.amount)
        return _deadline(period, event_on, on, on, provisional, calendar.version)
    full_on = _full_on(period, event_on)
    if not act_to_be_done:
        return _deadline(period, event_on, full_on, full_on, False, None)
    last_on, provisional = next_working_day(calendar, full_on)
    return _deadline(period, event_on, full_on, last_on, provisional, calendar.version)


def _full_on(period: Period, event_on: date) -> date:
    """The day on which days, months or years are full, holidays not looked at."""
    if period.unit is not PeriodUnit.DAY:
        return months_after(event_on, period.amount * _MONTHS[period.unit])
    if period.amount > (date.max - event_on).days:
        raise beyond_the_calendar(event_on)
    return event_on + period.amount * ONE_DAY


def _deadline(
    period: Period,
    event_on: date,
    full_on: date,
    last_on: date,
    provisional: bool,
    version: str | None,
) -> Deadline:
    return Deadline(
        period=period,
        event_on=event_on,
        full_on=full_on,
        last_on=last_on,
        provisional=provisional,
        calendar=version,
    )
