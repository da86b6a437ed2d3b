# SPDX-License-Identifier: Apache-2.0
"""The folder in which an office keeps its database, its files and its key."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp


def data_folder() -> Path:
    """Where the office keeps its database, files and key.

    ``YIJU_DATA`` if set; in a checkout ``var`` beside ``pyproject.toml``; else the user's own
    data folder (``$XDG_DATA_HOME/yiju``).
    """
    if named := os.environ.get("YIJU_DATA"):
        return Path(named).expanduser().absolute()
    checkout = Path(__file__).parents[3]
    if (checkout / "pyproject.toml").is_file():
        return checkout / "var"
    share = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(share).absolute() / "yiju"


def secret_key(data: Path) -> str:
    """The key that signs sessions: made once, kept in the data folder, readable by its owner only.

    There is no default. Before the data folder exists the key lives in memory and ends with the
    process, so nothing can be signed with a key that others know.
    """
    if given := os.environ.get("SECRET_KEY"):
        return given
    if not data.is_dir():
        return secrets.token_urlsafe(48)
    path = data / "secret-key"
    if not path.exists():
        _make_key(data, path)
    return path.read_text(encoding="ascii").strip()


def _make_key(data: Path, path: Path) -> None:
    """Puts a whole key in its place in one step: of two processes that begin at once, one wins."""
    handle, arriving = mkstemp(prefix=".secret-key-", dir=data)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(handle)
    with suppress(FileExistsError):
        os.link(arriving, path)
    Path(arriving).unlink()
