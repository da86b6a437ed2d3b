# SPDX-License-Identifier: Apache-2.0
"""Targets without a number in the text: 全覆盖, 全部, 达峰, 不再新增, 翻一番.

全覆盖 and 全面 or 全部 with a verb that can be complete mean 100 %, 不再新增 means 0; a peak has no
value, only the year by which it comes; 翻一番 is an increase by 100 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yiju.library.reading.facts.indicators import clean
from yiju.library.reading.facts.judging import Setting, is_gone, is_restated, setting_at
from yiju.library.reading.facts.view import FactView
from yiju.library.reading.facts.years import base_year
from yiju.library.reading.model import Comparison, Direction, Fact, Target

_COVERED = re.compile(r"全覆盖(?!的(?:体系|机制|网络|格局))")
_ALL = re.compile(
    r"(?P<word>(?:力争|基本|原则上)?(?:全部|全面(?=执行|实施|实行|实现[^,。;\n]{1,10}化|淘汰|普及|覆盖|完成|达标|取消"
    r"|退出|禁止|使用|采用|应用|接入|停止|消除|消灭)))(?P<act>[^,。;\n]{2,24})"
)
_PEAK = re.compile(
    r"(?P<year>20[0-9]{2})年(?P<before>(?:之|以)?前|左右|底前)?[^,。;\n0-9]{0,24}?(?:碳达峰|达峰|达到峰值|峰值)"
    r"(?!行动|方案|试点|工作|十大|碳中和|、碳中和)"
)
_NO_MORE = re.compile(r"不再新增(?P<what>[^,。;、()\n]{2,20})")
_ZERO = re.compile(
    r"(?P<what>[^,。;、\n]{2,20}?)(?:实现|基本实现|保持|达到)(?:[^,。;\n]{0,8})(?:零增长|清零|归零|零排放)"
)
_DOUBLED = re.compile(r"翻(?P<times>一|两|三)?番|(?:实现|规模)?倍增(?!计划|行动)|翻一倍")
_LEVEL = re.compile(
    r"(?P<word>(?:原则上)?(?P<bound>不低于|不高于|不超过|高于|低于))(?P<level>[^,。;、\n0-9]{2,40}?平均水平)"
)
_WORDS = re.compile(r"力争|原则上|基本|全面|全部")
_FURTHEST = 40
_DOUBLE = {None: 100, "一": 100, "两": 300, "三": 700}
_BOUNDS: dict[str, Comparison] = {
    "不低于": ">=", "高于": ">", "不高于": "<=", "不超过": "<=", "低于": "<",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Goal:
    """A goal as found: where its words stand, its value and how it binds."""

    first: int
    past: int
    indicator: str
    comparison: Comparison
    value: int | None
    unit: str | None
    modality: tuple[str, ...]
    year: int | None = None
    base_year: int | None = None
    direction: Direction = "level"


def wholes(view: FactView) -> Iterator[tuple[int, Fact]]:
    """Every target that the text sets without a number."""
    for rule in (_covered, _all_of, _stated_peaks, _no_more, _zeros, _doubled, _levels):
        for goal, setting in rule(view):
            stand = view.stand(goal.first, goal.past)
            if stand is None:
                continue
            yield stand.place.document, Target(
                clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
                indicator=goal.indicator, comparison=goal.comparison,
                value=None if goal.value is None else Decimal(goal.value), unit=goal.unit,
                base_year=goal.base_year, year=goal.year or setting.year,
                year_implied=setting.implied and goal.year is None,
                modality=goal.modality, direction=goal.direction,
            )  # fmt: skip


def _found(
    view: FactView, pattern: re.Pattern[str], needle: str, reach: int = 0
) -> Iterator[tuple[re.Match[str], Setting]]:
    """The places of a pattern outside titles that do not tell of what is reached already.

    ``needle`` stands in every match, at most ``reach`` characters after its beginning.
    """
    text = view.text
    at = text.find(needle)
    while at >= 0:
        first = max(view.sentence(at)[0], at - reach)
        found = pattern.search(text, first, at + _FURTHEST)
        if found is not None and found.start() <= at and view.title_around(at) is None:
            setting = setting_at(view, found.start())
            if setting is not None and not is_gone(view, setting):
                yield found, setting
        at = text.find(needle, max(at + len(needle), found.end() if found else 0))


def _covered(view: FactView) -> Iterator[tuple[_Goal, Setting]]:
    """省级公共服务机构实现全覆盖."""
    for found, setting in _found(view, _COVERED, "全覆盖"):
        words = _WORDS.findall(setting.stem)
        name = re.sub(r"(?:实现|达到|做到|达)$|^实现", "", clean(setting.stem))
        name = clean(name)
        reached = re.search(r"实现|达到|做到|确保|推进|推动|[^,。;]达$", setting.stem)
        if name and (reached or setting.marks):
            goal = _Goal(_first(view, setting), found.end(), name, _at_least(words), 100, "%",
                         (*words, "全覆盖"))  # fmt: skip
            yield goal, setting


def _all_of(view: FactView) -> Iterator[tuple[_Goal, Setting]]:
    """到2028年,全市规模以上工厂全部完成节水改造."""
    for needle in ("全部", "全面"):
        for found, setting in _found(view, _ALL, needle, 6):
            if not found["word"].endswith(needle) or not setting.marks:
                continue
            if any(mark in found["act"] for mark in "%0123456789") or "全覆盖" in found["act"]:
                continue
            name = clean(setting.stem)
            act = found["act"].removeprefix("实现")
            yield _Goal(
                _first(view, setting), found.end(), f"{name}{act}",
                _at_least([found["word"]]), 100, "%", (found["word"],),
            ), setting  # fmt: skip


def _stated_peaks(view: FactView) -> Iterator[tuple[_Goal, Setting]]:
    """The peaks, without those that the guiding ideas recall and the goals state."""
    peaks = list(_peaks(view))
    stated = {
        (setting.place.document, goal.indicator, goal.year)
        for goal, setting in peaks
        if not is_restated(setting.place)
    }
    for goal, setting in peaks:
        recalled = (setting.place.document, goal.indicator, goal.year) in stated
        if not (recalled and is_restated(setting.place)):
            yield goal, setting


def _peaks(view: FactView) -> Iterator[tuple[_Goal, Setting]]:
    """力争2030年前达到峰值: no value, only by when."""
    for found, setting in _found(view, _PEAK, "峰", 40):
        subject = re.sub(r"(?:顺利|如期|确保)*(?:实现|于|在|到|达到)*$", "", clean(setting.stem))
        inner = found.group()[5:].removeprefix(found["before"] or "").strip(",")
        inner = re.sub(r"^(?:实现|达到|率先)+", "", inner)
        inner = re.sub(r"(?:实现|达到|达|的)*(?:峰值|达峰|峰)$", "", inner)
        name = clean(f"{clean(subject)}{inner}") or "碳排放"
        words = _WORDS.findall(setting.stem) or ([found["before"]] if found["before"] else [])
        past = found.end() + (2 if view.text.startswith("目标", found.end()) else 0)
        goal = _Goal(setting.part, past, f"{name}达峰", "by", None, None, tuple(words),
                     year=int(found["year"]))  # fmt: skip
        yield goal, setting


def _no_more(view: FactView) -> Iterator[tuple[_Goal, Setting]]:
    """大气污染防治重点区域不再新增氧化铝产能."""
    for found, setting in _found(view, _NO_MORE, "不再新增"):
        words = _WORDS.findall(setting.stem)
        name = f"{clean(setting.stem)}新增{found['what']}"
        yield _Goal(setting.part, found.end(), name, "=", 0, None, (*words, "不再新增")), setting


def _zeros(view: FactView) -> Iterator[tuple[_Goal, Setting]]:
    """到2025年,化肥使用量实现零增长."""
    for needle in ("零增长", "清零", "归零", "零排放"):
        for found, setting in _found(view, _ZERO, needle, 40):
            if setting.marks and found.group().endswith(needle):
                name = clean(found["what"])
                goal = _Goal(setting.part, found.end(), name, "=", 0, None, (needle,))
                yield goal, setting


def _doubled(view: FactView) -> Iterator[tuple[_Goal, Setting]]:
    """到2035年,产业规模比2025年翻一番."""
    for needle in ("番", "倍增", "翻一倍"):
        for found, setting in _found(view, _DOUBLED, needle, 4):
            if not setting.marks or needle not in found.group():
                continue
            compared = base_year(view.text, setting.part, found.start())
            stem = view.text[setting.part : compared[1]] if compared else setting.stem
            value = _DOUBLE[found["times"]]
            yield _Goal(
                _first(view, setting), found.end(), clean(stem), "=", value, "%",
                (found.group(),), base_year=compared[0] if compared else None,
                direction="increase",
            ), setting  # fmt: skip


def _levels(view: FactView) -> Iterator[tuple[_Goal, Setting]]:
    """到2030年原则上不低于全国平均水平: a bound whose figure stands elsewhere."""
    for found, setting in _found(view, _LEVEL, "平均水平", 60):
        if not setting.marks:
            continue
        name = clean(setting.stem[setting.marks[-1].past - setting.part :])
        before = view.text[setting.sentence : setting.part].rstrip(",").rpartition(",")[2]
        words = (*_WORDS.findall(found["word"]), found["bound"])
        yield _Goal(
            _first(view, setting), found.end(), name or clean(before), _BOUNDS[found["bound"]],
            None, None, words,
        ), setting  # fmt: skip


def _at_least(words: list[str]) -> Comparison:
    """力争 leaves room above."""
    return ">=" if any("力争" in word for word in words) else "="


def _first(view: FactView, setting: Setting) -> int:
    """The beginning of the part, or of the 到2030年 that stands before its comma."""
    if setting.marks:
        mark = setting.marks[0]
        if mark.first < setting.part <= mark.past + 1:
            return mark.first
    return setting.part
