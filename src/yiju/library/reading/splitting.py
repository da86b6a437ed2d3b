# SPDX-License-Identifier: Apache-2.0
"""Splitting: where the documents of a source begin and end, and which hang on which.

Reads: the paragraphs of the clean text. Writes: :class:`Piece` values in order, and what stands
before the first of them. A title alone is no head (a contents page is full of them): what follows
must speak for it – a number, addressees, a line of adoption, a first chapter or article, a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from yiju.library.reading import shapes
from yiju.library.reading.numbering import START, Label, label_at
from yiju.library.reading.outline import Paragraph


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


@dataclass(slots=True)
class Piece:
    """One document: its paragraphs ``start:past``, its head if it has one, its parent's place."""

    start: int
    past: int
    head: Head | None
    part_of: int | None = None
    section: int | None = field(default=None)


_LEADER = re.compile(r"(?:[ \u3000]*[.．·…⋯—\-_]{2,}|[ \u3000]{1,})[ \u3000]*[（(]?\d{1,4}[)）]?$")
_OPENING = re.compile(r"(?:为|根据|按照|依据|现将|现就|经|近日|近年来|遵照|你|各|兹)")
_PAREN_LINE = re.compile(r"[（(][^（()）]{1,24}[)）]")
_CHINA = re.compile(r"中华人民共和国|[省市县区](?:人民政府)?")
_FILE = re.compile(r"\.(?:docx?|pdf|ofd|wps|et|xlsx?|zip|rar|ceb|jpg|png|pptx?)", re.I)
ANNEX_LABEL = re.compile(
    r"附[ \u3000]*(?:件|录)[ \u3000]*(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})?"
    r"[ \u3000]*[:：]?[ \u3000]*"
)


def split(paragraphs: Sequence[Paragraph], known_titles: frozenset[str]) -> list[Piece]:
    """The documents among ``paragraphs``; ``known_titles`` are those of the contents page."""
    heads: list[Head] = []
    at = 0
    while at < len(paragraphs):
        head = _head_at(paragraphs, at, known_titles)
        if head:
            heads.append(head)
            at = head.body
        else:
            at += 1
    return _pieces(paragraphs, heads)


def _pieces(paragraphs: Sequence[Paragraph], heads: Sequence[Head]) -> list[Piece]:
    pieces: list[Piece] = []
    first = heads[0].start if heads else len(paragraphs)
    cut = _headless_start(paragraphs, first)
    if cut is not None:
        pieces.append(Piece(cut, first, None))
    for here, head in enumerate(heads):
        past = heads[here + 1].start if here + 1 < len(heads) else len(paragraphs)
        piece = Piece(head.start, past, head)
        piece.part_of = _parent(paragraphs, pieces, head)
        pieces.append(piece)
    for piece in pieces:
        while piece.past > piece.start + 1 and paragraphs[piece.past - 1].shape == "section":
            piece.past -= 1
    return pieces


def _headless_start(paragraphs: Sequence[Paragraph], past: int) -> int | None:
    """Where a document begins whose head is cut off: at its first numbered clause."""
    numbered = [
        i
        for i in range(past)
        if (p := paragraphs[i]).label and p.shape == "text" and p.label.form != "note"
    ]
    strong = [i for i in numbered if _is_official(paragraphs[i].label)]
    long_ones = sum(p.past - p.first >= 30 for p in paragraphs[:past])
    articles = sum(p.label.form == "article" for i in strong if (p := paragraphs[i]).label)
    if len(numbered) < 2 or not strong or (long_ones < 2 and articles < 3):
        return None
    start = numbered[0]
    while start > 0 and _is_sentence(paragraphs[start - 1]):
        start -= 1
    return start


def _is_official(label: Label | None) -> bool:
    return label is not None and label.form in ("cn", "paren_cn", "article")


def _is_sentence(paragraph: Paragraph) -> bool:
    return paragraph.past - paragraph.first >= 20 and paragraph.text[-1] in "。；"


def _head_at(paragraphs: Sequence[Paragraph], at: int, known: frozenset[str]) -> Head | None:
    """The head that begins with paragraph ``at``, or ``None``."""
    here = at
    if paragraphs[at].shape == "annex":
        return _annex_head(paragraphs, at)
    number, organs = None, []
    above = ("number", "organ", "masthead")
    while here < min(len(paragraphs), at + 3) and paragraphs[here].shape in above:
        if paragraphs[here].shape == "number":
            number = here
        else:
            organs.append(here)
        here += 1
    title = _title_lines(paragraphs, here)
    if not title and organs:
        here, title = organs[0], _title_lines(paragraphs, organs[0])
        organs = []
    if not title:
        return None
    headed = number is not None or any(paragraphs[i].shape == "masthead" for i in organs)
    if here > at and not headed and not _is_continued(paragraphs, organs, title):
        return None
    head, score = _rest_of_head(paragraphs, at, title, number, tuple(organs))
    return head if score >= _needed(paragraphs, title, known) else None


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
    while here < len(paragraphs) and here <= title[-1] + 6:
        paragraph = paragraphs[here]
        if paragraph.shape == "number" and number is None:
            number, score = here, score + 3
        elif paragraph.shape == "adopted" and adopted is None:
            adopted, score = here, score + 3
        elif paragraph.shape == "addressees" and addressees is None:
            addressees, score = here, score + 3
            here += 1
            break
        elif paragraph.shape in ("date", "organ") and here + 1 < len(paragraphs):
            score += paragraph.shape == "date"
            organs = (*organs, here)
        else:
            break
        here += 1
    score += _speaks(paragraphs, here)
    head = Head(at, here, tuple(title), number, addressees, adopted, None, organs)
    return head, score


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


def _parent(paragraphs: Sequence[Paragraph], pieces: list[Piece], head: Head) -> int | None:
    """The document that the one beginning with ``head`` is attached to, as a position."""
    parent = len(pieces) - 1
    while parent >= 0 and pieces[parent].part_of is not None:
        parent -= 1
    if parent < 0:
        return None
    if head.annex is not None:
        return parent
    if head.number is not None or head.addressees is not None or head.adopted is not None:
        return None
    words = shapes.compact("".join(paragraphs[i].text for i in head.title))
    if len(words) < 4 or pieces[parent].head is None:
        return None
    return parent if _names(paragraphs, pieces[parent], words) else None


_ISSUES = re.compile(r"印发|附件|制定了?|公布|发布|研究制定|起草|下发|转发")


def _names(paragraphs: Sequence[Paragraph], parent: Piece, words: str) -> bool:
    """Whether a document names ``words`` as what it carries."""
    plain = re.sub(r"[（(][^（()）]*[)）]$", "", words)
    for here in range(parent.start, parent.past):
        text = paragraphs[here].text
        if plain[:4] not in text and " " not in text:
            continue
        text = shapes.compact(text)
        if plain in text and _ISSUES.search(text):
            return True
    return False
