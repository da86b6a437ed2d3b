# SPDX-License-Identifier: Apache-2.0
"""What the calendar says: for reckoning, and for the pages that show and edit it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from yiju.kernel.actor import Actor, ActorKind
from yiju.kernel.holiday_notice import Holiday, HolidayNotice, Said, calendar_of
from yiju.kernel.working_days import ONE_DAY, DayKind, WorkCalendar
from yiju.office.access.roles import Permission, require
from yiju.office.calendar.drafting import Submitted, Verb, drafted
from yiju.office.calendar.models import KeptVersion, Notice, NoticeDay
from yiju.office.calendar.shipped import shipped_table

Origin = Literal["shipped", "office"]


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice on the calendar's page. ``entered_by`` is shown to staff only."""

    year: int
    number: str | None
    known_on: date
    origin: Origin
    entered_by: str | None


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day that a schedule arranges: off (for which holiday) or worked."""

    day: date
    kind: DayKind
    holiday: str


@dataclass(frozen=True, slots=True)
class YearSchedule:
    """A year on the calendar's page; not ``published``: weekends and statutory days are off."""

    year: int
    published: bool
    version: str
    notices: tuple[NoticeLine, ...]
    days: tuple[DayLine, ...]


@dataclass(frozen=True, slots=True)
class DayChange:
    """A day whose kind a new notice changes."""

    day: date
    before: DayKind
    after: DayKind


def all_notices() -> tuple[HolidayNotice, ...]:
    """The shipped notices and the office's own; of the same day of issue, the office's last."""
    return (*shipped_table().notices, *_own_notices())


def current_calendar(known_on: date | None = None) -> WorkCalendar:
    """The calendar to reckon with, as known on a day (``None``: all that is known)."""
    return calendar_of(all_notices(), known_on=known_on, statutory=shipped_table().statutory)


def kept_calendar(version: str) -> WorkCalendar | None:
    """The calendar that something was reckoned with once; ``None`` for a version never used."""
    kept = KeptVersion.objects.filter(version=version).first()
    return None if kept is None else _from_content(version, kept.content)


def years(known_on: date | None = None) -> tuple[int, ...]:
    """The years whose schedule is published, the newest first."""
    return tuple(sorted(current_calendar(known_on).years, reverse=True))


def year_schedule(actor: Actor, year: int, known_on: date | None = None) -> YearSchedule:
    """The schedule of a year with its notices; raises ``InvalidInput`` before the first year."""
    calendar = current_calendar(known_on)
    names = _holiday_names(year, known_on)
    first_on = date(year, 1, 1)
    days = (first_on + n * ONE_DAY for n in range((date(year, 12, 31) - first_on).days + 1))
    kinds = ((day, calendar.kind(day)) for day in days)
    return YearSchedule(
        year=year,
        published=not calendar.is_provisional(first_on),
        version=calendar.version,
        notices=_notice_lines(actor, year, known_on),
        days=tuple(
            DayLine(day, kind, names.get(day, ""))
            for day, kind in kinds
            if kind in (DayKind.HOLIDAY, DayKind.MAKE_UP)
        ),
    )


def changes(before: WorkCalendar, after: WorkCalendar) -> tuple[DayChange, ...]:
    """The days that differ between two calendars, for a look before a notice is entered."""
    arranged = before.off | before.make_up | after.off | after.make_up
    arranged |= {
        date(year, month, day)
        for year in before.years ^ after.years
        for month, day in before.statutory | after.statutory
    }
    known = (day for day in sorted(arranged) if day.year >= before.first_year)
    pairs = ((day, before.kind(day), after.kind(day)) for day in known)
    return tuple(DayChange(day, old, new) for day, old, new in pairs if old != new)


def preview(actor: Actor, verb: Verb, submitted: Submitted) -> tuple[DayChange, ...]:
    """The days that entering a notice would change; nothing is written."""
    require(actor, Permission.SET_WORKDAYS)
    notices, statutory = all_notices(), shipped_table().statutory
    notice = drafted(verb, submitted, notices)
    return changes(
        calendar_of(notices, statutory=statutory),
        calendar_of((*notices, notice), statutory=statutory),
    )


def content_of(calendar: WorkCalendar) -> str:
    """A calendar as text, to be kept."""
    return json.dumps(
        {
            "years": sorted(calendar.years),
            "off": [day.isoformat() for day in sorted(calendar.off)],
            "make_up": [day.isoformat() for day in sorted(calendar.make_up)],
            "statutory": sorted(calendar.statutory),
        }
    )


def _from_content(version: str, content: str) -> WorkCalendar:
    kept = json.loads(content)
    return WorkCalendar(
        version=version,
        years=frozenset(kept["years"]),
        off=frozenset(map(date.fromisoformat, kept["off"])),
        make_up=frozenset(map(date.fromisoformat, kept["make_up"])),
        statutory=frozenset((month, day) for month, day in kept["statutory"]),
    )


def _own_notices() -> tuple[HolidayNotice, ...]:
    """The notices that the office entered, in the order of their issue."""
    return tuple(map(_as_notice, Notice.objects.prefetch_related("days")))


def _as_notice(notice: Notice) -> HolidayNotice:
    days = sorted(notice.days.all(), key=lambda row: row.day)
    return HolidayNotice(
        year=notice.year,
        number=notice.number,
        known_on=notice.known_on,
        holidays=_holidays(days),
        work=_days_said(days, "work"),
        ordinary=_days_said(days, "ordinary"),
    )


def _days_said(days: list[NoticeDay], said: Said) -> frozenset[date]:
    return frozenset(row.day for row in days if row.said == said)


def _holidays(days: list[NoticeDay]) -> tuple[Holiday, ...]:
    """Days off in spans again: neighbours of one name are one holiday."""
    off = [row for row in days if row.said == "off"]
    spans = groupby(enumerate(off), lambda at: (at[1].holiday, at[1].day - timedelta(days=at[0])))
    found = [[row for _, row in rows] for _, rows in spans]
    return tuple(Holiday(span[0].holiday, span[0].day, span[-1].day) for span in found)


def _notice_lines(actor: Actor, year: int, known_on: date | None) -> tuple[NoticeLine, ...]:
    shipped = [
        NoticeLine(year, notice.number, notice.known_on, "shipped", None)
        for notice in shipped_table().notices
        if notice.year == year
    ]
    staff = actor.kind is not ActorKind.PUBLIC
    own = [
        NoticeLine(year, row.number, row.known_on, "office", row.entered_by if staff else None)
        for row in Notice.objects.filter(year=year)
    ]
    lines = sorted([*shipped, *own], key=lambda line: line.known_on)
    return tuple(line for line in lines if known_on is None or line.known_on <= known_on)


def _holiday_names(year: int, known_on: date | None) -> dict[date, str]:
    """The name of the holiday of every day off; where two notices name one, the later's."""
    return {
        day: holiday.name
        for notice in sorted(all_notices(), key=lambda notice: notice.known_on)
        if notice.year in (year, year + 1) and (known_on is None or notice.known_on <= known_on)
        for holiday in notice.holidays
        for day in holiday.days
    }
