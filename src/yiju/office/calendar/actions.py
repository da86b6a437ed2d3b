# SPDX-License-Identifier: Apache-2.0
"""What the office does to its calendar: enter a year, amend it, supersede it. Nothing is erased."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from yiju.kernel.actor import Actor
from yiju.kernel.holiday_notice import HolidayNotice
from yiju.kernel.working_days import WorkCalendar
from yiju.office.access.roles import Permission, require
from yiju.office.calendar.drafting import Submitted, Verb, drafted
from yiju.office.calendar.models import KeptVersion, Notice, NoticeDay
from yiju.office.calendar.queries import all_notices, content_of, current_calendar
from yiju.office.calendar.shipped import shipped_calendar
from yiju.office.journal.actions import Act, append

STREAM = "calendar"
"""The stream of the journal that all acts on the calendar go into."""


def add_year(actor: Actor, submitted: Submitted, *, at: datetime) -> WorkCalendar:
    """Enters the schedule of the next year; what was provisional in it becomes firm."""
    return _enter(actor, Verb.ADD, submitted, at)


def amend_year(actor: Actor, submitted: Submitted, *, at: datetime) -> WorkCalendar:
    """Enters a notice that changes some days of a year; the others stay as they were."""
    return _enter(actor, Verb.AMEND, submitted, at)


def supersede_year(actor: Actor, submitted: Submitted, *, at: datetime) -> WorkCalendar:
    """Enters a notice in place of all that was arranged for a year before."""
    return _enter(actor, Verb.SUPERSEDE, submitted, at)


def keep_version(calendar: WorkCalendar, *, at: datetime) -> None:
    """Keeps a calendar that something is reckoned with, in the transaction of that reckoning."""
    KeptVersion.objects.get_or_create(
        version=calendar.version, defaults={"content": content_of(calendar), "kept_at": at}
    )


_KINDS = {
    Verb.ADD: "calendar_year_added",
    Verb.AMEND: "calendar_year_amended",
    Verb.SUPERSEDE: "calendar_year_superseded",
}


def _enter(actor: Actor, verb: Verb, submitted: Submitted, at: datetime) -> WorkCalendar:
    """Drafts the notice over what is there now, writes it and tells the journal."""
    require(actor, Permission.SET_WORKDAYS)
    with transaction.atomic(durable=True):
        _lock(at)
        before = current_calendar()
        notice = drafted(verb, submitted, all_notices())
        _write(notice, actor, at)
        after = current_calendar()
        body = {
            "year": notice.year,
            "number": notice.number,
            "issued_on": notice.known_on.isoformat(),
            "days": {day.isoformat(): said for day, said in sorted(notice.days.items())},
            "before": before.version,
            "after": after.version,
        }
        append(Act(stream=STREAM, kind=_KINDS[verb], actor=actor, at=at, body=body))
    return after


def _lock(at: datetime) -> None:
    """One act on the calendar at a time: all of them begin by taking the same row."""
    shipped = shipped_calendar()
    keep_version(shipped, at=at)
    KeptVersion.objects.select_for_update().get(version=shipped.version)


def _write(notice: HolidayNotice, actor: Actor, at: datetime) -> None:
    row = Notice.objects.create(
        year=notice.year,
        number=notice.number or "",  # the table refuses an empty one
        known_on=notice.known_on,
        entered_by=actor.party or "",
        entered_at=at,
    )
    names = {day: holiday.name for holiday in notice.holidays for day in holiday.days}
    NoticeDay.objects.bulk_create(
        NoticeDay(notice=row, day=day, said=said, holiday=names.get(day, ""))
        for day, said in notice.days.items()
    )
