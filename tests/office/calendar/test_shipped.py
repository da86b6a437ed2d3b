# SPDX-License-Identifier: Apache-2.0
"""The shipped calendar table, held against a second witness."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest

from yiju.kernel.invalid_input import InvalidInput
from yiju.office.calendar.shipped import shipped_calendar, shipped_table

DIFFERENCES = {
    # 国办发明电〔2005〕35号 makes up for New Year 2006 on this Saturday of the year before; the
    # witness leaves it a weekend day.
    date(2005, 12, 31): True,
}


def test_every_day_from_2004_to_2026_is_as_the_second_witness_has_it() -> None:
    calendar = shipped_calendar()
    days = (date(2004, 1, 1) + timedelta(days=n) for n in range(23 * 365 + 6))
    differing = {
        day: calendar.is_working_day(day)
        for day in days
        if calendar.is_working_day(day) != chinese_calendar.is_workday(day)
    }
    assert differing == DIFFERENCES


def test_the_table_has_every_year_from_2004_to_2026() -> None:
    assert shipped_calendar().years == frozenset(range(2004, 2027))


def test_every_notice_seen_has_a_number_of_its_own_and_an_order() -> None:
    notices = shipped_table().notices
    numbers = [notice.number for notice in notices if notice.number]
    assert len(set(numbers)) == len(numbers)
    assert [notice.known_on for notice in notices] == sorted(n.known_on for n in notices)
    assert {notice.year for notice in notices if notice.number is None} == {2004, 2005, 2008}


@pytest.mark.parametrize("year", range(2005, 2027))
def test_a_year_was_unknown_until_its_notice_was_issued(year: int) -> None:
    issued_on = min(n.known_on for n in shipped_table().notices if n.year == year)
    before = shipped_calendar(issued_on - timedelta(days=1))
    assert before.is_provisional(date(year, 6, 1))
    assert not shipped_calendar(issued_on).is_provisional(date(year, 6, 1))


def test_before_the_first_schedule_there_was_no_calendar() -> None:
    with pytest.raises(InvalidInput, match="no schedule was known"):
        shipped_calendar(date(2003, 12, 31))
