# SPDX-License-Identifier: Apache-2.0
"""What the environment says, read into values; every wrong value is named with its remedy."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NotRequired, TypedDict
from urllib.parse import parse_qsl, unquote, urlsplit

from yiju.kernel.refusal import InvalidInput

SQLITE_BUSY_SECONDS = 20
POSTGRES_POOL_SIZE = 8

# A new file is made with EXTRA, which also syncs the folder when the first rollback journal is
# removed: without it a power cut can bring that journal back and roll the database back to
# nothing. From WAL on, FULL makes every commit durable.
SQLITE_OPENING = (
    "PRAGMA synchronous=EXTRA; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384"
)


class Database(TypedDict):
    """Django's description of one database connection."""

    ENGINE: str
    NAME: str
    USER: NotRequired[str]
    PASSWORD: NotRequired[str]
    HOST: NotRequired[str]
    PORT: NotRequired[str]
    CONN_HEALTH_CHECKS: NotRequired[bool]
    OPTIONS: dict[str, object]


def switch(name: str, default: bool) -> bool:
    """A yes or a no from the environment."""
    word = os.environ.get(name, "true" if default else "false").strip().lower()
    if word in {"1", "true", "yes", "on"}:
        return True
    if word in {"0", "false", "no", "off", ""}:
        return False
    raise InvalidInput(name, f"{word!r} is neither true nor false", "write true or false")


def number(name: str, default: int) -> int:
    """A whole number from 0 from the environment."""
    word = os.environ.get(name, str(default)).strip()
    if not (word.isascii() and word.isdigit()):
        raise InvalidInput(name, f"{word!r} is not a whole number", "write digits only")
    return int(word)


def choice(name: str, allowed: tuple[str, ...]) -> str:
    """One of the allowed words from the environment; the first is the default."""
    word = os.environ.get(name, allowed[0]).strip().lower()
    if word not in allowed:
        raise InvalidInput(name, f"{word!r} is unknown", f"write one of: {', '.join(allowed)}")
    return word


def words(name: str, default: str) -> list[str]:
    """A comma-separated list from the environment."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def database(url: str, data: Path) -> Database:
    """The database that a URL names: ``sqlite:///FILE`` or ``postgres://USER:WORD@HOST/NAME``.

    A relative SQLite file lies in the data folder. Of PostgreSQL's own parameters ``host`` (the
    folder of a socket), ``sslmode`` and ``sslrootcert`` may follow the question mark, and ``pool``:
    the most connections that one process holds (0: one for each thread).
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(data / unquote(parts.path.removeprefix("/")))
    if parts.scheme in {"postgres", "postgresql"}:
        options = dict(parse_qsl(parts.query))
        pool = _pool_size(options.pop("pool", str(POSTGRES_POOL_SIZE)))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": options.pop("host", parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {**options, "pool": {"min_size": 1, "max_size": pool} if pool else False},
        }
    raise InvalidInput(
        "DATABASE_URL", f"{parts.scheme!r} is not known", "write sqlite:///FILE or postgres://…"
    )


def _pool_size(word: str) -> int:
    if not (word.isascii() and word.isdigit()):
        raise InvalidInput("DATABASE_URL", f"pool={word} is not a whole number", "write digits")
    return int(word)


def _sqlite(path: Path) -> Database:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": SQLITE_BUSY_SECONDS,
            # A transaction that will write takes the lock when it begins: two readers that both
            # turn writers would otherwise fail at once, and Django drops FOR UPDATE on SQLite.
            "transaction_mode": "IMMEDIATE",
            "init_command": SQLITE_OPENING,
        },
    }
