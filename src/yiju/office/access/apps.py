# SPDX-License-Identifier: Apache-2.0
"""Access as a Django application: accounts, roles, passwords, and the one door."""

from __future__ import annotations

from django.apps import AppConfig


class Access(AppConfig):
    """Who may sign in, and what each may do."""

    name = "yiju.office.access"
    label = "access"
