# SPDX-License-Identifier: Apache-2.0
"""Deadlines and dates: days by which, from which or until which somebody must or may act.

``before`` 前 · ``by`` 截止, 截至, 不迟于, 到 · ``from`` 自…起, and the span 至 · ``until`` 延长至 ·
``on`` the day alone. A day of coming into force (自…起施行) is a ``date``, and so is the day of
signature, which stands in a field of the document. Days gone by are no deadlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yiju.library.reading.facts.days import Named, document_year, named_days, with_years
from yiju.library.reading.facts.view import FactView, found_by_sign
from yiju.library.reading.model import DateNamed, Day, Deadline, Fact, Relation

_TIME = (
    r"(?:\([^()\n]{1,12}\))?(?:(?:上午|下午|中午|晚上?|凌晨)?[0-9]{1,2}(?::[0-9]{2}|时|点)"
    r"(?:[0-9]{1,2}分|整)?)?(?:\([^()\n]{1,12}\))?"
)
_TAIL = re.compile(
    rf"{_TIME}(?:(?P<before>(?:下班)?(?:之|以)?前(?![后往夕述]))|(?P<later>(?:之|以)?后)|(?P<start>(?:之日)?起|开始)"
    r"|(?P<stop>为?止|截止|截至))?"
)
_SPAN = re.compile(
    rf"{_TIME}(?:之日)?(?:起|开始)?(?:至|到|—+|-|~)(?:当年|同年|次年|翌年|本月|当月|今年|明年)?"
)
_DAY_ONLY = re.compile(r"(?:至|到|—+|-|~)(3[01]|[12][0-9]|0?[1-9])[日号]")
_LIST = re.compile(r"(?:\([^()\n]{1,20}\))?[、,和及]?")
_HEAD = re.compile(
    r"(?P<closing>截(?:止|至)(?:时间|日期|期限|日)?(?:分别)?(?:[为是:到至于])*|不得?[迟晚]于"
    r"|最[迟晚](?:于|为|不超过)?|(?:时间|日期|期限)(?:分别)?[为是:]截[止至]?)$"
    r"|(?P<valid>有效期(?:限)?(?:延长)?[至到]|(?:施行|执行|实施)[至到])$"
    r"|(?P<until>(?:延长|延期|延续|顺延|推迟|持续|保留|开放|填报|申报|报名|受理|公示|征集|试点|工作)"
    r"(?:时间|期限)?[至到]|至)$"
    r"|(?P<to>到)$|(?P<start>自|从)$"
)
_HEADING = frozenset("止至间期限日别为是:到于迟晚过截自从")
"""The characters with which the marks before a day end."""

_FORCE = re.compile(
    r"(?:正式)?(?:起|开始)?(?:正式)?(?P<what>施行|实施|执行|生效|试行|废止|停止执行|失效|召开|举行)(?!的)"
)
_PAST = re.compile(
    r"[^,。;]{0,24}(?:已|注册|成立|设立|出生|取得|获得|登记|认定|投产|建成|参加工作)[^,。;]{0,20}的"
)
_PEAK = re.compile(r"达峰|峰值|碳中和")
_DONE = re.compile(r"[^,。;]{0,30}(?:通过|印发|修订|修正|批准|会议|公告)")
_BATCH = re.compile(r"\((?P<batch>第[一二三四五六七八九十]批)次?\)")
_BY_BATCH = re.compile(
    r"(?:在|于|按照?)(?:本年度|当年|今年)?(?P<batch>第[一二三四五六七八九十]批)次?"
    r"(?:进行|参加)?(?:申报|报送|提交)"
    r"|[在于]?每(?:一)?批次?(?:申报|报送)?(?:截止|受理)(?:日期|时间|日)?之?前"
)
_AGAIN_END = re.compile(r"[底末终日](?:之|以)?前")
_AGAIN = re.compile(
    r"(?P<every>每|次|当|下|本|今)?(?:个?(?P<unit>月|季度?|年))度?"
    r"(?:的?(?P<end>底|末|终)|(?:第[一二三四1-4]个?季度)?[0-9]{1,2}日)(?:之|以)?前$"
)
_DATED = re.compile(r"[0-9]年?$")
_QUARTER = re.compile(r"(?P<year>20[0-9]{2})年第?(?P<number>[一二三四1-4])个?$")
_QUARTER_ENDS = dict(zip("一二三四1234", ("03-31", "06-30", "09-30", "12-31") * 2, strict=True))
_THIS = (None, "今", "本", "当")
_OPENING = re.compile(r"(?:请|由|并|各请|应|须|需|要|原则上|一般|统一|务必|其中|同时)+")
_BINDING = re.compile(r"(?:应当?|须|需|要|务必|请|统一|原则上|一般|并|于|在|分别)+$")
_BINDING_ENDS = frozenset("应当须需要必请一上般并于在别")


_ACTORS = frozenset("部委局署办厅院行会府门位室心司校社处科站所区县市省企业构者人方地体团")
"""The characters with which the names of those who act end."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A day, or a span of days, as it stands in the text."""

    first: int
    past: int
    start: Named
    end: Named | None


