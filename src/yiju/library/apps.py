# SPDX-License-Identifier: Apache-2.0
"""The library as an application of Django."""

from __future__ import annotations

from django.apps import AppConfig

from yiju.office.jobs.kinds import declare


class LibraryConfig(AppConfig):
    """Sources, documents, clauses and facts."""

    name = "yiju.library"
    label = "library"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Makes the jobs of the library known to the workers."""
        declare("import", "yiju.library.actions.requesting")
