# SPDX-License-Identifier: Apache-2.0
"""The small values that many pages show: a document, a clause, a fact, an issue in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from yiju.library.models import Document

# Any: the payload of a fact is the contract's JSON of its type.
Payload = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCard:
    """A document in a list. ``level`` and ``state`` are values of the models' choices."""

    ref: str
    title: str | None
    number: str | None
    kind: str | None
    issuers: tuple[str, ...]
    level: str
    state: str
    dated_on: date | None
    year: int | None
    part_of: str | None
    published: bool

    @property
    def name(self) -> str:
        """What the document is called: its title, or its reference where it has none."""
        return self.title or self.ref


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
        title=document.title or None,
        number=document.number or None,
        kind=document.kind or None,
        issuers=tuple(document.issuers),
        level=document.level,
        state=document.state,
        dated_on=document.dated_on,
        year=document.year,
        part_of=document.part_of.ref if document.part_of else None,
        published=document.published_at is not None,
    )


def official_number(document: Document) -> str | None:
    """The number by which a citation names a document; an attached one has its carrier's."""
    if document.number or document.part_of is None:
        return document.number or None
    carrier = document.part_of.number
    return f"{carrier}附件" if carrier else None


def cards(documents: Iterable[Document]) -> tuple[DocumentCard, ...]:
    """Documents in their order, one line each."""
    return tuple(map(card, documents))
