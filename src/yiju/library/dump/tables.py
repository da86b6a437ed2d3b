# SPDX-License-Identifier: Apache-2.0
"""The tables of a dump, and how a row becomes a line and a line a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import orjson
from django.core.exceptions import ValidationError
from django.db.models import Field, Model

from yiju.kernel.refusal import InvalidInput
from yiju.library import models

CONTRACT = 1
KIND = "yiju library"
MANIFEST = "manifest.json"

TABLES: tuple[type[Model], ...] = (
    models.Unit,
    models.UnitName,
    models.UnitQuestion,
    models.Source,
    models.Document,
    models.DocumentIssuer,
    models.Issue,
    models.IssueSection,
    models.ContentsLine,
    models.Version,
    models.Appearance,
    models.Clause,
    models.Fact,
    models.DutyUnit,
    models.Finding,
    models.Correction,
)
"""Each after those that its rows lead to. The search index is not among them: it is built anew."""

# Any: a field of Django holds values of any type.
Column = Field[Any, Any]


def columns_of(table: type[Model]) -> tuple[Column, ...]:
    """The columns of a table that a dump has: all of them."""
    return tuple(table._meta.concrete_fields)


def names_of(columns: Sequence[Column]) -> list[str]:
    """The names of columns as the manifest has them."""
    return [column.attname for column in columns]


def line_of(row: Model, columns: Sequence[Column]) -> bytes:
    """A row as one line of JSON. Keys inside are sorted: PostgreSQL does not keep their order."""
    values = [_plain(getattr(row, column.attname)) for column in columns]
    return orjson.dumps(values, option=orjson.OPT_SORT_KEYS) + b"\n"


def row_of(table: type[Model], columns: Sequence[Column], line: bytes, place: str) -> Model:
    """The row that a line holds; InvalidInput, with the place of the line, if it holds none."""
    try:
        values = orjson.loads(line)
    except orjson.JSONDecodeError as wrong:
        raise _damaged(place, f"is no JSON ({wrong})") from None
    if not isinstance(values, list) or len(values) != len(columns):
        raise _damaged(place, f"has not {len(columns)} values")
    try:
        named = {
            column.attname: column.to_python(value)
            for column, value in zip(columns, values, strict=True)
        }
    except ValidationError as wrong:
        raise _damaged(place, "; ".join(wrong.messages)) from None
    return table(**named)


def _damaged(place: str, wrong: str) -> InvalidInput:
    return InvalidInput(place, wrong, "give the file as `yiju dump` wrote it")


# object: whatever a column holds.
def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value
