# SPDX-License-Identifier: Apache-2.0
"""Deadlines as the pages show them: the day in words, the working days that remain, a month."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from yiju.kernel.working_days import DayKind, WorkCalendar, working_days_between
from yiju.library.queries.facts import FactRow
from yiju.library.web import days, words
from yiju.library.web.statements import deadline_words

FIRST_YEAR, LAST_YEAR = 1949, 2199
WEEKDAYS = (
    gettext_noop("周一"),
    gettext_noop("周二"),
    gettext_noop("周三"),
    gettext_noop("周四"),
    gettext_noop("周五"),
    gettext_noop("周六"),
    gettext_noop("周日"),
)


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """A deadline in a list: ``remaining`` is empty where nothing closes on its day.

    ``first_of_day`` marks the line to which the calendar's cell leads.
    """

    fact: FactRow
    day: str
    said: str
    remaining: str
    past: bool
    soon: bool
    first_of_day: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the month grid; ``looks`` are its classes, ``mark`` says 休 or 班."""

    day: date
    looks: str
    mark: str
    lines: tuple[DeadlineLine, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month as a grid of weeks, Monday first."""

    name: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Cell, ...], ...]
    before: str
    after: str


def deadline_lines(
    facts: Iterable[FactRow], *, today: date, work: WorkCalendar
) -> tuple[DeadlineLine, ...]:
    """The deadlines as lines, in their order."""
    lines: list[DeadlineLine] = []
    for fact in facts:
        day = fact.payload.get("until") or fact.payload.get("on") or ""
        remaining, soon, past = _remaining(fact, day, today, work)
        first = not lines or lines[-1].day != day
        said = deadline_words(fact.payload)
        lines.append(DeadlineLine(fact, day, said, remaining, past, soon, bool(day) and first))
    return tuple(lines)


def _remaining(fact: FactRow, day: str, today: date, work: WorkCalendar) -> tuple[str, bool, bool]:
    """What is left until the last day: in words, whether it presses, whether it is over."""
    opens_only = fact.payload["relation"] == "from" and not fact.payload.get("until")
    if not day or opens_only:
        return "", False, False
    last = words.last_day_of(day)
    if last < today:
        return words.remaining_words(-1, provisional=False), False, True
    left = working_days_between(work, today, last)
    if last > today and left.working_days == 0:
        return _("剩余均为休息日"), True, False
    said = words.remaining_words(left.working_days, provisional=left.provisional)
    return said, left.working_days <= words.SOON_WORKING_DAYS, False


def month_asked(asked: str | None, today: date) -> tuple[int, int]:
    """The year and month of ``YYYY-MM``; this month where none is asked for."""
    if asked is None:
        return today.year, today.month
    year, mark, month = asked.partition("-")
    if not (mark and len(year) == 4 and year.isdigit() and month in _MONTHS):
        raise Http404
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise Http404
    return int(year), int(month)


_MONTHS = frozenset(f"{month:02}" for month in range(1, 13))


def month_name(year: int, month: int) -> str:
    """A month as a heading."""
    return days.day(f"{year}-{month:02}")


def month_grid(
    year: int, month: int, lines: Sequence[DeadlineLine], *, today: date, work: WorkCalendar
) -> Month:
    """The month with its deadlines in the cells of their last days."""
    by_day: dict[str, list[DeadlineLine]] = defaultdict(list)
    for line in lines:
        by_day[line.day].append(line)
    weeks = calendar.Calendar().monthdatescalendar(year, month)
    before = f"{year - (month == 1)}-{(month - 2) % 12 + 1:02}"
    after = f"{year + (month == 12)}-{month % 12 + 1:02}"
    return Month(
        name=month_name(year, month),
        weekdays=tuple(map(_, WEEKDAYS)),
        weeks=tuple(
            tuple(_cell(day, month, by_day[day.isoformat()], today, work) for day in week)
            for week in weeks
        ),
        before=before,
        after=after,
    )


def _cell(
    day: date, month: int, lines: Sequence[DeadlineLine], today: date, work: WorkCalendar
) -> Cell:
    kind = work.kind(day) if day.year >= work.first_year else DayKind.ORDINARY
    looks = " ".join(
        name
        for name, holds in (
            ("out", day.month != month),
            ("off", not kind.working),
            ("today", day == today),
        )
        if holds
    )
    marks = {DayKind.HOLIDAY: _("休"), DayKind.MAKE_UP: _("班")}
    mark = _("今天") if day == today else marks.get(kind, "")
    return Cell(day, looks, mark, tuple(lines))
