# SPDX-License-Identifier: Apache-2.0
"""How acts on the library are told to the journal, and who writes at a time."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

from yiju.kernel.actor import Actor
from yiju.library.models import Document
from yiju.library.words import combined_hash
from yiju.office.journal.actions import Act
from yiju.office.journal.chain import STREAM_LENGTH, Json

_IMPORT_LOCK = 0x79696A75  # any number that nothing else locks by; this one spells "yiju"


def document_act(ref: str, kind: str, *, actor: Actor, at: datetime, body: Json) -> Act:
    """An act on one document, in the document's own stream."""
    stream = f"document/{ref}"
    if len(stream) > STREAM_LENGTH:
        stream = f"document/{combined_hash([ref])}"
    return Act(stream=stream, kind=kind, actor=actor, at=at, body=body)


def name_of(actor: Actor) -> str:
    """The actor as the rows keep it."""
    return actor.party or str(actor.kind)


def lock_imports() -> None:
    """Lets one transaction at a time bring documents in; it is the first lock that it takes.

    Two bulletins with the same document would otherwise both find that it is new. On SQLite the
    transaction itself is the lock.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_IMPORT_LOCK])


class NotInLibrary(Exception):
    """What an act names does not exist (any more)."""


def found_document(ref: str) -> Document:
    """The document of this reference, locked until the transaction ends."""
    document = Document.objects.select_for_update().filter(ref=ref).first()
    if document is None:
        raise NotInLibrary(ref)
    return document
