# SPDX-License-Identifier: Apache-2.0
"""The journal as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class Journal(AppConfig):
    """What was done, by whom, when: only ever added to."""

    name = "yiju.office.journal"
    label = "journal"
