# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import shutil
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from yiju.office import clock
from yiju.office.jobs.actions import tell_alive

pytestmark = pytest.mark.django_db

Usage = namedtuple("Usage", ["total", "used", "free"])


def asked(client: Client) -> tuple[int, dict[str, str]]:
    response = client.get("/healthz")
    return response.status_code, response.json()


def test_office_in_order_says_ok_of_every_part(client: Client) -> None:
    tell_alive("here:1", clock.now())
    parts = ("database", "migrations", "disk", "worker")
    assert asked(client) == (200, {"status": "ok"} | dict.fromkeys(parts, "ok"))


@pytest.mark.parametrize("age", [None, timedelta(seconds=61)])
def test_missing_worker_is_named_and_does_not_take_the_site_away(
    client: Client, age: timedelta | None
) -> None:
    if age:
        tell_alive("here:1", clock.now() - age)
    status, said = asked(client)
    assert (status, said["worker"]) == (200, "not seen")


def test_tables_of_an_older_version_are_failing(client: Client) -> None:
    MigrationRecorder(connection).record_unapplied("journal", "0002_guard_against_change")
    status, said = asked(client)
    assert (status, said["migrations"]) == (503, "behind this version")


def test_full_disk_is_failing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(100, 99, 1))
    assert asked(client)[1]["disk"] == "nearly full"


def test_missing_data_folder_is_failing(client: Client, settings: object, tmp_path: Path) -> None:
    settings.YIJU_DATA = tmp_path / "gone"
    assert asked(client)[0] == 503


def test_database_that_does_not_answer_is_failing(client: Client) -> None:
    def broken(*rest: object) -> None:
        raise OperationalError("gone")

    with connection.execute_wrapper(broken):
        status, said = asked(client)
    assert (status, said["database"]) == (503, "does not answer")
    assert "migrations" not in said
