# SPDX-License-Identifier: Apache-2.0
"""What is done with accounts: made, given roles, closed, given passwords. Each act is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from yiju.kernel.actor import Actor
from yiju.kernel.refusal import InvalidInput
from yiju.office.access.models import FormerPassword, Grant, User
from yiju.office.access.queries import party_of
from yiju.office.access.roles import Permission, Role, require
from yiju.office.journal.actions import Act, append

USERNAME = re.compile(r"[\w.@-]{2,150}")


class Reason(StrEnum):
    """Why an act on an account was refused; screens have their own words for each."""

    USERNAME_MALFORMED = "username_malformed"
    USERNAME_TAKEN = "username_taken"
    NAME_MISSING = "name_missing"
    PASSWORD_WEAK = "password_weak"
    OWN_ACCOUNT = "own_account"
    LAST_ADMINISTRATOR = "last_administrator"


class AccountRefused(InvalidInput):
    """An account cannot be made or changed so."""

    def __init__(self, reason: Reason, place: str, wrong: str, remedy: str) -> None:
        super().__init__(place, wrong, remedy)
        self.reason = reason


def create_user(
    actor: Actor,
    *,
    username: str,
    name: str,
    password: str,
    roles: Iterable[Role],
    at: datetime,
    email: str = "",
    temporary: bool = True,
) -> User:
    """Opens an account. Its password is temporary where somebody else than its owner chose it."""
    require(actor, Permission.MANAGE_USERS)
    username = username.strip().lower()
    if not USERNAME.fullmatch(username):
        raise AccountRefused(
            Reason.USERNAME_MALFORMED,
            "username",
            f"{username!r} is not a user name",
            "use 2 to 150 letters, digits or . _ @ -",
        )
    if not name.strip():
        raise AccountRefused(Reason.NAME_MISSING, "name", "is empty", "write the person's name")
    user = User(username=username, name=name.strip(), email=email.strip(), created_at=at)
    _require_strength(password, user)
    with transaction.atomic(durable=True):
        if User.objects.filter(username=username).exists():
            raise AccountRefused(
                Reason.USERNAME_TAKEN, "username", f"{username!r} is taken", "choose another"
            )
        user.password_set_at = at
        _record(actor, user_stream(username), "account_opened", at, {"name": user.name})
        _put_password(user, password, at=at, temporary=temporary)
        for role in sorted(set(roles)):
            _give(actor, user, role, at)
    return user


def change_own_password(user: User, password: str, *, at: datetime) -> None:
    """Gives an account the password that its owner chose, which was checked before."""
    with transaction.atomic():
        _record(party_of(user), user_stream(user.username), "password_changed", at, {})
        _put_password(user, password, at=at, temporary=False)


def replace_password(actor: Actor, username: str, password: str, *, at: datetime) -> None:
    """Gives an account a temporary password, for an owner who forgot theirs."""
    require(actor, Permission.MANAGE_USERS)
    with transaction.atomic(durable=True):
        user = _locked(username)
        _require_strength(password, user)
        _record(actor, user_stream(username), "password_replaced", at, {})
        _put_password(user, password, at=at, temporary=True)


def give_role(actor: Actor, username: str, role: Role, *, at: datetime) -> None:
    """Gives an account a role; one that it holds already changes nothing."""
    require(actor, Permission.MANAGE_USERS)
    with transaction.atomic(durable=True):
        user = _locked(username)
        _require_other(actor, user)
        if not user.grants.filter(role=role, taken_at=None).exists():
            _give(actor, user, role, at)


def take_role(actor: Actor, username: str, role: Role, *, at: datetime) -> None:
    """Takes a role back; the last administrator keeps theirs."""
    require(actor, Permission.MANAGE_USERS)
    with transaction.atomic(durable=True):
        user = _locked(username)
        _require_other(actor, user)
        if role is Role.ADMINISTRATOR:
            _require_another_administrator(user)
        held = user.grants.filter(role=role, taken_at=None)
        if held.update(taken_by=actor.party or "", taken_at=at):
            _record(actor, user_stream(username), "role_taken", at, {"role": role})


def close_account(actor: Actor, username: str, *, at: datetime) -> None:
    """Closes an account: it signs in no more, and what it did stays under its name."""
    require(actor, Permission.MANAGE_USERS)
    with transaction.atomic(durable=True):
        user = _locked(username)
        _require_other(actor, user)
        _require_another_administrator(user)
        _set_active(actor, user, active=False, at=at)


def reopen_account(actor: Actor, username: str, *, at: datetime) -> None:
    """Opens a closed account again, with the roles that it held."""
    require(actor, Permission.MANAGE_USERS)
    with transaction.atomic(durable=True):
        _set_active(actor, _locked(username), active=True, at=at)


def user_stream(username: str) -> str:
    """The journal's stream of one account."""
    return f"account/{username}"


def _locked(username: str) -> User:
    user = User.objects.select_for_update().filter(username=username).first()
    if user is None:
        raise InvalidInput("username", f"{username!r} has no account", "see the list of users")
    return user


def _require_strength(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise AccountRefused(
            Reason.PASSWORD_WEAK, "password", " ".join(error.messages), "choose another"
        ) from error


def _require_other(actor: Actor, user: User) -> None:
    """Nobody raises or closes their own account: that takes a second administrator."""
    if actor.party == f"user:{user.username}":
        raise AccountRefused(
            Reason.OWN_ACCOUNT,
            "username",
            "is your own account",
            "ask another administrator, or run yiju createadmin",
        )


def _require_another_administrator(user: User) -> None:
    administrators = Grant.objects.select_for_update().filter(
        role=Role.ADMINISTRATOR, taken_at=None, user__is_active=True
    )
    if {grant.user_id for grant in administrators} == {user.pk}:
        raise AccountRefused(
            Reason.LAST_ADMINISTRATOR,
            "username",
            "is the last administrator",
            "appoint another first",
        )


def _give(actor: Actor, user: User, role: Role, at: datetime) -> None:
    Grant.objects.create(user=user, role=role, given_by=actor.party or "", given_at=at)
    _record(actor, user_stream(user.username), "role_given", at, {"role": role})


def _set_active(actor: Actor, user: User, *, active: bool, at: datetime) -> None:
    if user.is_active != active:
        user.is_active = active
        user.save(update_fields=["is_active"])
        kind = "account_reopened" if active else "account_closed"
        _record(actor, user_stream(user.username), kind, at, {})


def _put_password(user: User, password: str, *, at: datetime, temporary: bool) -> None:
    user.set_password(password)
    user.password_set_at, user.password_is_temporary = at, temporary
    user.save()
    FormerPassword.objects.create(user=user, password=user.password, set_at=at)


def _record(
    actor: Actor, stream: str, kind: str, at: datetime, body: dict[str, str | Role]
) -> None:
    words = {key: str(value) for key, value in body.items()}
    append(Act(stream=stream, kind=kind, actor=actor, at=at, body=words))
