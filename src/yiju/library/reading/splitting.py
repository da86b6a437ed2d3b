# SPDX-License-Identifier: Apache-2.0
"""Splitting: where the documents of a source begin and end, and which hang on which.

Reads: the paragraphs of the clean text. Writes: :class:`Piece` values in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from yiju.library.reading import shapes
from yiju.library.reading.heads import Head, head_at, lone_head, title_words
from yiju.library.reading.numbering import Label
from yiju.library.reading.outline import Paragraph
from yiju.library.reading.record import rows_above


@dataclass(slots=True)
class Piece:
    """One document: its paragraphs ``start:past``, its head if it has one, its parent's place."""

    start: int
    past: int
    head: Head | None
    part_of: int | None = None
    section: int | None = field(default=None)


_TOP = 60
"""A lone title stands among the first paragraphs of its text."""


def split(paragraphs: Sequence[Paragraph], known_titles: frozenset[str]) -> list[Piece]:
    """The documents among ``paragraphs``; ``known_titles`` are those of the contents page."""
    heads: list[Head] = []
    carried: frozenset[str] = frozenset()
    at = floor = 0
    while at < len(paragraphs):
        head = head_at(paragraphs, at, known_titles, carried)
        if head:
            head = _with_record(paragraphs, head, floor)
            heads.append(head)
            if head.annex is None:
                carried = carried | _carried(paragraphs, head)
            at = floor = head.body
        else:
            at += 1
    return _pieces(paragraphs, heads or _lone_head(paragraphs))


def _with_record(paragraphs: Sequence[Paragraph], head: Head, floor: int) -> Head:
    """The head with the record that the site set above it."""
    top = rows_above(paragraphs, head.start, floor)
    if top == head.start:
        return head
    return replace(head, start=top, record=(*range(top, head.start), *head.record))


_CARRIES = re.compile(
    r"(?:印发|公布|发布|转发|下发)(?P<name>[^《》“”]{4,60})"
    r"的(?:通知|决定|公告|通告)$"
)
_NAMED = re.compile(r"《([^《》]{4,80})》")


def _carried(paragraphs: Sequence[Paragraph], head: Head) -> frozenset[str]:
    """The titles that a document says it issues: what follows under one of them hangs on it."""
    title = shapes.compact("".join(paragraphs[i].text for i in head.title))
    names = [found["name"]] if (found := _CARRIES.search(title)) else []
    opening = [paragraphs[i].text for i in range(head.body, min(head.body + 3, len(paragraphs)))]
    for words in (title, *opening):
        if "《" in words and _ISSUES.search(words):
            names.extend(_NAMED.findall(words[:2000]))
    return frozenset(title_words(name) for name in names)


def _lone_head(paragraphs: Sequence[Paragraph]) -> list[Head]:
    """The head of a text that shows none for sure: its first title, where words follow it."""
    for at in range(min(len(paragraphs), _TOP)):
        if paragraphs[at].shape != "title" or paragraphs[at].label:
            continue
        below = paragraphs[at + 1 :]
        spoken = any(len(p.text) >= 10 and p.text[-1] in "。；" for p in below[:_TOP])
        numbered = any(_is_official(p.label) for p in below[:_TOP] if p.shape == "text")
        signed = any(p.shape == "date" for p in below[-4:])
        if spoken and (numbered or signed):
            head = lone_head(paragraphs, at)
            return [_with_record(paragraphs, head, 0)]
    return []


def _pieces(paragraphs: Sequence[Paragraph], heads: Sequence[Head]) -> list[Piece]:
    pieces: list[Piece] = []
    first = heads[0].start if heads else len(paragraphs)
    cut = _headless_start(paragraphs, first)
    if cut is not None:
        title = cut - 1
        named = title >= 0 and paragraphs[title].shape == "title" and not paragraphs[title].label
        head = Head(title, cut, (title,)) if named else None
        pieces.append(Piece(head.start if head else cut, first, head))
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


def _parent(paragraphs: Sequence[Paragraph], pieces: list[Piece], head: Head) -> int | None:
    """The document that the one beginning with ``head`` is attached to, as a position."""
    parent = len(pieces) - 1
    while parent >= 0 and pieces[parent].part_of is not None:
        parent -= 1
    if parent < 0:
        return None
    if head.annex is not None:
        return parent
    if head.number is not None or head.addressees is not None:
        return None
    if head.adopted is not None:
        return parent if _is_published_by(paragraphs, pieces[parent].head, head) else None
    words = shapes.compact("".join(paragraphs[i].text for i in head.title))
    if len(words) < 4 or pieces[parent].head is None:
        return None
    return parent if _names(paragraphs, pieces[parent], words) else None


def _is_published_by(paragraphs: Sequence[Paragraph], order: Head | None, head: Head) -> bool:
    """Whether an order above publishes the law that follows: 《…》已经……通过，现予公布."""
    if order is None:
        return False
    title = title_words("".join(paragraphs[i].text for i in head.title))
    return title in _carried(paragraphs, order)


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
