# SPDX-License-Identifier: Apache-2.0
"""Parties as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class Parties(AppConfig):
    """People, organisations and authorities, and who belongs to which."""

    name = "yiju.office.parties"
    label = "parties"
