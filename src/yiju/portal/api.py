# SPDX-License-Identifier: Apache-2.0
"""The JSON API at ``/api/``: its routers, its description, and how it says no (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from yiju import __version__
from yiju.kernel.refusal import InvalidInput
from yiju.library.api.router import router as library

PROBLEM = "application/problem+json"


class DescribedAPI(NinjaAPI):
    """An API whose description names the media type of its problems."""

    # Any: an OpenAPI document is JSON of every shape.
    def get_openapi_schema(self, **options: Any) -> Any:
        described = super().get_openapi_schema(**options)
        for operations in described["paths"].values():
            for operation in operations.values():
                for status, response in operation["responses"].items():
                    if int(status) >= HTTPStatus.BAD_REQUEST:
                        response["content"] = {PROBLEM: response["content"]["application/json"]}
        return described


api = DescribedAPI(
    title="依据 Yiju",
    version=__version__,
    description="Public policy as documents, clauses and facts. Everything public, no key needed.",
    docs_url=None,
    urls_namespace="api",
)
api.add_router("", library)


def problem(status: int, detail: str) -> HttpResponse:
    """An answer that says what is wrong."""
    said = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    return HttpResponse(orjson.dumps(said), status=status, content_type=PROBLEM)


@api.exception_handler(HttpError)
def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What a view raised on purpose."""
    return problem(error.status_code, str(error))


@api.exception_handler(Http404)
def missing(request: HttpRequest, error: Http404) -> HttpResponse:
    """Something that does not exist, or of which the asker may not know."""
    return problem(404, "there is nothing here that you may know of")


@api.exception_handler(InvalidInput)
def unreadable(request: HttpRequest, error: InvalidInput) -> HttpResponse:
    """Words that cannot be read, with what to do."""
    return problem(422, str(error))


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Parameters outside what the description allows: each with its reason."""
    reasons = (f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in error.errors)
    return problem(422, "; ".join(reasons))
