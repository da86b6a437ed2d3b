# SPDX-License-Identifier: Apache-2.0
"""Restoring a backup: checked whole beside its place first, then put there in one step."""

from __future__ import annotations

import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from yiju.kernel.refusal import InvalidInput
from yiju.office.archive import postgres, sqlite
from yiju.office.archive.manifest import DATABASES, NAME, Manifest, NotABackup, read_manifest

BLOCK = 1024 * 1024


def restore(archive: Path, *, force: bool, at: datetime) -> Manifest:
    """Puts an archive in the place of this office's data folder and database.

    An office that holds something is refused, unless ``force``: then its folder is kept beside
    the new one (``….before-…``) and its PostgreSQL tables are replaced.
    """
    folder: Path = settings.YIJU_DATA
    _require_room(folder, force=force)
    with _unpacked(archive, folder) as (manifest, unpacked):
        _require_fit(str(archive), manifest)
        dump = unpacked / DATABASES[manifest.database]
        if manifest.database == "sqlite":
            sqlite.require_whole(str(archive), dump)
            dump.rename(unpacked / Path(connection.settings_dict["NAME"]).relative_to(folder))
            _put_in_place(unpacked, folder, at)
        else:
            if not force and not postgres.is_empty():
                raise InvalidInput("DATABASE_URL", "has tables already", "name an empty database")
            # The database last: it is one transaction, the folder is one step and can go back.
            kept = dump.rename(folder.parent / f".{folder.name}.dump-{os.getpid()}")
            try:
                before = _put_in_place(unpacked, folder, at)
                try:
                    postgres.load_database(kept, replace=force)
                except InvalidInput:
                    _take_back(folder, before)
                    raise
            finally:
                kept.unlink()
    return manifest


def _require_room(folder: Path, *, force: bool) -> None:
    if not folder.parent.is_dir():
        raise InvalidInput(str(folder), "its parent folder is missing", "make that first")
    if folder.is_dir() and any(folder.iterdir()) and not force:
        raise InvalidInput(str(folder), "is not empty", "name another with --data, or add --force")
    if connection.vendor == "sqlite":
        name = Path(connection.settings_dict["NAME"])
        if name.parent != folder:
            raise InvalidInput(
                "DATABASE_URL", "names a file outside the data folder", "leave it out to restore"
            )


def _require_fit(archive: str, manifest: Manifest) -> None:
    if manifest.database != connection.vendor:
        raise NotABackup(
            archive,
            f"holds a {manifest.database} database, and this office has {connection.vendor}",
            "set DATABASE_URL to match, or move the library with yiju dump and yiju load",
        )
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).graph.nodes}
    if not known.issuperset(manifest.migrations):
        raise NotABackup(
            archive, f"was made by a newer Yiju ({manifest.version})", "install that version first"
        )


@contextmanager
def _unpacked(archive: Path, folder: Path) -> Iterator[tuple[Manifest, Path]]:
    """The archive's parts in a folder beside the office's, every one checked against its hash."""
    scratch = Path(mkdtemp(prefix=f".{folder.name}.restoring-", dir=folder.parent))
    try:
        yield _unpack(archive, scratch), scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)  # gone already where it was put in place


def _unpack(archive: Path, scratch: Path) -> Manifest:
    try:
        with tarfile.open(archive, "r:gz") as tar:
            first = tar.next()
            page = tar.extractfile(first) if first and first.name == NAME else None
            if page is None:
                raise NotABackup(str(archive), "does not begin with its manifest", "name a backup")
            manifest = read_manifest(str(archive), page.read())
            for part in manifest.parts:
                member = tar.next()
                content = tar.extractfile(member) if member and member.name == part.name else None
                if content is None:
                    raise NotABackup(str(archive), f"{part.name} is missing", "take another copy")
                if _copied(content, scratch / part.name) != (part.sha256, part.size_bytes):
                    raise NotABackup(str(archive), f"{part.name} is damaged", "take another copy")
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise NotABackup(str(archive), f"is no whole archive ({error})", "take another") from error
    except OSError as error:
        raise InvalidInput(str(archive), str(error.strerror or error), "see to that") from error
    return manifest


def _copied(content: IO[bytes], target: Path) -> tuple[str, int]:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, size = sha256(), 0
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        while block := content.read(BLOCK):
            digest.update(block)
            size += len(block)
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest(), size


def _put_in_place(unpacked: Path, folder: Path, at: datetime) -> Path | None:
    """Moves the new folder to its place; says where the old one is kept, if there was one."""
    connection.close()
    before = None
    try:
        if folder.is_dir() and any(folder.iterdir()):
            before = folder.with_name(f"{folder.name}.before-{at:%Y%m%dT%H%M%S}")
            folder.rename(before)
        unpacked.rename(folder)
    except OSError as error:
        if before is not None and not folder.exists():
            before.rename(folder)
        raise InvalidInput(
            str(folder),
            f"cannot be replaced ({error.strerror})",
            "where it is a mount point, name a folder inside it",
        ) from error
    return before


def _take_back(folder: Path, before: Path | None) -> None:
    shutil.rmtree(folder)
    if before is not None:
        before.rename(folder)