@dataclass(frozen=True, slots=True)
class _Said:
    """What the words around a list of days say of each of them."""

    relation: Relation
    head: int
    tail: int
    closing: bool = False


def deadlines(view: FactView) -> Iterator[tuple[int, Fact]]:
    """Every deadline of every document, and the dates of coming into force."""
    batches: dict[tuple[int, str], Day | None] = {}
    for chain in _chains(view.text, _items(view, list(with_years(view, named_days(view))))):
        first = chain[0].first
        head = None
        if view.text[max(0, first - 1) : first] in _HEADING:
            head = _HEAD.search(view.text, max(0, first - 16), first)
        force = _force(view, chain, head)
        if force is not None:
            yield force
            continue
        said = _said(view, chain, head)
        if said is None:
            continue
        for item in chain:
            batch = _BATCH.match(view.text, item.past)
            place = view.place(item.first) if batch else None
            if batch is not None and place is not None:
                batches[place.document, batch["batch"]] = item.start.on
        yield from _chain_facts(view, chain, said)
    yield from _by_batch(view, batches)
    yield from _recurring(view)


def _items(view: FactView, days: list[Named]) -> Iterator[_Item]:
    """The days, with 4月1日至6月30日 and 4月10日至20日 taken together."""
    text = view.text
    at = 0
    while at < len(days):
        day = days[at]
        after = days[at + 1] if at + 1 < len(days) else None
        if (
            after is not None
            and after.first - day.past < 40
            and _SPAN.fullmatch(text, day.past, after.first)
        ):
            yield _Item(day.first, after.past, day, after)
            at += 2
            continue
        alone = _DAY_ONLY.match(text, day.past)
        if alone is not None and day.day is not None:
            yield _Item(day.first, alone.end(), day, replace(day, day=int(alone[1])))
        else:
            yield _Item(day.first, day.past, day, None)
        at += 1


def _chains(text: str, items: Iterator[_Item]) -> Iterator[list[_Item]]:
    """Days that stand in one list: 4月30日(第一批)、6月30日(第二批)."""
    chain: list[_Item] = []
    for item in items:
        near = bool(chain) and item.first - chain[-1].past < 24
        if chain and not (near and _LIST.fullmatch(text, chain[-1].past, item.first)):
            yield chain
            chain = []
        chain.append(item)
    if chain:
        yield chain


def _force(
    view: FactView, chain: list[_Item], head: re.Match[str] | None
) -> tuple[int, Fact] | None:
    """自2025年5月1日起施行, 有效期至2027年12月31日: dates of the document, not deadlines."""
    item = chain[0]
    text = view.text
    tail = _TAIL.match(text, item.past)
    force = _FORCE.match(text, tail.end() if tail else item.past)
    valid = head is not None and head.lastgroup == "valid"
    on = item.start.on
    if on is None or not (force or valid):
        return None
    if force is not None and (item.end is not None or (tail and tail["before"])):
        return None
    first = head.start() if head else item.first
    past = force.end() if force else item.past
    stand = view.stand(first, past)
    if stand is None:
        return None
    what = "有效期至" if valid else force["what"] if force else None
    return stand.place.document, DateNamed(
        clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
        on=on, what=what,
    )  # fmt: skip


def _said(view: FactView, chain: list[_Item], head: re.Match[str] | None) -> _Said | None:
    """What is said of the days of a list; ``None`` where they are no deadlines."""
    text = view.text
    item, last = chain[0], chain[-1]
    batch = _BATCH.match(text, last.past)
    tail = _TAIL.match(text, batch.end() if batch else last.past)
    assert tail is not None
    first = head.start() if head else item.first
    relation = _relation(text, item, head.lastgroup if head else None, tail)
    if relation is None or _is_past(view, chain, tail.end(), relation):
        return None
    closing = head is not None and head.lastgroup in ("closing", "until")
    return _Said(relation, first, tail.end(), closing)


def _relation(text: str, item: _Item, head: str | None, tail: re.Match[str]) -> Relation | None:
    """The relation that marks before and after the day give."""
    mark = tail.lastgroup
    if item.end is not None:
        return None if item.start.is_bare_year else "from"
    if mark == "before":
        return "before"
    if head in ("closing",) or mark == "stop":
        return "by"
    if mark in ("start", "later") or head == "start":
        return "from"
    if head == "until":
        return "until" if item.start.day is not None else "by"
    if head == "to":
        return "by"
    return _bare_relation(text, item, tail.end())


def _bare_relation(text: str, item: _Item, past: int) -> Relation | None:
    """A day without a mark: a full day is the day of the act, 6月底 its last day."""
    day = item.start
    if _DONE.match(text, past):
        return None
    if day.day is not None:
        return "on"
    if day.month is None:
        return None
    if day.part in ("底", "末"):
        return "by"
    before, after = text[item.first - 1 : item.first], text[past : past + 1]
    if (before == "(" and after == ")") or (before in ",。;:、\n" and after in ",:"):
        return "on"
    return None


