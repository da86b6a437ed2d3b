# SPDX-License-Identifier: Apache-2.0
"""Targets in figures: what a policy sets for a state of the world, with year and base year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiju.library.reading.facts.figures import Figure
from yiju.library.reading.facts.indicators import clean, shared, stem_of
from yiju.library.reading.facts.judging import Setting, is_count, rises_from
from yiju.library.reading.facts.verbs import REACH, verb_before
from yiju.library.reading.facts.view import FactView
from yiju.library.reading.facts.years import base_year
from yiju.library.reading.model import Comparison, Direction, Fact, Target

_MODAL = re.compile(
    r"力争|原则上|基本具备|基本|全面|全部|分别|不得?低于|不得?少于|不得?高于|不得?超过|至少|控制在|选择"
)
_YEARLY = re.compile(r"年均|平均每年|每年(?:增长|递增|新增|下降)")
_GROUND = re.compile(r"在((?:19|20)[0-9]{2})年的?(?:水平)?(?:的)?基础上")
_SHARES = ("比例", "占比", "比重", "率")
_DOWN = ("下降", "降低", "减少", "压减", "削减", "缩减", "降幅")
_UP = ("增长", "增加", "提高", "提升", "新增", "递增", "增速", "增幅", "上升", "改善")
_CHOOSING = ("选择", "遴选", "培育", "打造", "建设", "建成", "创建")
_TRAIL = re.compile(r"(?:的[^,。;、0-9\n]{2,20}(?:能力|水平|目标))?")


def target_facts(
    view: FactView, figures: list[Figure], setting: Setting, indicator: str
) -> Iterator[tuple[int, Fact]]:
    """The targets of a list of figures: one for each figure, indicator and year."""
    for figure, name, year in _aligned(view, figures, setting, indicator):
        if rises_from(view, figure) and not setting.marks:
            year = None
        first = quote_first(view, figure, setting)
        trail = _TRAIL.match(view.text, figure.past)
        past = trail.end() if trail else figure.past
        if is_count(figure) and setting.stem.endswith(_CHOOSING):
            past = view.part(figure.past)[1]
        stand = view.stand(first, past)
        if stand is None:
            continue
        comparison, modality = _bound(view, figure, setting)
        compared = _base(view, figure, setting)
        direction = _direction(setting, compared is not None)
        growing = direction == "growth_per_year" and figure.unit == "%"
        yield stand.place.document, Target(
            clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
            indicator=name, comparison=comparison, value=figure.value,
            unit="%/年" if growing else figure.unit, base_year=compared,
            year=year, year_implied=setting.implied, modality=modality, direction=direction,
        )  # fmt: skip


def quote_first(view: FactView, figure: Figure, setting: Setting) -> int:
    """Where the quote begins: with the part, or with the 到2025年 that stands before it."""
    first = setting.part
    if setting.marks:
        mark = setting.marks[0]
        if mark.first < first and mark.past + 1 >= first:
            return mark.first
        after = setting.marks[-1].past
        if mark.first >= first and view.text[first : mark.first].strip('“"”、—'):
            return mark.first if after <= figure.head else first
    return first


def _aligned(
    view: FactView, figures: list[Figure], setting: Setting, indicator: str
) -> Iterator[tuple[Figure, str, int | None]]:
    """Figures with their indicators and years; 分别 gives them one by one."""
    years: list[int | None] = [mark.year for mark in setting.marks] or [setting.year]
    if "分别" not in view.text[setting.sentence : figures[0].first]:
        for figure in figures:
            for name in shared(indicator):
                yield figure, name, years[-1]
        return
    names = _names(indicator, len(figures))
    if len(years) > 1 and len(figures) in (1, len(years)):
        repeated = figures * len(years) if len(figures) == 1 else figures
        for figure, year in zip(repeated, years, strict=True):
            yield figure, indicator, year
    elif len(names) == len(figures):
        for figure, name in zip(figures, names, strict=True):
            yield figure, clean(name), years[-1]
    elif len(figures) == 1 and len(names) > 1:
        for name in names:
            yield figures[0], clean(name), years[-1]
    else:
        for figure in figures:
            yield figure, indicator, years[-1]


def _names(indicator: str, count: int) -> list[str]:
    """The names in an indicator; 和 and 及 part them only where the count needs it."""
    for marks in ("、", "、和与", "、和与及"):
        names = [name for name in re.split(f"[{marks}]", indicator) if name]
        if len(names) == count:
            return names
    return [name for name in indicator.split("、") if name]


def _bound(view: FactView, figure: Figure, setting: Setting) -> tuple[Comparison, tuple[str, ...]]:
    """The comparison and the words that bind the target, in the order of the text."""
    comparison = figure.comparison
    if comparison == "=" and rises_from(view, figure):
        comparison = ">"
    verb = verb_before(setting.stem)
    tail = setting.stem[-REACH:]
    close = tail[max(0, verb.start() - 4) :] if verb is not None else tail[-8:]
    words = _MODAL.findall(close)
    if "分别" in setting.stem and "分别" not in words:
        words.insert(0, "分别")
    if comparison == "=" and "力争" in words:
        comparison = ">="
    if figure.prefix is not None and figure.prefix not in ("约", "近"):
        words.append(figure.prefix)
    if figure.suffix is not None and "基本具备" not in words:
        words.append(figure.suffix)
    if "控制在" in words and words[-1] == "以内":
        words = [*words[: words.index("控制在")], "控制在…以内"]
    if (
        not words
        and verb is not None
        and verb["verb"] == "达到"
        and clean(stem_of(view, setting, figure))
    ):
        words = ["达到"]
    return comparison, tuple(dict.fromkeys(words))


def _base(view: FactView, figure: Figure, setting: Setting) -> int | None:
    """2020 of 比2020年下降13.5%."""
    verb = verb_before(setting.stem)
    past = figure.head
    if verb is not None:
        past = figure.head - min(REACH, len(setting.stem)) + verb.start()
    found = base_year(view.text, setting.part, past)
    if found is not None:
        return found[0]
    ground = _GROUND.search(view.text, setting.sentence, past)
    return int(ground[1]) if ground is not None else None


def _direction(setting: Setting, compared: bool) -> Direction:
    """下降 without 到 is a decrease, 年均增长 a growth each year, 达到 a level."""
    verb = verb_before(setting.stem)
    if _YEARLY.search(setting.stem[-12:]):
        return "growth_per_year"
    if verb is None and "新增" in setting.stem and not setting.stem.endswith(_SHARES):
        return "increase"
    word = verb["verb"] if verb is not None else ""
    if word.endswith(("至", "到", "为", "在")):
        return "level"
    if word.startswith(_DOWN):
        return "decrease"
    return "increase" if word.startswith(_UP) else "level"
