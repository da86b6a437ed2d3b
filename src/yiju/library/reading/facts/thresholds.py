# SPDX-License-Identifier: Apache-2.0
"""Thresholds: figures that a subject or project must meet, for whom each holds.

分别 aligns a list of figures with the groups named before: 三类 with 800、600、600万元, and once
more in brackets for the mountain counties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiju.library.reading.facts.figures import Figure
from yiju.library.reading.facts.indicators import clean
from yiju.library.reading.facts.judging import Setting
from yiju.library.reading.facts.view import FactView
from yiju.library.reading.model import Fact, Threshold

_GRADE = re.compile(r"(?:^|[,。;:)])(?P<group>[A-Z0-9+“”]{1,5}级|[一二三四五]级|[甲乙丙]级)为")
_CLASSES = re.compile(
    r"分为(?P<names>[^。;\n]{4,80}?)(?:[二两三四五六七八九十0-9]+个?(?:类别?|级|种|档|类型))?[。;,]"
)
_BRACKET = re.compile(r"\((?P<group>[^()0-9]{0,10}(?:[0-9]{1,4}[^()0-9]{1,10}?)?)分别")
_AFTER = re.compile(r"的?([^,。;、()0-9\n]{2,12})")
_SPLIT = re.compile(r"、(?![^(]*\))|[和及与](?![^(]*\))")
_SUBJECT_TAIL = re.compile(
    r"(?:应当?|须|需|必须|原则上|一般|分别|均|都|要|可|为|是|在|的|不得?|达到|达|符合|满足)+$"
)
_LEAD = re.compile(r"^(?:且|并|或|其中|将|把|以及|及|和)+")


def threshold_facts(
    view: FactView, figures: list[Figure], setting: Setting
) -> Iterator[tuple[int, Fact]]:
    """The thresholds of a list of figures, each with the group that it is for."""
    subject = _subject(view, figures[0], setting)
    groups = _groups(view, figures, setting)
    for figure, group in zip(figures, groups, strict=True):
        first = _quote_first(setting) if figure is figures[0] else figure.head
        stand = view.stand(first, figure.past)
        if stand is None:
            continue
        yield stand.place.document, Threshold(
            clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
            subject=subject, comparison=figure.comparison, value=figure.value,
            unit=figure.unit, group=group,
        )  # fmt: skip


def _quote_first(setting: Setting) -> int:
    """The beginning of the part, or of the brackets that the figure stands in."""
    opened = setting.stem.rfind("(")
    inside = opened >= 0 and ")" not in setting.stem[opened:]
    return setting.part + opened + 1 if inside else setting.part


def _subject(view: FactView, figure: Figure, setting: Setting) -> str:
    """What must meet the figure, in the words before it."""
    stem = setting.stem
    grade = _GRADE.search(stem)
    if grade is not None:
        stem = stem[grade.end() :]
    opened = stem.rfind("(")
    if opened >= 0 and ")" not in stem[opened:]:
        inner = _SUBJECT_TAIL.sub("", stem[opened + 1 :])
        stem = stem[:opened] if "分别" in stem[opened:] else inner
        stem = re.sub(r"(?:不得?低于|不得?超过|不得?少于)?[0-9.]+[^,。;]{0,24}$", "", stem)
    words = _SUBJECT_TAIL.sub("", _LEAD.sub("", stem))
    words = re.sub(r"[0-9.]+[^0-9]{1,4}以[上下](?:\(含\))?$", "", words)
    words = clean(words)
    after = _AFTER.match(view.text, figure.past)
    noun = after.group(1) if after is not None else ""
    if noun and words.endswith(("采用", "使用", "应用")):
        return noun
    if len(words) >= 4:
        return words
    before = view.text[setting.sentence : setting.part].rstrip(",").rpartition(",")[2]
    return clean(before) + words + noun or setting.stem


def _groups(view: FactView, figures: list[Figure], setting: Setting) -> list[str | None]:
    """The groups of the figures: one grade for all, or one each with 分别."""
    text = view.text
    before = text[setting.sentence : figures[0].first]
    grade = _GRADE.search(before)
    if grade is not None:
        return [grade["group"].strip("“”")] * len(figures)
    if "分别" not in before or len(figures) < 2:
        return [None] * len(figures)
    names = _names(view, figures, setting)
    if len(names) != len(figures):
        return [None] * len(figures)
    brackets = list(_BRACKET.finditer(before))
    bracket = brackets[-1] if brackets else None
    if bracket is not None and ")" not in before[bracket.end() :]:
        return [f"{name}({bracket['group']})" for name in names]
    return list(names)


def _names(view: FactView, figures: list[Figure], setting: Setting) -> list[str]:
    """The groups that the sentence names before 分别, or the text above: 分为甲类、乙类、丙类."""
    text = view.text
    before = text[setting.sentence : figures[0].first]
    listed = _listed(before[: before.index("分别")], len(figures))
    if listed:
        return listed
    reach = text[max(0, setting.sentence - 600) : setting.sentence]
    for classes in reversed(list(_CLASSES.finditer(reach))):
        names = [name for name in _SPLIT.split(classes["names"]) if name]
        if len(names) == len(figures):
            return names
    return []


def _listed(words: str, count: int) -> list[str]:
    """甲类、乙类、丙类项目年销售收入 → the three classes; the last name ends with its class."""
    part = words.rpartition(",")[2]
    names = [name for name in _SPLIT.split(part) if name]
    if len(names) != count:
        return []
    last = re.match(r"[^,。;]{1,20}?类", names[-1])
    if last is not None:
        names[-1] = last.group()
    return names
