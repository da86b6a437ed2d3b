# SPDX-License-Identifier: Apache-2.0
"""Lists of documents, issues and search hits."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from yiju.library.queries.documents import DocumentFilter, DocumentList, document_list
from yiju.library.queries.issues import IssuePage, issue_list, issue_page
from yiju.library.queries.search import COUNTED_HITS, Facet, SearchFilter, search
from yiju.library.web import columns, words
from yiju.library.web.downloads import file_links, table_file, wanted_format
from yiju.library.web.filters import Field, Filters, choice, plain, said
from yiju.library.web.frame import Crumb
from yiju.library.web.listing import page_number, pages_of, word_of, year_of
from yiju.office.access.queries import actor_of_request

LONGEST_QUERY = 100


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """All documents, narrowed by the address."""
    chosen = DocumentFilter(
        level=word_of(request.GET, "level"),
        issuer=word_of(request.GET, "issuer"),
        kind=word_of(request.GET, "kind"),
        year=year_of(request.GET),
        state=word_of(request.GET, "state"),
    )
    form = wanted_format(request)
    if form:
        every = document_list(actor_of_request(request), chosen, page=None)
        return table_file("documents", form, columns.DOCUMENTS, every.documents)
    found = document_list(actor_of_request(request), chosen, page=page_number(request))
    shown = {
        "cards": found.documents,
        "filters": document_filters(found),
        "pages": pages_of(request, found.paging),
        "downloads": file_links(request),
    }
    return render(request, "library/documents.html", shown)


def document_filters(found: DocumentList) -> Filters:
    """Level, issuer, kind, year, state: from what the library holds."""
    by, offered = found.filter, found.choices
    return Filters(
        (
            choice("level", _("层级"), said(offered.levels, words.LEVELS), chosen=by.level),
            choice("issuer", _("发文机关"), plain(offered.issuers), chosen=by.issuer, zh=True),
            choice("kind", _("文种"), plain(offered.kinds), chosen=by.kind, zh=True),
            choice("year", _("年份"), plain(map(str, offered.years)), chosen=_text(by.year)),
            choice("state", _("效力"), said(offered.states, words.STATES), chosen=by.state),
        )
    )


@require_safe
def issues(request: HttpRequest) -> HttpResponse:
    """The issues, newest first."""
    form = wanted_format(request)
    if form:
        every = issue_list(actor_of_request(request), page=None)
        return table_file("issues", form, columns.ISSUES, every.issues)
    found = issue_list(actor_of_request(request), page=page_number(request))
    shown = {
        "cards": found.issues,
        "pages": pages_of(request, found.paging),
        "downloads": file_links(request),
    }
    return render(request, "library/issues.html", shown)


@require_safe
def issue(request: HttpRequest, key: int) -> HttpResponse:
    """One issue: its contents as printed, its documents by section."""
    page = issue_page(actor_of_request(request), key)
    if page is None:
        raise Http404
    crumbs = (
        Crumb(_("政策快讯"), reverse("library:issues")),
        Crumb(page.card.name, zh=True),
    )
    shown = {"issue": page, "crumbs": crumbs, "by_section": _has_sections(page)}
    return render(request, "library/issue.html", shown)


def _has_sections(page: IssuePage) -> bool:
    """Whether the sections say more than the contents page: they have names, or it is missing."""
    return not page.contents or any(section.title for section in page.sections)


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Clauses in which the words stand."""
    query = word_of(request.GET, "q", LONGEST_QUERY) or ""
    chosen = SearchFilter(
        level=word_of(request.GET, "level"),
        issuer=word_of(request.GET, "issuer"),
        kind=word_of(request.GET, "kind"),
        year=year_of(request.GET),
        state=word_of(request.GET, "state"),
    )
    form = wanted_format(request)
    if form:
        every = search(actor_of_request(request), query, chosen, size=COUNTED_HITS)
        return table_file("search", form, columns.HITS, every.hits)
    found = search(actor_of_request(request), query, chosen, page=page_number(request))
    asked = Field("q", _("字词"), value=query, type="search", wide=True, hint=_("如：信用修复"))
    shown = {
        "found": found,
        "filters": Filters((asked, *map(_facet_field, found.facets)), search=True),
        "pages": pages_of(request, found.paging),
        "downloads": file_links(request),
    }
    return render(request, "library/search.html", shown)


FACETS = {
    "level": gettext_noop("层级"),
    "issuer": gettext_noop("发文机关"),
    "kind": gettext_noop("文种"),
    "year": gettext_noop("年份"),
    "state": gettext_noop("效力"),
}


def _facet_field(facet: Facet) -> Field:
    vocabulary = {"level": words.LEVELS, "state": words.STATES}.get(facet.name, {})
    counted = [
        (option.value, _(vocabulary.get(option.value, option.value)), option.count)
        for option in facet.options
    ]
    chosen = next((option.value for option in facet.options if option.chosen), None)
    zh = facet.name in ("issuer", "kind")
    return choice(facet.name, _(FACETS[facet.name]), counted, chosen=chosen, zh=zh)


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)
