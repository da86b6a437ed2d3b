# SPDX-License-Identifier: Apache-2.0
"""The one door: who is asking, and what an administrator may see of accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from yiju.kernel.actor import PUBLIC, Actor, party_actor, system_actor
from yiju.office.access.models import Grant, User
from yiju.office.access.roles import Permission, Role, require


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account as an administrator sees it."""

    username: str
    name: str
    email: str
    roles: tuple[Role, ...]
    is_active: bool
    created_at: datetime
    last_signed_in_at: datetime | None
    password_set_at: datetime
    password_is_temporary: bool


def party_of(user: User) -> Actor:
    """A signed-in member of staff as an actor, with the roles held now."""
    roles = user.grants.filter(taken_at=None).values_list("role", flat=True)
    return party_actor(f"user:{user.username}", *roles)


def actor_of(user: User | AnonymousUser | object) -> Actor:
    """Who stands behind an account of Django; everybody not signed in is the public."""
    return party_of(user) if isinstance(user, User) and user.is_active else PUBLIC


def actor_of_request(request: HttpRequest) -> Actor:
    """Who asks with this request; looked up once for it, and not at all without a session."""
    known = getattr(request, "yiju_actor", None)
    if isinstance(known, Actor):
        return known
    actor = actor_of(getattr(request, "user", None))
    request.yiju_actor = actor  # type: ignore[attr-defined]
    return actor


def accounts(actor: Actor) -> list[Account]:
    """All accounts, by user name."""
    require(actor, Permission.MANAGE_USERS)
    users = User.objects.order_by("username").prefetch_related("grants")
    return [_account(user) for user in users]


def account(actor: Actor, username: str) -> Account | None:
    """One account; ``None`` where there is none."""
    require(actor, Permission.MANAGE_USERS)
    user = User.objects.filter(username=username).prefetch_related("grants").first()
    return _account(user) if user else None


def roles_on(actor: Actor, username: str, *, at: datetime) -> frozenset[Role]:
    """The roles that an account held at an instant in the past."""
    require(actor, Permission.READ_JOURNAL)
    held = Grant.objects.filter(user__username=username, given_at__lte=at).exclude(taken_at__lte=at)
    return frozenset(Role(role) for role in held.values_list("role", flat=True))


def must_change_password(user: User, *, at: datetime) -> bool:
    """Whether the owner has to choose a new password first: it is temporary, or has run out."""
    lifetime = settings.PASSWORD_PROFILE.lifetime
    if user.password_is_temporary:
        return True
    return lifetime is not None and at >= user.password_set_at + lifetime


def _account(user: User) -> Account:
    held = {Role(grant.role) for grant in user.grants.all() if grant.taken_at is None}
    return Account(
        username=user.username,
        name=user.name,
        email=user.email,
        roles=tuple(role for role in Role if role in held),
        is_active=user.is_active,
        created_at=user.created_at,
        last_signed_in_at=user.last_login,
        password_set_at=user.password_set_at,
        password_is_temporary=user.password_is_temporary,
    )


def actor_named(party: str) -> Actor:
    """The actor behind a recorded name, with the roles held now: for jobs done later."""
    kind, _, name = party.partition(":")
    if kind == "system":
        return system_actor(name)
    user = User.objects.filter(username=name).first() if kind == "user" else None
    return actor_of(user)
