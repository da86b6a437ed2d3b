# SPDX-License-Identifier: Apache-2.0
"""References: documents and clauses that the text names.

《title》 with a number in brackets, an alias given by 以下简称, a bare document number, 第十一条
第二款第(一)项, ranges, 前款 and 本条. The label of an article is no reference to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from yiju.kernel.document_id import normal_number
from yiju.library.reading.facts.numerals import CHINESE, whole
from yiju.library.reading.facts.resolving import Point, Resolver
from yiju.library.reading.facts.view import FactView, Place
from yiju.library.reading.model import Fact, Reference

_NUMERAL = rf"(?:[{CHINESE}]{{1,7}}|[0-9]{{1,4}})"
_DEEPER = (
    rf"(?:第(?P<para>{_NUMERAL})款)?"
    rf"(?:第?\((?P<item>{_NUMERAL})\)(?:项|种情形|种|类|目)?|第(?P<bare>{_NUMERAL})项)?"
    rf"(?:第\(?(?P<sub>{_NUMERAL})\)?目)?"
)
_CLAUSE = re.compile(
    rf"第(?:(?P<art>{_NUMERAL})条(?![件款目约线路河街])(?:之(?P<ins>{_NUMERAL}))?{_DEEPER}"
    rf"|(?P<chp>{_NUMERAL})章"
    rf"|(?P<para1>{_NUMERAL})款(?:第?\((?P<item1>{_NUMERAL})\)(?:项|种情形)?)?"
    rf"|\((?P<item2>{_NUMERAL})\)(?:项|种情形))"
)
_RANGE = re.compile(rf"(?:至|到|—+|-|~)第(?P<past>{_NUMERAL})条(?!件)")
_MORE = re.compile(
    rf"[、和及或](?:第(?P<para>{_NUMERAL})款(?:第?\((?P<item>{_NUMERAL})\)项?)?"
    rf"|第?\((?P<only>{_NUMERAL})\)项)"
)
_BEFORE = re.compile(
    rf"前(?<![目此之提年先日月当]前)(?P<count>[一二两三四五])?"
    rf"(?P<kind>款(?!项)|条(?!件|例|款)|项(?!目)){_DEEPER}"
)
_HERE = re.compile(rf"本(?P<kind>[条款])(?=第){_DEEPER}")
_ALIAS = re.compile(
    r"(?:统?简称|统称|以下称|下称)(?:为|作)?:?[“\"《‘'〈]?"
    r"(?P<alias>[^“”\"‘’'《》〈〉(),,。\n]{1,24})"
)
_NUMBER = (
    r"[一-龥A-Za-z]{1,16}〔[0-9]{4}〕第?[0-9]{1,5}(?:-[0-9]+)?号"
    rf"|[一-龥]{{0,20}}(?:〔[0-9]{{4}}〕|[0-9]{{4}}年)?第{_NUMERAL}号(?:令|公告)?"
)
_IN_BRACKETS = re.compile(
    rf"\((?:(?P<number>{_NUMBER})(?P<more>[^()\n]{{0,60}})|(?P<alias>[^()\n]{{0,12}}称[^()\n]{{1,40}}))\)"
)
_BARE = re.compile(r"〔[0-9]{4}〕第?[0-9]{1,5}号")
_ISSUER_CODE = re.compile(r"[一-龥A-Za-z]{1,12}$")
_PRECEDING = re.compile(
    r"^.*(?:根据|按照|依据|依照|落实|执行|参照|贯彻|遵照|印发|关于|以及|同时|见|和|及|与|以|的|由|在|对|将"
    r"|据|按|违反|适用|符合|违背|有)"
)
_LAW = re.compile(
    r"[一-龥]{0,24}(?:法典|法|条例|规定|办法|细则|规则|准则|章程|公约|指引|意见|通知)$"
)
_OWN = re.compile(r"本[一-龥]{1,6}$")
_JOINED = re.compile(r"[、和及或至到,]{0,2}")
_LONGEST_ALIAS = 12
_LONGEST_RANGE = 30


@dataclass(frozen=True, slots=True)
class _Known:
    """A document that the text has named: its title and number, and which one it is, if loaded."""

    title: str | None
    number: str | None
    document: int | None


class _Naming:
    """What the text has named so far: titles with aliases, and the ranges already read."""

    __slots__ = ("aliases", "listing", "resolver", "taken", "view")

    def __init__(self, view: FactView) -> None:
        self.view = view
        self.resolver = Resolver(view.documents)
        self.taken: list[tuple[int, int]] = []
        self.aliases: dict[tuple[int, str], _Known] = {}
        self.listing: dict[int, _Known] = {}

    def is_taken(self, position: int) -> bool:
        """Whether the position was read already, or stands inside a 《title》."""
        at = bisect_right(self.taken, (position, len(self.view.text))) - 1
        if at >= 0 and position < self.taken[at][1]:
            return True
        return self.view.title_around(position) is not None

    def alias_before(self, document: int, position: int) -> _Known | None:
        """The document whose alias ends at the position: 办法第五条 after 以下简称“办法”."""
        text = self.view.text
        past = position - 1 if text[position - 1 : position] in ("”", '"') else position
        for length in range(1, _LONGEST_ALIAS + 1):
            known = self.aliases.get((document, text[max(0, past - length) : past]))
            if known is not None and text[past - length - 1 : past - length] != "本":
                return known
        return None


def references(view: FactView) -> Iterator[tuple[int, Fact]]:
    """Every reference of every document."""
    naming = _Naming(view)
    for first, past in view.titles:
        yield from _title(naming, first, past)
    yield from _numbers(naming)
    yield from _clauses(naming)
    yield from _relative(naming)


def _title(naming: _Naming, first: int, past: int) -> Iterator[tuple[int, Fact]]:
    """A 《title》, with its number, its alias, and the clause that follows it."""
    view = naming.view
    place = view.place(first)
    if place is None or (naming.taken and first < naming.taken[-1][1]):
        return
    words = view.words(first + 1, past - 1)
    known = naming.aliases.get((place.document, view.text[first + 1 : past - 1]))
    end = past
    if known is None:
        bracket = _IN_BRACKETS.match(view.text, past)
        number = bracket["number"] if bracket is not None else None
        target_document = naming.resolver.document(words, number, place.document)
        known = _Known(words, number, target_document)
        if bracket is not None:
            end = bracket.end()
            _remember(naming, place.document, bracket, known)
            if number is not None:
                past = bracket.end() if not bracket["more"] else bracket.end("number")
    clause = _CLAUSE.match(view.text, end)
    if clause is not None and clause["art"]:
        _, end = yield from _listed(naming, place, clause, known, first)
        naming.listing[end] = known
    else:
        target = None if known.document is None else naming.resolver.whole(known.document)
        yield from _fact(naming, first, min(past, end), known, target)
    naming.taken.append((first, end))


def _remember(naming: _Naming, document: int, bracket: re.Match[str], known: _Known) -> None:
    """Keeps the alias that stands in the brackets after a title."""
    alias = _ALIAS.search(bracket.group())
    if alias is not None:
        naming.aliases[document, alias["alias"]] = known


def _numbers(naming: _Naming) -> Iterator[tuple[int, Fact]]:
    """A document named by its number alone: 按照甲发〔2024〕3号要求."""
    view = naming.view
    for found in _BARE.finditer(view.text):
        if naming.is_taken(found.start()):
            continue
        code = _ISSUER_CODE.search(view.text, max(0, found.start() - 12), found.start())
        if code is None:
            continue
        letters = _PRECEDING.sub("", code.group())
        first = found.start() - len(letters)
        number = normal_number(view.text[first : found.end()])
        known = _Known(None, number, naming.resolver.document(None, number, -1))
        target = None if known.document is None else naming.resolver.whole(known.document)
        if letters:
            yield from _fact(naming, first, found.end(), known, target)


def _clauses(naming: _Naming) -> Iterator[tuple[int, Fact]]:
    """第五条第二款第(三)项 of this document, or of the one whose name stands before it."""
    view = naming.view
    before, end = _Known(None, None, None), -1
    for clause in _CLAUSE.finditer(view.text):
        first = clause.start()
        if first < end or naming.is_taken(first):
            continue
        place = view.place(first)
        stand = view.stand(first, clause.end())
        if place is None or stand is None or view.is_label(stand):
            continue
        if not _JOINED.fullmatch(view.text, max(0, end), first) or first - end > 2:
            before = _named_before(naming, place, first)
        if clause["art"] is None and not _may_stand_alone(view, clause):
            continue
        before, end = yield from _listed(naming, place, clause, before, first)


def _may_stand_alone(view: FactView, clause: re.Match[str]) -> bool:
    """第一款 and 第(二)项 without an article mean this one; 第三章 needs 本办法 before it."""
    before = view.text[max(0, clause.start() - 8) : clause.start()]
    if clause["chp"]:
        return _OWN.search(before) is not None
    return not before.endswith(("条", "款", "前款", "前条", "本条", "本款", "前项"))


def _named_before(naming: _Naming, place: Place, first: int) -> _Known:
    """Whose clause it is: this document's, unless another law's name stands before it."""
    own = _Known(None, None, place.document)
    listed = naming.listing.get(first - 1)
    if listed is not None and naming.view.text[first - 1] in "、和及或与":
        return listed
    alias = naming.alias_before(place.document, first)
    if alias is not None:
        return alias
    before = naming.view.text[max(0, first - 24) : first]
    law = _LAW.search(before)
    if law is None or _OWN.search(before):
        return own
    name = _PRECEDING.sub("", law.group())
    if name.startswith("本") or len(name) < 2:
        return own
    if name.startswith(("该", "上述", "前述")):
        return _Known(None, None, None)
    return _Known(name, None, naming.resolver.document(name, None, place.document))


def _listed(
    naming: _Naming, place: Place, clause: re.Match[str], known: _Known, first: int
) -> Generator[tuple[int, Fact], None, tuple[_Known, int]]:
    """A clause and those listed after it: 第五条第一款、第三款; 第五条至第八条."""
    view, resolver = naming.view, naming.resolver
    here: str | None = place.node.path if place.node is not None else None
    here = here if known.document == place.document else None
    point = _point(clause)
    last = _RANGE.match(view.text, clause.end()) if clause["art"] else None
    end = last.end() if last is not None else clause.end()
    points = _range_points(point, last) if last is not None else [point]
    for one in points:
        target = _target(resolver, known, one, here, clause)
        yield from _fact(naming, first, end, known, target)
    while last is None and (more := _MORE.match(view.text, end)) is not None:
        point = _more_point(point, more)
        target = _target(resolver, known, point, here, clause)
        yield from _fact(naming, more.start() + 1, more.end(), known, target)
        end = more.end()
    return known, end


def _target(
    resolver: Resolver, known: _Known, point: Point, here: str | None, clause: re.Match[str]
) -> str | None:
    if known.document is None:
        return None
    if clause["chp"]:
        return resolver.chapter(known.document, whole(clause["chp"]))
    return resolver.clause(known.document, point, here)


def _point(found: re.Match[str]) -> Point:
    """The clause that the words of a match give."""
    groups = found.groupdict()
    article = whole(groups["art"]) if groups.get("art") else None
    name = None
    if article is not None:
        inserted = whole(groups["ins"]) if groups.get("ins") else None
        name = f"{article}-{inserted}" if inserted else f"{article}"
    item = groups.get("item") or groups.get("bare") or groups.get("item1") or groups.get("item2")
    paragraph = groups.get("para") or groups.get("para1")
    return Point(
        name,
        whole(paragraph) if paragraph else None,
        whole(item) if item else None,
        whole(groups["sub"]) if groups.get("sub") else None,
    )


def _more_point(point: Point, more: re.Match[str]) -> Point:
    """、第三款 keeps the article, 、第(三)项 also the paragraph."""
    if more["only"]:
        return Point(point.article, point.paragraph, whole(more["only"]))
    item = whole(more["item"]) if more["item"] else None
    return Point(point.article, whole(more["para"]), item)


def _range_points(point: Point, last: re.Match[str]) -> list[Point]:
    """Each article from the first to the last."""
    first, past = (point.article or "").partition("-")[0], whole(last["past"])
    if past is None or not first or not 0 <= past - int(first) <= _LONGEST_RANGE:
        return [point]
    return [Point(f"{number}") for number in range(int(first), past + 1)]


def _relative(naming: _Naming) -> Iterator[tuple[int, Fact]]:
    """前款第(二)项, 前两款, 前条, 本条第一款."""
    view, resolver = naming.view, naming.resolver
    own = _Known(None, None, None)
    for found in _BEFORE.finditer(view.text):
        place = view.place(found.start())
        if place is None or naming.is_taken(found.start()):
            continue
        count = whole(found["count"]) if found["count"] else 1
        targets = resolver.before(place, found["kind"], count or 1, _point(found))
        if not targets:
            yield from _fact(naming, found.start(), found.end(), own, None)
        for target in targets:
            yield from _fact(naming, found.start(), found.end(), own, target)
    for found in _HERE.finditer(view.text):
        place = view.place(found.start())
        if place is None or place.node is None or naming.is_taken(found.start()):
            continue
        inner = resolver.within(place, found["kind"], _point(found))
        yield from _fact(naming, found.start(), found.end(), own, inner)


def _fact(
    naming: _Naming, first: int, past: int, known: _Known, target: str | None
) -> Iterator[tuple[int, Fact]]:
    stand = naming.view.stand(first, past)
    if stand is not None:
        yield stand.place.document, Reference(
            clause=stand.place.clause, quote=stand.quote, start=stand.start, end=stand.end,
            title=known.title, number=normal_number(known.number) if known.number else None,
            target=target,
        )  # fmt: skip
