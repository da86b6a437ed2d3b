# SPDX-License-Identifier: Apache-2.0
"""The ground under all tests: both databases, and no silent skipping."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import override_settings

pytest_plugins = [
    "tests.harness.both_offices",
    "tests.harness.databases",
    "tests.harness.journal",
    "tests.harness.skips",
]


@pytest.fixture
def django_db_setup(database: str) -> None:
    """Puts the test's own database in place, before Django opens its transaction there."""


@pytest.fixture(autouse=True, scope="session")
def quick_passwords() -> Iterator[None]:
    """Real password hashes are slow on purpose; tests need many accounts."""
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with override_settings(PASSWORD_HASHERS=quick):
        yield


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Limits of requests are counted in memory; a test starts with none used."""
    cache.clear()
