# SPDX-License-Identifier: Apache-2.0
"""An SQLite database copied while it is written to, and checked before it is put in place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from yiju.kernel.refusal import InvalidInput
from yiju.office.archive.manifest import NotABackup


def copy_database(source: Path, target: Path) -> None:
    """A copy as of one instant, while others write: SQLite's own online backup in one step."""
    try:
        with closing(sqlite3.connect(source)) as living, closing(sqlite3.connect(target)) as copy:
            living.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, without its log beside it
    except sqlite3.Error as error:
        raise InvalidInput(
            str(target.parent), f"the database cannot be copied ({error})", "see to the disk"
        ) from error


def require_whole(archive: str, copy: Path) -> None:
    """Refuses a copy that SQLite finds fault with."""
    with closing(sqlite3.connect(copy)) as connection:
        # Some of the tables' own checks need functions that only Django brings.
        connection.execute("PRAGMA ignore_check_constraints=ON")
        try:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.DatabaseError as error:
            found = str(error)
    if found != "ok":
        raise NotABackup(archive, f"its database is damaged ({found})", "take another copy")
