# SPDX-License-Identifier: Apache-2.0
"""Periods: the time allowed for an act, kept as the text gives it.

自收到申请之日起十五个工作日内 is 15 working days, within, from 收到申请. Which day that is, is for
the calendar to say. A length of time without a border (为期一年, 近三年) is no period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yiju.library.reading.facts.anchors import event_before, event_that_lasts
from yiju.library.reading.facts.numerals import CHINESE, whole
from yiju.library.reading.facts.view import FactView
from yiju.library.reading.model import Border, Fact, Period, Unit

_AMOUNT = rf"(?:[0-9]{{1,4}}|[{CHINESE}半]{{1,5}})"
_UNIT = (
    r"(?:个?工作日|个?工作天|个?自然日|个?日历日|日历天|日|天|个?月|年|个?星期|个?周|周|个?季度)"
)
_LENGTHS = re.compile(rf"[0-9{CHINESE}半][0-9{CHINESE}]{{0,4}}{_UNIT}(?![0-9岁])")
_EARLIER = re.compile(rf"(?:{_AMOUNT}{_UNIT}?[、和或及至]){{1,3}}$")
_NO_LENGTH_AFTER = frozenset(f"0123456789{CHINESE}第.:/-")
_LENGTH = re.compile(rf"({_AMOUNT})({_UNIT})?")

_UNITS: dict[str, tuple[Unit, int]] = {
    "工作日": ("working_day", 1), "工作天": ("working_day", 1), "自然日": ("day", 1),
    "日历日": ("day", 1), "日历天": ("day", 1), "日": ("day", 1), "天": ("day", 1),
    "月": ("month", 1), "年": ("year", 1), "星期": ("day", 7), "周": ("day", 7),
    "季度": ("month", 3),
}  # fmt: skip

_NOT_MORE = (
    r"不得?超过|不多于|不得?长于|最长|最迟|最多|至多|不迟于|≤|控制在|(?:压缩|缩短|压减)[至到]"
)
_NOT_LESS = r"不得?少于|不得?低于|不得?短于|至少|≥"
_BEFORE = re.compile(
    rf"(?:(?P<late>(?<!每)逾期(?:超过|满|达)?)|(?P<longer>延长(?:期限|时间)?)"
    rf"|(?P<valid>有效期(?:限|间)?(?:均|一般|统一)?(?:为|是|:)?)|(?P<within>{_NOT_MORE})|(?P<least>{_NOT_LESS})|(?P<less>不足|未满|不满|尚未满|少于|未到|未达)"
    r"|(?P<full>(?:届|已|经|期|须|需|应)?满(?:了)?|经过)|(?P<over>超过|逾)"
    r"|(?P<term>(?:时限|工期|交货期|履行期限|执行期|服务期限?|办结|办理时间|审查期|审核期|办理期限|工作期限|审查期限|答复期限|整改期限|补正期限"
    r"|期限|时间)(?:原则上|一般|均|统一|分别)?(?:定)?(?:为|是|:))"
    r"|(?P<since>之日起(?:计算|算)?,?)|(?P<show>公示(?:期|时间|期限)?(?:为|:|应当为)?)|(?P<ahead>提前))(?:为|到|至)?$"
)
_BORDERING = frozenset("过于长迟多≤在至到少≥足满达了逾为是:示期间限前均般一起算,")
"""The characters with which the words of a border before a length end."""

_AFTER = re.compile(
    r"(?P<within>(?:以|之)?内|(?=办结))|(?P<full>(?:届|期)?满(?:以|之)?后?)"
    r"|(?P<prior>(?:之|以)?前)|(?P<after>(?:以|之)?后)"
)
_NO_PERIOD_BEFORE = ("近", "过去", "此前", "连续", "每", "月", "年", "之前", "以前")
_PLAIN: dict[str, Border] = {
    "late": "after", "longer": "within", "valid": "within", "less": "less_than", "ahead": "full",
    "over": "after",
}  # fmt: skip
_OR_MORE = ("以上", "及以上", "(含)以上", "(含)及以上")
_FAILING = ("未", "仍", "不", "没有")
_LASTING = ("期限", "时限", "保存期", "公示期", "质保期", "保修期")
_CLEAN_RECORD = (
    "未发生", "没有", "无", "未受", "未被", "未出现", "未因", "未有", "未列入", "均", "不存在",
    "存在", "获得", "累计", "连续",
)  # fmt: skip
_IN_FORCE = ("施行", "实施", "执行", "生效")
_WEAK_TERMS = ("期限", "时间")
_SHORT_DATE = re.compile(r"[0-9]{1,2}[日月]")
_LISTING = frozenset("、和或及至")
_AT_EVENT = re.compile(r"[在于](?P<event>[^,。;:\n在于]{2,30})的$")
_BINDING = re.compile(r"(?:应当?|须|需|必须)?(?:在|于)$")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年")


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around a length of time: its border and where the whole phrase ends."""

    border: Border
    first: int
    past: int
    prior: bool = False
    lasting: bool = False
    valid: bool = False


