# SPDX-License-Identifier: Apache-2.0
"""The reader: one text in, one reading out, through the stages in their order.

furniture → paragraphs → splitting → tree and metadata → facts → findings; each is a function
over values, none knows a file, a database or the clock.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yiju.library.reading.bulletin import Cover, cover_of, known_titles
from yiju.library.reading.documents import DocumentWriter
from yiju.library.reading.facts import facts_of
from yiju.library.reading.furniture import furniture_of
from yiju.library.reading.heads import title_words
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
from yiju.library.reading.outline import Paragraph, paragraphs_of
from yiju.library.reading.paragraphs import join
from yiju.library.reading.splitting import Piece, split

_NEARLY = 400
"""Up to so many documents are compared with an entry of the contents that none equals."""


def read_text(text: str, *, name: str, sha256: str) -> Reading:
    """Everything that ``text`` says; ``name`` and ``sha256`` are those of the source's bytes."""
    clean, aside = _cleaned(text)
    documents, cover = _parted(clean)
    facts = facts_of(documents, clean, text)
    documents = [replace(d, facts=f) for d, f in zip(documents, facts, strict=True)]
    removed = _removed(aside, cover, clean)
    findings = () if documents else (_nothing(text),)
    return Reading(
        Source(name, sha256, len(text), removed),
        _bulletin(cover, clean, documents),
        tuple(documents),
        findings,
    )


def _parted(clean: MappedText) -> tuple[list[Document], Cover]:
    """The documents, still without facts, and what stands around them.

    The paragraphs are let go on return: with a long text they weigh as much as the documents.
    """
    paragraphs = paragraphs_of(clean.text)
    pieces = split(paragraphs, known_titles(paragraphs))
    writer = DocumentWriter(clean, paragraphs)
    documents: list[Document] = []
    for piece in pieces:
        documents.append(writer.write(piece, documents))
    cover = cover_of(paragraphs, _outside(paragraphs, pieces))
    cover.part_contents()
    return documents, cover


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
    places = sorted((removed.start, removed.end) for removed in aside)
    for first, past in outside:
        for start, end in _around(*clean.span(first, past), places):
            aside.append(Removed(start, end, "outside any document"))
    return tuple(sorted(aside, key=lambda removed: removed.start))


def _around(start: int, end: int, places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of ``start:end`` between the ``places`` already set aside."""
    for here in range(bisect_left(places, (start, start)), len(places)):
        first, past = places[here]
        if first >= end:
            break
        if first > start:
            yield start, first
        start = past
    if end > start:
        yield start, end


def _is_bulletin(cover: Cover) -> bool:
    return bool(cover.issue or len(cover.contents) > 1 or cover.sections)


def _bulletin(cover: Cover, clean: MappedText, documents: Sequence[Document]) -> Bulletin | None:
    """The bulletin around the documents, where there is one."""
    if not _is_bulletin(cover):
        return None
    return Bulletin(
        title=cover.title, issue=cover.issue, total_issue=cover.total_issue,
        organisers=tuple(cover.organisers), published_on=cover.published_on,
        posted_on=cover.posted_on,
        fields=tuple(Field(n, *clean.span(a, b)) for n, a, b in cover.fields),
        sections=_sections(cover, clean, documents),
        contents=_entries(cover, clean, documents),
    )  # fmt: skip


def _sections(
    cover: Cover, clean: MappedText, documents: Sequence[Document]
) -> tuple[Section, ...]:
    """Sections with the documents that stand under them."""
    places = [(title, *clean.span(a, b)) for title, a, b in cover.sections]
    starts = [start for _, start, _ in places]
    held: list[list[int]] = [[] for _ in places]
    for i, document in enumerate(documents):
        here = bisect_right(starts, document.start) - 1
        if here >= 0 and document.part_of is None:
            held[here].append(i)
    return tuple(Section(*place, tuple(inside)) for place, inside in zip(places, held, strict=True))


def _entries(
    cover: Cover, clean: MappedText, documents: Sequence[Document]
) -> tuple[ContentsEntry, ...]:
    """The lines of the contents page, each with the document it names where the text is here."""
    named = {
        title_words(d.title): i
        for i, d in reversed(list(enumerate(documents)))
        if d.title and d.part_of is None
    }
    entries = []
    for title, first, past in cover.contents:
        wanted = title_words(title)
        place = named.get(wanted)
        if place is None and len(named) <= _NEARLY:
            place = next((i for words, i in named.items() if _is_near(words, wanted)), None)
        entries.append(ContentsEntry(title, place, *clean.span(first, past)))
    return tuple(entries)


def _is_near(words: str, wanted: str) -> bool:
    """Whether one title is the end of the other: the contents leave out the issuer."""
    return min(len(words), len(wanted)) >= 10 and (words.endswith(wanted) or wanted.endswith(words))