def _is_past(view: FactView, chain: list[_Item], past: int, relation: Relation) -> bool:
    """Whether the day is gone by, or only tells when something had to be so already."""
    place = view.place(chain[0].first)
    year = document_year(view.documents, place.document) if place else None
    last = chain[-1].end or chain[-1].start
    if year is not None and last.year is not None and last.year < year:
        return True
    if relation == "on" and place is not None and chain[0].end is None:
        signed = view.documents[place.document].dated_on
        if signed is not None and signed.isoformat() == chain[0].start.on:
            return True
    if chain[0].start.is_bare_year and _PEAK.search(view.text, past, past + 16):
        return True
    return relation == "before" and _PAST.match(view.text, past) is not None


def _chain_facts(view: FactView, chain: list[_Item], said: _Said) -> Iterator[tuple[int, Fact]]:
    """One deadline for each day of a list."""
    who, what = _who(view, said), _what(view, said)
    for position, item in enumerate(chain):
        first = said.head if position == 0 else item.first
        past = said.tail if position == len(chain) - 1 else item.past
        stand = view.stand(first, past)
        if stand is None or (item.start.on is None and not item.start.yearly):
            continue
        yield stand.place.document, Deadline(
            clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
            on=item.start.on, until=item.end.on if item.end else None,
            relation=said.relation, what=what, who=who,
        )  # fmt: skip


def _what(view: FactView, said: _Said) -> str | None:
    """The act: what follows the day, else what stands before the mark (申报截止时间为)."""
    text = view.text
    before = text[view.part(said.head)[0] : said.head]
    if said.closing and before:
        return before
    _, end = view.sentence(said.tail - 1)
    first = said.tail
    while first < end and text[first] in ",的、)":
        first += 1
    stops = (text.find(mark, first, end) for mark in ",。;\n")
    stop = min((at for at in stops if at >= 0), default=end)
    words = text[first:stop]
    if not words:
        words = before
    return words.strip(",、") or None


def _who(view: FactView, said: _Said) -> str | None:
    """Who acts: what stands before the day in its part, without 请, 由, 应于."""
    first, _ = view.part(said.head)
    words = view.text[max(first, said.head - 60) : said.head].rpartition("由")[2]
    if words[-1:] not in _ACTORS and words[-1:] not in _BINDING_ENDS:
        return None
    words = _bare(_bare(words))
    return words if 1 < len(words) <= 40 and words[-1] in _ACTORS else None


def _bare(words: str) -> str:
    """The words without those that open them and those that bind the day."""
    opening = _OPENING.match(words)
    if opening is not None:
        words = words[opening.end() :]
    return _BINDING.sub("", words) if words[-1:] in _BINDING_ENDS else words


def _by_batch(
    view: FactView, batches: dict[tuple[int, str], Day | None]
) -> Iterator[tuple[int, Fact]]:
    """Days given by reference: 建议在本年度第一批申报, 于每批次截止日期前."""
    with_batches = {document for document, _ in batches}
    if not with_batches:
        return
    for found in found_by_sign(_BY_BATCH, view.text, "批", reach=8, longest=24):
        stand = view.stand(*found.span())
        if stand is None or stand.place.document not in with_batches:
            continue
        batch = found["batch"]
        said = _Said("by" if batch else "before", found.start(), found.end())
        yield stand.place.document, Deadline(
            clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
            on=batches.get((stand.place.document, batch)) if batch else None, until=None,
            relation=said.relation, what=_what(view, said), who=None,
        )  # fmt: skip


def _quarter(text: str, found: re.Match[str]) -> Day | None:
    """2026年一季度末前: the last day of that quarter."""
    named = _QUARTER.search(text, max(0, found.start() - 10), found.start())
    if named is None or found["unit"] is None or found["unit"][0] != "季":
        return None
    return f"{named['year']}-{_QUARTER_ENDS[named['number']]}"


def _recurring(view: FactView) -> Iterator[tuple[int, Fact]]:
    """月底前, 年底前, 每季度末前, 每月5日前: the day follows from the calendar, where it does."""
    text = view.text
    for end in found_by_sign(_AGAIN_END, text, "前", reach=2, longest=4):
        found = _AGAIN.search(text, max(0, end.start() - 12), end.end())
        if found is None or _DATED.search(text, max(0, found.start() - 5), found.start()):
            continue
        stand = view.stand(*found.span())
        if stand is None:
            continue
        said = _Said("before", found.start(), found.end())
        year = document_year(view.documents, stand.place.document)
        this_year = found["unit"] == "年" and found["end"] and found["every"] in _THIS
        yield stand.place.document, Deadline(
            clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
            on=f"{year}-12-31" if this_year and year else _quarter(text, found), until=None,
            relation="before", what=_what(view, said), who=_who(view, said),
        )  # fmt: skip
