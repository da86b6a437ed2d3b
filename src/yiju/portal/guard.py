# SPDX-License-Identifier: Apache-2.0
"""Turns away what no reader means: an address with the character NUL, which no database keeps."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from yiju.portal.api import problem
from yiju.portal.errors import bad_request


def nul_middleware(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answers 400, as a page or, below ``/api/``, as a problem. (Forms refuse NUL themselves.)"""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\x00" not in request.path and "%00" not in request.META.get("QUERY_STRING", ""):
            return answer(request)
        if request.path.startswith("/api/"):
            return problem(400, "the address has the character NUL")
        return bad_request(request)

    return middleware
