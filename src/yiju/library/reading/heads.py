# SPDX-License-Identifier: Apache-2.0
"""Heads: where a document begins, and which paragraphs are its title, number and addressees.

Reads: the paragraphs of the clean text. Writes: :class:`Head` values. A title alone is no head (a
contents page is full of them): what follows must speak for it – a number, addressees, a line of
adoption, a first chapter or article, a text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from yiju.library.reading import shapes
from yiju.library.reading.numbering import START, label_at
from yiju.library.reading.outline import Paragraph
from yiju.library.reading.record import is_key, is_row


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a document, as positions of paragraphs; ``body`` is the first after it."""

    start: int
    body: int
    title: tuple[int, ...]
    number: int | None = None
    addressees: int | None = None
    adopted: int | None = None
    annex: int | None = None
    organs: tuple[int, ...] = ()
    record: tuple[int, ...] = ()


_LEADER = re.compile(r"(?:[ \u3000]*[.．·…⋯—\-_]{2,}|[ \u3000]{1,})[ \u3000]*[（(]?\d{1,4}[)）]?$")
_OPENING = re.compile(r"(?:为|根据|按照|依据|现将|现就|经|近日|近年来|遵照|你|各|兹)")
_PAREN_LINE = re.compile(r"[（(][^（()）]{1,24}[)）]")
_CHINA = re.compile(r"中华人民共和国|[省市县区](?:人民政府)?")
_FILE = re.compile(r"\.(?:docx?|pdf|ofd|wps|et|xlsx?|zip|rar|ceb|jpg|png|pptx?)", re.I)
ANNEX_LABEL = re.compile(
    r"附[ \u3000]*(?:件|录)[ \u3000]*(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})?"
    r"[ \u3000]*[:：]?[ \u3000]*"
)


_ADDRESSED = re.compile(
    r"(?:各|有关|相关|全[省市县区州盟旗国]|市直|县直|省直|区直|驻|局属|厅属|委属|你)[^。；:：]{1,60}[:：]"
    r"|[^。；，:：]{2,12}(?:同志|学校|学院|医院|村|社|所|站|队|协会|商会|银行|员|代表|园区|小学)[:：]"
)
_SAYS = re.compile(
    r"现将|现就|现对|如下|为[了推进做加贯落]"
    r"|根据|按照|事项|决定|公告|通告|要求|规定|方案"
)


def head_at(
    paragraphs: Sequence[Paragraph], at: int, known: frozenset[str], carried: Container[str] = ()
) -> Head | None:
    """The head that begins with paragraph ``at``, or ``None``.

    ``known`` are titles of a contents page, ``carried`` those that the document before issues.
    """
    here = at
    if paragraphs[at].shape == "annex":
        return _annex_head(paragraphs, at)
    number, organs = None, []
    above = ("number", "organ", "masthead")
    if _is_announcing(paragraphs, at):
        organs, here = [at], at + 1
    while here < min(len(paragraphs), at + 5) and paragraphs[here].shape in above:
        if paragraphs[here].shape == "number":
            number = here
        else:
            organs.append(here)
        here += 1
    title = _title_lines(paragraphs, here)
    if not title and organs:
        here, title = organs[0], _title_lines(paragraphs, organs[0])
        organs = []
    if not title or (at and is_key(paragraphs[at - 1].text)):
        return None  # a title in the record of the site (标题：) is no head
    headed = number is not None or any(paragraphs[i].shape == "masthead" for i in organs)
    if here > at and not headed and not _is_continued(paragraphs, organs, title):
        return None
    head, score = _rest_of_head(paragraphs, at, title, number, tuple(organs))
    if carried and title_words("".join(paragraphs[i].text for i in title)) in carried:
        return head if _has_words(paragraphs, head.body) else None
    return head if score >= _needed(paragraphs, title, known) else None


