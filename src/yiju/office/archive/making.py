# SPDX-License-Identifier: Apache-2.0
"""Making a backup: database, kept files and key in one archive that can prove itself whole."""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Iterable
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from yiju import __version__
from yiju.kernel.refusal import InvalidInput
from yiju.office.archive import postgres, sqlite
from yiju.office.archive.manifest import DATABASES, KEY, NAME, Manifest, Part
from yiju.office.files.queries import kept_hashes
from yiju.office.files.store import FOLDER, path_of


def back_up(target: Path, *, at: datetime) -> Manifest:
    """Writes an archive of this office, while it works on. The file appears whole or not at all.

    The database is copied first and the files after it: files are kept before their rows and never
    removed, so every file that the copy names is there.
    """
    if target.exists():
        raise InvalidInput(str(target), "is there already", "name a new file")
    try:
        with TemporaryDirectory(prefix=".backup-", dir=target.parent) as name:
            return _packed(Path(name), target, at)
    except OSError as error:
        raise InvalidInput(
            str(target), f"cannot be written ({error.strerror})", "name a place with room"
        ) from error


def _packed(scratch: Path, target: Path, at: datetime) -> Manifest:
    database = scratch / DATABASES[connection.vendor]
    if connection.vendor == "sqlite":
        sqlite.copy_database(Path(connection.settings_dict["NAME"]), database)
    else:
        postgres.dump_database(database)
    sources = {database.name: database, **_kept_files()}
    if (key := settings.YIJU_DATA / KEY).is_file():
        sources[KEY] = key
    manifest = Manifest(
        version=__version__,
        made_at=at.isoformat(timespec="seconds"),
        database="sqlite" if connection.vendor == "sqlite" else "postgresql",
        migrations=tuple(
            sorted(
                f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()
            )
        ),
        parts=tuple(_parts(sources.items())),
    )
    archive = scratch / "archive"
    _write(archive, manifest, sources)
    archive.replace(target)
    return manifest


def _kept_files() -> dict[str, Path]:
    return {f"{FOLDER}/{sha[:2]}/{sha}": path_of(settings.YIJU_DATA, sha) for sha in kept_hashes()}


def _parts(sources: Iterable[tuple[str, Path]]) -> Iterable[Part]:
    for name, path in sources:
        with path.open("rb") as file:
            sha = file_digest(file, "sha256").hexdigest()
        if name.startswith(FOLDER) and not name.endswith(sha):
            raise InvalidInput(str(path), "was changed since it was kept", "bring it back first")
        yield Part(name=name, sha256=sha, size_bytes=path.stat().st_size)


def _write(archive: Path, manifest: Manifest, sources: dict[str, Path]) -> None:
    handle = os.open(archive, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)  # it holds the key
    with os.fdopen(handle, "wb") as file:
        with tarfile.open(fileobj=file, mode="w:gz", compresslevel=3) as tar:
            page = tarfile.TarInfo(NAME)
            content = manifest.written()
            page.size = len(content)
            tar.addfile(page, io.BytesIO(content))
            for part in manifest.parts:
                info = tarfile.TarInfo(part.name)
                info.size = part.size_bytes
                with sources[part.name].open("rb") as source:
                    tar.addfile(info, source)
        file.flush()
        os.fsync(file.fileno())
