# SPDX-License-Identifier: Apache-2.0
"""Opening an office: its data folder, its settings, its tables. Every command begins here."""

from __future__ import annotations

import argparse
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation

from yiju.kernel.refusal import InvalidInput
from yiju.office.data_folder import data_folder

IN_USE = "in-use"


def add_data_option(parser: argparse.ArgumentParser) -> None:
    """Adds ``--data DIR``, which every command with an office takes."""
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="folder of the office's database, files and key "
        "(default: YIJU_DATA, else var/ in a checkout, else ~/.local/share/yiju)",
    )


def name_office(data: Path | None) -> None:
    """Says which office is meant and reads its settings; opens nothing."""
    if data is not None:
        os.environ["YIJU_DATA"] = str(data.absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yiju.portal.settings")
    if not apps.ready:
        django.setup()
    translation.activate("en")  # commands speak English, pages the language of their reader


def open_office(data: Path | None) -> None:
    """Opens an office that exists; one whose tables are missing or old is refused."""
    name_office(data)
    folder = str(settings.YIJU_DATA)
    file = connection.settings_dict["NAME"] if connection.vendor == "sqlite" else None
    if file and not Path(file).exists():
        raise InvalidInput(folder, "there is no office here", "run yiju import or yiju serve first")
    try:
        behind = _steps_to_go()
    except DatabaseError as error:
        raise InvalidInput(
            folder, f"its database does not answer ({error})", "check DATABASE_URL and --data"
        ) from error
    if behind:
        raise InvalidInput(folder, f"its database is {behind} steps behind", "run yiju migrate")


def prepare_office(data: Path | None) -> None:
    """Opens an office, making its folder, key, database and tables where they are missing."""
    if data is not None:
        os.environ["YIJU_DATA"] = str(data.absolute())
    folder = data_folder()
    try:
        # Before the settings are read, since the key is made and kept in the folder.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidInput(
            str(folder), f"cannot be made ({error.strerror})", "name a folder that can be written"
        ) from error
    name_office(None)
    with _alone(folder / "preparing"):
        try:
            if _steps_to_go():
                call_command("migrate", interactive=False, verbosity=0)
        except DatabaseError as error:
            raise InvalidInput(
                str(folder), f"its database cannot be prepared ({error})", "check DATABASE_URL"
            ) from error


def hold_office() -> IO[str]:
    """Marks the office as in use, until the answer is closed or the process ends."""
    file = (settings.YIJU_DATA / IN_USE).open("w")
    fcntl.flock(file, fcntl.LOCK_SH)
    return file


@contextmanager
def alone_with_office() -> Iterator[None]:
    """Makes sure that no server or worker of this machine uses the office."""
    folder = settings.YIJU_DATA
    path = folder / IN_USE
    if not path.exists():
        yield
        return
    with path.open("r") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InvalidInput(str(folder), "is in use", "stop its server and workers") from error
        yield


def _steps_to_go() -> int:
    """How many migrations the database has not had; opening SQLite makes the file."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Lets one process at a time prepare the tables; the others wait and find them done."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