def periods(view: FactView) -> Iterator[tuple[int, Fact]]:
    """Every period of every document."""
    for found in _LENGTHS.finditer(view.text):
        frame = _frame(view.text, found)
        if frame is not None and view.title_around(found.start()) is None:
            yield from _periods_at(view, found, frame)


def _periods_at(view: FactView, found: re.Match[str], frame: _Frame) -> Iterator[tuple[int, Fact]]:
    """The periods of one phrase: 40日、20日内 are two."""
    text = view.text
    earlier = None
    if text[found.start() - 1 : found.start()] in _LISTING:
        earlier = _EARLIER.search(text, max(0, found.start() - 24), found.start())
    words = text[earlier.start() if earlier else found.start() : found.end()]
    head = earlier.start() if earlier and frame.first == found.start() else frame.first
    since, first = _since(text, view.sentence(head)[0], frame, head)
    stand = view.stand(first, frame.past)
    if stand is None:
        return
    what = _what(view, frame.past)
    for amount, unit in _amounts(words):
        yield stand.place.document, Period(
            clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
            amount=amount, unit=unit, since=since, border=frame.border, what=what,
        )  # fmt: skip


def _frame(text: str, found: re.Match[str]) -> _Frame | None:
    """The border of a length of time; ``None`` where it is no period."""
    first, past = found.span()
    before = text[max(0, first - 1) : first]
    if before in _NO_LENGTH_AFTER or _YEAR.fullmatch(found.group()):
        return None
    tail = _AFTER.match(text, past)
    head = None
    if before in _BORDERING:
        head = _BEFORE.search(text, max(0, first - 12), first)
    if (head is None and tail is None) or text.endswith(
        _NO_PERIOD_BEFORE, max(0, first - 2), first
    ):
        return None
    if head is not None:
        frame = _headed(head, tail, first, past, found.group())
        if frame is not None:
            return frame
    return None if tail is None else _tailed(text, tail, first, found.group())


def _headed(
    head: re.Match[str], tail: re.Match[str] | None, first: int, past: int, words: str
) -> _Frame | None:
    """The border that words before the length give: 不足十二个月, 满六个月后, 不超过5日."""
    start = first - len(head.group())
    kind = head.lastgroup
    text = head.string
    if kind == "since":
        ended = tail is None and text[past : past + 1] in (",", "。", ";", ")", "\n", "")
        return _Frame("within", first, past) if ended else None
    if kind in _PLAIN:
        lasting = kind in ("less", "over")
        if kind == "over" and not text.startswith(_FAILING, past):
            return None
        return _Frame(
            _PLAIN[kind], start, past,
            prior=kind == "ahead", lasting=lasting, valid=kind == "valid",
        )  # fmt: skip
    return _weighed(head, tail, start, past, words)


