# SPDX-License-Identifier: Apache-2.0
"""How entries chain: one exact text for each entry, and its hash over that text.

Pure: the same entry gives the same hash on every database and in every version, so that a record
can be checked by anyone who holds a copy of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]

STREAM_LENGTH = 200
"""The most characters in the name of a stream."""

ALGORITHMS = ("sha256", "sm3")
BEGINNING = ""
"""What stands as the previous hash of a stream's first entry."""


class NotExact(TypeError):
    """A value that has no one exact text, such as a binary fraction, was to be recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All of an entry but its own hash."""

    stream: str
    sequence: int
    kind: str
    actor: str
    at: datetime
    body: str
    previous: str


def canonical(value: Json) -> str:
    """The one text of a JSON value: keys in order, no blanks, no fractions but as strings."""
    _require_exact(value)
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _require_exact(value: object) -> None:
    if value is None or isinstance(value, str | bool | int):
        return
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise NotExact("the keys of a recorded object are strings")
        for each in value.values():
            _require_exact(each)
    elif isinstance(value, list | tuple):
        for each in value:
            _require_exact(each)
    else:
        raise NotExact(f"{type(value).__name__} is not exact JSON; write it as a string")


def entry_hash(content: Content, algorithm: str) -> str:
    """The hash of an entry, over everything in it and the hash before it: ``sha256:…``."""
    at = content.at.astimezone(UTC).isoformat(timespec="microseconds")
    text = canonical(
        [
            content.stream,
            content.sequence,
            content.kind,
            content.actor,
            at,
            content.body,
            content.previous,
        ]
    )
    return _hash([text], algorithm)


def rows_digest(rows: Iterable[Json], algorithm: str) -> str:
    """The digest of a batch of rows in their order, one line each; rows are not kept in memory."""
    return _hash((canonical(row) + "\n" for row in rows), algorithm)


def algorithm_of(hashed: str) -> str | None:
    """The algorithm that a hash names; ``None`` where it names none that is known."""
    name = hashed.partition(":")[0]
    return name if name in ALGORITHMS else None


def _hash(parts: Iterable[str], algorithm: str) -> str:
    digest = hashlib.new(algorithm)
    for part in parts:
        digest.update(part.encode())
    return f"{algorithm}:{digest.hexdigest()}"
