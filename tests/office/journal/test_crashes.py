# SPDX-License-Identifier: Apache-2.0
"""Writers and servers are killed at any moment: what was acknowledged is there, and unbroken."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness import postgres
from tests.harness.offices import Office, new_postgres_database

WRITING = """
from datetime import UTC, datetime
from django.db import transaction
from yiju.kernel.actor import system_actor
from yiju.office.journal.actions import Act, append_all
from yiju.office.journal.models import Head
at = datetime(2025, 4, 25, 4, tzinfo=UTC)
number = Head.objects.filter(stream="a").values_list("sequence", flat=True).first() or 0
while True:
    number += 1
    with transaction.atomic():
        append_all([Act(stream=s, kind="filed", actor=system_actor("tests"), at=at, body=number)
                    for s in "ab"])
    print(number, flush=True)
"""


def acknowledged(writer: subprocess.Popen[str], said: list[str]) -> int:
    """The last number that a writer said was safe; ``said`` is what was read before."""
    writer.kill()
    rest, _ = writer.communicate()
    return max(int(line) for line in [*said, *rest.splitlines()] if line.strip().isdigit())


def read_lines(writer: subprocess.Popen[str], lines: int) -> list[str]:
    assert writer.stdout is not None
    return [writer.stdout.readline() for _ in range(lines)]


def entries_of_unbroken_journal(office: Office) -> int:
    done = office.yiju("journal", "verify", "--json")
    verified = json.loads(done.stdout)
    assert verified["broken"] is None
    return int(verified["entries"])


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_a_writer_on_sqlite_is_killed(tmp_path: Path) -> None:
    office = Office(tmp_path / "office")
    office.yiju("migrate")
    for lines in (1, 2, 3, 7, 20, 50):
        writer = office.start_program(WRITING)
        safe = acknowledged(writer, read_lines(writer, lines))
        assert entries_of_unbroken_journal(office) >= 2 * safe


@pytest.fixture
def cluster() -> Iterator[Path]:
    """A PostgreSQL cluster of its own, to be killed; not the one that other tests use."""
    if postgres.binaries() is None:
        pytest.skip("PostgreSQL is not installed (no initdb on the path or in /usr/lib)")
    folder = Path(tempfile.mkdtemp(prefix="yiju-crash-"))
    postgres.initialise(folder)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_postgres_is_killed(
    cluster: Path, tmp_path: Path
) -> None:
    """Without fsync=off: a killed server recovers from its log, whatever the writer was at."""
    server = postgres.start(cluster)
    office = Office(tmp_path / "office", new_postgres_database(cluster, "crash"))
    office.yiju("migrate")
    for lines in (5, 20, 60):
        writer = office.start_program(WRITING)
        said = read_lines(writer, lines)
        kill_all(server)
        safe = acknowledged(writer, said)
        server = postgres.start(cluster)
        assert entries_of_unbroken_journal(office) >= 2 * safe
    postgres.stop(server)


def kill_all(server: subprocess.Popen[bytes]) -> None:
    """Kills the postmaster and its children, as a power cut of the process would."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    for pid in [server.pid, *map(int, children)]:
        os.kill(pid, signal.SIGKILL)
    server.communicate()
