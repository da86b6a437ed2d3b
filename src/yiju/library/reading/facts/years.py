# SPDX-License-Identifier: Apache-2.0
"""The year that a goal is set for: 到2025年, 2030年前, “十四五”期间, or the plan's own period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from yiju.library.reading.model import Document

# Begins with a class, so that the search skips what is none; 十 opens a plan, a digit a year.
_MARK = re.compile(
    r"[12十](?:(?<!十)[09][0-9]{2}年(?:年?[底末])?(?P<before>(?:之|以)?前)?"
    r"|(?<=十)[一二三四五六七]五[”\"]?(?P<of>(?:规划)?(?:期间|时期|期末|末|期|以来)?))"
)
_FULL_DATE = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日")
_LEAD = re.compile(r"(?:比|较|相较于|相比|以|同|与|自|从|到|至|截至|截止到?)[“\"]?$|[“\"]$")
_PLAN_YEARS = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035, "七": 2040}
_LEADING = frozenset('比较于以同与自从到至止“"')
"""The characters with which a lead ends."""

_BASE = ("比", "较", "相较于", "相比", "同", "与", "以", "自", "从")
_IN_TERM = ("(", "-", "—")
_JOINED = re.compile(r"[、和及,与]?[”\"]?")
_AND_PLAN = re.compile(r"[、和及][“\"]?十[一二三四五六七]五")
_TITLE_PLAN = re.compile(r"[“\"]?十([一二三四五六七])五[”\"]?")
_TITLE_TERM = re.compile(r"(?:19|20)[0-9]{2}年?[—\-~至一]+((?:19|20)[0-9]{2})年")
_BASE_YEAR = re.compile(
    r"(?:比|较|相比于?|相较于?|同)(?:(?P<year>(?:19|20)[0-9]{2})年(?:底|末)?"
    r"|[“\"]?十(?P<plan>[一二三四五六七])五[”\"]?(?:期)?末)$"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A year that the text marks at ``first:past``; ``goal`` where 到, 前 or 期间 points ahead."""

    first: int
    past: int
    year: int
    goal: bool
    plan: bool


def plan_year(numeral: str) -> int:
    """The last year of a five-year plan: 四 of 十四五 → 2025."""
    return _PLAN_YEARS[numeral]


def marks_in(text: str, first: int, past: int) -> list[Mark]:
    """The years marked in a range, without those that only serve to compare (比2020年)."""
    marks = []
    for found in _MARK.finditer(text, first, past):
        start, lead = found.start(), ""
        if text[max(first, start - 1) : start] in _LEADING:
            before = _LEAD.search(text, max(first, start - 5), start)
            if before is not None:
                start, lead = before.start(), before.group().rstrip('“"')
        if lead in _BASE or text[start - 1 : start] in _IN_TERM:
            continue
        if _FULL_DATE.match(text, found.end()) and lead not in ("到", "至"):
            continue
        if text.startswith("版", found.end()) or text[start - 1 : start].isdigit():
            continue
        words = found[0]
        if words[0] != "十":
            goal = lead in ("到", "至") or bool(found["before"])
            marks.append(Mark(start, found.end(), int(words[:4]), goal, False))
        elif (found["of"] or "以来") != "以来" or _AND_PLAN.match(text, found.end()):
            marks.append(Mark(start, found.end(), plan_year(words[1]), True, True))
    return marks


def last_list(text: str, marks: list[Mark]) -> list[Mark]:
    """The last of the marks with those it stands in one list with: “十四五”、“十五五”期间."""
    listed = marks[-1:]
    for mark in reversed(marks[:-1]):
        if not _JOINED.fullmatch(text, mark.past, listed[0].first):
            break
        listed.insert(0, mark)
    return listed


def base_year(text: str, first: int, past: int) -> tuple[int, int] | None:
    """The year that the value is compared with at the end of a range, and where it begins."""
    found = _BASE_YEAR.search(text, max(first, past - 16), past)
    if found is None:
        return None
    year = int(found["year"]) if found["year"] else plan_year(found["plan"])
    return year, found.start()


def implied_year(document: Document) -> int | None:
    """The last year of the plan that the document is, by its title."""
    return _plan_end(document.title) if document.title else None


@lru_cache(maxsize=256)
def _plan_end(title: str) -> int | None:
    plan = _TITLE_PLAN.search(title)
    if plan is not None:
        return plan_year(plan[1])
    term = _TITLE_TERM.search(title)
    return int(term[1]) if term is not None else None
