# SPDX-License-Identifier: Apache-2.0
"""What every page shows around its content: the places of the site and the language switch."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from yiju.kernel.actor import ActorKind
from yiju.library.web.words import STAFF_ROLES
from yiju.office.access.models import User
from yiju.office.access.queries import actor_of_request
from yiju.office.access.roles import Permission, Role, may
from yiju.portal.language import other_language_url


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the navigation; ``exact`` where it is the page shown and not its parent."""

    name: str
    url: str
    current: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Staff:
    """What a member of staff sees above the page: who they are and where they may go."""

    name: str
    roles: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Portal:
    """The frame of a page; ``staff`` is ``None`` for the public."""

    places: tuple[Place, ...]
    other_language_url: str
    staff: Staff | None


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


STAFF_PLACES = (
    ("staff:desk", gettext_noop("工作台"), Permission.SEE_JOBS),
    ("staff:import", gettext_noop("导入"), Permission.IMPORT),
    ("staff:sources", gettext_noop("校对"), Permission.READ_DRAFTS),
    ("staff:units", gettext_noop("单位名称"), Permission.REVIEW),
    ("staff:holidays", gettext_noop("节假日"), Permission.SEE_JOBS),
    ("staff:users", gettext_noop("用户"), Permission.MANAGE_USERS),
    ("staff:journal", gettext_noop("日志"), Permission.READ_JOURNAL),
)


def staff_of(request: HttpRequest) -> Staff | None:
    """The bar of a signed-in member of staff; nothing for the public, and no query."""
    actor = actor_of_request(request)
    if actor.kind is not ActorKind.PARTY or not isinstance(request.user, User):
        return None
    permitted = tuple(
        (_(name), reverse(place))
        for place, name, permission in STAFF_PLACES
        if may(actor, permission)
    )
    roles = "、".join(_(STAFF_ROLES[role]) for role in Role if role in actor.roles)
    return Staff(request.user.name, roles, (*places_at(request.path, permitted), _account(request)))


def _account(request: HttpRequest) -> Place:
    url = reverse("account_change_password")
    return Place(_("我的账号"), url, current=request.path == url, exact=True)


def places_at(path: str, places: tuple[tuple[str, str], ...]) -> tuple[Place, ...]:
    """The places, with the one marked that ``path`` lies in."""
    return tuple(
        Place(name, url, current=is_inside(path, url), exact=path == url) for name, url in places
    )


def portal(request: HttpRequest) -> dict[str, Portal]:
    """Context processor: the frame, as ``portal``."""
    return {
        "portal": Portal(
            places=places_at(request.path, public_places()),
            other_language_url=other_language_url(request),
            staff=staff_of(request),
        )
    }


def is_inside(path: str, place: str) -> bool:
    """Whether a page lies in a place; the desk, above all staff pages, is only itself."""
    return path == place or (place[-1] != "/" and path.startswith(f"{place}/"))
