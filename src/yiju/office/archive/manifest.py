# SPDX-License-Identifier: Apache-2.0
"""The first page of a backup: what it holds, with the hash of each part, and what made it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from yiju.kernel.refusal import InvalidInput

CONTRACT = 1
NAME = "manifest.json"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
KEY = "secret-key"
PART_NAME = re.compile(r"database\.(?:sqlite3|dump)|secret-key|files/[0-9a-f]{2}/[0-9a-f]{64}")


class NotABackup(InvalidInput):
    """A file is no backup, is damaged, or is one that this office cannot take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file in the archive. Names outside the few known forms are refused, so no archive can
    write beside the data folder.
    """

    name: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What an archive says of itself.

    ``migrations`` are the steps that its database has had (``app.name``): a version that does not
    know them all is too old to take it.
    """

    version: str
    made_at: str
    database: Literal["sqlite", "postgresql"]
    migrations: tuple[str, ...]
    parts: tuple[Part, ...]

    def written(self) -> bytes:
        """The manifest as it stands in the archive."""
        return json.dumps({"contract": CONTRACT, **asdict(self)}, indent=1).encode()


def read_manifest(archive: str, content: bytes) -> Manifest:
    """Reads the first page of an archive, refusing what is not one."""
    try:
        told = json.loads(content)
        if told["contract"] != CONTRACT:
            raise NotABackup(archive, "is a backup of another kind", "use the version that made it")
        parts = tuple(Part(**part) for part in told["parts"])
        manifest = Manifest(
            version=str(told["version"]),
            made_at=str(told["made_at"]),
            database=told["database"],
            migrations=tuple(told["migrations"]),
            parts=parts,
        )
    except (ValueError, KeyError, TypeError) as error:
        raise NotABackup(archive, "its first page cannot be read", "take another copy") from error
    _require_sound(archive, manifest)
    return manifest


def _require_sound(archive: str, manifest: Manifest) -> None:
    names = [part.name for part in manifest.parts]
    if manifest.database not in DATABASES or DATABASES[manifest.database] not in names:
        raise NotABackup(archive, "names no database", "take another copy")
    if wrong := _first_wrong(names):
        raise NotABackup(archive, f"names a part that no backup has: {wrong!r}", "do not trust it")


def _first_wrong(names: Sequence[str]) -> str | None:
    seen: set[str] = set()
    for name in names:
        if not PART_NAME.fullmatch(name) or name in seen:
            return name
        seen.add(name)
    return None
