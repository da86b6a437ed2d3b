# SPDX-License-Identifier: Apache-2.0
"""The reader: one text in, one reading out, through the stages in their order.

furniture → paragraphs → splitting → tree and metadata → facts → findings; each is a function
over values, none knows a file, a database or the clock.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from yiju.library.reading import shapes
from yiju.library.reading.bulletin import Cover, cover_of, known_titles
from yiju.library.reading.documents import DocumentWriter
from yiju.library.reading.facts import facts_of
from yiju.library.reading.furniture import furniture_of
from yiju.library.reading.lines import read_lines
from yiju.library.reading.mapped import MappedText
from yiju.library.reading.model import (
    Bulletin,
    ContentsEntry,
    Document,
    Field,
    Finding,
    Reading,
    Removed,
    Section,
    Source,
)
from yiju.library.reading.paragraphs import join
from yiju.library.reading.splitting import Paragraph, Piece, paragraphs_of, split, title_words


def read_text(text: str, *, name: str, sha256: str) -> Reading:
    """Everything that ``text`` says; ``name`` and ``sha256`` are those of the source's bytes."""
    clean, aside = _cleaned(text)
    paragraphs = paragraphs_of(clean.text)
    pieces = split(paragraphs, known_titles(paragraphs))
    writer = DocumentWriter(clean, paragraphs)
    documents: list[Document] = []
    for piece in pieces:
        documents.append(writer.write(piece, documents))
    facts = facts_of(documents, clean, text)
    documents = [replace(d, facts=f) for d, f in zip(documents, facts, strict=True)]
    cover = cover_of(paragraphs, _outside(paragraphs, pieces))
    cover.part_contents()
    removed = _removed(aside, cover, clean)
    findings = () if documents else (_nothing(text),)
    return Reading(
        Source(name, sha256, len(text), removed),
        _bulletin(cover, clean, pieces, documents),
        tuple(documents),
        findings,
    )


def _nothing(text: str) -> Finding:
    return Finding("missing", 0, len(text), "no policy document is recognised in this text", None)


def _outside(paragraphs: Sequence[Paragraph], pieces: Sequence[Piece]) -> list[int]:
    """Positions of the paragraphs that belong to no document."""
    inside: set[int] = set()
    for piece in pieces:
        inside.update(range(piece.start, piece.past))
    return [i for i in range(len(paragraphs)) if i not in inside]


def _cleaned(text: str) -> tuple[MappedText, list[Removed]]:
    """The text without furniture, one paragraph a line, and what was set aside."""
    lines = read_lines(text)
    reasons = furniture_of(lines)
    aside = [Removed(lines[i].start, lines[i].end, why) for i, why in reasons.items()]
    if reasons:
        lines = [line for i, line in enumerate(lines) if i not in reasons]
    return join(lines), aside


def _removed(aside: list[Removed], cover: Cover, clean: MappedText) -> tuple[Removed, ...]:
    """What was set aside or belongs to no document, in the order of the source."""
    outside = list(cover.other)
    if not _is_bulletin(cover):
        outside.extend((first, past) for _, first, past in cover.fields + cover.contents)
    aside.extend(
        Removed(*clean.span(first, past), "outside any document") for first, past in outside
    )
    return tuple(sorted(aside, key=lambda removed: removed.start))


def _is_bulletin(cover: Cover) -> bool:
    return bool(cover.issue or len(cover.contents) > 1 or cover.sections)


def _bulletin(
    cover: Cover, clean: MappedText, pieces: Sequence[Piece], documents: Sequence[Document]
) -> Bulletin | None:
    """The bulletin around the documents, where there is one."""
    if not _is_bulletin(cover):
        return None
    return Bulletin(
        title=cover.title, issue=cover.issue, total_issue=cover.total_issue,
        organisers=tuple(cover.organisers), published_on=cover.published_on,
        posted_on=cover.posted_on,
        fields=tuple(Field(n, *clean.span(a, b)) for n, a, b in cover.fields),
        sections=_sections(cover, clean, documents),
        contents=tuple(
            ContentsEntry(t, _entry_document(t, documents), *clean.span(a, b))
            for t, a, b in cover.contents
        ),
    )  # fmt: skip


def _sections(
    cover: Cover, clean: MappedText, documents: Sequence[Document]
) -> tuple[Section, ...]:
    """Sections with the documents that stand under them."""
    places = [(title, *clean.span(a, b)) for title, a, b in cover.sections]
    sections = []
    for here, (title, start, end) in enumerate(places):
        past = places[here + 1][1] if here + 1 < len(places) else sys.maxsize
        held = tuple(
            i for i, d in enumerate(documents) if end <= d.start < past and d.part_of is None
        )
        sections.append(Section(title, start, end, held))
    return tuple(sections)


def _entry_document(title: str, documents: Sequence[Document]) -> int | None:
    """The position of the document that an entry of the contents names."""
    wanted = title_words(title)
    for i, document in enumerate(documents):
        if document.title and document.part_of is None:
            have = shapes.compact(title_words(document.title))
            near = len(wanted) >= 10 and (have.endswith(wanted) or wanted.endswith(have))
            if have == wanted or near:
                return i
    return None