def _weighed(
    head: re.Match[str], tail: re.Match[str] | None, start: int, past: int, words: str
) -> _Frame | None:
    """The border where the word before the length decides only with what follows it."""
    kind = head.lastgroup
    end = past if tail is None else tail.end()
    if kind == "full":
        if head.string.startswith(_OR_MORE, past):
            return None
        prior = tail is not None and tail.lastgroup == "prior"
        return _Frame("full", start, end, prior=prior, lasting=True)
    if kind == "within":
        return _Frame("within", start, end)
    if kind == "least":
        days = "日" in words or "天" in words or head.string.endswith(_LASTING, 0, start)
        return _Frame("full", start, past) if days else None
    if tail is not None and tail.lastgroup != "full":
        return None
    if kind == "show":
        return _Frame("full", start, end) if "日" in words or "天" in words else None
    if kind == "term" and head.group("term").startswith(_WEAK_TERMS) and "日" not in words:
        return None
    return _Frame("within", start, end)


def _tailed(text: str, tail: re.Match[str], first: int, words: str) -> _Frame | None:
    """The border that words after the length give: 15日内, 期满后, 三个月后, 届满30日前."""
    kind = tail.lastgroup
    if kind == "within":
        if text[tail.end() : tail.end() + 1] in ("容", "涵", "外", "部"):
            return None
        # 二年内未被发现的,… states a term of the law; 三年内未发生事故 describes a subject.
        clean = text.startswith(_CLEAN_RECORD, tail.end())
        if clean and "年" in words and not text.startswith("未被发现", tail.end()):
            return None
        return _Frame("within", first, tail.end())
    if kind == "full":
        return _Frame("full", first, tail.end(), lasting=True)
    if kind == "after":
        return _Frame("after", first, tail.end())
    if kind == "prior" and ("日" in words or "月" in words):
        if text[max(0, first - 1) : first] in ("年", "月"):
            return None
        if _SHORT_DATE.fullmatch(words):
            return None
        return _Frame("full", first, tail.end(), prior=True)
    return None


def _since(text: str, sentence: int, frame: _Frame, head: int) -> tuple[str | None, int]:
    """The event that the period runs from, in the words of the text, and where it begins."""
    found = event_before(text, sentence, head)
    if frame.valid:
        # 自…起施行,有效期五年: it runs from the coming into force, not from the day named.
        force = text.rfind(",", sentence, head)
        for word in _IN_FORCE:
            if force > 0 and text.endswith(word, sentence, force):
                return word, head
    if found is None and frame.lasting:
        found = event_that_lasts(text, sentence, head)
    if found is None and frame.prior:
        found = _ahead_of(text, sentence, head)
    if found is None:
        return None, head
    event, first = found
    if frame.prior and not event.endswith("前"):
        event = _BINDING.sub("", event)
        event += "届满前" if text.startswith("届满", frame.first) else "前"
    return event, first


def _ahead_of(text: str, sentence: int, head: int) -> tuple[str, int] | None:
    """在举行听证的 before 七日前."""
    found = _AT_EVENT.search(text, max(sentence, head - 40), head)
    return (found["event"], found.start()) if found is not None else None


def _amounts(words: str) -> Iterator[tuple[int, Unit]]:
    """The lengths of a phrase; what has no unit of its own takes the one that follows."""
    lengths = [found.groups() for found in _LENGTH.finditer(words)]
    last = lengths[-1][1]
    for amount, unit in lengths:
        length = _length(amount, unit or last)
        if length is not None:
            yield length


def _length(amount: str, unit: str) -> tuple[int, Unit] | None:
    """半年 is six months, 半个月 fifteen days, two weeks fourteen days."""
    name = unit.removeprefix("个")
    if amount == "半":
        return (6, "month") if name == "年" else (15, "day") if name == "月" else None
    number = whole(amount)
    if not number or name not in _UNITS:
        return None
    kind, factor = _UNITS[name]
    return number * factor, kind


def _what(view: FactView, past: int) -> str | None:
    """The act that the period is for: what follows, up to the next mark."""
    _, end = view.sentence(past)
    text = view.text
    if past < end and text[past] == ",":
        past += 1
    stop = min(
        (at for at in (text.find(mark, past, end) for mark in ",。;\n") if at >= 0), default=end
    )
    words = text[past:stop].lstrip("的").strip(",、")
    return words.removeprefix("以上") or None
