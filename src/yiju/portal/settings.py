# SPDX-License-Identifier: Apache-2.0
"""Django's settings: one file, read from the environment only."""

from __future__ import annotations

SECRET_KEY = "not-yet"
INSTALLED_APPS: list[str] = []
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
