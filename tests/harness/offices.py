# SPDX-License-Identifier: Apache-2.0
"""Whole offices, each with a data folder and a database of its own, worked from outside.

Commands run as processes, as an operator runs them; what is inside is looked at by small programs
that open the office themselves.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

OPENING = """
import json, os, sys
from yiju.office.management.opening import open_office
open_office(None)
"""

EVERYTHING = """
from hashlib import sha256
from django.apps import apps
from django.conf import settings
from yiju.office.files.queries import damaged
found = {"damaged": list(damaged()), "key": sha256(settings.SECRET_KEY.encode()).hexdigest()}
for model in apps.get_models():
    fields = [field.attname for field in model._meta.concrete_fields]
    rows = sorted(repr(row) for row in model._base_manager.values_list(*fields))
    found[model._meta.label] = [len(rows), sha256("\\n".join(rows).encode()).hexdigest()]
print(json.dumps(found))
"""

FILLING = """
from datetime import UTC, datetime
from django.db import transaction
from yiju.kernel.actor import system_actor
from yiju.office.access.actions import create_user
from yiju.office.access.roles import Role
from yiju.office.files.actions import keep
from yiju.office.journal.actions import Act, append_all, seal
at, machine = datetime(2025, 4, 25, 4, tzinfo=UTC), system_actor("tests")
create_user(machine, username="li", name="李", password="Ganlu-2025-sheng",
            roles=[Role.EDITOR], at=at)
with transaction.atomic():
    for text in ("通知", "公告", ""):
        keep(text.encode(), at=at)
    append_all([Act(stream=f"case/{n % 7}", kind="filed", actor=machine, at=at, body=n)
                for n in range(100)])
seal(at)
"""


@dataclass(frozen=True, slots=True)
class Office:
    """A data folder, and the address of the database that belongs to it."""

    data: Path
    database_url: str | None = None

    @property
    def environment(self) -> dict[str, str]:
        url = {"DATABASE_URL": self.database_url} if self.database_url else {}
        kept = {name: word for name, word in os.environ.items() if name not in {"DATABASE_URL"}}
        return {**kept, "YIJU_DATA": str(self.data), **url}

    def yiju(
        self, *words: str, stdin: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Runs one command on this office."""
        return subprocess.run(
            [sys.executable, "-m", "yiju.cli", *words],
            env={**self.environment, **environment},
            input=stdin,
            capture_output=True,
            text=True,
        )

    def yiju_on_a_full_disk(self, *words: str, at_bytes: int) -> subprocess.CompletedProcess[str]:
        """Runs one command whose files the system itself cuts short at a size."""

        def limit() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (at_bytes, at_bytes))

        return subprocess.run(
            [sys.executable, "-m", "yiju.cli", *words],
            env=self.environment,
            preexec_fn=limit,
            capture_output=True,
            text=True,
        )

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Starts a command that goes on."""
        return subprocess.Popen(
            [sys.executable, "-m", "yiju.cli", *words],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def program(self, body: str, *words: str) -> str:
        """Runs a small program in this office and gives what it says."""
        done = subprocess.run(
            [sys.executable, "-c", OPENING + body, *words],
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start_program(self, body: str) -> subprocess.Popen[str]:
        """Starts a small program that goes on."""
        return subprocess.Popen(
            [sys.executable, "-c", OPENING + body],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def everything(self) -> dict[str, Any]:
        """The count and digest of every table's rows, the key, and the state of the files."""
        found: dict[str, Any] = json.loads(self.program(EVERYTHING))
        return found

    def fill(self) -> None:
        """Puts an account, some files and a sealed journal into the office."""
        self.program(FILLING)


def new_postgres_database(folder: Path, name: str) -> str:
    """Makes an empty database on the server whose socket lies in a folder; says its address."""
    return copied_postgres_database(folder, "template1", name)


def copied_postgres_database(folder: Path, template: str, name: str) -> str:
    """Makes a database that is a copy of another; says its address."""
    with psycopg.connect(host=str(folder), user="yiju", dbname="postgres", autocommit=True) as way:
        way.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return f"postgres://yiju@/{name}?host={folder}&pool=2"
