# SPDX-License-Identifier: Apache-2.0
"""Settings come from the environment, and SQLite is opened so that a commit is a commit."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connections

from tests.harness.offices import Office
from yiju.kernel.refusal import InvalidInput
from yiju.office.data_folder import data_folder, secret_key
from yiju.portal import environment


def test_relative_sqlite_file_lies_in_the_data_folder(tmp_path: Path) -> None:
    assert environment.database("sqlite:///a b.db", tmp_path)["NAME"] == str(tmp_path / "a b.db")
    assert environment.database("sqlite:////srv/a.db", tmp_path)["NAME"] == "/srv/a.db"


def test_postgres_address_is_taken_apart() -> None:
    found = environment.database("postgres://li:w%40rd@db:5433/yiju?sslmode=require", Path())
    assert (found["USER"], found["PASSWORD"], found["HOST"]) == ("li", "w@rd", "db")
    assert (found["PORT"], found["NAME"]) == ("5433", "yiju")
    assert found["OPTIONS"] == {"sslmode": "require", "pool": {"min_size": 1, "max_size": 8}}


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("DATABASE_URL", "mysql://localhost/yiju"),
        ("DATABASE_URL", "postgres://localhost/yiju?pool=many"),
        ("DEBUG", "perhaps"),
        ("SESSION_MINUTES", "ten"),
        ("PASSWORD_PROFILE", "none"),
        ("JOURNAL_HASH", "md5"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_wrong_setting_is_named_with_its_remedy(tmp_path: Path, name: str, word: str) -> None:
    office = Office(tmp_path / "office")
    done = office.yiju("migrate", **{name: word})
    assert done.returncode == 2
    assert done.stderr.startswith(f"yiju: {name}: ") and done.stderr.count("\n") == 1
    assert not list(office.data.glob("*.sqlite3"))


def test_data_folder_is_the_one_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YIJU_DATA", "/srv/yiju")
    assert data_folder() == Path("/srv/yiju")


def test_key_before_the_folder_exists_is_never_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    gone = tmp_path / "gone"
    assert secret_key(gone) != secret_key(gone)
    assert not gone.exists()
    assert secret_key(tmp_path) == secret_key(tmp_path)


def test_processes_that_begin_at_once_have_one_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    with ThreadPoolExecutor(8) as processes:
        keys = set(processes.map(secret_key, [tmp_path] * 64))
    assert len(keys) == 1 and len(keys.pop()) == 64
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]


def test_whole_number_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "UPLOAD_MAX_MB", "-1")
    with pytest.raises(InvalidInput, match="UPLOAD_MAX_MB"):
        environment.number("UPLOAD_MAX_MB", 50)


def test_sqlite_is_opened_durable_from_its_first_byte(tmp_path: Path) -> None:
    """EXTRA before the log exists, FULL with it; writers take the lock when they begin."""
    wanted = environment.database("sqlite:///new.db", tmp_path)
    opening = wanted["OPTIONS"]["init_command"].split(";")
    assert [word.strip() for word in opening][:3] == [
        "PRAGMA synchronous=EXTRA",
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
    ]
    complete = connections.configure_settings({"default": {**wanted}})["default"]
    from django.db.backends.sqlite3.base import DatabaseWrapper  # noqa: PLC0415

    connection = DatabaseWrapper(complete)
    raw = connection.get_new_connection(connection.get_connection_params())
    asked = [raw.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS]
    raw.close()
    assert asked == ["wal", 2, 1, 20_000]
    assert connection.transaction_mode == "IMMEDIATE"


PRAGMAS = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
