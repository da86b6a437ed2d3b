# SPDX-License-Identifier: Apache-2.0
"""Facts as staff write them: one that was read wrong, and one that the reader missed."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from yiju.kernel.refusal import InvalidInput
from yiju.library.actions.deciding import add_fact, correct_fact
from yiju.library.queries.review import clause_to_quote, fact_to_correct
from yiju.library.web.listing import word_of
from yiju.library.web.staff.deciding import back
from yiju.library.web.staff.payload_form import KEYS, PayloadForm, initial_of
from yiju.office import clock
from yiju.office.access.queries import actor_of_request
from yiju.office.access.roles import Permission
from yiju.office.access.web import staff_page


@staff_page(Permission.REVIEW, "GET", "HEAD", "POST")
def correct(request: HttpRequest, key: int) -> HttpResponse:
    """What a fact says, to be put right against its words in the source."""
    actor = actor_of_request(request)
    fact = fact_to_correct(actor, key)
    if fact is None:
        raise Http404
    given = request.POST if request.method == "POST" else None
    form = PayloadForm(fact.type, given, initial=initial_of(fact.payload))
    if form.is_bound and form.is_valid():
        try:
            correct_fact(actor, key, form.payload(), at=clock.now())
        except InvalidInput as wrong:
            form.refuse(wrong)
        else:
            messages.success(request, _("已保存。"))
            return back(request, f"fact-{key}-form")
    shown = {"form": form, "fact": fact, "kind": fact.type, "next": _next(request)}
    return render(request, "staff/fact.html", shown, status=422 if form.errors else 200)


@staff_page(Permission.REVIEW, "GET", "HEAD", "POST")
def add(request: HttpRequest) -> HttpResponse:
    """A fact that the reader missed, in the clause and of the type of the address."""
    actor, kind = actor_of_request(request), request.GET.get("type", "")
    version = request.GET.get("version", "")
    if kind not in KEYS or not (version.isascii() and version.isdigit() and len(version) <= 6):
        raise Http404
    document, path = request.GET.get("document", ""), request.GET.get("clause", "")
    clause = clause_to_quote(actor, document, path, version=int(version))
    if clause is None:
        raise Http404
    given = request.POST if request.method == "POST" else None
    form = PayloadForm(kind, given, quoted=True, initial={"task": clause.ref})
    if form.is_bound and form.is_valid():
        quote = form.cleaned_data["quote"].strip()
        try:
            key = add_fact(
                actor, clause.key, type_=kind, quote=quote, payload=form.payload(), at=clock.now()
            )
        except InvalidInput as wrong:
            form.refuse(wrong)
        else:
            messages.success(request, _("已补录。"))
            return back(request, f"fact-{key}-form")
    shown = {"form": form, "clause": clause, "kind": kind, "next": _next(request)}
    return render(request, "staff/fact.html", shown, status=422 if form.errors else 200)


def _next(request: HttpRequest) -> str:
    """The review page to go back to; whether it is one of ours is looked at there."""
    return request.POST.get("next") or word_of(request.GET, "next") or ""
