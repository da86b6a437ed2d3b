# SPDX-License-Identifier: Apache-2.0
"""Every test that touches the database runs twice: on SQLite and on PostgreSQL.

A test with ``django_db`` (or the ``db``, ``transactional_db`` or ``live_server`` fixture) is
multiplied by the fixture ``database``, which puts one of two prepared test databases behind
Django's ``default`` alias before the test begins. Tests marked ``browser`` run on SQLite; a test
may choose for itself: ``@pytest.mark.databases("sqlite")``. Where PostgreSQL is not installed its
half is skipped, by name.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connections
from pytest_django import DjangoDbBlocker

from tests.harness import postgres
from yiju.portal import environment

BOTH = ("sqlite", "postgres")
NEED_A_DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}
Settings = dict[str, Any]  # Django's own shape of a connection's settings


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "databases(*names): the databases that a test runs on")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    marked = metafunc.definition.get_closest_marker("django_db") is not None
    if not marked and NEED_A_DATABASE.isdisjoint(metafunc.fixturenames):
        return
    names = BOTH
    if metafunc.definition.get_closest_marker("browser"):
        names = BOTH[:1]
    if chosen := metafunc.definition.get_closest_marker("databases"):
        names = chosen.args
    if "database" not in metafunc.fixturenames:
        metafunc.fixturenames.append("database")
    metafunc.parametrize("database", names, indirect=True)


@pytest.fixture
def database(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> str:
    """The name of the database behind this test: ``sqlite`` or ``postgres``."""
    name: str = request.param
    prepared: Settings = request.getfixturevalue(f"{name}_database")
    if connections.settings["default"] is not prepared:
        with django_db_blocker.unblock():
            _put_in_place(prepared)
    return name


@pytest.fixture(scope="session")
def sqlite_database(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Settings]:
    """A file, as in life, and not a database in memory; only not synced, to be quick."""
    wanted = environment.database("sqlite:///tests.sqlite3", settings.YIJU_DATA)
    wanted["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF"
    test_file = str(settings.YIJU_DATA / "tests.sqlite3")
    with django_db_blocker.unblock():
        yield from _prepared({**wanted, "TEST": {"NAME": test_file}})


@pytest.fixture(scope="session")
def postgres_folder() -> Iterator[Path]:
    """The socket folder of this run's own PostgreSQL server."""
    if postgres.binaries() is None:
        pytest.skip("PostgreSQL is not installed (no initdb on the path or in /usr/lib)")
    with postgres.running() as folder:
        yield folder


@pytest.fixture(scope="session")
def postgres_database(
    postgres_folder: Path, django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Settings]:
    url = f"postgres://yiju@/postgres?host={postgres_folder}&pool=0"
    with django_db_blocker.unblock():
        yield from _prepared({**environment.database(url, settings.YIJU_DATA)})


def _prepared(wanted: Settings) -> Iterator[Settings]:
    """Makes a test database with all its tables; it is put away when the run ends."""
    before = connections.settings["default"]
    complete: Settings = connections.configure_settings({"default": copy.deepcopy(wanted)})
    _put_in_place(complete["default"])
    connection = connections["default"]
    outside = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    _put_in_place(before)
    yield complete["default"]
    _put_in_place(complete["default"])
    connections["default"].creation.destroy_test_db(outside, verbosity=0)


def _put_in_place(prepared: Settings) -> None:
    """Puts a database behind the ``default`` alias, for this thread and those begun later."""
    connections["default"].close()
    del connections["default"]
    connections.settings["default"] = prepared
    ContentType.objects.clear_cache()
