# SPDX-License-Identifier: Apache-2.0
"""Search: every clause in which the words stand, ranked, narrowed, with what was found marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from yiju.kernel.actor import Actor
from yiju.kernel.citation import citation, path_words
from yiju.kernel.clause_ref import ClauseRef, parse_path
from yiju.library.masking import masked
from yiju.library.models import Clause, Document
from yiju.library.queries.cards import DocumentCard, Paging, card, official_number, paging
from yiju.library.queries.marking import Piece, marked
from yiju.library.queries.visible import sees_contacts, sees_drafts
from yiju.library.search import HEADS
from yiju.library.search.find import Found, Narrowing, find
from yiju.library.words import query_words

HITS_PER_PAGE = 20
COUNTED_HITS = 1000
"""Counting stops here: a reader narrows such a search, and the page stays quick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFilter:
    """What a search is narrowed to; ``None`` leaves a facet open. ``issuer`` is a full name."""

    level: str | None = None
    issuer: str | None = None
    kind: str | None = None
    year: int | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetOption:
    """One value of a facet, and how many of the counted hits have it."""

    value: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A way to narrow a search: ``name`` is that of the filter's field."""

    name: str
    options: tuple[FacetOption, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A clause that has all the words, or the head of a document (``path`` is then empty).

    ``ref`` is the clause reference, ``text`` its words, ``pieces`` the same with what was found
    marked, cut to the neighbourhood of the first find; ``citation`` is there to copy.
    """

    document: DocumentCard
    ref: str
    path: str
    clause_words: str
    text: str
    pieces: tuple[Piece, ...]
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The answer to a search. ``paging.capped``: there are more hits than were counted."""

    query: str
    filter: SearchFilter
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    paging: Paging


def search(
    actor: Actor,
    query: str,
    by: SearchFilter | None = None,
    *,
    page: int = 1,
    size: int = HITS_PER_PAGE,
) -> SearchPage:
    """Clauses (and heads of documents) in which every word of ``query`` stands, best first."""
    chosen = by or SearchFilter()
    words = query_words(query)
    narrowing = Narrowing(public=not sees_drafts(actor), **asdict(chosen))
    findings = find(words, narrowing, limit=COUNTED_HITS)
    place = paging(len(findings.found), page=page, size=size, capped=findings.capped)
    first = (place.number - 1) * size
    shown = findings.found[first : first + size]
    return SearchPage(
        query=query,
        filter=chosen,
        hits=_hits(shown, words, contacts=sees_contacts(actor)),
        facets=_facets(findings.found, chosen),
        paging=place,
    )


def _hits(found: Sequence[Found], words: Sequence[str], *, contacts: bool) -> tuple[Hit, ...]:
    """The entries found as a page shows them, read with two queries."""
    keys = {each.document for each in found}
    documents = {
        document.pk: document
        for document in Document.objects.filter(pk__in=keys).select_related("part_of")
    }
    clauses = Clause.objects.in_bulk([each.entry for each in found if each.entry < HEADS])
    return tuple(
        _hit(documents[each.document], clauses.get(each.entry), words, contacts=contacts)
        for each in found
    )


def _hit(document: Document, clause: Clause | None, words: Sequence[str], *, contacts: bool) -> Hit:
    ref = ClauseRef(document.ref, parse_path(clause.path) if clause else ())
    if clause is None:
        text = " ".join(filter(None, (document.title, document.number, *document.issuers)))
    else:
        text = "".join(filter(None, (clause.label, clause.heading, clause.text)))
    shown = text if contacts else masked(text)
    return Hit(
        document=card(document),
        ref=str(ref),
        path=ref.path_text,
        clause_words=path_words(ref),
        text=shown,
        pieces=marked(shown, words),
        citation=citation(ref, title=document.title or None, number=official_number(document)),
    )


def _facets(found: Sequence[Found], chosen: SearchFilter) -> tuple[Facet, ...]:
    """What the counted hits can be narrowed to, most frequent first."""
    counted: dict[str, Counter[str]] = {
        "level": Counter(each.level for each in found),
        "issuer": Counter(issuer for each in found for issuer in each.issuers),
        "kind": Counter(each.kind for each in found if each.kind),
        "year": Counter(str(each.year) for each in found if each.year is not None),
        "state": Counter(each.state for each in found),
    }
    return tuple(
        Facet(name=name, options=tuple(_options(counts.items(), getattr(chosen, name))))
        for name, counts in counted.items()
    )


def _options(counts: Iterable[tuple[str, int]], chosen: object) -> Iterable[FacetOption]:
    for value, count in sorted(counts, key=lambda option: (-option[1], option[0])):
        yield FacetOption(value=value, count=count, chosen=value == str(chosen))
