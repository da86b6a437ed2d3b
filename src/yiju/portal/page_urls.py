# SPDX-License-Identifier: Apache-2.0
"""The addresses of the pages that say the same to everybody."""

from __future__ import annotations

from django.urls import path

from yiju.portal import pages

app_name = "portal"

urlpatterns = [
    path("about", pages.about, name="about"),
    path("guide", pages.guide, name="guide"),
    path("accessibility", pages.accessibility, name="accessibility"),
    path("privacy", pages.privacy, name="privacy"),
    path("robots.txt", pages.robots, name="robots"),
]
