# SPDX-License-Identifier: Apache-2.0
"""Figures: a number with its unit and the words that bind it, 不低于800万元, 20%左右, 12亿千瓦以上.

What a figure is (a target, a threshold, a value reached) is for :mod:`judging`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from yiju.library.reading.facts.numerals import exact
from yiju.library.reading.facts.spoken import SUFFIX, Spoken, spoken_figures
from yiju.library.reading.facts.view import FactView
from yiju.library.reading.model import Comparison

_NUMBER = r"[0-9](?>[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])|[0-9]{0,11}(?:\.[0-9]{1,8})?)"
_SCALE = r"(?:万亿|千亿|百亿|亿|千万|百万|十万|万|千|百)?"
_BASE = (
    r"(?:个?百分点|吨标准煤|克标准煤|吨标煤|吨二氧化碳当?量?|千克标准煤|公斤标准煤|标准煤|立方米|平方米|平方公里"
    r"|平方千米|公里|千米|千瓦时|千瓦|兆瓦时|兆瓦|吉瓦|吨|公斤|千克|米|公顷|亩|度|美元|元|人次|人(?!民|工|均|大)"
    r"|微克|毫克|蒸吨|标准?箱|学时|课时|千伏安|千伏|册|间|栋|幢|羽|基点|户|家|个(?!月|工作日|自然日|季度|星期|周|小时)|项|件|种|名|所|座|条|辆|台|套|处|次|艘|篇|例|宗|只|头|株|枚"
    r"|笔|场|周?岁|倍|位|门|支|对|组|张|床"
    r"|分(?!别|为|批|类|工|布|解|级|成|配|享|层|期|段|析|开|公|局|钟|行|会)"
    r"|年(?=(?:\(含\))?及?以[上下]|的)"
    r"|kA|kV|kW·?h|kW|MW|GW|tce|吨\b)"
)
_PER = (
    rf"(?:/(?:{_SCALE}{_BASE}|{_SCALE}(?:人|年|天|日|小时)"
    rf"|{_SCALE}[一-龥]{{1,3}}?(?=[,。;、以及左的)]|$)|[a-zA-Z]{{1,4}}))?"
)
_UNIT = rf"(?:%|‰|{_SCALE}{_BASE}){_PER}"
_FIGURE = re.compile(rf"(?P<number>{_NUMBER})(?P<unit>{_UNIT}){SUFFIX}")
_WITHOUT_UNIT = re.compile(rf"(?:{_NUMBER}[、和及]){{1,6}}$")
_PREFIX = re.compile(
    r"(?:(?P<ge>不得?低于|不得?少于|不得?小于|至少|≥|大于等于|不得?短于|高于或等于|年?满)"
    r"|(?P<le>不得?高于|不得?超过|不得?大于|不得?多于|至多|最多|最高|≤|小于等于|控制在|限制在|限(?:报|推荐?|申报|额)?|只能|仅限)"
    r"|(?P<gt>超过|突破|高于|大于|多于|超出|逾|>)"
    r"|(?P<lt>低于|小于|少于|不足|不满|未满|不到|<)"
    r"|(?P<near>大约|约为?|接近|近))(?:为|至|到|在)?(?:人民币)?$"
)
_SHARE_OF = re.compile(
    r"(?:(?P<ge>不得?[低少]于)|(?P<le>不得?超过|不得?高于))[^,。;、()0-9的不]{2,16}的$"
)
_REACHED = ("达到", "达")
_CLOCK = ("时", "点", ":")
_COMPARING = frozenset("于少≥过多高≤在报推荐额限能破出逾>足满到<约为近至币的申")
"""The characters with which comparing words end."""

_NO_FIGURE_AFTER = frozenset(
    "0123456789.〔第/-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)
_COMPARED: dict[str, Comparison] = {"ge": ">=", "le": "<=", "gt": ">", "lt": "<", "near": "~"}
_SUFFIXES: dict[str, Comparison] = {
    "以上": ">=", "及以上": ">=", "以下": "<=", "及以下": "<=", "以内": "<=", "之内": "<=",
    "左右": "~", "上下": "~",
}  # fmt: skip
_LISTED = ("、", "和", "及", "或", "以及", "与")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit at ``first:past``; ``head`` is where its comparing word begins."""

    first: int
    past: int
    head: int
    value: Decimal
    unit: str
    comparison: Comparison
    prefix: str | None
    suffix: str | None


