# SPDX-License-Identifier: Apache-2.0
"""The end of a document: annexes named, contacts, signature, notes of printing.

Reads: the paragraphs of one document after its head. Writes: which of them are body, and the
ranges of the parts below it (GB/T 9704: 附件说明, 署名, 成文日期, 附注, 版记).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from yiju.library.reading import shapes
from yiju.library.reading.outline import Paragraph

_ANNEX = re.compile(
    r"附[ \u3000]*件[ \u3000]*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?[ \u3000]*[:：]?"
)
_FILE = re.compile(r"\.(?:docx?|pdf|ofd|wps|et|xlsx?|zip|rar|ceb|jpg|png|pptx?)(?![A-Za-z])", re.I)
_CONTACT = re.compile(
    r"[（(]?[\u4e00-\u9fff]{0,8}?(?:联系人|联系电话|联系方式|咨询电话|联系地址|联系单位"
    r"|电子邮[箱件]|邮箱|传真|通讯地址|邮编|监督电话)"
    r"[^。]{0,16}?[:：]"
)
_PHONE = re.compile(r"1[3-9]\d{9}|0\d{2,3}[-—－ ]?\d{7,8}|(?<!\d)\d{7,8}(?!\d)")
_DIGITS = re.compile(r"\d\d{6}")
"""Digits that every telephone number has in a row: a quick test before :data:`_PHONE`."""
_PRINTED = re.compile(
    r"抄[ \u3000]*送[:：]|抄报[:：]|主送[:：]|主题词[:：]"
    r"|[^。]{2,40}(?:20\d\d|二[〇○零]..)\s*年.{1,8}日\s*印发$"
    r"|[（(](?:此件|公开|主动公开|依申请)[^）)]{0,24}[)）]$|[（(](?:此件|信息)[^）)]{0,30}公开"
    r"[^）)]{0,20}[)）]$|公开方式[:：]|信息公开(?:选项|属性)"
)


_SIGNATORY = re.compile(
    r"[\u4e00-\u9fff]{0,10}(?:总理|主席|委员长|[省市县区州盟旗部局厅署行院会]长|主任|检察长|审计长|组长)"
    r"[ \u3000\t]*[：:]?[ \u3000\t]*[\u4e00-\u9fff·][\u4e00-\u9fff· \u3000]{1,10}"
)
"""Who signs an order: 总理 某某."""


@dataclass(slots=True)
class Range:
    """A part below the body, as a range of the clean text."""

    name: str
    first: int
    past: int


@dataclass(slots=True)
class Tail:
    """What stands below the body; ``body`` are the positions of paragraphs that belong to it."""

    body: list[int]
    ranges: list[Range] = field(default_factory=list)
    issuers: list[str] = field(default_factory=list)
    dated_on: date | None = None
    signed: bool = False


def tail_of(paragraphs: Sequence[Paragraph], first: int, past: int, named: Sequence[str]) -> Tail:
    """Part the body of the paragraphs ``first:past`` from what stands below it.

    ``named`` are the organs of the title: a signature repeats them.
    """
    tail = Tail([])
    signature = _signature(paragraphs, first, past, named, tail)
    here = first
    while here < past:
        taken = 1 if here in signature else _part_at(paragraphs, here, past, tail)
        if taken:
            here += taken
        else:
            tail.body.append(here)
            here += 1
    tail.ranges.sort(key=lambda r: r.first)
    return tail


def _signature(
    paragraphs: Sequence[Paragraph], first: int, past: int, named: Sequence[str], tail: Tail
) -> set[int]:
    """Positions of the signature's paragraphs; its values go into ``tail``."""
    for here in range(past - 1, max(first, past - 400) - 1, -1):
        paragraph = paragraphs[here]
        if paragraph.shape == "date" and not paragraph.text.startswith(("（", "(")):
            used = _dated(paragraphs, first, here, tail)
            if used:
                return used
        elif _run_together(paragraph, named, tail):
            return {here}
    return _undated(paragraphs, first, past, named, tail)


def _dated(paragraphs: Sequence[Paragraph], first: int, here: int, tail: Tail) -> set[int]:
    """A date on a line of its own, with the organs above it."""
    top = here
    while top > first and paragraphs[top - 1].shape == "organ" and here - top < 20:
        top -= 1
    day = shapes.day_in(paragraphs[here].text)
    if day is None:
        return set()
    signers = here
    while signers > first and _SIGNATORY.fullmatch(paragraphs[signers - 1].text):
        signers -= 1
    if signers < here:
        head, last = paragraphs[signers], paragraphs[here - 1]
        tail.ranges.append(Range("signatory", head.first, last.past))
        used = _dated_above(paragraphs, first, signers, tail)
        tail.dated_on, tail.signed = day, True
        tail.ranges.append(Range("dated_on", paragraphs[here].first, paragraphs[here].past))
        return used | set(range(signers, here + 1))
    tail.dated_on, tail.signed = day, True
    tail.ranges.append(Range("dated_on", paragraphs[here].first, paragraphs[here].past))
    for place in range(top, here):
        tail.issuers.append(paragraphs[place].text)
        tail.ranges.append(Range("issuers", paragraphs[place].first, paragraphs[place].past))
    return set(range(top, here + 1))


