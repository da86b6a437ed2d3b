# SPDX-License-Identifier: Apache-2.0
"""The calendar of working days: what each year arranges, and entering a new notice."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yiju.kernel.refusal import InvalidInput
from yiju.library.web.input_words import input_message
from yiju.library.web.listing import year_of
from yiju.office import clock
from yiju.office.access.queries import actor_of_request
from yiju.office.access.roles import Permission, may
from yiju.office.access.web import staff_page
from yiju.office.calendar import actions
from yiju.office.calendar.drafting import Submitted, Verb
from yiju.office.calendar.queries import DayChange, current_calendar, preview, year_schedule, years

ENTER = {
    Verb.ADD: actions.add_year,
    Verb.AMEND: actions.amend_year,
    Verb.SUPERSEDE: actions.supersede_year,
}


class NoticeForm(forms.Form):
    """A holiday notice as the State Council's office issues it."""

    verb = forms.ChoiceField(
        label=gettext_lazy("处理方式"),
        choices=[
            (Verb.ADD.value, gettext_lazy("录入新的一年")),
            (Verb.AMEND.value, gettext_lazy("调整个别日期")),
            (Verb.SUPERSEDE.value, gettext_lazy("整年重新安排")),
        ],
    )
    year = forms.IntegerField(label=gettext_lazy("年份"), min_value=1949, max_value=2199)
    number = forms.CharField(
        label=gettext_lazy("通知文号"),
        max_length=100,
        help_text=gettext_lazy("如：国办发明电〔2025〕7号"),
    )
    issued_on = forms.DateField(
        label=gettext_lazy("发布日期"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    text = forms.CharField(
        label=gettext_lazy("通知正文"),
        widget=forms.Textarea(attrs={"rows": 10, "lang": "zh-CN"}),
        help_text=gettext_lazy(
            "粘贴通知中的各段，如“二、春节：2月15日至23日放假调休，共9天。2月14日（周六）上班。”"
        ),
    )

    def submitted(self) -> Submitted:
        """The notice that was filled in."""
        given = self.cleaned_data
        return Submitted(
            year=given["year"],
            number=given["number"],
            issued_on=given["issued_on"],
            text=given["text"],
        )


@staff_page(Permission.SEE_JOBS, "GET", "HEAD", "POST")
def holidays(request: HttpRequest) -> HttpResponse:
    """A year's schedule; whoever keeps the calendar enters a notice after looking at its effect."""
    actor = actor_of_request(request)
    may_enter = may(actor, Permission.SET_WORKDAYS)
    if request.method == "POST" and not may_enter:
        raise Http404
    form = NoticeForm(request.POST if request.method == "POST" else None)
    effect: tuple[DayChange, ...] | None = None
    if request.method == "POST" and form.is_valid():
        effect = _entered(request, form)
        if effect is None and not form.errors:
            return redirect(f"{request.path}?year={form.cleaned_data['year']}")
    year = year_of(request.GET) or current_calendar().last_year
    shown = {
        "schedule": _schedule(request, year),
        "years": years(),
        "form": form if may_enter else None,
        "effect": effect,
    }
    return render(request, "staff/holidays.html", shown, status=422 if form.errors else 200)


def _entered(request: HttpRequest, form: NoticeForm) -> tuple[DayChange, ...] | None:
    """Enters the notice once its effect was looked at; before that, the effect."""
    actor, verb = actor_of_request(request), Verb(form.cleaned_data["verb"])
    try:
        if request.POST.get("step") != "enter":
            return preview(actor, verb, form.submitted())
        ENTER[verb](actor, form.submitted(), at=clock.now())
    except InvalidInput as wrong:
        place = wrong.place if wrong.place in form.fields else None
        form.add_error(place, input_message(wrong, place=place is None))
        return None
    messages.success(request, _("放假安排已录入。"))
    return None


def _schedule(request: HttpRequest, year: int) -> object:
    try:
        return year_schedule(actor_of_request(request), year)
    except InvalidInput as wrong:
        raise Http404 from wrong
