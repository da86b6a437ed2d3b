# SPDX-License-Identifier: Apache-2.0
"""Numbering → tree: the clauses of one document, from its labels in their sequence.

Reads: the paragraphs of a document's body. Writes: draft clauses (:class:`Draft`) and what is odd
in the numbering. A statute (articles) and a notice (一、（一）1.（1）) are built by the same hand;
only the names of the levels differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from yiju.library.reading.model import Kind
from yiju.library.reading.numbering import Form, Label, label_at, labels_in
from yiju.library.reading.outline import Paragraph

RANK: dict[Form, int] = {
    "part": 0, "subpart": 1, "chapter": 2, "section": 3, "article": 4,
    "cn": 10, "paren_cn": 11, "digit": 12, "paren_digit": 13, "circle": 14, "note": 20, "box": 20,
}  # fmt: skip
_PARAGRAPH_RANK = 6
STRUCTURE = frozenset(("part", "subpart", "chapter", "section"))
_NOTICE_KIND: dict[Form, Kind] = {
    "part": "part", "subpart": "subpart", "chapter": "chapter", "section": "section",
    "article": "article", "cn": "level1", "paren_cn": "level2", "digit": "level3",
    "paren_digit": "level4", "circle": "point", "box": "box", "note": "note",
}  # fmt: skip
_LAW_KIND: dict[Form, Kind] = {"cn": "item", "paren_cn": "item", "digit": "subitem",
                               "paren_digit": "point"}  # fmt: skip
_CLOSING = re.compile(
    r"特此(?:通知|公告|通告|函告|函复|批复|报告|通报|说明)|其他?未尽事宜|(?:请|望)[^。]{0,30}(?:遵照执行|贯彻执行|认真贯彻)"
    r"|本(?:通知|意见|办法|规定|方案|公告|通告|决定|条例|细则|指引|规划|批复)(?:自[^。]{2,24}(?:施行|实施|执行)|由[^。]{2,40}解释)"
    r"|专此|[妥当]否[，,]|请予(?:函复|批复|支持)|盼复|(?:出席|列席|参加|缺席)(?:人员)?[:：]"
    r"|以上(?:请|意见|内容)?[^。]{0,12}(?:通知|请示|函复|执行)|附则[:：]?$|此[复函令]。"
)
UNNUMBERED = frozenset(("附则", "总则", "分则", "序言"))
_AMENDS = re.compile(r"(?:修改为|作为|增加|改为|规定|补充|表述为)[^。；]{0,20}[:：]?[ \u3000]?“$")
_QUOTED = 2000
"""A quotation within a paragraph is looked for no further than so many characters."""
_HEADS_RUN = frozenset(("cn", "paren_cn", "chapter", "section", "part", "subpart"))
_AHEAD = 20
_FAR = 1500
_SENTENCE_END = re.compile(r"[。；！？：:;]")
_BRACKETED = re.compile(
    r"[ \u3000]*(?P<t>【[^【】。；\n]{1,40}】|〔[^〔〕。；\n]{1,40}〕|\[[^\[\]。；\n]{1,40}\])"
    r"[ \u3000]*"
)
_PARENTHESED = re.compile(r"[ \u3000]*(?P<t>[（(][^（）()。；：\n]{2,24}[）)])[ \u3000]*(?=\S)")
_RUN_HEADING = re.compile(
    r"[^。；：:，,;！？!?\n]{2,48}?(?=第[ ]?[一1]|[（(][ ]?[一二三四五六七八九十1]|\d{1,2}[.．、])"
)


@dataclass(slots=True)
class Draft:
    """A clause in the making: ranges in the clean text. ``past`` is set when its text is known."""

    form: Form | None
    kind: Kind
    number: int
    sub: int
    rank: int
    at: int
    label_past: int
    first: int
    past: int
    may_head: bool = False
    heading: tuple[int, int] | None = None
    children: list[Draft] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Oddity:
    """A number that does not follow: where, what was expected and what stands there."""

    at: int
    past: int
    expected: int
    found: int
    form: Form


class TreeBuilder:
    """Builds the clause tree of one document, paragraph by paragraph."""

    def __init__(self, clean: str) -> None:
        self.clean = clean
        self.root = Draft(None, "paragraph", 0, 0, -1, 0, 0, 0, 0)
        self.stack: list[Draft] = [self.root]
        self.last: dict[Form, int] = {}
        self.article = self.article_sub = 0
        self.odd: list[Oddity] = []
        self.headed_articles = False
        self.quoted = 0
        self.read: dict[int, list[Label]] = {}

    def add(self, paragraph: Paragraph, ahead: Sequence[Paragraph]) -> None:
        """Take up one paragraph; ``ahead`` are the ones that follow it."""
        first, past = paragraph.first, paragraph.past
        if "\t" in paragraph.text:
            self._row(first, past)
            return
        labels = [] if self._is_quoted(paragraph, ahead) else list(self._labels(paragraph))
        if labels and "“" in paragraph.text:
            labels = [label for label in labels if not self._in_quotation(label, first, past)]
        begun = first
        open_draft: Draft | None = None
        for place, label in enumerate(labels):
            if label.at < begun:
                continue
            run_in = open_draft is not None and self._ends_heading(open_draft, label, begun)
            if not run_in and not self._accepts(label, labels[place + 1 :], ahead):
                continue
            if label.at > begun or open_draft:
                self._close(open_draft, begun, label.at)
            open_draft = self._open(label)
            begun = label.past
        self._close(open_draft, begun, past)

    def _is_quoted(self, paragraph: Paragraph, ahead: Sequence[Paragraph]) -> bool:
        """Whether a paragraph is text that an amendment quotes: 将第三条修改为：“第三条 …”."""
        if self.quoted:
            self.quoted -= 1
            return True
        text = paragraph.text
        opened = text.rfind("“")
        if opened >= 0 and text.find("”", opened) < 0 and _AMENDS.search(text, 0, opened + 1):
            for count, later in enumerate(ahead, 1):
                closing, opening = later.text.find("”"), later.text.find("“")
                if opening >= 0 and (closing < 0 or opening < closing):
                    break  # each quoted paragraph opens its own quotation
                if closing >= 0:
                    self.quoted = count
                    break
        return False

    def _in_quotation(self, label: Label, first: int, past: int) -> bool:
        """Whether a label stands between “ and ”: the words that an amendment quotes."""
        first, past = max(first, label.at - _QUOTED), min(past, label.at + _QUOTED)
        opened = self.clean.rfind("“", first, label.at)
        if opened < 0 or self.clean.find("”", opened, label.at) >= 0:
            return False
        if not _AMENDS.search(self.clean, max(first, opened - 24), opened + 1):
            return False
        closing, again = self.clean.find("”", label.at, past), self.clean.find("“", label.at, past)
        return closing < 0 or again < 0 or closing < again

    def _labels(self, paragraph: Paragraph) -> Iterator[Label]:
        """Candidates of a paragraph, with those that follow a heading without a stop."""
        labels = self._read_ahead(paragraph)
        if paragraph.past - paragraph.first > _FAR:
            labels = list(labels_in(self.clean, paragraph.first, paragraph.past))
        for label in labels:
            yield label
            if label.form in _HEADS_RUN and not label.reference:
                found = _RUN_HEADING.match(self.clean, label.past, paragraph.past)
                inner = label_at(self.clean, found.end(), strong=False) if found else None
                if inner and self._is_below(inner, label):
                    yield inner

    def _read_ahead(self, paragraph: Paragraph) -> list[Label]:
        """Candidates in the first :data:`_FAR` characters; asked for again and again."""
        first = paragraph.first
        labels = self.read.get(first)
        if labels is None:
            past = min(paragraph.past, first + _FAR)
            labels = self.read[first] = list(labels_in(self.clean, first, past))
        return labels

    def _ends_heading(self, draft: Draft, label: Label, begun: int) -> bool:
        """Whether ``label`` follows the heading of the one just opened without a stop."""
        if label.strong or draft.may_head or draft.form is None or label.at - begun > 48:
            return False
        outer = Label(draft.form, draft.number, 0, draft.at, draft.label_past, True, False, False)
        words = self.clean[begun : label.at]
        return self._is_below(label, outer) and not _SENTENCE_END.search(words)

    def _is_below(self, inner: Label, outer: Label) -> bool:
        """Whether ``inner`` is a whole label of a lower level that the sequence waits for."""
        whole = not (inner.damaged or inner.reference)
        awaited = inner.number in (1, self.last.get(inner.form, 0) + 1)
        return whole and awaited and RANK[inner.form] > RANK[outer.form]

    # Acceptance: does the sequence want this label?

    def _accepts(self, label: Label, rest: Sequence[Label], ahead: Sequence[Paragraph]) -> bool:
        form, number = label.form, label.number
        if form in ("box", "note"):
            return label.strong
        if form in STRUCTURE:
            return not label.reference and (label.strong or number == self.last.get(form, 0) + 1)
        if form == "article":
            return self._accepts_article(label)
        if form == "circle" and self.stack[-1].form == "note":
            return True
        if label.reference or (form == "digit" and label.damaged and not label.strong):
            return False
        wanted = self._wanted(form)
        if number in wanted and (number > 1 or (label.strong and not label.damaged)):
            return True
        if number == 1:
            return self._goes_on(form, rest, ahead)
        if not label.strong or label.damaged:
            return False
        if form in ("cn", "paren_cn"):
            return True
        if form == "circle" or not self.last:
            return number <= 60
        return number < 60 and self._goes_on(form, rest, ahead, number + 1)

    def _accepts_article(self, label: Label) -> bool:
        number, sub = label.number, label.sub
        follows = number == self.article + 1 and sub in (0, 1)
        follows = follows or (number == self.article and sub == self.article_sub + 1)
        if label.reference:
            return False
        if follows:
            return True
        return label.strong and (number >= self.article or number == 1)

    def _wanted(self, form: Form) -> tuple[int, ...]:
        """Numbers that would continue a sequence: of the open level, of the last seen, or 1."""
        opened = 0
        for draft in reversed(self.stack):
            if draft.form == form:
                opened = draft.number
                break
        return opened + 1, self.last.get(form, 0) + 1, 1

    def _goes_on(
        self, form: Form, rest: Sequence[Label], ahead: Sequence[Paragraph], number: int = 2
    ) -> bool:
        """Whether the next number of the same form comes soon."""
        if any(x.form == form and x.number == number for x in rest[:12]):
            return True
        for paragraph in ahead[:_AHEAD]:
            for label in self._read_ahead(paragraph):
                if label.form == form and label.number != 1:
                    return number <= label.number <= number + 2
                if label.strong and RANK[label.form] < RANK[form]:
                    return False
        return False

    # Building

    def _open(self, label: Label) -> Draft:
        form = label.form
        in_law = self.article > 0 and form != "article" and form not in STRUCTURE
        kind = _LAW_KIND.get(form, _NOTICE_KIND[form]) if in_law else _NOTICE_KIND[form]
        rank = RANK[form]
        self._note_oddity(label)
        self._unwind(form, label.number, rank)
        draft = Draft(form, kind, label.number, label.sub, rank, label.at, label.past,
                      label.past, label.past)  # fmt: skip
        self.stack[-1].children.append(draft)
        self.stack.append(draft)
        self.last[form] = label.number
        if form == "article":
            self.article, self.article_sub = label.number, label.sub
        if form in STRUCTURE:
            for lower in ("section",) if form == "chapter" else ("chapter", "section"):
                if RANK[lower] > rank and lower == "section":  # type: ignore[index]
                    self.last.pop("section", None)
        return draft

    def _unwind(self, form: Form, number: int, rank: int) -> None:
        """Close the levels that a label of this form ends; a box keeps what restarts in it."""
        for depth in range(len(self.stack) - 1, 0, -1):
            draft = self.stack[depth]
            if draft.form not in ("box", "note"):
                continue
            inside = next((d for d in reversed(self.stack[depth:]) if d.form == form), None)
            if inside and number == inside.number + 1:
                del self.stack[self.stack.index(inside) :]
                return
            if form in ("circle", "digit", "paren_digit", "paren_cn") and number == 1:
                while self.stack[-1] is not draft and self.stack[-1].rank >= rank:
                    if self.stack[-1].form == "circle" and form == "digit":
                        break
                    self.stack.pop()
                return
            del self.stack[depth:]
        while self.stack[-1].rank >= rank:
            self.stack.pop()

    def _note_oddity(self, label: Label) -> None:
        form, number = label.form, label.number
        if form in ("box", "note", "circle") or number == 1 or form in STRUCTURE:
            return
        if form == "article":
            again = number == self.article and label.sub == 0
            if again or number not in (self.article, self.article + 1):
                self.odd.append(Oddity(label.at, label.past, self.article + 1, number, form))
            return
        if form in self.last and number not in self._wanted(form):
            self.odd.append(Oddity(label.at, label.past, self.last[form] + 1, number, form))

    def _close(self, draft: Draft | None, first: int, past: int) -> None:
        """Give the words ``first:past`` to the label just opened, or to a paragraph."""
        first, past = _trimmed(self.clean, first, past)
        if draft is None:
            if past > first:
                self._paragraph(first, past)
            return
        if draft.form == "article":
            first = self._article_heading(draft, first, past)
            if past > first:
                self._paragraph(first, past)
            return
        draft.first, draft.past = first, past
        if draft.form in STRUCTURE or draft.form == "box":
            draft.heading, draft.first = (first, past) if past > first else None, past
        else:
            draft.may_head = 0 < past - first <= 80 and not _SENTENCE_END.search(
                self.clean, first, past
            )

    def _article_heading(self, draft: Draft, first: int, past: int) -> int:
        """The heading of an article in 【】, or in （） where the articles have such.

        The brackets belong to it, so that no sign of the source is lost.
        """
        found = _BRACKETED.match(self.clean, first, past)
        if not found and (self.headed_articles or draft.number == 1):
            found = _PARENTHESED.match(self.clean, first, past)
            self.headed_articles = bool(found)
        if not found:
            return first
        draft.heading = found.span("t")
        return found.end()

    def _unnumbered(self, first: int, past: int) -> bool:
        """附则 on a line of its own closes a statute like one more of its highest divisions."""
        if not self.article or past - first > 6:
            return False
        if "".join(self.clean[first:past].split()) not in UNNUMBERED:
            return False
        form: Form = "part" if "part" in self.last else "chapter"
        number = self.last.get(form, 0) + 1
        draft = self._open(Label(form, number, 0, first, first, True, False, False))
        draft.heading, draft.first, draft.past = (first, past), past, past
        return True

    def _paragraph(self, first: int, past: int) -> None:
        if self._unnumbered(first, past):
            return
        if not self.article and _CLOSING.match(self.clean, first):
            del self.stack[1:]
        while self.article and self.stack[-1].rank > RANK["article"]:
            self.stack.pop()
        draft = Draft(None, "paragraph", 0, 0, _PARAGRAPH_RANK, first, first, first, past)
        self.stack[-1].children.append(draft)
        if self.stack[-1].form == "article":
            self.stack.append(draft)

    def _row(self, first: int, past: int) -> None:
        siblings = self.stack[-1].children
        if siblings and siblings[-1].kind == "table" and siblings[-1].past == first - 1:
            siblings[-1].past = past
            return
        siblings.append(Draft(None, "table", 0, 0, _PARAGRAPH_RANK, first, first, first, past))


def _trimmed(text: str, first: int, past: int) -> tuple[int, int]:
    while first < past and text[first].isspace():
        first += 1
    while past > first and text[past - 1].isspace():
        past -= 1
    return first, past


def build(clean: str, paragraphs: Sequence[Paragraph]) -> TreeBuilder:
    """The drafts of a document's body."""
    builder = TreeBuilder(clean)
    for i, paragraph in enumerate(paragraphs):
        builder.add(paragraph, paragraphs[i + 1 : i + 24])
    return builder
