# SPDX-License-Identifier: Apache-2.0
"""Writes a dump."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import orjson
from django.db import connection, transaction
from django.db.models import Model

from yiju.kernel.actor import Actor
from yiju.library.dump.tables import CONTRACT, KIND, MANIFEST, TABLES, columns_of, line_of, names_of
from yiju.library.models import Source
from yiju.office.access.roles import Permission, require
from yiju.office.files.queries import content_of

_AT_ONCE = 2000
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # of every member, so that the same rows give the same bytes


def write_dump(actor: Actor, file: IO[bytes]) -> int:
    """Writes the whole library, as it is at one moment; says how many rows it has."""
    require(actor, Permission.READ_DRAFTS)
    require(actor, Permission.SEE_CONTACTS)
    rows = 0
    with _one_moment(), ZipFile(file, "w", ZIP_DEFLATED) as archive:
        described = {}
        for table in TABLES:
            count = _write_table(archive, table)
            name = str(table._meta.model_name)
            described[name] = {"columns": names_of(columns_of(table)), "rows": count}
            rows += count
        for sha256 in Source.objects.order_by("sha256").values_list("sha256", flat=True):
            archive.writestr(_member(f"sources/{sha256}"), content_of(sha256))
        manifest = {"contract": CONTRACT, "kind": KIND, "tables": described}
        archive.writestr(_member(MANIFEST), orjson.dumps(manifest, option=orjson.OPT_INDENT_2))
    return rows


@contextmanager
def _one_moment() -> Iterator[None]:
    """A transaction in which every table is seen as it was at the first look.

    SQLite gives that by itself; PostgreSQL where the transaction asks before it looks, which it
    cannot within one that has begun.
    """
    begun = connection.in_atomic_block
    with transaction.atomic():
        if connection.vendor == "postgresql" and not begun:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _write_table(archive: ZipFile, table: type[Model]) -> int:
    columns = columns_of(table)
    count = 0
    rows = table._default_manager.order_by("pk").iterator(_AT_ONCE)
    member = _member(f"tables/{table._meta.model_name}.jsonl")
    with archive.open(member, "w", force_zip64=True) as lines:
        for row in rows:
            lines.write(line_of(row, columns))
            count += 1
    return count


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, _LONG_AGO)
    member.compress_type = ZIP_DEFLATED
    member.external_attr = 0o600 << 16
    return member
