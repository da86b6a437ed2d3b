# SPDX-License-Identifier: Apache-2.0
"""Periods reckoned from an event: examples, borders and the laws of month arithmetic."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kernel.worked_examples import examples
from yiju.kernel.deadline import reckon
from yiju.kernel.invalid_input import InvalidInput
from yiju.kernel.period import Border, Period, PeriodUnit, months_after
from yiju.office.calendar.shipped import shipped_calendar

CALENDAR = shipped_calendar()
ONE_DAY = timedelta(days=1)
events = st.dates(date(2004, 1, 1), date(2040, 12, 31))
periods = st.builds(
    Period, st.integers(1, 200), st.sampled_from(PeriodUnit), st.sampled_from(Border)
)


@pytest.mark.parametrize("row", examples("deadlines.toml", "deadline"))
def test_a_period_is_reckoned_as_in_the_worked_example(row: dict[str, Any]) -> None:
    period = Period(row["amount"], PeriodUnit(row["unit"]), Border(row["border"]))
    deadline = reckon(period, row["event_on"], CALENDAR, act_to_be_done=row.get("act", False))
    assert (deadline.full_on, deadline.next_on) == (row["full_on"], row["next_on"])
    assert deadline.provisional == row.get("provisional", False)


@pytest.mark.parametrize("border", [Border.WITHIN, Border.LESS_THAN])
def test_within_and_less_than_hold_to_the_end_of_the_last_day(border: Border) -> None:
    deadline = reckon(
        Period(6, PeriodUnit.MONTH, border), date(2025, 4, 10), CALENDAR, act_to_be_done=False
    )
    on_days = [date(2025, 4, 9), date(2025, 4, 10), date(2025, 10, 10), date(2025, 10, 11)]
    assert [deadline.holds(day) for day in on_days] == [False, True, True, False]
    assert [deadline.is_over(day) for day in on_days] == [False, False, False, True]


@pytest.mark.parametrize("border", [Border.FULL, Border.AFTER])
def test_full_and_after_hold_from_the_next_day_on(border: Border) -> None:
    deadline = reckon(
        Period(6, PeriodUnit.MONTH, border), date(2025, 4, 10), CALENDAR, act_to_be_done=False
    )
    on_days = [date(2025, 4, 10), date(2025, 10, 10), date(2025, 10, 11)]
    assert [deadline.holds(day) for day in on_days] == [False, False, True]


@given(events, periods, st.booleans())
def test_a_longer_period_never_ends_earlier(event_on: date, period: Period, act: bool) -> None:
    longer = Period(period.amount + 1, period.unit, period.border)
    ends = [reckon(p, event_on, CALENDAR, act_to_be_done=act).last_on for p in (period, longer)]
    assert ends[0] <= ends[1]


@given(events, periods, st.booleans())
def test_a_later_event_never_ends_earlier(event_on: date, period: Period, act: bool) -> None:
    ends = [
        reckon(period, day, CALENDAR, act_to_be_done=act).last_on
        for day in (event_on, event_on + ONE_DAY)
    ]
    assert ends[0] <= ends[1]


@given(events, periods)
def test_an_act_is_never_due_on_a_day_off(event_on: date, period: Period) -> None:
    deadline = reckon(period, event_on, CALENDAR, act_to_be_done=True)
    assert CALENDAR.is_working_day(deadline.last_on)
    assert deadline.last_on >= deadline.full_on
    assert deadline.calendar == CALENDAR.version


@given(events, st.sampled_from([PeriodUnit.DAY, PeriodUnit.MONTH, PeriodUnit.YEAR]))
def test_where_time_merely_passes_no_calendar_is_used(event_on: date, unit: PeriodUnit) -> None:
    deadline = reckon(Period(3, unit, Border.FULL), event_on, CALENDAR, act_to_be_done=False)
    assert deadline.last_on == deadline.full_on
    assert deadline.calendar is None
    assert not deadline.provisional


@given(events, periods, st.booleans(), st.integers(-5, 400))
def test_within_and_after_never_hold_together(
    event_on: date, period: Period, act: bool, offset: int
) -> None:
    day = event_on + offset * ONE_DAY
    within, after = (
        reckon(Period(period.amount, period.unit, b), event_on, CALENDAR, act_to_be_done=act)
        for b in (Border.WITHIN, Border.AFTER)
    )
    assert (within.holds(day) + after.holds(day)) == (day >= event_on)


@given(events, st.integers(0, 400), st.integers(0, 400))
def test_months_in_two_steps_never_end_later_than_at_once(day: date, one: int, two: int) -> None:
    stepwise, at_once = months_after(months_after(day, one), two), months_after(day, one + two)
    assert stepwise <= at_once
    assert day.day > 28 or stepwise == at_once


@given(events, st.integers(0, 400))
def test_months_end_on_the_same_day_or_the_end_of_the_month(day: date, months: int) -> None:
    end = months_after(day, months)
    assert end.day == day.day or (end + ONE_DAY).day == 1


def test_twelve_months_are_a_year() -> None:
    for unit, amount in ((PeriodUnit.MONTH, 24), (PeriodUnit.YEAR, 2)):
        period = Period(amount, unit, Border.FULL)
        deadline = reckon(period, date(2024, 2, 29), CALENDAR, act_to_be_done=False)
        assert deadline.full_on == date(2026, 2, 28)


@pytest.mark.parametrize("amount", [0, -1])
def test_a_period_is_at_least_one(amount: int) -> None:
    with pytest.raises(InvalidInput, match="is no period"):
        Period(amount, PeriodUnit.DAY, Border.WITHIN)


@pytest.mark.parametrize("unit", PeriodUnit)
def test_a_period_past_the_last_date_is_refused(unit: PeriodUnit) -> None:
    with pytest.raises(InvalidInput, match="runs past 9999-12-31"):
        reckon(Period(10**7, unit, Border.FULL), date(2025, 1, 1), CALENDAR, act_to_be_done=False)


def test_nothing_follows_the_last_date() -> None:
    period = Period(1, PeriodUnit.DAY, Border.FULL)
    deadline = reckon(period, date(9999, 12, 30), CALENDAR, act_to_be_done=False)
    with pytest.raises(InvalidInput, match="runs past 9999-12-31"):
        _ = deadline.next_on


def test_a_new_version_of_the_calendar_makes_a_deadline_stale() -> None:
    before = shipped_calendar(date(2025, 11, 3))
    event_on = date(2026, 2, 13)
    due, mere = (
        reckon(Period(20, PeriodUnit.DAY, Border.WITHIN), event_on, before, act_to_be_done=act)
        for act in (True, False)
    )
    assert due.provisional
    assert due.is_stale(CALENDAR)
    assert not due.is_stale(before)
    assert not mere.is_stale(CALENDAR)


def test_the_last_year_that_can_be_written_is_reached() -> None:
    assert months_after(date(9998, 12, 31), 12) == date(9999, 12, 31)
