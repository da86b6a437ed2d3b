# SPDX-License-Identifier: Apache-2.0
"""What views share: who asks, how working days count, the trail of a page, its whole address."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from yiju.kernel.actor import PUBLIC, Actor, party_actor
from yiju.kernel.clause_ref import parse_ref
from yiju.kernel.working_days import WorkCalendar
from yiju.office.access.models import Grant
from yiju.office.calendar.shipped import shipped_calendar


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the trail above a page; ``zh`` where its name is policy text."""

    name: str
    url: str | None = None
    zh: bool = False


def asker(request: HttpRequest) -> Actor:
    """Who asks: the signed-in member of staff with the roles held now, else the public."""
    if not request.user.is_authenticated:
        return PUBLIC
    roles = Grant.objects.filter(user_id=request.user.pk, taken_at=None).values_list("role")
    return party_actor(request.user.get_username(), *(role for (role,) in roles))


def work_calendar() -> WorkCalendar:
    """The office's calendar of working days."""
    return shipped_calendar()


def permanent_url(request: HttpRequest, reference: str) -> str:
    """The whole address of a clause or document, as one would put it into a letter."""
    return request.build_absolute_uri(parse_ref(reference).url_path)
