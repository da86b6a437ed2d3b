# SPDX-License-Identifier: Apache-2.0
"""The staff side: that of the library, and the office's own pages beside it."""

from __future__ import annotations

from django.urls import include, path

from yiju.portal.staff import holidays, record, users

app_name = "staff"

urlpatterns = [
    path("", include("yiju.library.web.staff.urls")),
    path("holidays", holidays.holidays, name="holidays"),
    path("users", users.users, name="users"),
    path("users/<str:username>", users.user, name="user"),
    path("journal", record.journal, name="journal"),
]
