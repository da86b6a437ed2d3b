# SPDX-License-Identifier: Apache-2.0
"""What every page shows around its content: the places of the site and the language switch."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from yiju.portal.language import other_language_url


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the navigation; ``exact`` where it is the page shown and not its parent."""

    name: str
    url: str
    current: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Portal:
    """The frame of a page."""

    places: tuple[Place, ...]
    other_language_url: str


def public_places() -> tuple[tuple[str, str], ...]:
    """The public side in the order people look for it: name and address."""
    return (
        (_("检索"), reverse("library:search")),
        (_("文件"), reverse("library:documents")),
        (_("快讯"), reverse("library:issues")),
        (_("日程"), reverse("library:deadlines")),
        (_("指标"), reverse("library:targets")),
        (_("分工"), reverse("library:duties")),
        (_("开放数据"), reverse("library:open_data")),
    )


def places_at(path: str, places: tuple[tuple[str, str], ...]) -> tuple[Place, ...]:
    """The places, with the one marked that ``path`` lies in."""
    return tuple(
        Place(name, url, current=path.startswith(url), exact=path == url) for name, url in places
    )


def portal(request: HttpRequest) -> dict[str, Portal]:
    """Context processor: the frame, as ``portal``."""
    return {
        "portal": Portal(
            places=places_at(request.path, public_places()),
            other_language_url=other_language_url(request),
        )
    }
