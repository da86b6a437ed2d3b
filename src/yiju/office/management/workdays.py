# SPDX-License-Identifier: Apache-2.0
"""``yiju workdays``: counts Chinese working days with the shipped calendar. Needs no database."""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser, Namespace
from datetime import date

from yiju.kernel.invalid_input import InvalidInput
from yiju.kernel.working_days import (
    DayKind,
    WorkCalendar,
    add_working_days,
    working_days_between,
)
from yiju.office.calendar.shipped import shipped_calendar

_WEEKDAYS = "一二三四五六日"
_WHY = {
    DayKind.ORDINARY: "平日",
    DayKind.WEEKEND: "周末",
    DayKind.HOLIDAY: "节假日放假",
    DayKind.MAKE_UP: "周末调休上班",
}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNT = re.compile(r"-?[0-9]{1,7}")

Answer = dict[str, object]


def configure(parser: ArgumentParser) -> None:
    """The three questions and their words."""
    questions = parser.add_subparsers(dest="question", required=True, metavar="add|between|is")
    add = questions.add_parser("add", help="the N-th working day after DATE, which is not counted")
    add.add_argument("date", metavar="DATE")
    add.add_argument("count", metavar="N")
    between = questions.add_parser("between", help="working days from the day after A to B")
    between.add_argument("first", metavar="A")
    between.add_argument("last", metavar="B")
    asked = questions.add_parser("is", help="whether DATE is a working day, and why")
    asked.add_argument("date", metavar="DATE")
    for question in (add, between, asked):
        question.add_argument("--json", action="store_true", help="answer as one JSON value")


def run(arguments: Namespace) -> int:
    """Answers one question; 0 whatever the answer is, for a day off is no failure."""
    calendar = shipped_calendar()
    answer, words = _ANSWERS[arguments.question](calendar, arguments)
    if arguments.json:
        print(json.dumps({"contract": 1, **answer, "calendar": calendar.version}))
    else:
        print(words + _proviso(calendar, answer))
    return 0


def _add(calendar: WorkCalendar, arguments: Namespace) -> tuple[Answer, str]:
    event_on, count = _date("DATE", arguments.date), _count(arguments.count)
    on, provisional = add_working_days(calendar, event_on, count)
    words = f"{_day(event_on)}之后第{count}个工作日是{_day(on)}"
    return {"on": on.isoformat(), "provisional": provisional}, words


def _between(calendar: WorkCalendar, arguments: Namespace) -> tuple[Answer, str]:
    first_on, last_on = _date("A", arguments.first), _date("B", arguments.last)
    count, provisional = working_days_between(calendar, first_on, last_on)
    words = f"{_day(first_on)}之后至{_day(last_on)}（含）共{count}个工作日"
    return {"working_days": count, "provisional": provisional}, words


def _is(calendar: WorkCalendar, arguments: Namespace) -> tuple[Answer, str]:
    day = _date("DATE", arguments.date)
    kind, provisional = calendar.kind(day), calendar.is_provisional(day)
    words = f"{_day(day)}{'是' if kind.working else '不是'}工作日：{_WHY[kind]}"
    answer: Answer = {"working_day": kind.working, "why": kind.value, "provisional": provisional}
    return answer, words


_ANSWERS = {"add": _add, "between": _between, "is": _is}


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日（星期{_WEEKDAYS[day.weekday()]}）"


def _proviso(calendar: WorkCalendar, answer: Answer) -> str:
    if not answer["provisional"]:
        return ""
    return f"\n暂定：{calendar.last_year + 1}年及以后的放假安排尚未公布，公布后结果可能变动"


def _date(place: str, text: str) -> date:
    """A day written YYYY-MM-DD; other forms, though some are dates too, are refused."""
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise InvalidInput(place, f"“{text}” is no date", "write YYYY-MM-DD, such as 2025-09-26")


def _count(text: str) -> int:
    if not _COUNT.fullmatch(text):
        raise InvalidInput("N", f"“{text}” is no number of working days", "write 0, 1, 2 …")
    return int(text)
