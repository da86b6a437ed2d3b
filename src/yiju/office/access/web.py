# SPDX-License-Identifier: Apache-2.0
"""The gate before staff pages: whoever may not do a thing does not learn that it is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from yiju.office.access.queries import actor_of_request
from yiju.office.access.roles import Permission, require

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]


def staff_page(permission: Permission, *methods: str) -> Callable[[View[Rest]], View[Rest]]:
    """Opens a view to those who hold ``permission``, then to its methods (``GET`` unless named).

    The permission comes first: a wrong method must not tell the public that the page exists.
    """
    allowed = methods or ("GET", "HEAD")

    def gate(view: View[Rest]) -> View[Rest]:
        @wraps(view)
        @never_cache
        def gated(
            request: HttpRequest, *args: Rest.args, **kwargs: Rest.kwargs
        ) -> HttpResponseBase:
            require(actor_of_request(request), permission)
            if request.method not in allowed:
                return HttpResponseNotAllowed(allowed)
            return view(request, *args, **kwargs)

        return cast("View[Rest]", gated)

    return gate
