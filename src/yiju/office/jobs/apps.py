# SPDX-License-Identifier: Apache-2.0
"""Jobs as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class Jobs(AppConfig):
    """Work that takes longer than a page may: asked for in one transaction, done by a worker."""

    name = "yiju.office.jobs"
    label = "jobs"
