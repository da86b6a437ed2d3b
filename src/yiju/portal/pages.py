# SPDX-License-Identifier: Apache-2.0
"""Pages that say the same to everybody: about, help, accessibility, privacy, robots.txt."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this library is and on what it rests."""
    return render(request, "pages/about.html")


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """How to search, cite, subscribe and download."""
    return render(request, "pages/guide.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What the site does for everybody to be able to use it, and how to report what fails."""
    return render(request, "pages/accessibility.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Which personal data the site keeps, why and for how long."""
    return render(request, "pages/privacy.html")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read what the public may read; the map of it is the sitemap."""
    lines = (
        "User-agent: *",
        "Disallow: /staff/",
        "Disallow: /account/",
        f"Sitemap: {request.build_absolute_uri(reverse('library:sitemap'))}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
