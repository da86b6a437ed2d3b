# SPDX-License-Identifier: Apache-2.0
"""The review page: a document of a source on the left, what was read out of it on the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from yiju.kernel.citation import path_words
from yiju.kernel.clause_ref import parse_ref
from yiju.library.queries.clauses import ClauseView
from yiju.library.queries.facts import FactRow
from yiju.library.queries.review import (
    FindingRow,
    ReviewedDocument,
    ReviewPage,
    review_page,
    source_list,
)
from yiju.library.queries.statistics import ProposalAccuracy
from yiju.library.web import statements, words
from yiju.library.web.clause_html import clauses_html
from yiju.library.web.documents import number_asked
from yiju.library.web.frame import Crumb
from yiju.library.web.listing import page_number, pages_of
from yiju.library.web.staff.payload_form import KEYS
from yiju.library.web.staff.source_html import Mark, marked_source
from yiju.office.access.queries import actor_of_request
from yiju.office.access.roles import Permission, may
from yiju.office.access.web import staff_page

AROUND = 200
"""Characters of the source shown before and after a document."""


@dataclass(frozen=True, slots=True)
class FactProposal:
    """A fact to decide on, and how often proposals of its type were right."""

    row: FactRow
    statement: str
    accuracy: str

    @property
    def name(self) -> str:
        """The name by which the source's mark and the proposal find each other."""
        return f"fact-{self.row.key}"


@dataclass(frozen=True, slots=True)
class DocumentWork:
    """A document of the source in the list beside the page, with what waits in it."""

    position: int
    name: str
    published: bool
    waiting: int
    url: str
    current: bool


@staff_page(Permission.READ_DRAFTS)
def sources(request: HttpRequest) -> HttpResponse:
    """All sources, newest first, with what waits in each."""
    found = source_list(actor_of_request(request), page=page_number(request))
    if found is None:
        raise Http404
    shown = {"sources": found.sources, "pages": pages_of(request, found.paging)}
    return render(request, "staff/sources.html", shown)


@staff_page(Permission.READ_DRAFTS)
def review(request: HttpRequest, key: int) -> HttpResponse:
    """One document of a source, chosen by ``?document=N``; the first that has work unless named."""
    actor = actor_of_request(request)
    page = review_page(actor, key)
    if page is None:
        raise Http404
    position = _position(page, number_asked(request, "document"))
    document = page.documents[position] if page.documents else None
    shown = {
        "page": page,
        "work": _work(page, position),
        "document": document,
        "text": clauses_html(document.clauses) if document else "",
        "source": _source(page, document),
        "proposals": _proposals(document, page.accuracy) if document else (),
        "findings": (*(document.findings if document else ()), *page.findings),
        "places": _places(document.clauses) if document else (),
        "types": [(kind, _(words.FACTS[kind])) for kind in KEYS],
        "may_review": may(actor, Permission.REVIEW),
        "may_publish": may(actor, Permission.PUBLISH),
        "here": request.get_full_path(),
        "crumbs": (Crumb(_("来源"), reverse("staff:sources")), Crumb(page.source.name, zh=True)),
    }
    return render(request, "staff/review.html", shown)


@dataclass(frozen=True, slots=True)
class Place:
    """A clause to choose for a fact that the reader missed."""

    path: str
    name: str


def _places(clauses: Iterable[ClauseView]) -> Iterator[Place]:
    """The clauses that have words, in the order of the text, by place and first words."""
    for clause in clauses:
        said = f"{clause.heading or ''}{clause.text}"
        if said:
            name = f"{path_words(parse_ref(clause.ref))} {said[:18]}"
            yield Place(clause.path, name)
        yield from _places(clause.children)


def _position(page: ReviewPage, asked: int | None) -> int:
    """Where the document stands that is asked for, from 1 in the address."""
    if asked is not None:
        if not 1 <= asked <= len(page.documents):
            raise Http404
        return asked - 1
    waiting = (n for n, document in enumerate(page.documents) if _waiting(document))
    return next(waiting, 0)


def _waiting(document: ReviewedDocument) -> int:
    facts = sum(fact.status == "proposed" for fact in document.facts)
    return facts + sum(finding.status == "open" for finding in document.findings)


def _work(page: ReviewPage, position: int) -> tuple[DocumentWork, ...]:
    here = reverse("staff:review", args=[page.source.key])
    return tuple(
        DocumentWork(
            position=n,
            name=document.card.name,
            published=document.card.published,
            waiting=_waiting(document),
            url=f"{here}?document={n + 1}",
            current=n == position,
        )
        for n, document in enumerate(page.documents)
    )


def _source(page: ReviewPage, document: ReviewedDocument | None) -> SafeString:
    """The stretch of the source in which the document stands, or the whole of one without any."""
    if document is None:
        return marked_source(page.text, 0, len(page.text), list(_marks(page, None)))
    first = max(0, document.start - AROUND)
    past = min(len(page.text), document.end + AROUND)
    return marked_source(page.text, first, past, list(_marks(page, document)))


def _marks(page: ReviewPage, document: ReviewedDocument | None) -> Iterator[Mark]:
    """Furniture below, facts over it, findings on top."""
    for number, removed in enumerate(page.removed):
        yield Mark(removed.start, removed.end, "structure", f"removed-{number}")
    if document is not None and document.in_place:
        for fact in document.facts:
            yield Mark(fact.start, fact.end, "fact", f"fact-{fact.key}")
        for finding in document.findings:
            yield _finding_mark(finding)
    for finding in page.findings:
        yield _finding_mark(finding)


def _finding_mark(finding: FindingRow) -> Mark:
    return Mark(finding.start, finding.end, "finding", f"finding-{finding.key}")


def _proposals(
    document: ReviewedDocument, accuracy: tuple[ProposalAccuracy, ...]
) -> tuple[FactProposal, ...]:
    said = {each.type: accuracy_words(each) for each in accuracy}
    return tuple(
        FactProposal(
            row=fact,
            statement=statements.statement(fact),
            accuracy=said.get(fact.type, ""),
        )
        for fact in document.facts
    )


def accuracy_words(accuracy: ProposalAccuracy) -> str:
    """How often proposals of a type were right so far; empty before anything was decided."""
    if accuracy.right_per_cent is None:
        return ""
    return _("已核 %(decided)d 项，直接采用 %(right)s%%") % {
        "decided": accuracy.decided,
        "right": accuracy.right_per_cent,
    }