def _dated_above(paragraphs: Sequence[Paragraph], first: int, past: int, tail: Tail) -> set[int]:
    """The organs above those who sign: a joint order names them."""
    top = past
    while top > first and paragraphs[top - 1].shape == "organ" and past - top < 20:
        top -= 1
        tail.issuers.insert(0, paragraphs[top].text)
        tail.ranges.append(Range("issuers", paragraphs[top].first, paragraphs[top].past))
    return set(range(top, past))


def _run_together(paragraph: Paragraph, named: Sequence[str], tail: Tail) -> bool:
    """Organs and date in one line, perhaps with an annex before them: 附件：…某局2025年3月19日."""
    text = paragraph.text
    days = list(shapes.DAY.finditer(text)) if text[-1] == "日" and len(text) <= 260 else []
    if not days or days[-1].end() < len(text) or shapes.day_of(days[-1]) is None:
        return False
    before = text[: days[-1].start()].rstrip()
    start = 0
    if paragraph.shape == "annex" or _ANNEX.match(before):
        start = _organ_start(before, named)
        if start <= 0:
            return False
        tail.ranges.append(Range("annexes", paragraph.first, paragraph.first + start))
    elif not before or "。" in before or paragraph.label or not shapes.is_organ(before):
        return False
    tail.issuers.append(before[start:])
    tail.dated_on, tail.signed = shapes.day_of(days[-1]), True
    tail.ranges.append(Range("issuers", paragraph.first + start, paragraph.first + len(before)))
    tail.ranges.append(Range("dated_on", paragraph.first + days[-1].start(), paragraph.past))
    return True


def _organ_start(words: str, named: Sequence[str]) -> int:
    """Where the organs begin at the end of ``words``: at the first that the title names."""
    places = [words.rfind(name) for name in named if name and name in words[-80:]]
    return min(places) if places else -1


def _undated(
    paragraphs: Sequence[Paragraph], first: int, past: int, named: Sequence[str], tail: Tail
) -> set[int]:
    """A signature without a date: an organ on the last line, or the one the title names."""
    for here in range(past - 1, max(first, past - 6) - 1, -1):
        paragraph = paragraphs[here]
        if paragraph.shape == "organ" and here > first and len(paragraph.text) <= 60:
            compact = shapes.compact(paragraph.text)
            if here == past - 1 or compact in named:
                tail.issuers.append(paragraph.text)
                tail.signed = True
                tail.ranges.append(Range("issuers", paragraph.first, paragraph.past))
                return {here}
    return set()


def _part_at(paragraphs: Sequence[Paragraph], here: int, past: int, tail: Tail) -> int:
    """How many paragraphs from ``here`` make one part of the tail (0: it is body)."""
    paragraph = paragraphs[here]
    text = paragraph.text
    name, count = "", 1
    if paragraph.shape == "annex" or (text[0] == "附" and _FILE.search(text)):
        name, count = "annexes", _annex_lines(paragraphs, here, past)
    elif _CONTACT.match(text) or (tail.ranges and len(text) < 80 and _has_phone(text)):
        name = "contacts" if _CONTACT.match(text) or tail.ranges[-1].name == "contacts" else ""
    elif len(text) <= 160 and _may_be_printed(text) and _PRINTED.match(text):
        name = "printed"
    if not name:
        return 0
    last = paragraphs[here + count - 1]
    tail.ranges.append(Range(name, paragraph.first, last.past))
    return count


def _may_be_printed(text: str) -> bool:
    return text[0] in "抄主公信（(" or text.endswith("印发")


def _has_phone(text: str) -> bool:
    return _DIGITS.search(text) is not None and _PHONE.search(text) is not None


def _annex_lines(paragraphs: Sequence[Paragraph], here: int, past: int) -> int:
    """How many paragraphs the list of annexes runs over: 附件：1.… / 2.… / 3.…"""
    count = 1
    alone = _ANNEX.fullmatch(paragraphs[here].text) is not None
    while here + count < past:
        paragraph = paragraphs[here + count]
        label = paragraph.label
        listed = label is not None and label.form == "digit" and _is_listed(paragraph.text)
        is_file = bool(_FILE.search(paragraph.text[-8:])) and len(paragraph.text) < 120
        only = alone and count == 1 and len(paragraph.text) < 80 and _is_listed(paragraph.text)
        if not (listed or is_file or only):
            break
        count += 1
    return count


def _is_listed(text: str) -> bool:
    return text[-1] not in "。；：:" and len(text) <= 160
