# SPDX-License-Identifier: Apache-2.0
"""Facts as a table that staff correct in a spreadsheet and bring back.

Columns ``document,anchor,type,clause,quote,status,payload``: the first two name the fact,
``payload`` is the contract's JSON of its type. What was not touched comes back as no change.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from yiju.kernel.refusal import InvalidInput
from yiju.library.queries.facts import FactRow

COLUMNS = ("document", "anchor", "type", "clause", "quote", "status", "payload")
_BOM = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_REMEDY = "give the table as it was exported, with status or payload changed"


@dataclass(frozen=True, slots=True)
class DecidedFact:
    """One row of the table: which fact, and what it is said to be. ``place`` is file and line."""

    place: str
    document: str
    anchor: str
    status: str
    # Any: JSON of the contract.
    payload: dict[str, Any]


def decisions_csv(facts: Iterable[FactRow]) -> bytes:
    """The facts as CSV: UTF-8 with BOM, no cell that a spreadsheet would run as a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for fact in facts:
        payload = orjson.dumps(fact.payload, option=orjson.OPT_SORT_KEYS).decode()
        cells = (fact.document, fact.anchor, fact.type, fact.clause, fact.quote, fact.status)
        writer.writerow([*map(_led_in, cells), payload])
    return (_BOM + text.getvalue()).encode()


def decisions_of(content: bytes, *, name: str) -> Iterator[DecidedFact]:
    """The rows of a table that comes back. Raises InvalidInput with the line that is wrong."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput(name, "is not UTF-8", "save it as CSV UTF-8") from None
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        missing = set(COLUMNS) - set(rows.fieldnames or ())
        if missing:
            raise InvalidInput(f"{name}:1", f"lacks {', '.join(sorted(missing))}", _REMEDY)
        for row in rows:
            yield _decided(row, f"{name}:{rows.line_num}")
    except csv.Error as wrong:
        raise InvalidInput(f"{name}:{rows.line_num}", f"is no CSV ({wrong})", _REMEDY) from None


def _decided(row: dict[str, str | None], place: str) -> DecidedFact:
    cells = {column: row[column] for column in COLUMNS}
    try:
        payload = orjson.loads(cells["payload"] or "")
    except orjson.JSONDecodeError:
        raise InvalidInput(place, "the payload is no JSON", _REMEDY) from None
    if not isinstance(payload, dict) or None in cells.values():
        raise InvalidInput(place, "cells are missing or no payload", _REMEDY)
    return DecidedFact(
        place,
        _as_written(cells["document"]),
        _as_written(cells["anchor"]),
        _as_written(cells["status"]),
        payload,
    )


def _led_in(cell: str) -> str:
    """A cell that begins like a formula is led in by an apostrophe."""
    return f"'{cell}" if cell.startswith((*_FORMULA_STARTS, "'")) else cell


def _as_written(cell: str | None) -> str:
    return (cell or "").removeprefix("'")
