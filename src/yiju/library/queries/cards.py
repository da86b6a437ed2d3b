# SPDX-License-Identifier: Apache-2.0
"""The small values that many pages show: a document, a clause, a fact, an issue in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yiju.kernel.citation import citation
from yiju.kernel.clause_ref import ClauseRef
from yiju.library.models import Clause, Document

# Any: the payload of a fact is the contract's JSON of its type.
Payload = dict[str, Any]


UNTITLED = "（原文缺标题）"
FIRST_WORDS = 24
"""How many characters of its text stand for a title that is lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCard:
    """A document in a list. ``level`` and ``state`` are values of the models' choices.

    ``name`` is what people call it: the title, or what `document_name` gives in its place.
    """

    ref: str
    name: str
    title: str | None
    number: str | None
    kind: str | None
    issuers: tuple[str, ...]
    level: str
    state: str
    dated_on: date | None
    year: int | None
    part_of: str | None
    published_at: datetime | None

    @property
    def published(self) -> bool:
        """Whether the public sees it."""
        return self.published_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where a list stands: page ``number`` of ``pages``; ``capped`` where counting stopped."""

    number: int
    pages: int
    count: int
    capped: bool = False


def paging(count: int, *, page: int, size: int, capped: bool = False) -> Paging:
    """The page that is shown when ``page`` is asked for: the nearest that there is."""
    pages = max(1, -(-count // size))
    return Paging(number=min(max(1, page), pages), pages=pages, count=count, capped=capped)


def card(document: Document) -> DocumentCard:
    """A document in one line. The query selects ``part_of`` with it."""
    return DocumentCard(
        ref=document.ref,
        name=document_name(document),
        title=document.title or None,
        number=document.number or None,
        kind=document.kind or None,
        issuers=tuple(document.issuers),
        level=document.level,
        state=document.state,
        dated_on=document.dated_on,
        year=document.year,
        part_of=document.part_of.ref if document.part_of else None,
        published_at=document.published_at,
    )


def official_number(document: Document) -> str | None:
    """The number by which a citation names a document; an attached one has its carrier's.

    Where there is neither title nor number, the words by which `document_name` knows it.
    """
    if document.number:
        return document.number
    if document.part_of is None:
        return None if document.title else document_name(document)
    carrier = document.part_of.number
    return f"{carrier}附件" if carrier else None


def document_name(document: Document) -> str:
    """What people call a document: its title, else its number, else its first words.

    Its reference is an address and no name. First words take a query, but only for the rare
    document of which the source has lost title and number.
    """
    if document.title or document.number:
        return document.title or document.number
    if document.part_of_id is not None:
        return citation(ClauseRef(document.ref))
    first = Clause.objects.filter(version__document=document, version__is_current=True)
    for heading, text in first.order_by("position").values_list("heading", "text")[:3]:
        if words := f"{heading or ''}{text}".strip():
            return f"{UNTITLED}{words[:FIRST_WORDS]}{'…' if len(words) > FIRST_WORDS else ''}"
    return UNTITLED


def cards(documents: Iterable[Document]) -> tuple[DocumentCard, ...]:
    """Documents in their order, one line each."""
    return tuple(map(card, documents))
