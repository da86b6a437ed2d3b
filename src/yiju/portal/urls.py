# SPDX-License-Identifier: Apache-2.0
"""The addresses of the site."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("account/", include("yiju.portal.account_urls")),
]
