# SPDX-License-Identifier: Apache-2.0
"""The calendar as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class Calendar(AppConfig):
    """The office's own holiday notices, beside those that are shipped."""

    name = "yiju.office.calendar"
    label = "calendar"
