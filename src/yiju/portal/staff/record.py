# SPDX-License-Identifier: Apache-2.0
"""The journal on the screen: what was done, by whom, and whether the chain is whole."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from yiju.library.queries.cards import Paging
from yiju.library.web.filters import Field, Filters
from yiju.library.web.listing import page_number, pages_of, word_of
from yiju.office.access.queries import actor_of_request
from yiju.office.access.roles import Permission
from yiju.office.access.web import staff_page
from yiju.office.journal.queries import journal_page
from yiju.office.journal.verification import verify


@staff_page(Permission.READ_JOURNAL, "GET", "HEAD", "POST")
def journal(request: HttpRequest) -> HttpResponse:
    """The entries, newest first; ``POST`` checks the whole chain, which takes its time."""
    stream, by = word_of(request.GET, "stream"), word_of(request.GET, "by")
    page = journal_page(actor_of_request(request), stream=stream, by=by, page=page_number(request))
    paging = Paging(number=page.number, pages=page.pages, count=page.count)
    fields = (Field("stream", _("事项流"), value=stream), Field("by", _("操作人"), value=by))
    shown = {
        "entries": page.entries,
        "pages": pages_of(request, paging),
        "filters": Filters(fields),
        "verification": verify() if request.method == "POST" else None,
    }
    return render(request, "staff/journal.html", shown)
