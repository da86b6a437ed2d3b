# SPDX-License-Identifier: Apache-2.0
"""Issues of bulletins: the list, and one issue with its sections and contents page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, Exists, F, OuterRef, QuerySet

from yiju.kernel.actor import Actor
from yiju.library.models import Appearance, ContentsLine, Issue
from yiju.library.queries.cards import DocumentCard, Paging, card, paging
from yiju.library.queries.visible import seen_through, sees_drafts

ISSUES_PER_PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCard:
    """An issue of a bulletin in one line; ``key`` is its place in addresses."""

    key: int
    title: str | None
    issue: str | None
    total_issue: int | None
    organisers: tuple[str, ...]
    published_on: date | None
    posted_on: date | None
    source_name: str
    imported_at: datetime
    documents: int
    titles_without_text: int

    @property
    def name(self) -> str:
        """What the issue is called; without a head, by what it holds."""
        title, issue = self.title or "", self.issue or ""
        named = title if issue in title else f"{title} {issue}".strip()
        return named or f"未署刊名的一期（收文 {self.documents} 件）"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsRow:
    """A line of the contents page; without ``document`` a title without text (有目无文)."""

    title: str
    document: DocumentCard | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueSectionView:
    """A section of the bulletin with its documents; ``title`` is ``None`` before the first."""

    title: str | None
    documents: tuple[DocumentCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """An issue: its contents page as printed, and its documents by section."""

    card: IssueCard
    contents: tuple[ContentsRow, ...]
    sections: tuple[IssueSectionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueList:
    """A page of issues, newest first."""

    issues: tuple[IssueCard, ...]
    paging: Paging


class _Counts(NamedTuple):
    documents: int
    titles_without_text: int


def visible_issues(actor: Actor) -> QuerySet[Issue]:
    """The issues of which the actor may see a document; newest first."""
    shown = Appearance.objects.filter(
        seen_through(actor, "version__document__"), source=OuterRef("source")
    )
    issues = Issue.objects.all() if sees_drafts(actor) else Issue.objects.filter(Exists(shown))
    listed = issues.select_related("source").defer("source__text", "source__removed")
    return listed.order_by(F("published_on").desc(nulls_last=True), "-id")


def latest_issue(actor: Actor) -> IssueCard | None:
    """The issue published last."""
    newest = visible_issues(actor).first()
    return None if newest is None else _issue_cards(actor, [newest])[0]


def issue_list(actor: Actor, *, page: int | None = 1) -> IssueList:
    """The issues, newest first; ``page=None``: all of them."""
    issues = visible_issues(actor)
    count = issues.count()
    size = ISSUES_PER_PAGE if page is not None else max(1, count)
    place = paging(count, page=page or 1, size=size)
    first = (place.number - 1) * size
    return IssueList(issues=_issue_cards(actor, list(issues[first : first + size])), paging=place)


def issue_page(actor: Actor, key: int) -> IssuePage | None:
    """One issue with its contents and sections."""
    issue = visible_issues(actor).filter(pk=key).first()
    if issue is None:
        return None
    lines = ContentsLine.objects.filter(issue=issue).select_related("document__part_of")
    return IssuePage(
        card=_issue_cards(actor, [issue])[0],
        contents=tuple(_contents_row(actor, line) for line in lines.order_by("position")),
        sections=_sections(actor, issue),
    )


def _contents_row(actor: Actor, line: ContentsLine) -> ContentsRow:
    document = line.document
    hidden = document is None or not (document.published_at or sees_drafts(actor))
    return ContentsRow(
        title=line.title, document=None if hidden or document is None else card(document)
    )


def _sections(actor: Actor, issue: Issue) -> tuple[IssueSectionView, ...]:
    appearances = (
        Appearance.objects.filter(seen_through(actor, "version__document__"), source=issue.source)
        .select_related("version__document__part_of", "section")
        .order_by("position")
    )
    titled: dict[str | None, list[DocumentCard]] = {}
    for appearance in appearances:
        title = appearance.section.title if appearance.section else None
        titled.setdefault(title, []).append(card(appearance.version.document))
    return tuple(
        IssueSectionView(title=title, documents=tuple(documents))
        for title, documents in titled.items()
    )


def _issue_cards(actor: Actor, issues: Sequence[Issue]) -> tuple[IssueCard, ...]:
    """Issues in one line each; the counts of all of them in two queries."""
    documents = dict(
        Appearance.objects.filter(
            seen_through(actor, "version__document__"),
            source__in=[issue.source_id for issue in issues],
            version__document__part_of=None,
        )
        .values_list("source")
        .annotate(Count("id"))
    )
    without_text = dict(
        ContentsLine.objects.filter(issue__in=issues, document=None)
        .values_list("issue")
        .annotate(Count("id"))
    )
    return tuple(
        _issue_card(
            issue, _Counts(documents.get(issue.source_id, 0), without_text.get(issue.pk, 0))
        )
        for issue in issues
    )


def _issue_card(issue: Issue, counts: _Counts) -> IssueCard:
    return IssueCard(
        key=issue.pk,
        title=issue.title or None,
        issue=issue.issue or None,
        total_issue=issue.total_issue,
        organisers=tuple(issue.organisers),
        published_on=issue.published_on,
        posted_on=issue.posted_on,
        source_name=issue.source.name,
        imported_at=issue.source.imported_at,
        documents=counts.documents,
        titles_without_text=counts.titles_without_text,
    )
