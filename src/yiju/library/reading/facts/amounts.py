# SPDX-License-Identifier: Apache-2.0
"""Facts in figures: targets, thresholds, quotas, money and values reached.

Each figure is judged once, so that no number comes out as two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiju.library.reading.facts.figures import Figure, figure_lists
from yiju.library.reading.facts.indicators import clean, indicator_of
from yiju.library.reading.facts.judging import Setting, judge, setting_at
from yiju.library.reading.facts.targets import quote_first, target_facts
from yiju.library.reading.facts.thresholds import threshold_facts
from yiju.library.reading.facts.view import FactView, Place
from yiju.library.reading.facts.years import plan_year
from yiju.library.reading.model import Fact, Money, Quota, Recorded

_YEAR = re.compile(r"(?<![比较同])((?:19|20)[0-9]{2})年")
_PLAN_END = re.compile(r"十([一二三四五六七])五[”\"]?(?:期)?末")
_EACH = re.compile(
    r"(?:每[个家户名所项]?|各|单个|同一)(?P<group>[^,。;]{1,24}?)(?=(?:原则上)?(?:最多|至多|不得?超过|限|只能|推荐|申报|可))"
)
_BEFORE_LIMIT = re.compile(
    r"(?P<group>[^,。;]{1,24}?)(?:原则上)?(?:最多|至多|应|限|只能|不得?超过|推荐|申报|可)"
)
_NOUN = re.compile(r"(?:的)?(?P<noun>[^,。;、()0-9\n]{1,16})")


def amounts(view: FactView) -> Iterator[tuple[int, Fact]]:
    """Every fact in figures of every document."""
    indicator: str | None = None
    last: Place | None = None
    for figures in figure_lists(view):
        setting = setting_at(view, figures[0].head)
        if setting is None:
            continue
        if last is not setting.place:
            indicator, last = None, setting.place
        judgement = judge(view, figures[-1], setting)
        if judgement == "target":
            indicator = indicator_of(view, figures[0], setting, indicator)
            yield from target_facts(view, figures, setting, indicator)
        elif judgement == "threshold":
            yield from threshold_facts(view, figures, setting)
        elif judgement == "quota":
            yield from _quotas(view, figures, setting)
        elif judgement == "recorded":
            indicator = indicator_of(view, figures[0], setting, indicator)
            yield from _recorded(view, figures, setting, indicator)
        elif judgement == "money":
            yield from _money(view, figures, setting)


def _quotas(view: FactView, figures: list[Figure], setting: Setting) -> Iterator[tuple[int, Fact]]:
    """每个省、自治区最多推荐1个地级城市."""
    for figure in figures:
        stand = view.stand(setting.part, figure.past)
        if stand is None:
            continue
        limit = view.text[setting.part : figure.first]
        group = _EACH.search(limit) or _BEFORE_LIMIT.match(limit)
        noun = _NOUN.match(view.text, figure.past)
        subject = noun["noun"] if noun else clean(setting.stem)
        comparison = "~" if figure.comparison == "~" else "<="
        yield stand.place.document, Quota(
            clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
            subject=subject, comparison="~" if comparison == "~" else "<=", value=figure.value,
            unit=figure.unit, group=clean(group["group"]) or None if group else None,
        )  # fmt: skip


def _recorded(
    view: FactView, figures: list[Figure], setting: Setting, indicator: str
) -> Iterator[tuple[int, Fact]]:
    """专利密集型产业增加值占比超过11.6%: reached already."""
    for figure in figures:
        stand = view.stand(quote_first(view, figure, setting), figure.past)
        if stand is None:
            continue
        before = view.text[setting.sentence : figure.first]
        years = [int(year) for year in _YEAR.findall(before)]
        ended = _PLAN_END.search(before[-8:])
        year = plan_year(ended[1]) if ended else years[-1] if years else None
        yield stand.place.document, Recorded(
            clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
            indicator=indicator, comparison=figure.comparison, value=figure.value,
            unit=figure.unit, year=year,
        )  # fmt: skip


def _money(view: FactView, figures: list[Figure], setting: Setting) -> Iterator[tuple[int, Fact]]:
    """给予50万元奖励."""
    for figure in figures:
        stand = view.stand(figure.head, figure.past)
        if stand is None:
            continue
        noun = _NOUN.match(view.text, figure.past)
        yield stand.place.document, Money(
            clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
            value=figure.value, unit=figure.unit,
            what=noun["noun"] if noun else clean(setting.stem) or None,
        )  # fmt: skip
