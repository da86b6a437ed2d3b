# SPDX-License-Identifier: Apache-2.0
"""The permanent addresses: a document, a clause, the versions and what changed between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yiju.kernel.clause_ref import ClauseRef, parse_ref
from yiju.kernel.refusal import InvalidInput
from yiju.library.queries.clauses import ClausePage, clause_page
from yiju.library.queries.difference import difference_page
from yiju.library.queries.document import DocumentPage, ReferenceOut, document_page
from yiju.library.queries.facts import FactRow
from yiju.library.web import words
from yiju.library.web.clause_html import clauses_html, contents_html
from yiju.library.web.files import document_links
from yiju.library.web.frame import Crumb, permanent_url, work_calendar
from yiju.library.web.when import deadline_lines
from yiju.office import clock
from yiju.office.access.queries import actor_of_request

SHOWN_BESIDE = ("target", "period", "threshold", "quota", "money", "recorded")
"""Types of fact beside the text, in this order; deadlines, duties and references have their own."""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The facts of one type, under the word for it."""

    name: str
    facts: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A document that the text names, once; ``places`` are the clauses that name it."""

    name: str
    ref: str | None
    places: tuple[FactRow, ...]


@require_safe
def document(request: HttpRequest, ref: str) -> HttpResponse:
    """A document whole, in its current version or in ``?version=N``."""
    reference = known_reference(ref)
    if str(reference) != ref:
        return HttpResponsePermanentRedirect(reference.url_path)
    version = number_asked(request, "version")
    page = document_page(actor_of_request(request), str(reference), version=version)
    if page is None:
        raise Http404
    return render(request, "library/document.html", _document_shown(request, page))


def _document_shown(request: HttpRequest, page: DocumentPage) -> dict[str, object]:
    today = clock.today()
    permanent = permanent_url(request, page.card.ref)
    return {
        "page": page,
        "text": clauses_html(page.clauses),
        "contents": contents_html(page.clauses),
        "deadlines": deadline_lines(page.of_type("deadline"), today=today, work=work_calendar()),
        "groups": fact_groups(page.facts),
        "duties": page.of_type("duty"),
        "references": reference_lines(page.references_out),
        "referring": referring_lines(page.references_in),
        "downloads": document_links(page.card.ref),
        "current": next((row.number for row in page.versions if row.is_current), None),
        "versions_url": reverse("library:versions", args=[page.card.ref]),
        "permanent_url": permanent,
        "crumbs": (
            Crumb(_("文件"), reverse("library:documents")),
            Crumb(page.card.name, zh=True),
        ),
    }


def fact_groups(facts: Iterable[FactRow]) -> tuple[FactGroup, ...]:
    """The facts that stand beside a text, grouped by type."""
    by_type: dict[str, list[FactRow]] = defaultdict(list)
    for fact in facts:
        by_type[fact.type].append(fact)
    return tuple(
        FactGroup(words.fact_word(kind), tuple(by_type[kind]))
        for kind in SHOWN_BESIDE
        if by_type[kind]
    )


def reference_lines(references: Iterable[ReferenceOut]) -> tuple[ReferenceLine, ...]:
    """The documents named, each once, in the order in which the text first names them."""
    places: dict[str, list[FactRow]] = defaultdict(list)
    refs: dict[str, str | None] = {}
    for reference in references:
        payload = reference.fact.payload
        name = f"《{payload['title']}》" if payload.get("title") else payload.get("number") or ""
        if not name:
            continue  # 前款, 第三条: a place in this very document
        places[name].append(reference.fact)
        refs[name] = refs.get(name) or (reference.document.ref if reference.document else None)
    return tuple(ReferenceLine(name, refs[name], tuple(facts)) for name, facts in places.items())


def referring_lines(facts: Iterable[FactRow]) -> tuple[ReferenceLine, ...]:
    """The documents that name this one, each once."""
    places: dict[tuple[str, str], list[FactRow]] = defaultdict(list)
    for fact in facts:
        places[fact.document, fact.document_name].append(fact)
    return tuple(ReferenceLine(name, ref, tuple(found)) for (ref, name), found in places.items())


@require_safe
def clause(request: HttpRequest, ref: str, path: str) -> HttpResponse:
    """A clause at its permanent address."""
    reference = known_reference(ref, path)
    if (reference.document, reference.path_text) != (ref, path):
        return HttpResponsePermanentRedirect(reference.url_path)
    page = clause_page(actor_of_request(request), reference.document, reference.path_text)
    if page is None:
        raise Http404
    return render(request, "library/clause.html", _clause_shown(request, page))


def _clause_shown(request: HttpRequest, page: ClausePage) -> dict[str, object]:
    home = parse_ref(page.document.ref).url_path
    trail = tuple(Crumb(step.words, parse_ref(step.ref).url_path, True) for step in page.trail)
    return {
        "page": page,
        "text": clauses_html((page.clause,)),
        "groups": (*_named_first(page.facts), *fact_groups(page.facts)),
        "versions_url": reverse("library:versions", args=[page.document.ref]),
        "permanent_url": permanent_url(request, page.clause.ref),
        "crumbs": (
            Crumb(page.document.name, home, True),
            *trail,
            Crumb(page.short_citation, zh=True),
        ),
    }


def _named_first(facts: Iterable[FactRow]) -> tuple[FactGroup, ...]:
    """Deadlines, duties and references of a clause."""
    found = tuple(facts)
    return tuple(
        FactGroup(words.fact_word(kind), tuple(fact for fact in found if fact.type == kind))
        for kind in ("deadline", "duty", "reference")
        if any(fact.type == kind for fact in found)
    )


@require_safe
def versions(request: HttpRequest, ref: str) -> HttpResponse:
    """The versions of a document, or, with ``?old=&new=``, what changed between two."""
    actor = actor_of_request(request)
    page = document_page(actor, ref)
    if page is None:
        raise Http404
    numbers = sorted((row.number for row in page.versions), reverse=True)
    new = number_asked(request, "new") or numbers[0]
    old = number_asked(request, "old") or next((n for n in numbers if n < new), None)
    difference = None if old is None else difference_page(actor, ref, old=old, new=new)
    if old is not None and difference is None:
        raise Http404
    shown = {
        "page": page,
        "difference": difference,
        "numbers": numbers,
        "crumbs": (
            Crumb(page.card.name, parse_ref(ref).url_path, True),
            Crumb(_("版本与修改")),
        ),
    }
    return render(request, "library/versions.html", shown)


def known_reference(ref: str, path: str = "") -> ClauseRef:
    """The reference an address means; an address that can be none is not found."""
    try:
        return parse_ref(f"{ref}#{path}" if path else ref)
    except InvalidInput as wrong:
        raise Http404 from wrong


def number_asked(request: HttpRequest, name: str) -> int | None:
    """A version number of the address; what is no number is not found."""
    asked = request.GET.get(name)
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) <= 6):
        raise Http404
    return int(asked)
