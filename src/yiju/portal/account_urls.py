# SPDX-License-Identifier: Apache-2.0
"""The addresses of staff accounts: those of allauth that this office has opened, and no other.

Sign-up, mail addresses and recovery by mail are left out: accounts are made, and forgotten
passwords replaced, by an administrator.
"""

from __future__ import annotations

from allauth.account import views
from django.urls import include, path

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("two-factor/", include("allauth.mfa.urls")),
]
