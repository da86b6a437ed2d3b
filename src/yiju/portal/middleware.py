# SPDX-License-Identifier: Apache-2.0
"""What holds for every request: what is hidden is 404, and an old password is changed first."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import get_resolver

from yiju.office import clock
from yiju.office.access.models import User
from yiju.office.access.queries import must_change_password
from yiju.office.access.roles import NotAllowed

NotFound = Callable[[HttpRequest, Exception], HttpResponse]
Answer = Callable[[HttpRequest], HttpResponse]

OPEN_WITH_AN_OLD_PASSWORD = frozenset(
    {"account_change_password", "account_logout", "account_reauthenticate", "set_language"}
)


class HiddenIsNotFound:
    """Who may not know a thing is told that it is not there, and not that it is forbidden."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, NotAllowed):
            return None
        not_found = cast(NotFound, get_resolver().resolve_error_handler(404))
        return not_found(request, Http404())


class PasswordInTime:
    """A temporary password, or one older than its profile allows, is changed before all else."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        user = getattr(request, "user", None)
        if not isinstance(user, User) or not must_change_password(user, at=clock.now()):
            return None
        place = request.resolver_match
        if place is not None and place.url_name in OPEN_WITH_AN_OLD_PASSWORD:
            return None
        return redirect("account_change_password")
