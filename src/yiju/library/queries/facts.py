# SPDX-License-Identifier: Apache-2.0
"""Facts as lists show them: deadlines, targets, duties, and any other type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import F, QuerySet

from yiju.kernel.actor import Actor
from yiju.kernel.citation import path_words
from yiju.kernel.clause_ref import ClauseRef, parse_path
from yiju.library.masking import masked
from yiju.library.models import Fact
from yiju.library.queries.cards import Paging, Payload, document_name, paging
from yiju.library.queries.visible import sees_contacts, visible_facts

FACTS_PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A fact in a list, with the document and clause it stands in.

    ``clause`` is the clause reference (that of the document alone where the fact stands in no
    clause), ``clause_words`` the official's words for it. ``payload`` has the contract's keys of
    its type. ``anchor`` names the fact within its document, through re-readings.
    """

    key: int
    anchor: str
    type: str
    document: str
    document_name: str
    clause: str
    clause_words: str
    quote: str
    payload: Payload
    proposed: Payload | None
    status: str
    start: int
    end: int
    day: str | None
    year: int | None
    changes: int

    @property
    def provisional(self) -> bool:
        """Whether the day may still move: nobody confirmed it, or the text gives no exact day."""
        return self.status == "proposed" or not self.names_day

    @property
    def names_day(self) -> bool:
        """Whether the text gives the very day, and not a month or a year alone."""
        return len(self.day or "") == len("2025-04-25")


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFilter:
    """What a list of facts is narrowed to; ``None`` leaves open. ``year`` is the fact's own."""

    document: str | None = None
    issuer: str | None = None
    level: str | None = None
    year: int | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactPage:
    """A page of facts of one type. ``years`` are those for which there are any."""

    type: str
    filter: FactFilter
    rows: tuple[FactRow, ...]
    paging: Paging
    years: tuple[int, ...]


@lru_cache(maxsize=4096)
def _path_words(document: str, path: str) -> str:
    return path_words(ClauseRef(document, parse_path(path)))


_WORDS_OF_THE_TEXT = ("what", "who", "from")


def _without_contacts(payload: Payload) -> Payload:
    """What a fact states, for the public. Figures stay: a large sum is no telephone number."""
    words = {
        name: masked(said)
        for name in _WORDS_OF_THE_TEXT
        if isinstance(said := payload.get(name), str)
    }
    return {**payload, **words}


def fact_row(fact: Fact, *, contacts: bool) -> FactRow:
    """A fact in one line. The query selects ``clause`` and ``version__document`` with it."""
    document = fact.version.document
    path = fact.clause.path if fact.clause else ""
    return FactRow(
        key=fact.pk,
        anchor=fact.anchor,
        type=fact.type,
        document=document.ref,
        document_name=document_name(document),
        clause=f"{document.ref}#{path}" if path else document.ref,
        clause_words=_path_words(document.ref, path) if path else "",
        quote=fact.quote if contacts else masked(fact.quote),
        payload=fact.payload if contacts else _without_contacts(fact.payload),
        proposed=fact.proposed
        if contacts or not fact.proposed
        else _without_contacts(fact.proposed),
        status=fact.status,
        start=fact.start,
        end=fact.end,
        day=fact.day,
        year=fact.year,
        changes=fact.changes,
    )


def narrowed(facts: QuerySet[Fact], by: FactFilter) -> QuerySet[Fact]:
    """The facts that a filter lets through, with what a line of them needs."""
    if by.document is not None:
        facts = facts.filter(version__document__ref=by.document)
    if by.issuer is not None:
        facts = facts.filter(version__document__issuer_rows__name=by.issuer)
    if by.level is not None:
        facts = facts.filter(version__document__level=by.level)
    if by.year is not None:
        facts = facts.filter(year=by.year)
    if by.status is not None:
        facts = facts.filter(status=by.status)
    return facts.select_related("clause", "version__document")


def fact_page(
    actor: Actor, kind: str, by: FactFilter | None = None, *, page: int | None = 1
) -> FactPage:
    """Facts of one type, in the order of their documents and text; ``page=None``: all of them.

    Targets come in the order of their years.
    """
    chosen = by or FactFilter()
    every = visible_facts(actor).filter(type=kind)
    facts = narrowed(every, chosen)
    count = facts.count()
    size = FACTS_PER_PAGE if page is not None else max(1, count)
    place = paging(count, page=page or 1, size=size)
    first = (place.number - 1) * size
    by_year = (F("year").asc(nulls_last=True),) if kind in ("target", "recorded") else ()
    ordered = facts.order_by(*by_year, "version__document__ref", "position")
    contacts = sees_contacts(actor)
    years = every.exclude(year=None).order_by("year").values_list("year", flat=True).distinct()
    return FactPage(
        type=kind,
        filter=chosen,
        rows=tuple(fact_row(fact, contacts=contacts) for fact in ordered[first : first + size]),
        paging=place,
        years=tuple(year for year in years if year is not None),
    )
