# SPDX-License-Identifier: Apache-2.0
"""An office of the tests' own, named before Django reads its settings (hence a ``-p`` plugin).

Tests never touch an office that somebody uses, and leave nothing behind.
"""

from __future__ import annotations

import os
import shutil
import tempfile

OFFICE = tempfile.mkdtemp(prefix="yiju-tests-")
os.environ["YIJU_DATA"] = OFFICE
os.environ["DATABASE_URL"] = "sqlite:///tests.sqlite3"
for name in ("SECRET_KEY", "PASSWORD_PROFILE", "DEBUG", "HTTPS", "ALLOWED_HOSTS"):
    os.environ.pop(name, None)


def pytest_unconfigure() -> None:
    shutil.rmtree(OFFICE, ignore_errors=True)
