# SPDX-License-Identifier: Apache-2.0
"""What staff do to a document: correct its head, publish it, take it back, choose its version."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yiju.kernel.clause_ref import parse_ref
from yiju.kernel.refusal import InvalidInput, Refusal
from yiju.library.actions.correcting import choose_version, correct_metadata
from yiju.library.actions.publishing import publish_document, publish_source, unpublish_document
from yiju.library.actions.recording import NotInLibrary
from yiju.library.queries.document import DocumentPage, document_page
from yiju.library.web import words
from yiju.library.web.frame import Crumb
from yiju.library.web.input_words import input_message
from yiju.library.web.staff.deciding import back
from yiju.office import clock
from yiju.office.access.queries import actor_of_request
from yiju.office.access.roles import Permission, may
from yiju.office.access.web import staff_page


class HeadForm(forms.Form):
    """The properties of a document that staff may correct."""

    title = forms.CharField(label=gettext_lazy("标题"), max_length=1000, required=False)
    number = forms.CharField(label=gettext_lazy("文号"), max_length=200, required=False)
    kind = forms.CharField(label=gettext_lazy("文种"), max_length=50, required=False)
    issuers = forms.CharField(
        label=gettext_lazy("发文机关（用顿号隔开）"), max_length=2000, required=False
    )
    level = forms.ChoiceField(label=gettext_lazy("层级"))
    dated_on = forms.DateField(
        label=gettext_lazy("成文日期"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    effective_on = forms.DateField(
        label=gettext_lazy("施行日期"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    state = forms.ChoiceField(label=gettext_lazy("效力"))

    # Any: the arguments of a Django form.
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, vocabulary in (("level", words.LEVELS), ("state", words.STATES)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(value, _(said)) for value, said in vocabulary.items()]

    def changes(self) -> dict[str, object]:
        """What differs from what the document says now, in the form of the action."""
        given = self.cleaned_data
        changed: dict[str, object] = {}
        for name in self.changed_data:
            value = given[name]
            if name == "issuers":
                value = [issuer.strip() for issuer in value.split("、") if issuer.strip()]
            elif name in ("dated_on", "effective_on"):
                value = value.isoformat() if value else None
            changed[name] = value or None
        return changed


@staff_page(Permission.REVIEW, "GET", "HEAD", "POST")
def document(request: HttpRequest, ref: str) -> HttpResponse:
    """The head of a document as it is valid, to be corrected, and what else may be done to it."""
    actor = actor_of_request(request)
    page = document_page(actor, ref)
    if page is None:
        raise Http404
    form = HeadForm(request.POST if request.method == "POST" else None, initial=_head(page))
    if request.method == "POST" and form.is_valid() and _correct(request, ref, form):
        return redirect("staff:document", ref)
    shown = {
        "page": page,
        "form": form,
        "may_publish": may(actor, Permission.PUBLISH),
        "waiting": page.card.published and any(not row.published for row in page.versions),
        "crumbs": (Crumb(page.card.name, parse_ref(ref).url_path, True), Crumb(_("编辑"))),
    }
    return render(request, "staff/document.html", shown, status=422 if form.errors else 200)


def _head(page: DocumentPage) -> dict[str, object]:
    card = page.card
    return {
        "title": card.title or "",
        "number": card.number or "",
        "kind": card.kind or "",
        "issuers": "、".join(card.issuers),
        "level": card.level,
        "dated_on": card.dated_on,
        "effective_on": page.effective_on,
        "state": card.state,
    }


def _correct(request: HttpRequest, ref: str, form: HeadForm) -> bool:
    """Whether the corrections were taken; what is wrong is put on the form."""
    try:
        changes = form.changes()
        if changes:
            correct_metadata(actor_of_request(request), ref, changes, at=clock.now())
    except InvalidInput as wrong:
        place = wrong.place if wrong.place in form.fields else None
        form.add_error(place, input_message(wrong, place=place is None))
        return False
    messages.success(request, _("已保存。"))
    return True


@staff_page(Permission.PUBLISH, "POST")
def publish(request: HttpRequest, ref: str) -> HttpResponse:
    """Makes a document public, or takes it back with a reason."""
    actor, at = actor_of_request(request), clock.now()
    because = request.POST.get("because", "").strip()
    try:
        if request.POST.get("decision") == "publish":
            _say(request, publish_document(actor, ref, at=at))
        elif because:
            unpublish_document(actor, ref, at=at, because=because)
            messages.success(request, _("已撤回，公众不再能看到。"))
        else:
            messages.error(request, _("撤回要写明理由。"))
    except NotInLibrary as gone:
        raise Http404 from gone
    return back(request)


@staff_page(Permission.PUBLISH, "POST")
def publish_all(request: HttpRequest, key: int) -> HttpResponse:
    """Makes every document of a source public."""
    _say(request, publish_source(actor_of_request(request), key, at=clock.now()))
    return back(request)


@staff_page(Permission.REVIEW, "POST")
def version(request: HttpRequest, ref: str) -> HttpResponse:
    """Shows a document in the version named, and keeps showing it."""
    number = request.POST.get("number", "")
    if not (number.isascii() and number.isdigit()):
        raise Http404
    try:
        choose_version(actor_of_request(request), ref, int(number), at=clock.now())
    except (NotInLibrary, InvalidInput) as wrong:
        raise Http404 from wrong
    return redirect("staff:document", ref)


def _say(request: HttpRequest, refusal: Refusal | None) -> None:
    """Tells that it is done, or that a second person has to do it."""
    if refusal is None:
        messages.success(request, _("已发布。"))
    else:
        messages.error(request, _("没有发布：本单位实行双人复核，导入的人不能发布，请由他人发布。"))
