# SPDX-License-Identifier: Apache-2.0
"""The list of documents, and finding one by whatever name it is called."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from yiju.kernel.actor import Actor
from yiju.kernel.document_id import normal_document
from yiju.library.models import Document
from yiju.library.queries.cards import DocumentCard, Paging, cards, paging
from yiju.library.queries.visible import visible_documents

DOCUMENTS_PER_PAGE = 50
SUGGESTIONS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilter:
    """What the list of documents is narrowed to; ``None`` leaves open.

    ``published`` tells drafts from public documents and is of use to staff only.
    """

    level: str | None = None
    issuer: str | None = None
    kind: str | None = None
    year: int | None = None
    state: str | None = None
    published: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChoices:
    """The values that occur, from which a filter can be made."""

    levels: tuple[str, ...]
    issuers: tuple[str, ...]
    kinds: tuple[str, ...]
    years: tuple[int, ...]
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentList:
    """A page of documents, newest first; those without a date come last."""

    filter: DocumentFilter
    documents: tuple[DocumentCard, ...]
    paging: Paging
    choices: DocumentChoices


def document_list(
    actor: Actor, by: DocumentFilter | None = None, *, page: int | None = 1
) -> DocumentList:
    """The documents that a filter lets through; ``page=None``: all of them."""
    chosen = by or DocumentFilter()
    documents = _narrowed(visible_documents(actor), chosen)
    count = documents.count()
    size = DOCUMENTS_PER_PAGE if page is not None else max(1, count)
    place = paging(count, page=page or 1, size=size)
    first = (place.number - 1) * size
    ordered = documents.select_related("part_of").order_by(
        F("dated_on").desc(nulls_last=True), "-id"
    )
    return DocumentList(
        filter=chosen,
        documents=cards(ordered[first : first + size]),
        paging=place,
        choices=_choices(actor),
    )


def document_named(actor: Actor, name: str) -> str | None:
    """The reference of the document that is called ``name``: by reference, number or full title."""
    normal = normal_document(name)
    documents = visible_documents(actor)
    found = documents.filter(ref=normal) or documents.filter(
        Q(number=normal) | Q(title=name.strip("《》 "))
    ).order_by("-id")
    return next((document.ref for document in found[:1]), None)


def suggestions(actor: Actor, name: str) -> tuple[str, ...]:
    """References that are spelt most like ``name``, nearest first."""
    refs = list(visible_documents(actor).values_list("ref", "title"))
    wanted = _pairs(normal_document(name))
    scored = ((_likeness(wanted, ref, title), ref) for ref, title in refs)
    near = sorted(((score, ref) for score, ref in scored if score), reverse=True)
    return tuple(ref for _, ref in near[:SUGGESTIONS])


def _narrowed(documents: QuerySet[Document], by: DocumentFilter) -> QuerySet[Document]:
    equal = {
        "level": by.level,
        "issuer_rows__name": by.issuer,
        "kind": by.kind,
        "year": by.year,
        "state": by.state,
    }
    documents = documents.filter(**{name: value for name, value in equal.items() if value})
    if by.published is not None:
        documents = documents.filter(published_at__isnull=not by.published)
    return documents


def _choices(actor: Actor) -> DocumentChoices:
    documents = visible_documents(actor)

    def values(name: str) -> list[str]:
        found = documents.order_by(name).values_list(name, flat=True).distinct()
        return [value for value in found if value]

    years = documents.exclude(year=None).order_by("-year").values_list("year", flat=True)
    return DocumentChoices(
        levels=tuple(values("level")),
        issuers=tuple(values("issuer_rows__name")),
        kinds=tuple(values("kind")),
        years=tuple(year for year in years.distinct() if year is not None),
        states=tuple(values("state")),
    )


def _pairs(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(max(1, len(text) - 1))}


def _likeness(wanted: set[str], ref: str, title: str) -> int:
    """How alike a name is to a document's reference or title, in thousandths (Dice)."""

    def dice(text: str) -> int:
        pairs = _pairs(text)
        return 2000 * len(wanted & pairs) // (len(wanted) + len(pairs))

    return max(dice(ref), dice(title))
