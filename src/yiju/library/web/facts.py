# SPDX-License-Identifier: Apache-2.0
"""Lists of facts: deadlines as a calendar and a list, targets, duties by unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yiju.kernel.actor import Actor
from yiju.kernel.working_days import WorkCalendar
from yiju.library.queries.deadlines import DeadlineList, deadline_list
from yiju.library.queries.duties import DutyList, DutyRow, duty_list
from yiju.library.queries.facts import FactFilter, FactPage, fact_page
from yiju.library.web import columns, words
from yiju.library.web.downloads import FileLink, file_links, table_file, wanted_format
from yiju.library.web.filters import Field, Filters, choice, said
from yiju.library.web.frame import work_calendar
from yiju.library.web.listing import address_with, page_number, pages_of, word_of, year_of
from yiju.library.web.when import Month, deadline_lines, month_asked, month_grid, month_name
from yiju.office import clock
from yiju.office.access.queries import actor_of_request

EVERY_MONTH = "all"
LEVELS_OF_POLICY = ("national", "provincial", "municipal", "county")


@dataclass(frozen=True, slots=True)
class MonthLinks:
    """The month grid with the addresses of its neighbours."""

    grid: Month
    before_url: str
    after_url: str


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty with the address of all duties of its unit."""

    row: DutyRow
    url: str


def fact_filter(request: HttpRequest) -> FactFilter:
    """What the address narrows a list of facts to."""
    return FactFilter(
        issuer=word_of(request.GET, "issuer"),
        level=word_of(request.GET, "level"),
        year=year_of(request.GET),
        status=word_of(request.GET, "status"),
    )


@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    """A month of deadlines as a grid, and the list: of that month, from today on, or all."""
    today, work, actor = clock.today(), work_calendar(), actor_of_request(request)
    asked = word_of(request.GET, "month")
    month = None if asked == EVERY_MONTH else asked
    shown_month = month_asked(month, today)
    by = FactFilter(issuer=word_of(request.GET, "issuer"), level=word_of(request.GET, "level"))
    form = wanted_format(request)
    found = deadline_list(
        actor,
        by,
        month=month,
        since=None if asked else today,
        page=None if form else page_number(request),
    )
    if form:
        return table_file("deadlines", form, columns.DEADLINES, found.rows)
    shown = {
        "month": _month(request, actor, by, shown_month, today, work),
        "listed": _listed(shown_month if month else None, every=asked == EVERY_MONTH),
        "lines": deadline_lines(found.rows, today=today, work=work),
        "filters": _deadline_filters(found, by, asked),
        "pages": pages_of(request, found.paging),
        "downloads": (*file_links(request), FileLink(_("订阅到日历"), subscription(by))),
    }
    return render(request, "library/deadlines.html", shown)


def _month(
    request: HttpRequest,
    actor: Actor,
    by: FactFilter,
    shown: tuple[int, int],
    today: date,
    work: WorkCalendar,
) -> MonthLinks:
    name = f"{shown[0]}-{shown[1]:02}"
    facts = deadline_list(actor, by, month=name, page=None).rows
    lines = deadline_lines(facts, today=today, work=work)
    grid = month_grid(*shown, lines, today=today, work=work)
    return MonthLinks(
        grid=grid,
        before_url=address_with(request, month=grid.before, page=None),
        after_url=address_with(request, month=grid.after, page=None),
    )


def _listed(month: tuple[int, int] | None, *, every: bool) -> str:
    """What the list under the month holds."""
    if month:
        return month_name(*month)
    return _("全部期限") if every else _("今天以后")


def subscription(by: FactFilter) -> str:
    """The calendar feed of deadlines, narrowed as the list is."""
    narrowed = {"issuer": by.issuer, "level": by.level}
    query = urlencode({key: value for key, value in narrowed.items() if value})
    return reverse("library:deadlines_ics") + (f"?{query}" if query else "")


def _deadline_filters(found: DeadlineList, by: FactFilter, asked: str | None) -> Filters:
    months = [(month, month, None) for month in found.months]
    when = [(EVERY_MONTH, _("全部（含已过期）"), None), *months]
    return Filters(
        (
            choice("month", _("时间"), when, chosen=asked, open_label=_("今天以后")),
            _level_field(by),
            _issuer_field(by),
        )
    )


def _level_field(by: FactFilter) -> Field:
    return choice("level", _("层级"), said(LEVELS_OF_POLICY, words.LEVELS), chosen=by.level)


def _issuer_field(by: FactFilter) -> Field:
    return Field("issuer", _("发文机关（全称）"), value=by.issuer)


@require_safe
def targets(request: HttpRequest) -> HttpResponse:
    """Figures that policies set, by year."""
    actor, by = actor_of_request(request), fact_filter(request)
    form = wanted_format(request)
    found = fact_page(actor, "target", by, page=None if form else page_number(request))
    if form:
        return table_file("targets", form, columns.TARGETS, found.rows)
    shown = {
        "facts": found.rows,
        "filters": _target_filters(found),
        "pages": pages_of(request, found.paging),
        "downloads": file_links(request),
    }
    return render(request, "library/targets.html", shown)


def _target_filters(found: FactPage) -> Filters:
    by = found.filter
    years = [(str(year), str(year), None) for year in found.years]
    checked = said(("proposed", "confirmed", "corrected"), words.STATUSES)
    return Filters(
        (
            choice("year", _("年份"), years, chosen=str(by.year) if by.year else None),
            _level_field(by),
            _issuer_field(by),
            choice("status", _("核对"), checked, chosen=by.status),
        )
    )


@require_safe
def duties(request: HttpRequest) -> HttpResponse:
    """Tasks by responsible unit."""
    actor = actor_of_request(request)
    unit, role = word_of(request.GET, "unit"), word_of(request.GET, "role")
    form = wanted_format(request)
    page = None if form else page_number(request)
    found = duty_list(actor, unit=unit, role=role, page=page)
    if form:
        return table_file("duties", form, columns.DUTIES, found.rows)
    shown = {
        "duties": tuple(
            DutyLine(row, address_with(request, unit=row.unit or row.written, page=None))
            for row in found.rows
        ),
        "filters": _duty_filters(found),
        "pages": pages_of(request, found.paging),
        "downloads": file_links(request),
    }
    return render(request, "library/duties.html", shown)


def _duty_filters(found: DutyList) -> Filters:
    units = [(unit.name, unit.name, unit.duties) for unit in found.units]
    return Filters(
        (
            choice("unit", _("责任单位"), units, chosen=found.unit, zh=True),
            choice("role", _("方式"), said(tuple(words.ROLES), words.ROLES), chosen=found.role),
        )
    )
