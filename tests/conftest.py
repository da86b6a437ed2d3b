# SPDX-License-Identifier: Apache-2.0
"""The ground under all tests: both databases, and no silent skipping."""

from __future__ import annotations

import pytest

pytest_plugins = ["tests.harness.databases", "tests.harness.journal", "tests.harness.skips"]


@pytest.fixture
def django_db_setup(database: str) -> None:
    """Puts the test's own database in place, before Django opens its transaction there."""
