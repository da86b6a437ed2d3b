# SPDX-License-Identifier: Apache-2.0
"""The language of the interface: Chinese unless the reader asks for English.

What the browser says it prefers is not asked: an official site speaks Chinese first, and a link
must look the same to everybody. ``?lang=en`` switches and is remembered in a cookie; the texts of
policy stay Chinese in either language.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

SWITCH = "lang"
LANGUAGES = {"zh-CN": "zh-hans", "en": "en"}
YEAR_SECONDS = 365 * 24 * 60 * 60


def asked_language(request: HttpRequest) -> str | None:
    """The language that this very address asks for, as Django names it."""
    return LANGUAGES.get(request.GET.get(SWITCH, ""))


def language_of(request: HttpRequest) -> str:
    """The language to answer in: asked for now, asked for before, else Chinese."""
    remembered = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    known = remembered if remembered in LANGUAGES.values() else None
    return asked_language(request) or known or settings.LANGUAGE_CODE


def language_middleware(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answers each request in its language and remembers a switch for a year."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with translation.override(language_of(request)):
            response = answer(request)
        asked = asked_language(request)
        if asked is not None:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                asked,
                max_age=YEAR_SECONDS,
                secure=request.is_secure(),
                httponly=True,
                samesite="Lax",
            )
        patch_vary_headers(response, ["Cookie"])
        return response

    return middleware


def other_language_url(request: HttpRequest) -> str:
    """This page's address in the other language."""
    query = request.GET.copy()
    query[SWITCH] = "zh-CN" if translation.get_language() == "en" else "en"
    return f"{request.path}?{query.urlencode()}"
