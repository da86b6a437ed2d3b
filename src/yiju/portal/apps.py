# SPDX-License-Identifier: Apache-2.0
"""The portal as a Django application: the look, the addresses and the accounts' pages."""

from __future__ import annotations

from django.apps import AppConfig


class Portal(AppConfig):
    """Knows every part and is known by none."""

    name = "yiju.portal"
    label = "portal"

    def ready(self) -> None:
        from yiju.portal.sign_ins import listen  # noqa: PLC0415  models are loaded only now

        listen()
