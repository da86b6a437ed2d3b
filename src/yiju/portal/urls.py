# SPDX-License-Identifier: Apache-2.0
"""The addresses of the site."""

from __future__ import annotations

from django.urls import include, path

from yiju.portal.api import api
from yiju.portal.health import healthz

urlpatterns = [
    path("", include("yiju.library.web.urls")),
    path("", include("yiju.portal.page_urls")),
    path("api/", api.urls),
    path("healthz", healthz, name="healthz"),
    path("staff/", include("yiju.portal.staff.urls")),
    path("account/", include("yiju.portal.account_urls")),
]

handler400 = "yiju.portal.errors.bad_request"
handler403 = "yiju.portal.errors.forbidden"
handler404 = "yiju.portal.errors.not_found"
handler500 = "yiju.portal.errors.broken"
