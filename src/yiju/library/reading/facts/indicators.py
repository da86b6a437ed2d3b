# SPDX-License-Identifier: Apache-2.0
"""What a figure measures, in the words of the text: the indicator before its verb, or after it."""

from __future__ import annotations

import re
from functools import lru_cache

from yiju.library.reading.facts.figures import Figure
from yiju.library.reading.facts.judging import Setting, is_count
from yiju.library.reading.facts.verbs import REACH, verb_before
from yiju.library.reading.facts.view import FactView
from yiju.library.reading.facts.years import base_year, marks_in

_LEADING = re.compile(
    r"^(?:其中|鼓励|支持|引导|其(?!他|余|中)|分别|并且|并|且|使得?|推动|确保|实现|力争|努力|争取|将|对(?!应)|把|——|—|及|和|以及|到时|届时|全市|全省|期间"
    r"|时期|期末|末|底|年底|前|的|”|\"|[0-9一二三四五六七八九十]+是|:)+"
)
_TRAILING = re.compile(
    r"(?:力争|原则上|基本|全面|进一步|稳步|逐步|分别|均|都|要|应|将|须|需|总体|努力|确保|累计|也|平均|年均|至少"
    r"|不得?|在|为|是|的|占比(?=$)(?!$)|\()+$"
)
_BINDING = frozenset("争上本面步别均都要应将须需体力保计也少不得在为是的(")
"""The characters with which the words end that bind a verb."""

_FROM = re.compile(r"(?:由|从)[^,。;]{1,24}$")
_AFTER = re.compile(r"[^,。;、:()《》\n0-9]{2,24}")
_MAKING = re.compile(
    r"^(?:.{0,12}?)(?:选择|遴选|培育(?:和|形成|认定)?|打造|建设|建成|新建|创建|认定|发展|形成|引进|组建|布局|推广|新增|培养"
    r"|孵化|改造|完成|建立|设立)"
)
_VERB_ALONE = re.compile(r"(?:完成|实现|新增|建设|实施|开展|推进)+")
_END = re.compile(r"[并以将](?=[^,。;]{2,})")


def indicator_of(view: FactView, figure: Figure, setting: Setting, before: str | None) -> str:
    """The indicator of a figure; where the text leaves it out, that of the figure ``before``."""
    stem = stem_of(view, setting, figure)
    if stem and not _is_only_verb(stem):
        inner = _MAKING.sub("", stem) if is_count(figure) else stem
        has = setting.stem.endswith(("具备", "拥有"))
        trailing = _after(view, figure) if has else ""
        words = clean(inner or stem) + trailing
        if words and not _VERB_ALONE.fullmatch(words):
            return words
        if words and not _after(view, figure):
            return clean(setting.stem[setting.stem.rfind(words) :])
    after = _after(view, figure)
    if after and verb_before(setting.stem) is not None and figure.suffix is None:
        return after
    return before or after or clean(setting.stem)


def stem_of(view: FactView, setting: Setting, figure: Figure) -> str:
    """The words from the beginning of the part to the verb, without years."""
    text = view.text
    first, past = setting.part, figure.head
    verb = verb_before(text[first:past])
    if verb is not None:
        tail = min(REACH, past - first)
        whole = verb["verb"] == "新增" and not is_count(figure)
        past = past - tail + (verb.end("verb") if whole else verb.start())
    compared = base_year(text, first, past)
    if compared is not None:
        past = compared[1]
    for mark in marks_in(text, first, past):
        if mark.first - first <= 4:
            first = mark.past
    return text[first:past]


@lru_cache(maxsize=64)
def clean(words: str) -> str:
    """The indicator without what leads to it and what binds its verb."""
    leading = _LEADING.match(words)
    if leading is not None:
        words = words[leading.end() :]
    if "由" in words or "从" in words:
        words = _FROM.sub("", words)
    opened = words.rfind("(")
    if opened >= 0 and ")" not in words[opened:]:
        words = words[opened + 1 :]
    if words[-1:] in _BINDING:
        words = _TRAILING.sub("", words)
    words = words.strip('、,:"')
    return words if words.count("“") == words.count("”") else words.strip("“”")


def _is_only_verb(stem: str) -> bool:
    return not clean(stem)


def _after(view: FactView, figure: Figure) -> str:
    """The noun after a figure: 100个城市和园区, 5%以上的尖峰负荷响应能力."""
    found = _AFTER.match(view.text, figure.past)
    if found is None:
        return ""
    words = found.group().removeprefix("的")
    return _END.split(words)[0]


def shared(indicator: str) -> list[str]:
    """新建公共建筑、新建厂房屋顶光伏覆盖率 are two indicators: the same kind, named twice."""
    names = indicator.split("、")
    if len(names) < 2 or not indicator.endswith(("率", "比例", "比重")):
        return [indicator]
    if any(len(name) < 4 or name[:2] != names[0][:2] for name in names):
        return [indicator]
    measure = re.search(r"[^、]{0,2}(?:率|比例|比重)$", names[-1])
    tail = measure.group() if measure else ""
    return [f"{name}{tail}" for name in names[:-1]] + [names[-1]]
