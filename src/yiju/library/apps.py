# SPDX-License-Identifier: Apache-2.0
"""The library as an application of Django."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Sources, documents, clauses and facts."""

    name = "yiju.library"
    label = "library"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Makes the jobs of the library known to the workers."""
        import_module("yiju.library.actions.requesting")
