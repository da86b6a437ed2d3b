# SPDX-License-Identifier: Apache-2.0
"""Decisions of reviewers, one form each: on a fact, on a finding, on a name of a unit."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from yiju.kernel.refusal import InvalidInput
from yiju.library.actions.deciding import (
    confirm_fact,
    judge_finding,
    reject_fact,
    reopen_fact,
)
from yiju.library.actions.naming import dismiss_unit_name, name_unit
from yiju.library.actions.recording import NotInLibrary
from yiju.library.queries.duties import known_units, unit_queue
from yiju.library.web.input_words import input_message
from yiju.office import clock
from yiju.office.access.queries import actor_of_request
from yiju.office.access.roles import Permission
from yiju.office.access.web import staff_page


@staff_page(Permission.REVIEW, "POST")
def fact(request: HttpRequest, key: int) -> HttpResponse:
    """Confirms, rejects or reopens a fact."""
    actor, at = actor_of_request(request), clock.now()
    try:
        match request.POST.get("decision"):
            case "confirm":
                confirm_fact(actor, key, at=at)
            case "reject":
                reject_fact(actor, key, at=at)
            case "reopen":
                reopen_fact(actor, key, at=at)
            case _:
                raise Http404
    except NotInLibrary as gone:
        raise Http404 from gone
    return back(request, f"fact-{key}-form")


@staff_page(Permission.REVIEW, "POST")
def finding(request: HttpRequest, key: int) -> HttpResponse:
    """Accepts or rejects a finding; the source itself is left as it is."""
    decision = request.POST.get("decision")
    if decision not in ("accept", "reject"):
        raise Http404
    accept = decision == "accept"
    try:
        judge_finding(actor_of_request(request), key, accept=accept, at=clock.now())
    except NotInLibrary as gone:
        raise Http404 from gone
    return back(request, f"finding-{key}-form")


@staff_page(Permission.REVIEW, "GET", "HEAD", "POST")
def units(request: HttpRequest) -> HttpResponse:
    """The queue of unit names that nobody knows yet, and the answers to it."""
    actor = actor_of_request(request)
    if request.method == "POST":
        _answer_name(request)
        return redirect("staff:units")
    shown = {"questions": unit_queue(actor), "known": known_units(actor)}
    return render(request, "staff/units.html", shown)


def _answer_name(request: HttpRequest) -> None:
    """A name is another name of a known unit, a unit of its own, or none."""
    actor, at, name = actor_of_request(request), clock.now(), request.POST.get("name", "")
    try:
        if request.POST.get("decision") == "dismiss":
            dismiss_unit_name(actor, name, at=at)
        else:
            name_unit(actor, name, unit=request.POST.get("unit", "") or name, at=at)
    except NotInLibrary as gone:
        raise Http404 from gone
    except InvalidInput as wrong:
        messages.error(request, input_message(wrong))


def back(request: HttpRequest, anchor: str = "") -> HttpResponse:
    """To the page the form stood on, never to another site."""
    wanted = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return redirect("staff:desk")
    return redirect(f"{wanted}#{anchor}" if anchor else wanted)
