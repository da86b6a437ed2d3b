# SPDX-License-Identifier: Apache-2.0
"""The journal as auditors read it: the latest entries, narrowed by stream, actor or kind."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from yiju.kernel.actor import Actor
from yiju.office.access.roles import Permission, require
from yiju.office.journal.models import Entry

ENTRIES_PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """One thing that was done. ``body`` is what was recorded of it, as JSON text."""

    stream: str
    sequence: int
    kind: str
    actor: str
    at: datetime
    body: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalPage:
    """A page of entries, newest first; ``number`` of ``pages``."""

    entries: tuple[EntryLine, ...]
    number: int
    pages: int
    count: int


def journal_page(
    actor: Actor, *, stream: str | None = None, by: str | None = None, page: int = 1
) -> JournalPage:
    """The entries of a stream, of an actor, or all; for auditors only."""
    require(actor, Permission.READ_JOURNAL)
    entries = Entry.objects.order_by("-at", "stream", "-sequence")
    if stream is not None:
        entries = entries.filter(stream=stream)
    if by is not None:
        entries = entries.filter(actor=by)
    count = entries.count()
    pages = max(1, -(-count // ENTRIES_PER_PAGE))
    number = min(max(1, page), pages)
    first = (number - 1) * ENTRIES_PER_PAGE
    shown = entries[first : first + ENTRIES_PER_PAGE]
    return JournalPage(entries=tuple(map(_line, shown)), number=number, pages=pages, count=count)


def _line(entry: Entry) -> EntryLine:
    return EntryLine(
        stream=entry.stream,
        sequence=entry.sequence,
        kind=entry.kind,
        actor=entry.actor,
        at=entry.at,
        body=json.dumps(json.loads(entry.body), ensure_ascii=False),
        hash=entry.hash,
    )
