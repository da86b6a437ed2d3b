# SPDX-License-Identifier: Apache-2.0
"""The folder of kept files: ``files/ab/abcd…``, each named by the SHA-256 of its content.

A file is written beside its place, synced, and moved there in one step, so that at any moment,
power cut included, a name either holds its whole content or does not exist.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp

from yiju.kernel.refusal import InvalidInput

FOLDER = "files"
ARRIVING = "arriving"


class NotKept(InvalidInput):
    """A file could not be written: the disk is full, read-only or broken."""


class Damaged(Exception):
    """A kept file is missing, or is no longer what its name says."""


def path_of(data: Path, sha: str) -> Path:
    """Where a content lies."""
    return data / FOLDER / sha[:2] / sha


def write(data: Path, content: bytes) -> str:
    """Writes a content durably, once, and returns its hash."""
    sha = sha256(content).hexdigest()
    place = path_of(data, sha)
    try:
        if not _holds(place, len(content)):
            _write_beside_and_move(data, place, content)
    except OSError as error:
        raise NotKept(
            str(place), f"cannot be written ({error.strerror})", "free space or repair the disk"
        ) from error
    return sha


def read(data: Path, sha: str) -> bytes:
    """The content of a kept file, checked against its name."""
    try:
        content = path_of(data, sha).read_bytes()
    except FileNotFoundError as error:
        raise Damaged(f"kept file {sha} is missing") from error
    if sha256(content).hexdigest() != sha:
        raise Damaged(f"kept file {sha} was changed")
    return content


def _holds(place: Path, size: int) -> bool:
    return place.is_file() and place.stat().st_size == size


def _write_beside_and_move(data: Path, place: Path, content: bytes) -> None:
    arriving = data / FOLDER / ARRIVING
    arriving.mkdir(mode=0o700, parents=True, exist_ok=True)
    place.parent.mkdir(mode=0o700, exist_ok=True)
    handle, name = mkstemp(dir=arriving)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
    except OSError:
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)
        raise
    for folder in (place.parent, place.parent.parent):
        _sync(folder)


def _sync(folder: Path) -> None:
    """Makes the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