def figure_lists(view: FactView) -> Iterator[list[Figure]]:
    """The figures of the text; those of one enumeration (30%、40%以上) together."""
    waiting: list[Figure] = []
    for figure in _figures(view):
        gap = (
            view.text[waiting[-1].past : figure.first]
            if waiting and figure.first - waiting[-1].past <= 2
            else None
        )
        if waiting and (gap not in _LISTED or figure.prefix is not None):
            yield _levelled(waiting)
            waiting = []
        waiting.append(figure)
    if waiting:
        yield _levelled(waiting)


def _figures(view: FactView) -> Iterator[Figure]:
    text = view.text
    read = [_arabic(one) for one in _FIGURE.finditer(text)]
    in_words = list(spoken_figures(text))
    if in_words:
        read = sorted([*read, *in_words], key=lambda one: one.first)
    last_past = -1
    for one in read:
        first = one.first
        before = text[max(0, first - 1) : first]
        if before in _NO_FIGURE_AFTER or (one.unit == "分" and before in _CLOCK):
            continue
        if first == last_past or view.title_around(first) is not None:
            continue
        last_past = one.past if one.suffix is None else -1
        figure, unit = _figure(text, one), one.unit
        listed = text[first - 1 : first] in ("、", "和", "及")
        without = _WITHOUT_UNIT.search(text, max(0, first - 60), first) if listed else None
        if without is not None:
            for number in re.finditer(_NUMBER, without.group()):
                at = without.start() + number.start()
                past = without.start() + number.end()
                head, prefix, comparison = _prefix(text, at)
                yield Figure(at, past, head, exact(number.group()), unit, comparison, prefix, None)
        yield figure


def _arabic(found: re.Match[str]) -> Spoken:
    number, unit, suffix = found.group("number", "unit", "suffix")
    return Spoken(found.start(), found.end(), exact(number), unit, suffix)


def _prefix(text: str, first: int) -> tuple[int, str | None, Comparison]:
    """Where the comparing word before a number begins, the word, and what it means."""
    if text[first - 1 : first] not in _COMPARING:
        return first, None, "="
    found = _PREFIX.search(text, max(0, first - 8), first)
    if found is None and text[first - 1 : first] == "的":
        found = _SHARE_OF.search(text, max(0, first - 24), first)
    if found is None or found.lastgroup is None:
        return first, None, "="
    return found.start(), found[found.lastgroup], _COMPARED[found.lastgroup]


def _figure(text: str, found: Spoken) -> Figure:
    head, prefix, comparison = _prefix(text, found.first)
    suffix = found.suffix
    if suffix is not None and (prefix is None or suffix in ("左右", "上下") or prefix == "近"):
        comparison = _SUFFIXES[suffix]
    if prefix is None and suffix is None and text[found.past : found.past + 2] in ("的,", "的。"):
        # 累计扣分达12分的,… is a condition from that figure on.
        reached = next((word for word in _REACHED if text.endswith(word, 0, head)), None)
        if reached is not None:
            head, prefix, comparison = head - len(reached), reached, ">="
    return Figure(
        found.first, found.past, head, found.value, found.unit, comparison, prefix, suffix
    )


def _levelled(figures: list[Figure]) -> list[Figure]:
    """What binds one figure of a list binds all: 不低于800、600万元; 30%、40%以上."""
    first, last = figures[0], figures[-1]
    if len(figures) == 1:
        return figures
    if first.prefix is not None and all(one.prefix is None for one in figures[1:]):
        return [first] + [
            replace(one, comparison=first.comparison, prefix=first.prefix)
            if one.suffix is None else one
            for one in figures[1:]
        ]  # fmt: skip
    if last.suffix is not None and all(one.suffix is None for one in figures[:-1]):
        return [
            replace(one, comparison=last.comparison, suffix=last.suffix)
            if one.prefix is None else one
            for one in figures
        ]  # fmt: skip
    return figures
