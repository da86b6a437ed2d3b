# SPDX-License-Identifier: Apache-2.0
"""The home page and the page of open data."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yiju.library.queries import home as queries
from yiju.library.queries.facts import FactFilter
from yiju.library.web.downloads import FileLink
from yiju.library.web.facts import subscription
from yiju.library.web.frame import work_calendar
from yiju.library.web.when import deadline_lines
from yiju.office import clock
from yiju.office.access.queries import actor_of_request


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the library with what it counts."""

    value: int
    name: str


@dataclass(frozen=True, slots=True)
class DataRow:
    """Something to download: in which formats, and what it is."""

    name: str
    files: tuple[FileLink, ...]
    meaning: str


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Search, the latest issue, what closes soon, what is new."""
    today = clock.today()
    page = queries.home(actor_of_request(request), today=today)
    shown = {
        "home": page,
        "figures": (
            Figure(page.counts.documents, _("件文件")),
            Figure(page.counts.clauses, _("个条款")),
            Figure(page.counts.facts, _("项要点")),
        ),
        "closing": deadline_lines(page.closing_soon, today=today, work=work_calendar()),
        "subscribe_url": subscription(FactFilter()),
    }
    return render(request, "library/home.html", shown)


@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """Everything public that can be taken whole."""
    lists = (
        (_("文件目录"), "library:documents", _("标题、文号、发文机关、日期、效力")),
        (_("快讯目录"), "library:issues", _("各期快讯和有目无文件数")),
        (_("期限"), "library:deadlines", _("截止日、起止日，附原文和条款引用")),
        (_("目标指标"), "library:targets", _("数值、单位、年份，附原文和条款引用")),
        (_("责任分工"), "library:duties", _("任务与责任单位的对应关系")),
    )
    rows = [DataRow(name, _list_files(place), meaning) for name, place, meaning in lists]
    feeds = (
        FileLink("iCalendar", reverse("library:deadlines_ics")),
        FileLink(_("Atom（文件）"), reverse("library:documents_atom")),
        FileLink(_("Atom（快讯）"), reverse("library:issues_atom")),
    )
    rows.append(DataRow(_("订阅"), feeds, _("用日历或阅读器订阅，有变动自动更新")))
    shown = {
        "rows": rows,
        "openapi_url": reverse("api:openapi-json"),
        "licence": settings.OPEN_DATA_LICENCE,
    }
    return render(request, "library/open_data.html", shown)


def _list_files(place: str) -> tuple[FileLink, ...]:
    every = "month=all&" if place == "library:deadlines" else ""
    return tuple(
        FileLink(form.upper(), f"{reverse(place)}?{every}format={form}") for form in ("csv", "json")
    )
