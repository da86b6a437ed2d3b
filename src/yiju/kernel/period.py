# SPDX-License-Identifier: Apache-2.0
"""A period as a rule states it, kept symbolic: so many units from an event, and which border."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, date
from enum import StrEnum

from yiju.kernel.invalid_input import InvalidInput
from yiju.kernel.working_days import beyond_the_calendar

_MONTHS_A_YEAR = 12


class PeriodUnit(StrEnum):
    """What is counted."""

    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Border(StrEnum):
    """On which side of the period's last day a rule speaks.

    A period of N is full on its last day; what follows begins at 00:00 of the next.
    """

    WITHIN = "within"
    """15个工作日内: up to the last day, included."""
    FULL = "full"
    """满六个月: from the day after the last day."""
    LESS_THAN = "less_than"
    """不满十二个月: up to the last day, included."""
    AFTER = "after"
    """30日后: from the day after the last day."""


@dataclass(frozen=True, slots=True)
class Period:
    """So many units, and the border: five working days within, six months full."""

    amount: int
    unit: PeriodUnit
    border: Border

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise InvalidInput("amount", f"{self.amount} is no period", "give a number from 1 on")


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month where it has none.

    Source: Civil Code, article 202.
    """
    year, month0 = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + months, _MONTHS_A_YEAR)
    if year > MAXYEAR:
        raise beyond_the_calendar(day)
    month = month0 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
