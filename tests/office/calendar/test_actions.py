# SPDX-License-Identifier: Apache-2.0
"""The office keeps up its calendar: years added, amended, superseded, previewed and recorded."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from yiju.kernel.actor import PUBLIC, Actor, party_actor
from yiju.kernel.invalid_input import InvalidInput
from yiju.kernel.working_days import WorkCalendar, add_working_days
from yiju.office.access.roles import NotAllowed
from yiju.office.calendar import actions, queries
from yiju.office.calendar.drafting import Submitted, Verb
from yiju.office.calendar.models import Notice
from yiju.office.calendar.shipped import shipped_calendar
from yiju.office.journal.models import Entry

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
STAFF = party_actor("user:sample", "publisher")
NEXT_YEAR = Submitted(
    year=2027,
    number="样办发 [2026] 1号",
    issued_on=date(2026, 11, 10),
    text="元旦 2027-01-01 2027-01-03\n春节 2027-02-05 2027-02-11\n上班 2027-02-14",
)
SHORTER = Submitted(
    year=2027,
    number="样办发〔2026〕2号",
    issued_on=date(2026, 11, 20),
    text="春节：2月6日至9日放假，共4天。",
)
Entered = Callable[..., WorkCalendar]


def kinds(calendar: WorkCalendar, *days: str) -> list[str]:
    return [calendar.kind(date.fromisoformat(day)).value for day in days]


def test_without_a_notice_of_its_own_the_office_uses_the_shipped_calendar() -> None:
    assert queries.current_calendar() == shipped_calendar()
    assert queries.years()[:2] == (2026, 2025)


def test_an_added_year_makes_its_days_firm() -> None:
    calendar = actions.add_year(STAFF, NEXT_YEAR, at=AT)
    assert calendar == queries.current_calendar()
    assert calendar.last_year == 2027
    assert kinds(calendar, "2027-02-08", "2027-02-14", "2027-05-03") == [
        "holiday",
        "make_up",
        "ordinary",
    ]
    assert add_working_days(calendar, date(2026, 12, 31), 1) == (date(2027, 1, 4), False)


def test_an_amendment_changes_only_the_days_it_names() -> None:
    actions.add_year(STAFF, NEXT_YEAR, at=AT)
    calendar = actions.amend_year(
        STAFF,
        Submitted(
            year=2027, number="样办发〔2026〕2号", issued_on=date(2026, 11, 20),
            text="照常 2027-02-11\n春节延长 2027-02-14",
        ),
        at=AT,
    )  # fmt: skip
    assert kinds(calendar, "2027-02-10", "2027-02-11", "2027-02-14") == [
        "holiday",
        "ordinary",
        "holiday",
    ]


def test_a_superseding_notice_takes_the_place_of_everything_before_it() -> None:
    actions.add_year(STAFF, NEXT_YEAR, at=AT)
    calendar = actions.supersede_year(STAFF, SHORTER, at=AT)
    assert kinds(calendar, "2027-02-09", "2027-02-10", "2027-02-14", "2027-01-01") == [
        "holiday",
        "ordinary",
        "weekend",
        "ordinary",
    ]


def test_a_past_calendar_can_be_drawn_up_again() -> None:
    actions.add_year(STAFF, NEXT_YEAR, at=AT)
    actions.supersede_year(STAFF, SHORTER, at=AT)
    before = queries.current_calendar(known_on=date(2026, 11, 19))
    assert kinds(before, "2027-02-10") == ["holiday"]
    assert queries.current_calendar(known_on=date(2026, 11, 9)) == shipped_calendar()


def test_a_preview_shows_the_changed_days_and_writes_nothing() -> None:
    changed = queries.preview(STAFF, Verb.ADD, NEXT_YEAR)
    assert {change.day.isoformat(): (change.before, change.after) for change in changed} == {
        "2027-02-05": ("ordinary", "holiday"),
        "2027-02-06": ("weekend", "holiday"),
        "2027-02-07": ("weekend", "holiday"),
        "2027-02-08": ("ordinary", "holiday"),
        "2027-02-09": ("ordinary", "holiday"),
        "2027-02-10": ("ordinary", "holiday"),
        "2027-02-11": ("ordinary", "holiday"),
        "2027-02-14": ("weekend", "make_up"),
        "2027-01-02": ("weekend", "holiday"),
        "2027-01-03": ("weekend", "holiday"),
        "2027-05-01": ("holiday", "weekend"),
        "2027-05-02": ("holiday", "weekend"),
        "2027-10-01": ("holiday", "ordinary"),
        "2027-10-02": ("holiday", "weekend"),
        "2027-10-03": ("holiday", "weekend"),
    }
    assert not Notice.objects.exists()


def test_the_journal_tells_what_was_entered() -> None:
    calendar = actions.add_year(STAFF, NEXT_YEAR, at=AT)
    entry = Entry.objects.get(stream=actions.STREAM)
    body = json.loads(entry.body)
    assert (entry.kind, entry.actor, entry.at) == ("calendar_year_added", "user:sample", AT)
    assert (body["number"], body["after"]) == ("样办发〔2026〕1号", calendar.version)
    assert body["days"]["2027-02-14"] == "work"


@pytest.mark.parametrize(
    ("enter", "change", "place"),
    [
        (actions.add_year, {"year": 2026}, "year"),
        (actions.add_year, {"year": 2028}, "year"),
        (actions.amend_year, {}, "year"),
        (actions.supersede_year, {}, "year"),
        (actions.add_year, {"number": " "}, "number"),
        (actions.add_year, {"number": "国办发明电〔2025〕7号"}, "number"),
        (actions.add_year, {"text": "祝节日平安"}, "text"),
        (actions.amend_year, {"year": 2026, "issued_on": date(2025, 1, 1)}, "issued_on"),
    ],
)
def test_what_cannot_be_entered_leaves_the_calendar_as_it_was(
    enter: Entered, change: dict[str, Any], place: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        enter(STAFF, replace(NEXT_YEAR, **change), at=AT)
    assert refused.value.place == place
    assert queries.current_calendar() == shipped_calendar()
    assert not Entry.objects.filter(stream=actions.STREAM).exists()


@pytest.mark.parametrize("actor", [PUBLIC, party_actor("user:sample", "editor")])
def test_only_those_who_set_working_days_enter_or_preview(actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        actions.add_year(actor, NEXT_YEAR, at=AT)
    with pytest.raises(NotAllowed):
        queries.preview(actor, Verb.ADD, NEXT_YEAR)


def test_a_kept_version_is_found_again_whole() -> None:
    calendar = actions.add_year(STAFF, NEXT_YEAR, at=AT)
    actions.keep_version(calendar, at=AT)
    actions.keep_version(calendar, at=AT)
    actions.supersede_year(STAFF, SHORTER, at=AT)
    assert queries.kept_calendar(calendar.version) == calendar
    assert queries.kept_calendar("cn-1999-00000000") is None


def test_the_page_of_a_year_shows_its_notices_and_days() -> None:
    actions.add_year(STAFF, NEXT_YEAR, at=AT)
    page = queries.year_schedule(STAFF, 2027)
    assert page.published
    assert [(line.number, line.origin, line.entered_by) for line in page.notices] == [
        ("样办发〔2026〕1号", "office", "user:sample")
    ]
    assert [(str(d.day), d.kind.value, d.holiday) for d in page.days][-2:] == [
        ("2027-02-11", "holiday", "春节"),
        ("2027-02-14", "make_up", ""),
    ]


def test_the_public_sees_the_schedule_but_not_who_entered_it() -> None:
    actions.add_year(STAFF, NEXT_YEAR, at=AT)
    assert [line.entered_by for line in queries.year_schedule(PUBLIC, 2027).notices] == [None]


def test_the_page_of_a_past_day_shows_what_was_known_then() -> None:
    page = queries.year_schedule(PUBLIC, 2020, known_on=date(2020, 1, 25))
    assert [line.number for line in page.notices] == ["国办发明电〔2019〕16号"]
    assert ("2020-02-01", "make_up") in [(str(line.day), line.kind.value) for line in page.days]
    now = queries.year_schedule(PUBLIC, 2020)
    assert [line.number for line in now.notices][-1] == "国办发明电〔2020〕1号"
    assert ("2020-02-01", "春节延长") in [(str(line.day), line.holiday) for line in now.days]


def test_the_page_of_a_year_without_a_schedule_says_so() -> None:
    page = queries.year_schedule(PUBLIC, 2029)
    assert not page.published
    assert [str(line.day) for line in page.days][:1] == ["2029-01-01"]
