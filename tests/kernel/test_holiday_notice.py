# SPDX-License-Identifier: Apache-2.0
"""Holiday notices: what they may say, and which of two notices wins."""

from __future__ import annotations

from datetime import date

import pytest

from yiju.kernel.holiday_notice import Holiday, HolidayNotice, calendar_of
from yiju.kernel.invalid_input import InvalidInput


def notice(
    *holidays: Holiday, work: tuple[date, ...] = (), ordinary: tuple[date, ...] = (), on: int = 1
) -> HolidayNotice:
    """A sample notice for 2030, issued on a day of November 2029."""
    return HolidayNotice(
        year=2030,
        number=None,
        known_on=date(2029, 11, on),
        holidays=holidays,
        work=frozenset(work),
        ordinary=frozenset(ordinary),
    )


SPRING = Holiday("春节", date(2030, 2, 2), date(2030, 2, 9))
SATURDAY = date(2030, 2, 16)


def test_a_holiday_covers_all_its_days() -> None:
    assert SPRING.days[0] == date(2030, 2, 2)
    assert SPRING.days[-1] == date(2030, 2, 9)
    assert len(SPRING.days) == 8


@pytest.mark.parametrize("last_on", [date(2030, 2, 1), date(2030, 3, 9), date(2031, 2, 9)])
def test_a_holiday_ends_within_a_month_of_its_start(last_on: date) -> None:
    with pytest.raises(InvalidInput, match="不是一段假期"):
        Holiday("春节", date(2030, 2, 2), last_on)


def test_a_day_of_another_year_is_refused() -> None:
    with pytest.raises(InvalidInput, match="不属于2030年"):
        notice(Holiday("元旦", date(2031, 1, 1), date(2031, 1, 1)))


def test_the_last_days_of_the_year_before_belong_to_the_notice() -> None:
    early = notice(Holiday("元旦", date(2029, 12, 30), date(2030, 1, 1)))
    assert early.days[date(2029, 12, 30)] == "off"


@pytest.mark.parametrize(
    ("day", "belongs"), [(date(2029, 11, 30), False), (date(2029, 12, 1), True)]
)
def test_december_of_the_year_before_is_the_earliest(day: date, belongs: bool) -> None:
    try:
        notice(Holiday("元旦", day, day))
    except InvalidInput:
        assert not belongs
    else:
        assert belongs


def test_a_day_given_twice_is_refused() -> None:
    with pytest.raises(InvalidInput, match="出现了两次"):
        notice(SPRING, work=(date(2030, 2, 2),))


def test_a_weekday_cannot_be_made_up_for() -> None:
    with pytest.raises(InvalidInput, match="不是周末"):
        notice(work=(date(2030, 2, 18),))


def test_the_later_notice_wins_day_by_day() -> None:
    first = notice(SPRING, work=(SATURDAY,), on=1)
    second = notice(Holiday("春节延长", SATURDAY, SATURDAY), ordinary=(date(2030, 2, 8),), on=5)
    calendar = calendar_of([second, first])
    assert calendar.kind(SATURDAY).value == "holiday"
    assert calendar.kind(date(2030, 2, 8)).value == "ordinary"
    assert calendar.kind(date(2030, 2, 7)).value == "holiday"


def test_a_calendar_can_be_drawn_up_as_it_was_known() -> None:
    first = notice(SPRING, work=(SATURDAY,), on=1)
    second = notice(Holiday("春节延长", SATURDAY, SATURDAY), on=5)
    before = calendar_of([first, second], known_on=date(2029, 11, 4))
    assert before.kind(SATURDAY).value == "make_up"
    assert before.version != calendar_of([first, second]).version


def test_equal_days_have_an_equal_version() -> None:
    renamed = Holiday("新春", SPRING.first_on, SPRING.last_on)
    assert calendar_of([notice(SPRING)]).version == calendar_of([notice(renamed, on=3)]).version
    assert calendar_of([notice(SPRING)]).version.startswith("cn-2030-")


def test_a_day_before_any_notice_has_no_calendar() -> None:
    with pytest.raises(InvalidInput, match="no schedule was known"):
        calendar_of([notice(SPRING)], known_on=date(2029, 10, 31))
