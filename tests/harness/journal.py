# SPDX-License-Identifier: Apache-2.0
"""Taking the journal's guard away: to empty the tables between tests, and to play an intruder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test import TransactionTestCase

from yiju.office.journal.guard import put_up, take_down


@contextmanager
def unguarded() -> Iterator[None]:
    """Inside, rows of the journal can be changed and removed."""
    _execute(take_down(connection.vendor))
    try:
        yield
    finally:
        _execute(put_up(connection.vendor))


def _execute(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture(autouse=True, scope="session")
def emptying_between_tests() -> Iterator[None]:
    """Django empties all tables after a test with real transactions; the guard would refuse."""
    original: Any = TransactionTestCase._fixture_teardown

    def unguarded_teardown(case: TransactionTestCase) -> None:
        with unguarded():
            original(case)

    TransactionTestCase._fixture_teardown = unguarded_teardown
    yield
    TransactionTestCase._fixture_teardown = original
