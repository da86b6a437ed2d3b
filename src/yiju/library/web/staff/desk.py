# SPDX-License-Identifier: Apache-2.0
"""The desk of staff: what waits for a decision, which jobs run, how good the proposals are."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yiju.library.queries.duties import unit_queue
from yiju.library.queries.review import source_list
from yiju.library.queries.statistics import proposal_accuracy
from yiju.office.access.queries import actor_of_request
from yiju.office.access.roles import Permission, may
from yiju.office.access.web import staff_page
from yiju.office.jobs.queries import latest_jobs

JOBS_SHOWN = 5
SOURCES_SHOWN = 8


@staff_page(Permission.SEE_JOBS)
def desk(request: HttpRequest) -> HttpResponse:
    """The first page after signing in; an administrator sees no drafts on it."""
    actor = actor_of_request(request)
    work = source_list(actor)
    shown = {
        "sources": work.sources[:SOURCES_SHOWN] if work else (),
        "jobs": latest_jobs(actor, most=JOBS_SHOWN),
        "unknown_units": len(unit_queue(actor)) if may(actor, Permission.REVIEW) else 0,
        "accuracy": proposal_accuracy(actor),
        "may_import": may(actor, Permission.IMPORT),
        "reads_drafts": may(actor, Permission.READ_DRAFTS),
    }
    return render(request, "staff/desk.html", shown)