def _is_announcing(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether 某局公告 stands above a number and the title proper (关于…的公告)."""
    if paragraphs[at].shape != "title" or at + 2 >= len(paragraphs):
        return False
    number, title = paragraphs[at + 1], paragraphs[at + 2]
    mast = paragraphs[at].text.endswith(("公告", "通告")) and "关于" not in paragraphs[at].text
    return mast and number.shape == "number" and title.text.startswith("关于")


def _has_words(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a text stands at ``at``, not the signature below a list of annexes."""
    return at < len(paragraphs) and paragraphs[at].shape in ("text", "contents", "addressees")


def is_addressed(paragraph: Paragraph) -> bool:
    """Whether a short line below a title names those it is for: 各乡镇：, 各位委员："""
    if paragraph.shape == "addressees":
        return True
    text = paragraph.text
    if text[-1] not in ":：" or paragraph.label or len(text) > 400 or is_row(text):
        return False
    return _ADDRESSED.fullmatch(text) is not None and not _SAYS.search(text)


def lone_head(paragraphs: Sequence[Paragraph], at: int) -> Head:
    """The head whose title is the paragraph ``at``, whatever follows."""
    return _rest_of_head(paragraphs, at, _title_lines(paragraphs, at) or [at], None, ())[0]


def _is_continued(paragraphs: Sequence[Paragraph], organs: list[int], title: list[int]) -> bool:
    """Whether organ lines above a title belong to it: 某省人民政府 / 关于……的通知."""
    return bool(organs) and paragraphs[title[0]].text.startswith("关于")


def _title_lines(paragraphs: Sequence[Paragraph], at: int) -> list[int]:
    """The paragraphs that make up a title beginning at ``at``."""
    if at >= len(paragraphs):
        return []
    if paragraphs[at].shape == "title":
        lines = [at]
    else:
        lines = _broken_title(paragraphs, at)
    if not lines:
        return []
    after = lines[-1] + 1
    if (
        after < len(paragraphs)
        and paragraphs[after].shape != "adopted"
        and _PAREN_LINE.fullmatch(paragraphs[after].text)
    ):
        lines.append(after)
    return lines


def _broken_title(paragraphs: Sequence[Paragraph], at: int) -> list[int]:
    """A title over several lines, none of which is one alone: 关于印发《…》/ 的通知."""
    if paragraphs[at].shape == "text" and not _may_be_of_title(paragraphs[at]):
        return []
    whole = ""
    for here in range(at, min(at + 5, len(paragraphs))):
        paragraph = paragraphs[here]
        if not _may_be_of_title(paragraph) or (paragraph.label and here > at):
            return []
        if here > at and paragraph.shape == "title" and not paragraph.text.startswith("关于"):
            return []
        whole += paragraph.text
        if here > at and shapes.is_about(whole) and shapes.title_kind(whole):
            return list(range(at, here + 1))
    return []


def _may_be_of_title(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        len(text) <= 80
        and paragraph.shape in ("text", "organ", "title")
        and text[-1] not in "。；，！？日号"
        and not (":" in text or "：" in text or _FILE.search(text))
    )


def _rest_of_head(
    paragraphs: Sequence[Paragraph], at: int, title: list[int], number: int | None,
    organs: tuple[int, ...],
) -> tuple[Head, int]:  # fmt: skip
    """What follows a title, and how strongly it speaks for a document beginning here."""
    here, score = title[-1] + 1, 3 if number is not None else 0
    addressees = adopted = None
    record: list[int] = []
    while here < len(paragraphs) and here <= title[-1] + 6:
        paragraph = paragraphs[here]
        if paragraph.shape == "number" and number is None:
            number, score = here, score + 3
        elif paragraph.shape == "adopted" and adopted is None:
            adopted, score = here, score + 3
        elif addressees is None and is_addressed(paragraph):
            addressees, score = here, score + 3
            here += 1
            break
        elif paragraph.shape in ("date", "organ") and here + 1 < len(paragraphs):
            score += paragraph.shape == "date"
            organs = (*organs, here)
        elif is_row(paragraph.text):
            record.append(here)
        elif not _is_unknown(paragraphs, here):
            break
        here += 1
    score += _speaks(paragraphs, here)
    head = Head(at, here, tuple(title), number, addressees, adopted, None, organs, tuple(record))
    return head, score


def _is_unknown(paragraphs: Sequence[Paragraph], here: int) -> bool:
    """Whether a short line that nobody knows stands in a head: those addressed follow it."""
    paragraph = paragraphs[here]
    if paragraph.shape != "text" or paragraph.label or here + 1 >= len(paragraphs):
        return False
    short = len(paragraph.text) <= 30 and paragraph.text[-1] not in "。；：:，,、"
    return short and paragraphs[here + 1].shape in ("addressees", "number")


def _speaks(paragraphs: Sequence[Paragraph], here: int) -> int:
    """How much the first paragraph of a body speaks for its being one."""
    if here >= len(paragraphs):
        return 0
    paragraph = paragraphs[here]
    label = paragraph.label
    if paragraph.shape == "contents":
        return 3 if here + 1 < len(paragraphs) and paragraphs[here + 1].label else 0
    if paragraph.shape in ("title", "section", "annex"):
        return 0
    if label and paragraph.shape == "text":
        if label.form in ("article", "chapter", "part"):
            return 3 if label.number == 1 else 1
        return 2 if label.number == 1 and label.form == "cn" else 1
    size = len(paragraph.text)
    if size >= 20 and paragraph.text[-1] in "。：；:":
        return 1 + bool(_OPENING.match(paragraph.text)) + (size >= 80)
    return 1 if size >= 60 and "。" in paragraph.text else 0


def _needed(paragraphs: Sequence[Paragraph], title: list[int], known: frozenset[str]) -> int:
    words = "".join(paragraphs[i].text for i in title)
    if shapes.compact(words) in known or title_words(words) in known:
        return 1
    if paragraphs[title[0]].label:
        return 3
    return 1 if shapes.is_about(words) or _CHINA.match(words) else 2


def without_leader(words: str) -> str:
    """An entry of a contents page without the dots or blanks and the page number at its end."""
    if words and (words[-1] in ")）" or words[-1].isdecimal()):
        return _LEADER.sub("", words)
    return words


def title_words(words: str) -> str:
    """A title for comparison: no blanks, no running number, no leader and page number."""
    words = without_leader(words)
    label = label_at(words, 0) if words and words[0] in START else None
    if label and label.form in ("digit", "cn", "paren_cn", "paren_digit"):
        words = words[label.past :]
    return shapes.compact(words).translate(_PLAIN)


_PLAIN = str.maketrans("（）【】[]，“”\"‘’'", "()()()," + "\0" * 6, "")


_NO_BODY = frozenset(("title", "number", "date", "organ", "annex", "section"))


def _annex_head(paragraphs: Sequence[Paragraph], at: int) -> Head | None:
    """An annex that stands in the text: 附件1, its title, its words."""
    text = paragraphs[at].text
    found = ANNEX_LABEL.match(text)
    if not found or _FILE.search(text) or not _closed_before(paragraphs, at):
        return None
    rest = text[found.end() :]
    title: tuple[int, ...]
    if rest:
        listed = re.match(r"[\d一二][.．、]", rest) or len(rest) > 80 or rest[-1] in "。；"
        followed = at + 1 < len(paragraphs) and paragraphs[at + 1].shape in _NO_BODY
        if listed or followed or text[found.end() - 1] in ":：":
            return None
        title, here = (at,), at + 1
    else:
        title, here = (), at + 1
        while here < len(paragraphs) and here <= at + 2 and _can_head(paragraphs[here]):
            title = (*title, here)
            here += 1
            if paragraphs[here - 1].shape == "title":
                break
    if here >= len(paragraphs) or paragraphs[here].shape in ("annex", "section"):
        return None
    if not rest and not title:
        return None
    return Head(at, here, title, annex=at)


def _closed_before(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether the document before an annex has ended: dated, signed, or another annex's text."""
    for here in range(at - 1, max(-1, at - 400), -1):
        text = paragraphs[here].text
        if paragraphs[here].shape == "date" or (text[-1] == "日" and shapes.day_in(text[-14:])):
            return True
        if paragraphs[here].shape == "addressees":
            return False
    return at > 0


def _can_head(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        paragraph.label is None
        and 2 <= len(text) <= 60
        and text[-1] not in "。；：:，、"
        and not _FILE.search(text)
        and "\t" not in text
    )
