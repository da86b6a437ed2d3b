# SPDX-License-Identifier: Apache-2.0
"""The two schools of password rules, of which an office follows one.

等保 (GB/T 22239-2019, 8.1.4.1) asks for composition and regular change; OWASP ASVS 5.0 (6.2.5,
6.2.10) forbids both and asks for length and a check against common passwords. No rule satisfies
both, so the office chooses by ``PASSWORD_PROFILE`` (docs/adr/0004-password-profiles.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

_DJANGO = "django.contrib.auth.password_validation."
_OURS = "yiju.office.access.password_validators."


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordProfile:
    """What a password must be, how long it holds, and when failures lock the account."""

    name: str
    length_characters: int
    classes: int
    expires_after_days: int | None
    remembered: int
    failures_allowed: int
    locked_minutes: int

    @property
    def lifetime(self) -> timedelta | None:
        """How long a password holds; ``None``: until it is changed."""
        days = self.expires_after_days
        return None if days is None else timedelta(days=days)

    # Any: Django's own shape of this setting, whose options are of every type.
    def validators(self) -> list[dict[str, Any]]:
        """The validators of this profile, as Django's ``AUTH_PASSWORD_VALIDATORS``."""
        rules: list[dict[str, Any]] = [
            {"NAME": _DJANGO + "UserAttributeSimilarityValidator"},
            {
                "NAME": _DJANGO + "MinimumLengthValidator",
                "OPTIONS": {"min_length": self.length_characters},
            },
            {"NAME": _DJANGO + "CommonPasswordValidator"},
        ]
        if self.classes:
            rules.append({"NAME": _OURS + "Composition", "OPTIONS": {"classes": self.classes}})
        if self.remembered:
            rules.append({"NAME": _OURS + "NotUsedBefore", "OPTIONS": {"last": self.remembered}})
        return rules


PROFILES = {
    "dengbao": PasswordProfile(
        name="dengbao",
        length_characters=12,
        classes=3,
        expires_after_days=90,
        remembered=5,
        failures_allowed=5,
        locked_minutes=30,
    ),
    "asvs": PasswordProfile(
        name="asvs",
        length_characters=12,
        classes=0,
        expires_after_days=None,
        remembered=0,
        failures_allowed=5,
        locked_minutes=30,
    ),
}
