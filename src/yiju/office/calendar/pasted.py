# SPDX-License-Identifier: Apache-2.0
"""Reads a holiday schedule as staff paste it: the notice's own paragraphs, or rows of dates.

A paragraph: ``二、春节：2月2日（周六）至9日（周六）放假调休，共8天。2月10日（周日）上班。``
A row: ``春节 2030-02-02 2030-02-09``, ``上班 2030-02-10``, ``照常 2030-02-11``.
Weekdays and numbers of days that the text gives are checked against its dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yiju.kernel.holiday_notice import Holiday
from yiju.kernel.invalid_input import InvalidInput

_WIDE = str.maketrans("():;０１２３４５６７８９～-—－", "（）：；0123456789至至至至")
_HEAD = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、])?([^：，。]{1,30})：(.+)")
_NOTED = r"(?:（([^（）]{0,30})）)?"
_DAY = rf"(?:([0-9]{{4}})年)?(?:([0-9]{{1,2}})月)?([0-9]{{1,2}})日{_NOTED}"
_SPAN = re.compile(rf"{_DAY}(?:至{_DAY})?")
_WEEKDAY = re.compile(r"(?:星期|周)([一二三四五六日天])")
_COUNTED = re.compile(r"共([0-9]{1,2})天")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORK_WORDS = ("上班", "补班")
_ORDINARY_WORD = "照常"
_WEEKDAYS = {word: number for number, word in enumerate("一二三四五六日")} | {"天": 6}


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read: days off by holiday, days worked, days left to the week again."""

    holidays: tuple[Holiday, ...]
    work: frozenset[date]
    ordinary: frozenset[date]


def read_pasted(text: str, *, year: int) -> Pasted:
    """Reads the schedule of a year; raises ``InvalidInput`` naming the line, in the page's words.

    Lines without a date (the heading, the closing paragraph) are passed over.
    """
    holidays: list[Holiday] = []
    work: set[date] = set()
    ordinary: set[date] = set()
    for number, line in enumerate(text.splitlines(), start=1):
        for name, days in _said(line.strip(), f"第{number}行", year):
            if name in _WORK_WORDS:
                work.update(days)
            elif name == _ORDINARY_WORD:
                ordinary.update(days)
            else:
                holidays.append(Holiday(name, days[0], days[-1]))
    if not (holidays or work or ordinary):
        raise InvalidInput("text", "没有读到日期", "请粘贴通知正文，或逐行写明日期")
    return Pasted(tuple(holidays), frozenset(work), frozenset(ordinary))


def _said(line: str, place: str, year: int) -> Iterator[tuple[str, list[date]]]:
    """The names and days of one line, whichever form it has."""
    words = line.split()
    dates = [word for word in words if _ISO.fullmatch(word)]
    if dates:
        yield _row(words, dates, place)
        return
    joined = "".join(words).translate(_WIDE)
    head = _HEAD.fullmatch(joined)
    if head is None and _SPAN.search(joined):
        raise InvalidInput(place, "没有节日名称", "请写成“春节：2月2日至9日放假”")
    if head is not None:
        yield from _Paragraph(head[1], place, year).read(head[2])


def _row(words: list[str], dates: list[str], place: str) -> tuple[str, list[date]]:
    name, *rest = words
    if rest != dates or (len(dates) > 2 and name not in (*_WORK_WORDS, _ORDINARY_WORD)):
        raise InvalidInput(place, "读不懂这一行", "请写成“春节 首日 末日”或“上班 日期 日期”")
    try:
        return name, [date.fromisoformat(text) for text in dates]
    except ValueError:
        raise InvalidInput(place, "没有这一天", "请更正日期") from None


class _Paragraph:
    """One holiday's paragraph. A month or year that is not repeated is the one before it."""

    def __init__(self, name: str, place: str, year: int) -> None:
        self.name = name
        self.place = place
        self.year = year
        self.month: int | None = None

    def read(self, words: str) -> Iterator[tuple[str, list[date]]]:
        for sentence in re.split("[。；]", words):
            spans = [self._span(span) for span in _SPAN.finditer(sentence)]
            # An encouragement (鼓励…) arranges nothing, though it may name a day.
            if not spans or sentence.startswith("鼓励"):
                continue
            if any(word in sentence for word in _WORK_WORDS):
                yield _WORK_WORDS[0], [day for span in spans for day in span]
            elif "放假" in sentence or "补休" in sentence:
                self._check_count(sentence, spans)
                yield from ((self.name, span) for span in spans)
            else:
                raise self._wrong(f"“{sentence}”既未写放假，也未写上班")

    def _span(self, match: re.Match[str]) -> list[date]:
        """One day, or the first and the last of several."""
        first = self._day(match[1], match[2], match[3], match[4])
        return [first, self._day(*match.groups()[4:])] if match[7] else [first]

    def _day(self, year: str | None, month: str | None, day: str, noted: str | None) -> date:
        self.month = int(month) if month else self.month
        if self.month is None:
            raise self._wrong(f"“{day}日”没有月份")
        try:
            found = date(int(year or self.year), self.month, int(day))
        except ValueError:
            raise self._wrong(f"没有{self.month}月{day}日这一天") from None
        weekday = _WEEKDAY.search(noted or "")
        if weekday and _WEEKDAYS[weekday[1]] != found.weekday():
            raise self._wrong(f"{found} 不是{weekday[0]}")
        return found

    def _check_count(self, sentence: str, spans: list[list[date]]) -> None:
        counted = _COUNTED.search(sentence)
        days = sum((span[-1] - span[0]).days + 1 for span in spans)
        if counted and int(counted[1]) != days:
            raise self._wrong(f"写明“{counted[0]}”，但所列日期为{days}天")

    def _wrong(self, wrong: str) -> InvalidInput:
        return InvalidInput(self.place, f"{self.name}：{wrong}", "请更正这一行，或将其删去")
