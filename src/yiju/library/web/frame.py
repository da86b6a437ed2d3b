# SPDX-License-Identifier: Apache-2.0
"""What views share: how working days count, the trail of a page, its whole address."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from yiju.kernel.clause_ref import parse_ref
from yiju.kernel.working_days import WorkCalendar
from yiju.office.calendar.queries import current_calendar


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the trail above a page; ``zh`` where its name is policy text."""

    name: str
    url: str | None = None
    zh: bool = False


def work_calendar() -> WorkCalendar:
    """The office's calendar of working days."""
    return current_calendar()


def permanent_url(request: HttpRequest, reference: str) -> str:
    """The whole address of a clause or document, as one would put it into a letter."""
    return request.build_absolute_uri(parse_ref(reference).url_path)
