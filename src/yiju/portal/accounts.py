# SPDX-License-Identifier: Apache-2.0
"""How the accounts' library (allauth) and the lock-out (axes) are tied to our own accounts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from yiju.office import clock
from yiju.office.access.actions import change_own_password
from yiju.office.access.models import User


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts are opened by administrators only; a password is set by our own action."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        assert isinstance(user, User)
        change_own_password(user, password, at=clock.now())


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """The secrets of one-time passwords lie encrypted with the office's key."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> Fernet:
    derived = hashlib.sha256(b"second factors" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(derived))


def tried_username(request: HttpRequest, credentials: Mapping[str, str] | None = None) -> str:
    """The user name that somebody tries, for counting failures."""
    tried = (credentials or {}).get("username") or request.POST.get("login") or ""
    return tried.strip().lower()[:150]


def client_address(request: HttpRequest) -> str:
    """The address of the asker; behind our own proxies, the one that the outermost saw.

    What stands further left in ``X-Forwarded-For`` was written by the asker and is not believed.
    """
    proxies = settings.TRUSTED_PROXIES
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if proxies and len(seen) >= proxies and seen[-proxies]:
        return seen[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))
