# SPDX-License-Identifier: Apache-2.0
"""One document put together from its pieces: head, body, tail.

Reads: a :class:`Piece` and the paragraphs. Writes: a :class:`Document` without facts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from yiju.kernel.document_id import attached, document_id
from yiju.library.reading import findings, metadata, organs, shapes
from yiju.library.reading.clauses import ClauseWriter
from yiju.library.reading.heads import Head
from yiju.library.reading.mapped import MappedText
from yiju.library.reading.model import Annex, Contact, Document, Field, Finding, Node
from yiju.library.reading.outline import Paragraph
from yiju.library.reading.record import stated_in
from yiju.library.reading.splitting import Piece
from yiju.library.reading.tail import Tail, tail_of
from yiju.library.reading.tree import UNNUMBERED, TreeBuilder, build

_HEAD_LINES = {"organ": "issuers", "masthead": "masthead", "title": "masthead"}
_NO_HEAD = "the head of the document is missing"
_NO_END = "the end of the document is missing"


@dataclass(slots=True)
class _Stated:
    """What the head states, with the clean ranges it stands in."""

    title: str | None = None
    kind: str | None = None
    number: str | None = None
    named: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ()
    dated_on: date | None = None
    ranges: list[tuple[str, int, int]] = field(default_factory=list)


class DocumentWriter:
    """Writes the documents of one source in order; ids are unique within it."""

    def __init__(self, clean: MappedText, paragraphs: Sequence[Paragraph]) -> None:
        self.clean = clean
        self.paragraphs = paragraphs
        self.ids: set[str] = set()
        self.attached: dict[int, int] = {}

    def write(self, piece: Piece, written: Sequence[Document]) -> Document:
        """The document of ``piece``; ``written`` are those before it."""
        stated = self._head(piece.head) if piece.head else _Stated()
        body_start = piece.head.body if piece.head else piece.start
        contents_past = self._contents(stated, body_start, piece.past)
        tail = tail_of(self.paragraphs, contents_past, piece.past, stated.named)
        body = [self.paragraphs[i] for i in tail.body]
        builder = build(self.clean.text, body)
        clauses = ClauseWriter(self.clean).write(builder.root)
        issuers = self._issuers(stated, tail)
        stated.number = metadata.whole_number(stated.number, stated.kind, issuers)
        words = "\n".join(p.text for p in self.paragraphs[piece.start : piece.past])
        identity = self._identity(stated, issuers, tail, piece, words, written)
        start, end = self.clean.span(
            self.paragraphs[piece.start].first, self.paragraphs[piece.past - 1].past
        )
        fields = self._fields(stated, tail)
        complete = self._complete(stated, piece, tail)
        return Document(
            id=identity, title=stated.title, number=stated.number, kind=stated.kind,
            issuers=issuers, addressees=stated.addressees,
            dated_on=tail.dated_on or stated.dated_on,
            effective_on=metadata.effective_on(words, tail.dated_on), start=start, end=end,
            complete=complete, part_of=piece.part_of, fields=fields,
            annexes=self._annexes(tail), contacts=self._contacts(tail),
            urls=metadata.urls_of(words), clauses=clauses,
            findings=self._findings(stated, tail, piece, builder, clauses, complete),
        )  # fmt: skip

    def _head(self, head: Head) -> _Stated:
        stated = _Stated()
        put = stated.ranges.append
        if head.annex is not None:
            first = self.paragraphs[head.annex]
            put(("annex", first.first, first.past))
        title = [self.paragraphs[i] for i in head.title]
        if title:
            lines = [p.text for p in title]
            if head.annex == head.title[0]:
                lines[0] = metadata.annex_title(lines[0])
            above = [self.paragraphs[i] for i in head.organs if i < head.title[0]]
            organ_lines = [p for p in above if p.shape == "organ"]
            masts = [p.text.strip() for p in above if p.shape in ("masthead", "title")]
            mast = next((m[:-2] for m in masts if m.endswith(("文件", "公告", "通告"))), "")
            if masts and organ_lines:
                mast, organ_lines = "、".join(p.text for p in organ_lines), []
            if organ_lines and lines[0].startswith("关于"):
                title = [*organ_lines, *title]
                lines = [*(p.text for p in organ_lines), *lines]
            stated.title = metadata.title_of(lines)
            kind = shapes.title_kind(stated.title)
            stated.kind = shapes.short_kind(kind) if kind else None
            for p in title:
                put(("title", p.first, p.past))
            if stated.kind == "令":
                mast = mast or shapes.compact(stated.title)[:-1]
            stated.named = organs.from_title(stated.title) or organs.names_of(mast)
        for i in head.organs:
            p = self.paragraphs[i]
            if p not in title:
                put((_HEAD_LINES.get(p.shape, "dated_on"), p.first, p.past))
        self._numbered(stated, head)
        self._recorded(stated, head)
        stated_at = {first for _, first, _ in stated.ranges}
        for p in self.paragraphs[head.start : head.body]:
            if p.first not in stated_at:  # a second number, a line nobody knows
                put(("head", p.first, p.past))
        return stated

    def _numbered(self, stated: _Stated, head: Head) -> None:
        if head.number is not None:
            p = self.paragraphs[head.number]
            stated.number = metadata.number_of(p.text)
            stated.ranges.append(("number", p.first, p.past))
        if head.addressees is not None:
            p = self.paragraphs[head.addressees]
            stated.addressees = metadata.addressees_of(p.text)
            stated.ranges.append(("addressees", p.first, p.past))
        if head.adopted is not None:
            p = self.paragraphs[head.adopted]
            stated.ranges.append(("adopted", p.first, p.past))
            stated.dated_on, stated.signed_by = metadata.adoption_of(p.text)

    def _recorded(self, stated: _Stated, head: Head) -> None:
        """What the site's record says, where the document itself does not."""
        rows = [self.paragraphs[i] for i in head.record]
        for name, words, first, past in stated_in(rows):
            if name == "number" and shapes.is_number_line(words):
                stated.number = stated.number or metadata.number_of(words)
            elif name == "issuers":
                stated.signed_by = stated.signed_by or organs.names_of(words)
            elif name == "dated_on":
                stated.dated_on = stated.dated_on or shapes.day_in(words)
            stated.ranges.append((name, first, past))
        stated.ranges.extend(("record", p.first, p.past) for p in rows)

    def _contents(self, stated: _Stated, start: int, past: int) -> int:
        """Where the body begins after a contents list of the document's own (目录)."""
        paragraphs = self.paragraphs
        if start >= past or paragraphs[start].shape != "contents":
            return start
        first = paragraphs[start + 1].label if start + 1 < past else None
        here = start + 1
        while here < past:
            label = paragraphs[here].label
            if label is None:
                if shapes.compact(paragraphs[here].text) not in UNNUMBERED:
                    break
                here += 1
                continue
            again = first and here > start + 1 and label[:3] == first[:3]
            if again or label.form == "article" or paragraphs[here].text[-1] in "。；":
                break
            here += 1
        for p in paragraphs[start:here]:
            stated.ranges.append(("contents", p.first, p.past))
        return here

    def _issuers(self, stated: _Stated, tail: Tail) -> tuple[str, ...]:
        signed = tuple(dict.fromkeys(n for w in tail.issuers for n in organs.names_of(w)))
        return signed or stated.named or stated.signed_by

    def _identity(
        self, stated: _Stated, issuers: tuple[str, ...], tail: Tail, piece: Piece, words: str,
        written: Sequence[Document],
    ) -> str:  # fmt: skip
        if piece.part_of is not None:
            count = self.attached[piece.part_of] = self.attached.get(piece.part_of, 0) + 1
            return self._unique(attached(written[piece.part_of].id, count))
        name = document_id(
            number=stated.number,
            issuer=issuers[0] if issuers else None,
            dated_on=tail.dated_on or stated.dated_on,
            title=stated.title,
            sha256=hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest(),
        )
        return self._unique(name)

    def _unique(self, identity: str) -> str:
        name, count = identity, 1
        while name in self.ids:
            count += 1
            name = f"{identity}~{count}"
        self.ids.add(name)
        return name

    def _complete(self, stated: _Stated, piece: Piece, tail: Tail) -> bool:
        if stated.title is None:
            return False
        last = self.paragraphs[tail.body[-1]] if tail.body else None
        if last is None or tail.signed:
            return True
        short = last.shape != "text" or last.past - last.first < 20
        return short or last.text[-1] in '。；：！？）)”"》】'

    def _fields(self, stated: _Stated, tail: Tail) -> tuple[Field, ...]:
        ranges = [*stated.ranges, *((r.name, r.first, r.past) for r in tail.ranges)]
        return tuple(
            Field(name, *self.clean.span(first, past))
            for name, first, past in sorted(ranges, key=lambda r: r[1])
        )

    def _annexes(self, tail: Tail) -> tuple[Annex, ...]:
        text = self.clean.text
        return tuple(
            annex
            for r in tail.ranges
            if r.name == "annexes"
            for annex in metadata.annexes_of(text[r.first : r.past])
        )

    def _contacts(self, tail: Tail) -> tuple[Contact, ...]:
        text = self.clean.text
        return tuple(
            contact
            for r in tail.ranges
            if r.name == "contacts"
            for contact in metadata.contacts_of(text[r.first : r.past])
        )

    def _findings(
        self, stated: _Stated, tail: Tail, piece: Piece, builder: TreeBuilder,
        clauses: tuple[Node, ...], complete: bool,
    ) -> tuple[Finding, ...]:  # fmt: skip
        text = self.clean.text
        first = self.paragraphs[piece.start].first
        past = self.paragraphs[piece.past - 1].past
        found = [*findings.spots(text, first, past), *findings.numbering_spots(builder.odd)]
        found.extend(findings.clause_spots(clauses, text, first))
        if stated.title is not None:
            body = self.paragraphs[min(piece.head.body, piece.past - 1)].first if piece.head else 0
            found.extend(findings.title_spots(text, body, past, stated.title))
        elif piece.head is None:
            found.append(findings.Spot("missing", first, first + 1, _NO_HEAD, None))
        if stated.title is not None and not complete:
            found.append(findings.Spot("missing", past - 1, past, _NO_END, None))
        apart = [(r[1], r[2]) for r in stated.ranges] + [(r.first, r.past) for r in tail.ranges]
        found = [s for s in found if s.message != findings.BLANK or not _lies_in(s.first, apart)]
        found.sort(key=lambda spot: (spot.first, spot.past))
        return tuple(
            Finding(s.type, *self.clean.span(s.first, s.past), s.message, s.proposal) for s in found
        )


def _lies_in(place: int, ranges: list[tuple[int, int]]) -> bool:
    """Names in titles and signatures stand apart by blanks; there they are no damage."""
    return any(first <= place < past for first, past in ranges)
