# SPDX-License-Identifier: Apache-2.0
"""The page of one document: its tree, what follows from it, its versions and sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from yiju.kernel.actor import Actor
from yiju.kernel.citation import citation
from yiju.kernel.clause_ref import ClauseRef
from yiju.library.masking import masked
from yiju.library.models import Appearance, Clause, Document, Fact, Finding, Version
from yiju.library.queries.cards import DocumentCard, card, cards, official_number
from yiju.library.queries.clauses import ClauseView, clause_tree
from yiju.library.queries.facts import FactRow, fact_row
from yiju.library.queries.visible import (
    seen_through,
    sees_contacts,
    visible_documents,
    visible_versions,
)
from yiju.library.words import word_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """Whom to ask, masked; staff who may see contacts read them in the source."""

    role: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexView:
    """A file that the document names as an annex."""

    title: str
    format: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A version of the document and when it was read."""

    number: int
    is_current: bool
    published: bool
    complete: bool
    read_at: datetime
    characters: int
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source in which the document stands; ``issue`` is the key of its bulletin issue."""

    name: str
    sha256: str
    issue: int | None
    issue_name: str | None
    version: int
    start: int
    end: int
    imported_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceOut:
    """What the document names: ``document`` where the library holds it and the actor may see it."""

    fact: FactRow
    document: DocumentCard | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """A document with everything that stands beside it.

    ``facts`` are all that were not rejected, in the order of the text; the sides of the page are
    :meth:`of_type`. ``accepted_findings`` are damages and contradictions that staff confirmed.
    """

    card: DocumentCard
    citation: str
    effective_on: date | None
    addressees: tuple[str, ...]
    annexes: tuple[AnnexView, ...]
    contacts: tuple[ContactView, ...]
    urls: tuple[str, ...]
    complete: bool
    version: int
    clauses: tuple[ClauseView, ...]
    facts: tuple[FactRow, ...]
    attached: tuple[DocumentCard, ...]
    references_out: tuple[ReferenceOut, ...]
    references_in: tuple[FactRow, ...]
    versions: tuple[VersionRow, ...]
    sources: tuple[SourceRow, ...]
    accepted_findings: tuple[str, ...]

    def of_type(self, kind: str) -> tuple[FactRow, ...]:
        """The facts of one type, in the order of the text."""
        return tuple(fact for fact in self.facts if fact.type == kind)


def document_page(actor: Actor, ref: str, *, version: int | None = None) -> DocumentPage | None:
    """A document in its current version, or in the one asked for."""
    document = visible_documents(actor).select_related("part_of").filter(ref=ref).first()
    if document is None:
        return None
    which = Q(is_current=True) if version is None else Q(number=version)
    shown = visible_versions(actor, document).filter(which).first()
    return None if shown is None else _page(actor, document, shown)


def _page(actor: Actor, document: Document, version: Version) -> DocumentPage:
    stated = version.stated
    contacts = sees_contacts(actor)
    facts = (
        Fact.objects.filter(version=version)
        .exclude(status="rejected")
        .select_related("clause", "version__document")
        .order_by("position")
    )
    rows = tuple(fact_row(fact, contacts=contacts) for fact in facts)
    clauses = Clause.objects.filter(version=version).order_by("position")
    attached = visible_documents(actor).filter(part_of=document).select_related("part_of")
    findings = Finding.objects.filter(version=version, status="accepted").order_by("position")
    number = official_number(document)
    return DocumentPage(
        card=card(document),
        citation=citation(ClauseRef(document.ref), title=document.title or None, number=number),
        effective_on=document.effective_on,
        addressees=tuple(stated.get("addressees", ())),
        annexes=tuple(AnnexView(**annex) for annex in stated.get("annexes", ())),
        contacts=tuple(
            ContactView(role=contact["role"], words=masked(contact["masked"]))
            for contact in stated.get("contacts", ())
        ),
        urls=tuple(stated.get("urls", ())),
        complete=version.complete,
        version=version.number,
        clauses=clause_tree(document.ref, list(clauses), contacts=contacts),
        facts=rows,
        attached=cards(attached.order_by("ref")),
        references_out=_references_out(actor, tuple(facts), rows),
        references_in=_references_in(actor, document),
        versions=_versions(actor, document),
        sources=_sources(actor, document),
        accepted_findings=tuple(
            finding.message if contacts else masked(finding.message) for finding in findings
        ),
    )


def _references_out(
    actor: Actor, facts: tuple[Fact, ...], rows: tuple[FactRow, ...]
) -> tuple[ReferenceOut, ...]:
    """The documents named, each found once for all the references to it."""
    named = [(fact, row) for fact, row in zip(facts, rows, strict=True) if fact.type == "reference"]
    refs = {fact.names_document for fact, _ in named if fact.names_document}
    titles = {fact.names_title for fact, _ in named if fact.names_title}
    held = visible_documents(actor).filter(Q(ref__in=refs) | Q(title_hash__in=titles))
    by_ref: dict[str, DocumentCard] = {}
    by_title: dict[str, DocumentCard] = {}
    for document in held.select_related("part_of").order_by("id"):
        by_ref[document.ref] = by_title[document.title_hash] = card(document)
    return tuple(
        ReferenceOut(
            fact=row,
            document=by_ref.get(fact.names_document or "") or by_title.get(fact.names_title or "-"),
        )
        for fact, row in named
    )


# 《X规划》 is what texts name; the library holds it as 关于印发X规划的通知.
_CARRIED = re.compile(r"关于印发《?([^》]+)》?的(?:通知|公告|决定)$")


def _references_in(actor: Actor, document: Document) -> tuple[FactRow, ...]:
    names = Q(names_document=document.ref)
    if document.title_hash:
        names |= Q(names_title=document.title_hash)
    if carried := _CARRIED.search(document.title):
        names |= Q(names_title=word_hash(carried[1]))
    facts = (
        Fact.objects.filter(names, version__is_current=True, type="reference")
        .filter(seen_through(actor, "version__document__"))
        .exclude(status="rejected")
        .exclude(version__document=document)
        .select_related("clause", "version__document")
        .order_by("version__document__ref", "position")
    )
    contacts = sees_contacts(actor)
    return tuple(fact_row(fact, contacts=contacts) for fact in facts)


def _versions(actor: Actor, document: Document) -> tuple[VersionRow, ...]:
    versions = visible_versions(actor, document).order_by("-number").prefetch_related("appearances")
    return tuple(
        VersionRow(
            number=version.number,
            is_current=version.is_current,
            published=version.published_at is not None,
            complete=version.complete,
            read_at=version.read_at,
            characters=version.characters,
            sources=len(version.appearances.all()),
        )
        for version in versions
    )


def _sources(actor: Actor, document: Document) -> tuple[SourceRow, ...]:
    appearances = (
        Appearance.objects.filter(version__in=visible_versions(actor, document))
        .select_related("source__bulletin", "version")
        .defer("source__text", "source__removed")
        .order_by("source__imported_at", "source_id", "position")
    )
    return tuple(_source_row(appearance) for appearance in appearances)


def _source_row(appearance: Appearance) -> SourceRow:
    source = appearance.source
    issue = getattr(source, "bulletin", None)
    return SourceRow(
        name=source.name,
        sha256=source.sha256,
        issue=issue.pk if issue else None,
        issue_name=(str(issue) or "未署刊名的一期") if issue else None,
        version=appearance.version.number,
        start=appearance.start,
        end=appearance.end,
        imported_at=source.imported_at,
    )
