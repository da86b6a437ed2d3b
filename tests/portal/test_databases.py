# SPDX-License-Identifier: Apache-2.0
"""The harness itself: each test is on the database that it names, and starts from nothing."""

from __future__ import annotations

from threading import Thread

import pytest
from django.db import connection

from yiju.office import clock
from yiju.office.access.models import User


def add_user() -> None:
    User.objects.create(
        username="li", name="Li", created_at=clock.now(), password_set_at=clock.now()
    )


@pytest.mark.django_db
def test_each_test_runs_on_the_database_it_names(database: str) -> None:
    assert connection.vendor == {"sqlite": "sqlite", "postgres": "postgresql"}[database]


@pytest.mark.django_db
@pytest.mark.parametrize("turn", [1, 2])
def test_what_a_test_writes_is_gone_in_the_next(turn: int) -> None:
    assert not User.objects.exists()
    add_user()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_other_threads_see_the_same_database(turn: int) -> None:
    assert not User.objects.exists()

    def write() -> None:
        add_user()
        connection.close()

    (thread := Thread(target=write)).start()
    thread.join()
    assert User.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.databases("sqlite")
def test_a_test_may_choose_one_database(database: str) -> None:
    assert database == "sqlite"
