# SPDX-License-Identifier: Apache-2.0
"""Working days: the worked examples, the laws of counting, and the borders of the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kernel.worked_examples import examples
from yiju.kernel.invalid_input import InvalidInput
from yiju.kernel.working_days import (
    WorkCalendar,
    add_working_days,
    next_working_day,
    working_days_between,
)
from yiju.office.calendar.shipped import shipped_calendar

CALENDAR = shipped_calendar()
days = st.dates(date(2004, 1, 1), date(2030, 12, 31))
counts = st.integers(0, 300)


@pytest.mark.parametrize("row", examples("working_days.toml", "add"))
def test_working_days_are_counted_as_in_the_worked_example(row: dict[str, Any]) -> None:
    assert add_working_days(CALENDAR, row["event_on"], row["working_days"]) == (row["on"], False)


@pytest.mark.parametrize("row", examples("working_days.toml", "kind"))
def test_a_day_is_of_the_kind_its_notice_says(row: dict[str, Any]) -> None:
    assert shipped_calendar(row.get("known_on")).kind(row["day"]) == row["why"]


@given(days, counts)
def test_counting_back_gives_what_was_added(event_on: date, count: int) -> None:
    last_on, _ = add_working_days(CALENDAR, event_on, count)
    assert working_days_between(CALENDAR, event_on, last_on).working_days == count


@given(days, counts)
def test_more_working_days_never_end_earlier(event_on: date, count: int) -> None:
    sooner, later = (add_working_days(CALENDAR, event_on, n).on for n in (count, count + 1))
    assert sooner < later


@given(days, counts)
def test_a_later_event_never_ends_earlier(event_on: date, count: int) -> None:
    next_on = event_on + timedelta(days=1)
    assert (
        add_working_days(CALENDAR, event_on, count).on
        <= add_working_days(CALENDAR, next_on, count).on
    )


@given(days, st.integers(1, 300))
def test_a_count_of_one_or_more_ends_on_a_working_day(event_on: date, count: int) -> None:
    assert CALENDAR.is_working_day(add_working_days(CALENDAR, event_on, count).on)


@given(days, counts, counts)
def test_counting_in_two_steps_is_counting_at_once(event_on: date, one: int, two: int) -> None:
    halfway = add_working_days(CALENDAR, event_on, one).on
    at_once = add_working_days(CALENDAR, event_on, one + two).on
    assert add_working_days(CALENDAR, halfway, two).on == at_once


@given(days)
def test_the_next_working_day_is_the_day_itself_or_the_first_after_it(day: date) -> None:
    found = next_working_day(CALENDAR, day).on
    skipped = [day + timedelta(days=n) for n in range((found - day).days)]
    assert CALENDAR.is_working_day(found)
    assert not any(map(CALENDAR.is_working_day, skipped))


def test_beyond_the_last_schedule_the_answer_is_provisional() -> None:
    assert add_working_days(CALENDAR, date(2026, 12, 30), 1) == (date(2026, 12, 31), False)
    assert add_working_days(CALENDAR, date(2026, 12, 30), 2) == (date(2027, 1, 4), True)
    assert working_days_between(CALENDAR, date(2026, 12, 30), date(2027, 1, 4)) == (2, True)
    assert next_working_day(CALENDAR, date(2027, 5, 1)) == (date(2027, 5, 3), True)


def test_beyond_the_last_schedule_weekends_and_statutory_days_are_off() -> None:
    off = [date(2027, 1, 1), date(2027, 5, 2), date(2027, 10, 3)]
    assert [CALENDAR.kind(day).value for day in off] == ["holiday"] * 3
    assert CALENDAR.kind(date(2027, 1, 2)).value == "weekend"
    assert CALENDAR.kind(date(2027, 1, 4)).value == "ordinary"


def test_a_statutory_day_of_a_published_year_is_what_the_schedule_says() -> None:
    calendar = WorkCalendar(
        "sample", frozenset({2007}), frozenset(), frozenset(), CALENDAR.statutory
    )
    assert calendar.kind(date(2007, 5, 2)).value == "ordinary"


def test_a_year_missing_in_between_makes_the_count_provisional() -> None:
    calendar = WorkCalendar("sample", frozenset({2024, 2026}), frozenset(), frozenset())
    assert add_working_days(calendar, date(2024, 12, 31), 300).provisional


@pytest.mark.parametrize("day", [date(2003, 12, 31), date.min])
def test_before_the_first_year_nothing_is_answered(day: date) -> None:
    for ask in (
        lambda: CALENDAR.kind(day),
        lambda: add_working_days(CALENDAR, day, 0),
        lambda: working_days_between(CALENDAR, day, date(2004, 2, 1)),
    ):
        with pytest.raises(InvalidInput, match="before 2004"):
            ask()


def test_working_days_are_not_counted_backwards() -> None:
    with pytest.raises(InvalidInput, match="counted forward"):
        add_working_days(CALENDAR, date(2025, 1, 1), -1)
    with pytest.raises(InvalidInput, match="earlier day first"):
        working_days_between(CALENDAR, date(2025, 1, 2), date(2025, 1, 1))


@pytest.mark.parametrize(
    ("day", "count"), [("9999-12-30", 2), ("9999-12-01", 29), ("2025-01-01", 9**9)]
)
def test_a_count_past_the_last_date_is_refused(day: str, count: int) -> None:
    with pytest.raises(InvalidInput, match="runs past 9999-12-31"):
        add_working_days(CALENDAR, date.fromisoformat(day), count)


def test_a_calendar_knows_a_year_and_no_day_both_ways() -> None:
    with pytest.raises(ValueError, match="at least one year"):
        WorkCalendar("sample", frozenset(), frozenset(), frozenset())
    day = frozenset({date(2025, 10, 11)})
    with pytest.raises(ValueError, match="both off and made up"):
        WorkCalendar("sample", frozenset({2025}), day, day)


def test_a_calendar_knows_its_first_and_last_year() -> None:
    assert (CALENDAR.first_year, CALENDAR.last_year) == (2004, 2026)


def test_the_last_date_that_can_be_written_is_reached() -> None:
    assert add_working_days(CALENDAR, date(9999, 12, 30), 1).on == date(9999, 12, 31)
