# SPDX-License-Identifier: Apache-2.0
"""Query values as the contract's JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from yiju.library.queries.cards import DocumentCard
from yiju.library.queries.clauses import ClausePage, ClauseView
from yiju.library.queries.document import DocumentPage
from yiju.library.queries.facts import FactRow
from yiju.library.queries.search import Hit, SearchPage
from yiju.library.reading.render.contract import FACT_KEYS

# Any: JSON values of the contract.
Json = dict[str, Any]


def card_value(card: DocumentCard) -> Json:
    """A document in a list."""
    return {
        "id": card.ref,
        "title": card.title,
        "number": card.number,
        "kind": card.kind,
        "issuers": list(card.issuers),
        "level": card.level,
        "state": card.state,
        "dated_on": _day(card.dated_on),
        "part_of": card.part_of,
        "published": card.published,
    }


def clause_value(clause: ClauseView) -> Json:
    """A clause with what stands below it, as ``yiju read`` shows it."""
    return {
        "ref": clause.ref,
        "kind": clause.kind,
        "number": clause.number,
        "label": clause.label,
        "heading": clause.heading,
        "text": clause.text,
        "start": clause.start,
        "end": clause.end,
        "children": [clause_value(child) for child in clause.children],
    }


def fact_value(fact: FactRow) -> Json:
    """A fact as ``yiju read`` shows it, and what staff said of it."""
    place = {"clause": fact.clause, "quote": fact.quote, "start": fact.start, "end": fact.end}
    # Databases and dumps keep what a fact says, but not the order in which it is said.
    known = FACT_KEYS[fact.type]
    said = {key: fact.payload[key] for key in known if key in fact.payload}
    return {"type": fact.type, **place, **said, "status": fact.status}


def hit_value(hit: Hit) -> Json:
    """A find of a search; ``marked`` are the words found, as they stand."""
    return {
        "ref": hit.ref,
        "document": hit.document.ref,
        "title": hit.document.title,
        "text": hit.text,
        "marked": [piece.text for piece in hit.pieces if piece.marked],
        "citation": hit.citation,
    }


def search_value(page: SearchPage) -> Json:
    """The answer to a search; ``capped``: there are more hits than were counted."""
    return {
        "query": page.query,
        "count": page.paging.count,
        "capped": page.paging.capped,
        "page": page.paging.number,
        "pages": page.paging.pages,
        "hits": [hit_value(hit) for hit in page.hits],
        "facets": {
            facet.name: {option.value: option.count for option in facet.options}
            for facet in page.facets
        },
    }


def clause_page_value(page: ClausePage) -> Json:
    """A clause with its facts and citation."""
    return {
        "ref": page.clause.ref,
        "document": card_value(page.document),
        "citation": page.citation,
        "clause": clause_value(page.clause),
        "hash": page.clause.hash,
        "facts": [fact_value(fact) for fact in page.facts],
        "version": page.version,
        "found_in_version": page.found_in_version,
    }


def document_page_value(page: DocumentPage) -> Json:
    """A document whole: properties as valid now, clauses, facts, what it names and what names it.

    The keys that ``yiju read`` gives have the same meaning here.
    """
    return {
        "ref": page.card.ref,
        "citation": page.citation,
        "document": {
            **card_value(page.card),
            "addressees": list(page.addressees),
            "effective_on": _day(page.effective_on),
            "complete": page.complete,
            "annexes": [{"title": a.title, "format": a.format} for a in page.annexes],
            "contacts": [{"role": c.role, "masked": c.words} for c in page.contacts],
            "urls": list(page.urls),
            "clauses": [clause_value(clause) for clause in page.clauses],
            "facts": [fact_value(fact) for fact in page.facts],
        },
        "version": page.version,
        "attached": [card.ref for card in page.attached],
        "referred_by": sorted({fact.document for fact in page.references_in}),
        "sources": [
            {"name": s.name, "sha256": s.sha256, "start": s.start, "end": s.end}
            for s in page.sources
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
