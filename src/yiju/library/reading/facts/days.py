# SPDX-License-Identifier: Apache-2.0
"""Days as texts write them: 2025年4月25日, 4月 23日, 2027年底, 二〇二五年三月一日, 2025-04-25.

A day without a year takes it from the day before it in the sentence, else from the document:
the date of signature, the year in the title or in the number.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from yiju.library.reading.facts.numerals import whole
from yiju.library.reading.facts.view import FactView
from yiju.library.reading.model import Day, Document

_PART = r"(?:(?<=年)年(?=[底末初]))?(?P<part>底|末|年终|初|上旬|中旬|下旬)?"
# Begins with a plain digit, so that the search skips what is none; bounds are checked after.
_WRITTEN = re.compile(
    r"[0-9](?:[0-9]{3}(?:年度?(?P<m1>[0-9]{1,2}月(?:份|[0-9]{1,2}[日号])?)?"
    r"|(?P<mark>[-./])[0-9]{1,2}(?P=mark)[0-9]{1,2}(?![0-9]))"
    rf"|[0-9]?月(?:份|[0-9]{{1,2}}[日号])?(?![以内个])){_PART}"
)
_NO_DAY_AFTER = frozenset("0123456789./第")
_NUMBERS = re.compile(r"[0-9]+")
_IN_CHINESE = re.compile(
    r"(?P<y>[一二][〇○零O0一二三四五六七八九]{3})年(?:(?P<m>[一二三四五六七八九十]{1,3})月"
    rf"(?:(?P<d>[一二三四五六七八九十]{{1,3}})日)?)?{_PART}"
)
_RELATIVE = re.compile(r"(?P<word>今年|本年度?|当年|年内|明年|次年|翌年|下一?年|每年)$")
_TITLE_YEAR = re.compile(
    r"(?<![到至—\-一~])((?:19|20)[0-9]{2})年(?:度|(?![之以]?前|底|末|远景|目标|版|中长期))"
)
_STATED_REACH = 60
_FAR = 10
_JOINED = 3
_NUMBER_YEAR = re.compile(r"〔((?:19|20)[0-9]{2})〕")


@dataclass(frozen=True, slots=True)
class Named:
    """A day that the text names at ``first:past``; ``year`` may be missing, as may the rest."""

    first: int
    past: int
    year: int | None
    month: int | None
    day: int | None
    part: str | None
    yearly: bool = False

    @property
    def on(self) -> Day | None:
        """The day as the contract writes it; the end of a month or year is its last day."""
        if self.year is None:
            return None
        closing = self.part in ("底", "末", "年终")
        if self.month is None:
            return f"{self.year}-12-31" if closing else f"{self.year}"
        last = monthrange(self.year, self.month)[1]
        if self.day is None:
            tail = f"-{last:02d}" if closing else ""
            return f"{self.year}-{self.month:02d}{tail}"
        if self.day > last:
            return None
        return f"{self.year}-{self.month:02d}-{self.day:02d}"

    @property
    def is_bare_year(self) -> bool:
        """Whether only a year is named, with or without its end."""
        return self.month is None


def named_days(view: FactView) -> list[Named]:
    """Every day that the text names outside 《titles》, in order, the years as far as written."""
    text = view.text
    read = [_arabic(text, found) for found in _WRITTEN.finditer(text)]
    days = [day for day in read if day is not None]
    if any(century in text for century in ("二〇", "二○", "二零", "二0", "二O")):
        days += [day for day in map(_chinese, _IN_CHINESE.finditer(text)) if day is not None]
        days.sort(key=lambda day: day.first)
    return [day for day in days if view.title_around(day.first) is None]


def _arabic(text: str, found: re.Match[str]) -> Named | None:
    """The day of a match, where its numbers can be one."""
    first = found.start()
    before = text[max(0, first - 2) : first]
    if before[-1:] in _NO_DAY_AFTER or (before[-1:] in ("—", "-") and before[:1].isdigit()):
        return None
    numbers = [int(number) for number in _NUMBERS.findall(found.group())]
    year = numbers.pop(0) if len(found.group()) > 4 and text[first : first + 4].isdigit() else None
    month, day = [*numbers, None, None][:2]
    if not (year is None or 1900 <= year < 2100) or not (month is None or 1 <= month <= 12):
        return None
    if day is not None and not 1 <= day <= 31:
        return None
    yearly = year is None and text[max(0, first - 2) : first] == "每年"
    return Named(first, found.end(), year, month, day, found["part"], yearly)


def _chinese(found: re.Match[str]) -> Named | None:
    year = whole(found["y"].replace("O", "〇").replace("0", "〇"))
    month = whole(found["m"]) if found["m"] else None
    day = whole(found["d"]) if found["d"] else None
    if year is None or (month is not None and month > 12):
        return None
    return Named(found.start(), found.end(), year, month, day, found["part"])


def with_years(view: FactView, days: list[Named]) -> Iterator[Named]:
    """The days with the years that the text around them gives."""
    before: Named | None = None
    stop = -1
    for day in days:
        if day.first >= stop:
            before = None
            stop = view.sentence(day.first)[1]
        joined = before is not None and day.first - before.past <= _JOINED
        if before is not None and before.yearly and joined:
            day = replace(day, yearly=True)
        if day.year is None and not day.yearly:
            day = replace(day, year=_year(view, day, before))
        if day.month is not None:
            before = day
        yield day


def _year(view: FactView, day: Named, before: Named | None) -> int | None:
    assert day.month is not None
    relative = _RELATIVE.search(view.text[max(0, day.first - 3) : day.first])
    stated = None
    place = view.place(day.first)
    if place is not None:
        stated = document_year(view.documents, place.document)
    if relative is not None and relative["word"][0] in "明次翌下":
        return stated + 1 if stated is not None else None
    if before is not None and before.year is not None and before.month is not None:
        return before.year + (1 if day.month < before.month else 0)
    if stated is None or place is None:
        return stated
    if f"{stated}年" in view.text[max(0, day.first - _STATED_REACH) : day.first]:
        return stated
    return _next(view.documents[place.document], day.month, stated)


def _next(document: Document, month: int, year: int) -> int:
    """In December, a day of January or February is one of the year to come."""
    signed = document.dated_on
    return year + 1 if signed is not None and signed.month - month >= _FAR else year


def document_year(documents: Sequence[Document], position: int) -> int | None:
    """The year in which a document speaks: of its signature, its number or its title.

    An attached document without a date of its own speaks in the year of the one it hangs on.
    """
    document = documents[position]
    if document.dated_on is not None:
        return document.dated_on.year
    stated = _year_in(_NUMBER_YEAR, document.number)
    if stated is not None:
        return stated
    if document.part_of is not None and document.part_of < position:
        return document_year(documents, document.part_of)
    return _year_in(_TITLE_YEAR, document.title)


@lru_cache(maxsize=256)
def _year_in(pattern: re.Pattern[str], words: str | None) -> int | None:
    """The year that a number or a title names; asked for with every fact of a document."""
    found = pattern.search(words or "")
    return int(found[1]) if found is not None else None
