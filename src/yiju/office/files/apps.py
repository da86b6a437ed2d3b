# SPDX-License-Identifier: Apache-2.0
"""Files as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class Files(AppConfig):
    """What people brought, byte for byte, kept under the hash of its content."""

    name = "yiju.office.files"
    label = "files"
