# SPDX-License-Identifier: Apache-2.0
"""Fixtures that make whole offices on either database."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.harness.offices import Office, copied_postgres_database, new_postgres_database

NewOffice = Callable[[], Office]
Database = Callable[[str], str | None]

_numbers = count(1)
_filled: dict[str, Office] = {}


@pytest.fixture(params=["sqlite", "postgres"])
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of database that the test's offices have."""
    return str(request.param)


@pytest.fixture
def new_office(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> NewOffice:
    """Makes an office that holds nothing yet, each time another."""

    def make() -> Office:
        number = next(_numbers)
        url = None
        if kind == "postgres":
            folder = request.getfixturevalue("postgres_folder")
            url = new_postgres_database(folder, f"office_{number}")
        return Office(tmp_path / f"office-{number}", url)

    return make


@pytest.fixture
def office(
    request: pytest.FixtureRequest,
    kind: str,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Office:
    """An office with a few things in it: a copy of one that is made once in a run."""
    folder = request.getfixturevalue("postgres_folder") if kind == "postgres" else None
    if kind not in _filled:
        url = new_postgres_database(folder, "filled") if folder else None
        made = Office(tmp_path_factory.mktemp("offices") / kind, url)
        done = made.yiju("migrate")
        assert done.returncode == 0, done.stderr
        made.fill()
        _filled[kind] = made
    number = next(_numbers)
    shutil.copytree(_filled[kind].data, tmp_path / f"office-{number}")
    url = copied_postgres_database(folder, "filled", f"office_{number}") if folder else None
    return Office(tmp_path / f"office-{number}", url)
