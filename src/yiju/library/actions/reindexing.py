# SPDX-License-Identifier: Apache-2.0
"""Building the search index anew, after an upgrade that changes how words are compared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from yiju.kernel.actor import Actor
from yiju.library.actions.recording import lock_imports
from yiju.library.search.index import rebuild
from yiju.office.access.roles import Permission, require
from yiju.office.journal.actions import Act, append


def rebuild_index(
    actor: Actor, *, at: datetime, progress: Callable[[int], None] | None = None
) -> int:
    """Builds the index from the current versions; says how many entries it has."""
    require(actor, Permission.IMPORT)
    with transaction.atomic(durable=True):
        lock_imports()
        entries = rebuild(progress)
        body = {"entries": entries}
        append(Act(stream="search", kind="index_rebuilt", actor=actor, at=at, body=body))
    return entries
