# SPDX-License-Identifier: Apache-2.0
"""Every sign-in, failed or not, and every sign-out stands in the journal.

Django tells of them by signals only, which is why they are listened to here. A sign-in that cannot
be recorded does not happen: the exception ends it.
"""

from __future__ import annotations

from django.contrib.auth import signals
from django.db import transaction
from django.http import HttpRequest

from yiju.kernel.actor import PUBLIC, Actor
from yiju.office import clock
from yiju.office.access.models import User
from yiju.office.access.queries import actor_of
from yiju.office.journal.actions import Act, append
from yiju.portal.accounts import client_address, tried_username

STREAM = "sign_ins"


def listen() -> None:
    """Begins to listen; called once, when the portal is ready."""
    signals.user_logged_in.connect(_signed_in, dispatch_uid="journal")
    signals.user_logged_out.connect(_signed_out, dispatch_uid="journal")
    signals.user_login_failed.connect(_sign_in_failed, dispatch_uid="journal")


def _signed_in(request: HttpRequest, user: User, **rest: object) -> None:
    _record("signed_in", actor_of(user), request, user.username)


def _signed_out(request: HttpRequest, user: User | None, **rest: object) -> None:
    if user is not None:
        _record("signed_out", actor_of(user), request, user.username)


def _sign_in_failed(
    credentials: dict[str, str], request: HttpRequest | None = None, **rest: object
) -> None:
    if request is None or getattr(request, "axes_locked_out", False):
        return  # the lock was recorded with the last failure before it
    tried = tried_username(request, credentials)
    # Whoever types a password into the wrong field must not find it in the record.
    known = User.objects.filter(username=tried).exists()
    _record("sign_in_failed", PUBLIC, request, tried if known else "")


def _record(kind: str, actor: Actor, request: HttpRequest, username: str) -> None:
    body = {"username": username, "address": client_address(request)}
    with transaction.atomic():
        append(Act(stream=STREAM, kind=kind, actor=actor, at=clock.now(), body=body))
