# SPDX-License-Identifier: Apache-2.0
"""A PostgreSQL database out and back in by its own programs: one snapshot, one transaction."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from django.db import connection

from yiju.kernel.refusal import InvalidInput

_VARIABLES = {
    "PGHOST": "HOST",
    "PGPORT": "PORT",
    "PGUSER": "USER",
    "PGPASSWORD": "PASSWORD",
    "PGDATABASE": "NAME",
}


def dump_database(target: Path) -> None:
    """Writes the whole database, as of one instant."""
    _call("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def load_database(dump: Path, *, replace: bool) -> None:
    """Loads a dump, all of it or nothing; what was there goes only where that was asked for."""
    clean = ["--clean", "--if-exists"] if replace else []
    options = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]
    _call("pg_restore", *options, *clean, f"--dbname={connection.settings_dict['NAME']}", str(dump))


def is_empty() -> bool:
    """Whether the database has no tables yet."""
    return not connection.introspection.table_names()


def _call(program: str, *words: str) -> None:
    settings: Mapping[str, object] = connection.settings_dict
    # Passed by the environment, so that no password stands in the list of processes.
    named = {name: str(settings[key]) for name, key in _VARIABLES.items() if settings.get(key)}
    done = subprocess.run(
        [_found(program), *words], env={**os.environ, **named}, capture_output=True, text=True
    )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["it said nothing"]
        raise InvalidInput(program, last[0], "nothing was changed; see to that and call again")


def _found(program: str) -> str:
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    found = shutil.which(program) or (str(debian[-1]) if debian else None)
    if found is None:
        raise InvalidInput(program, "is not installed", "install the client of PostgreSQL")
    return found
