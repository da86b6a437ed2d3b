# SPDX-License-Identifier: Apache-2.0
"""Every list as a file, as filtered: CSV that WPS and Excel open as it is, and JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from yiju.library.web.listing import address_with

Row = TypeVar("Row")
# Any: what a cell holds is the contract's JSON of its column: text, number, list or null.
Cell = Any
BOM = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its key, the same in CSV and JSON, and what a row has there."""

    key: str
    value: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file to download."""

    name: str
    url: str
    rel: str = ""


def file_links(request: HttpRequest) -> tuple[FileLink, ...]:
    """The list shown, as files: same filter, all pages."""
    return tuple(
        FileLink(
            _("下载 %(format)s") % {"format": name}, address_with(request, page=None, format=key)
        )
        for key, name in (("csv", "CSV"), ("json", "JSON"))
    )


def wanted_format(request: HttpRequest) -> str | None:
    """``csv`` or ``json`` where the address asks for a file; another word is not found."""
    asked = request.GET.get("format")
    if asked not in (None, "csv", "json"):
        raise Http404
    return asked


def table_file(
    name: str, form: str, columns: Sequence[Column[Row]], rows: Iterable[Row]
) -> HttpResponse:
    """The rows as a file called ``name``."""
    written = table_csv(columns, rows) if form == "csv" else table_json(columns, rows)
    kind = "text/csv; charset=utf-8" if form == "csv" else "application/json"
    response = HttpResponse(written, content_type=kind)
    disposition = content_disposition_header(True, f"{name}.{form}")
    if disposition:
        response["Content-Disposition"] = disposition
    return response


def table_csv(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> bytes:
    """UTF-8 with BOM. A cell that a spreadsheet would run as a formula is led in by ``'``."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.key for column in columns])
    for row in rows:
        writer.writerow([_csv_cell(column.value(row)) for column in columns])
    return (BOM + text.getvalue()).encode()


def _csv_cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "；".join(_csv_cell(part) for part in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    said = str(value)
    is_text = isinstance(value, str) and not said.lstrip("+-").replace(".", "", 1).isdigit()
    return f"'{said}" if is_text and said.startswith(FORMULA_STARTS) else said


def table_json(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> bytes:
    """One value with the contract's number first."""
    listed = [{column.key: column.value(row) for column in columns} for row in rows]
    return orjson.dumps({"contract": 1, "rows": listed}, option=orjson.OPT_INDENT_2)
