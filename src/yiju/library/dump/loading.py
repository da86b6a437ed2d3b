# SPDX-License-Identifier: Apache-2.0
"""Reads a dump back into an empty library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import islice
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

import orjson
from django.core.management.color import no_style
from django.db import Error, connection, transaction
from django.db.models import Model

from yiju.kernel.actor import Actor
from yiju.kernel.refusal import InvalidInput
from yiju.library.actions.recording import lock_imports
from yiju.library.dump.tables import (
    CONTRACT,
    KIND,
    MANIFEST,
    TABLES,
    columns_of,
    names_of,
    row_of,
)
from yiju.library.models import Correction, Document, Source, Unit, UnitQuestion
from yiju.library.search.index import rebuild
from yiju.office.access.roles import Permission, require
from yiju.office.files.actions import keep
from yiju.office.journal.actions import Act, append
from yiju.office.journal.chain import Json

_AT_ONCE = 1000
_REMEDY = "give the file as `yiju dump` wrote it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a dump brought."""

    rows: int
    documents: int
    sources: int


def load_dump(actor: Actor, file: IO[bytes], *, name: str, at: datetime) -> Loaded:
    """Brings a dump into an empty library: all of it, or, where anything is wrong, nothing."""
    require(actor, Permission.IMPORT)
    require(actor, Permission.PUBLISH)
    try:
        with ZipFile(file) as archive, transaction.atomic(durable=True):
            lock_imports()
            return _load(archive, actor, name, at)
    except BadZipFile as wrong:
        raise InvalidInput(name, f"is no whole dump ({wrong})", _REMEDY) from None
    except Error as wrong:
        raise InvalidInput(name, f"its rows do not fit together ({wrong})", _REMEDY) from wrong


def _load(archive: ZipFile, actor: Actor, name: str, at: datetime) -> Loaded:
    manifest = _manifest(archive, name)
    for table in (Source, Document, Correction):
        if table._default_manager.exists():
            raise InvalidInput(name, "the library is not empty", "load into a new --data folder")
    UnitQuestion.objects.all().delete()
    Unit.objects.all().delete()
    rows = sum(_load_table(archive, table, manifest, name) for table in TABLES)
    _keep_sources(archive, name, at)
    _go_on_counting()
    rebuild()
    loaded = Loaded(rows=rows, documents=Document.objects.count(), sources=Source.objects.count())
    body: dict[str, Json] = {"name": name, "rows": rows, "documents": loaded.documents}
    append(Act(stream="library", kind="dump_loaded", actor=actor, at=at, body=body))
    return loaded


# Any: JSON.
def _manifest(archive: ZipFile, name: str) -> dict[str, Any]:
    """The description of the tables, which must be those of this version."""
    try:
        manifest = orjson.loads(archive.read(MANIFEST))
        known = manifest["contract"] == CONTRACT and manifest["kind"] == KIND
        tables: dict[str, Any] = manifest["tables"]
    except (KeyError, TypeError, orjson.JSONDecodeError):
        raise InvalidInput(name, "is no dump of a library", _REMEDY) from None
    for table in TABLES:
        described = tables.get(str(table._meta.model_name), {})
        if not known or described.get("columns") != names_of(columns_of(table)):
            raise InvalidInput(
                name, "was written by another version", "load it with that version and upgrade"
            )
    return tables


def _load_table(archive: ZipFile, table: type[Model], manifest: dict[str, Any], name: str) -> int:
    table_name = str(table._meta.model_name)
    rows = _rows(archive, table, f"{name}:{table_name}.jsonl")
    count = 0
    while batch := list(islice(rows, _AT_ONCE)):
        table._default_manager.bulk_create(batch)
        count += len(batch)
    if count != manifest[table_name].get("rows"):
        raise InvalidInput(f"{name}:{table_name}.jsonl", "rows are missing", _REMEDY)
    return count


def _rows(archive: ZipFile, table: type[Model], place: str) -> Iterator[Model]:
    columns = columns_of(table)
    try:
        lines = archive.open(f"tables/{table._meta.model_name}.jsonl")
    except KeyError:
        raise InvalidInput(place, "is missing", _REMEDY) from None
    with lines:
        for number, line in enumerate(lines, start=1):
            yield row_of(table, columns, line, f"{place}:{number}")


def _keep_sources(archive: ZipFile, name: str, at: datetime) -> None:
    """Keeps the bytes of every source; each must be what its hash says."""
    for expected in Source.objects.values_list("sha256", flat=True):
        try:
            content = archive.read(f"sources/{expected}")
        except KeyError:
            raise InvalidInput(name, f"the source {expected} is missing", _REMEDY) from None
        if sha256(content).hexdigest() != expected:
            raise InvalidInput(name, f"the source {expected} was changed", _REMEDY)
        keep(content, at=at)


def _go_on_counting() -> None:
    """Lets the next keys follow those that were loaded."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(TABLES)):
            cursor.execute(statement)
