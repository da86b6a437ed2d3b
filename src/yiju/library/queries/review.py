# SPDX-License-Identifier: Apache-2.0
"""What staff check: a source beside what was read out of it, and the list of such work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from yiju.kernel.actor import Actor
from yiju.library.models import Appearance, Clause, Fact, Finding, Issue, Source, Version
from yiju.library.queries.cards import DocumentCard, Paging, card, document_name, paging
from yiju.library.queries.clauses import ClauseView, clause_tree
from yiju.library.queries.facts import FactRow, fact_row
from yiju.library.queries.statistics import ProposalAccuracy, proposal_accuracy
from yiju.library.queries.visible import sees_drafts

SOURCES_PER_PAGE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCard:
    """A source in the list of work: how much of it waits for a decision."""

    key: int
    name: str
    sha256: str
    format: str
    characters: int
    imported_at: datetime
    imported_by: str
    documents: int
    drafts: int
    open_facts: int
    open_findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceList:
    """A page of sources, newest first."""

    sources: tuple[SourceCard, ...]
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """Something that looks wrong in the source, with the reader's proposal."""

    key: int
    type: str
    start: int
    end: int
    message: str
    proposal: str | None
    status: str
    decided_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedStretch:
    """A stretch of the source that belongs to no document, and why."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedDocument:
    """A document as it was read in this source.

    ``in_place``: its offsets count in this source. Where the same words were read before in
    another source, they count there; ``start:end`` is the document's range here in any case.
    """

    card: DocumentCard
    version: int
    is_current: bool
    imported_by: str
    start: int
    end: int
    in_place: bool
    clauses: tuple[ClauseView, ...]
    facts: tuple[FactRow, ...]
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """A source on one side and what was read out of it on the other; offsets join the two."""

    source: SourceCard
    text: str
    removed: tuple[RemovedStretch, ...]
    issue: int | None
    documents: tuple[ReviewedDocument, ...]
    findings: tuple[FindingRow, ...]
    accuracy: tuple[ProposalAccuracy, ...]


def source_list(actor: Actor, *, page: int = 1) -> SourceList | None:
    """The sources, newest first; for staff only."""
    if not sees_drafts(actor):
        return None
    count = Source.objects.count()
    place = paging(count, page=page, size=SOURCES_PER_PAGE)
    first = (place.number - 1) * SOURCES_PER_PAGE
    sources = Source.objects.defer("text", "removed").order_by("-imported_at", "-id")
    return SourceList(
        sources=_source_cards(list(sources[first : first + SOURCES_PER_PAGE])), paging=place
    )


def review_page(actor: Actor, key: int) -> ReviewPage | None:
    """One source with everything read out of it, rejected facts too; for staff only."""
    source = Source.objects.filter(pk=key).first()
    if source is None or not sees_drafts(actor):
        return None
    findings = tuple(
        _finding_row(finding)
        for finding in Finding.objects.filter(source=source, version=None).order_by("position")
    )
    issue = Issue.objects.filter(source=source).values_list("pk", flat=True).first()
    return ReviewPage(
        source=_source_cards([source])[0],
        text=source.text,
        removed=tuple(RemovedStretch(**stretch) for stretch in source.removed),
        issue=issue,
        documents=_documents(source),
        findings=findings,
        accuracy=proposal_accuracy(actor),
    )


def _documents(source: Source) -> tuple[ReviewedDocument, ...]:
    """The documents of a source, with one query for each kind of row below them."""
    appearances = list(
        Appearance.objects.filter(source=source)
        .select_related("version__document__part_of")
        .order_by("position")
    )
    versions = [appearance.version_id for appearance in appearances]
    clauses: dict[int, list[Clause]] = {version: [] for version in versions}
    for clause in Clause.objects.filter(version__in=versions).order_by("position"):
        clauses[clause.version_id].append(clause)
    facts: dict[int, list[FactRow]] = {version: [] for version in versions}
    rows = Fact.objects.filter(version__in=versions).select_related("clause", "version__document")
    for fact in rows.order_by("position"):
        facts[fact.version_id].append(fact_row(fact, contacts=True))
    findings: dict[int | None, list[FindingRow]] = {version: [] for version in versions}
    for finding in Finding.objects.filter(source=source, version__in=versions).order_by("position"):
        findings[finding.version_id].append(_finding_row(finding))
    return tuple(
        _reviewed(
            appearance,
            clauses[appearance.version_id],
            tuple(facts[appearance.version_id]),
            tuple(findings[appearance.version_id]),
        )
        for appearance in appearances
    )


def _reviewed(
    appearance: Appearance,
    clauses: list[Clause],
    facts: tuple[FactRow, ...],
    findings: tuple[FindingRow, ...],
) -> ReviewedDocument:
    version: Version = appearance.version
    return ReviewedDocument(
        card=card(version.document),
        version=version.number,
        is_current=version.is_current,
        imported_by=version.document.imported_by,
        start=appearance.start,
        end=appearance.end,
        in_place=version.source_id == appearance.source_id,
        clauses=clause_tree(version.document.ref, clauses, contacts=True),
        facts=facts,
        findings=findings,
    )


def _finding_row(finding: Finding) -> FindingRow:
    return FindingRow(
        key=finding.pk,
        type=finding.type,
        start=finding.start,
        end=finding.end,
        message=finding.message,
        proposal=finding.proposal,
        status=finding.status,
        decided_by=finding.decided_by or None,
    )


def _source_cards(sources: list[Source]) -> tuple[SourceCard, ...]:
    """Sources in one line each; the counts of all of them in three queries."""
    keys = [source.pk for source in sources]
    draft = Q(version__document__published_at=None)
    counted = {
        source: (documents, drafts)
        for source, documents, drafts in Appearance.objects.filter(source__in=keys)
        .values_list("source")
        .annotate(documents=Count("id"), drafts=Count("id", filter=draft))
    }
    facts = dict(
        Fact.objects.filter(version__appearances__source__in=keys, status="proposed")
        .values_list("version__appearances__source")
        .annotate(Count("id", distinct=True))
    )
    findings = dict(
        Finding.objects.filter(source__in=keys, status="open")
        .values_list("source")
        .annotate(Count("id"))
    )
    return tuple(
        SourceCard(
            key=source.pk,
            name=source.name,
            sha256=source.sha256,
            format=source.format,
            characters=source.characters,
            imported_at=source.imported_at,
            imported_by=source.imported_by,
            documents=counted.get(source.pk, (0, 0))[0],
            drafts=counted.get(source.pk, (0, 0))[1],
            open_facts=facts.get(source.pk, 0),
            open_findings=findings.get(source.pk, 0),
        )
        for source in sources
    )


def fact_to_correct(actor: Actor, key: int) -> FactRow | None:
    """A fact for the form in which it is corrected; for staff only."""
    if not sees_drafts(actor):
        return None
    fact = Fact.objects.select_related("clause", "version__document").filter(pk=key).first()
    return None if fact is None else fact_row(fact, contacts=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseToQuote:
    """A clause in which staff found a fact that the reader missed."""

    key: int
    ref: str
    document_name: str
    words: str


def clause_to_quote(
    actor: Actor, document: str, path: str, *, version: int
) -> ClauseToQuote | None:
    """A clause of a version for the form in which a fact is added; for staff only."""
    if not sees_drafts(actor):
        return None
    clauses = Clause.objects.select_related("version__document")
    clause = clauses.filter(
        version__document__ref=document, version__number=version, path=path
    ).first()
    if clause is None:
        return None
    return ClauseToQuote(
        key=clause.pk,
        ref=f"{document}#{path}",
        document_name=document_name(clause.version.document),
        words=(clause.heading or "") + clause.text,
    )
