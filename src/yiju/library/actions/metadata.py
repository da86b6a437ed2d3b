# SPDX-License-Identifier: Apache-2.0
"""What is valid of a document's properties: as read in its current version, corrected by staff."""

from __future__ import annotations

from datetime import date

from yiju.library.levels import UNKNOWN, document_level
from yiju.library.models import Correction, CorrectionKind, Document, DocumentIssuer, State
from yiju.library.readings import Json
from yiju.library.words import fitting, word_hash

NUMBER_LENGTH, KIND_LENGTH, ISSUER_LENGTH = 200, 50, 200

CORRECTABLE = (
    "title",
    "number",
    "kind",
    "issuers",
    "level",
    "dated_on",
    "effective_on",
    "state",
)
"""The properties that staff may correct."""


def apply_metadata(document: Document, stated: Json) -> None:
    """Fills the columns of a document from what was read, then from what staff corrected."""
    valid = {**stated, "state": State.UNKNOWN, **corrected_properties(document)}
    issuers = list(valid.get("issuers") or ())
    title = valid.get("title") or ""
    document.title = title
    document.title_hash = word_hash(title) if title else ""
    document.number = fitting(valid.get("number") or "", NUMBER_LENGTH)
    document.kind = fitting(valid.get("kind") or "", KIND_LENGTH)
    document.issuers = issuers
    document.level = valid.get("level") or _level(document, issuers, stated)
    document.state = valid["state"] or State.UNKNOWN
    document.dated_on = _day(valid.get("dated_on"))
    document.effective_on = _day(valid.get("effective_on"))
    document.year = year_of(document.number, document.dated_on)
    if document.year is None and document.part_of is not None:
        document.year = document.part_of.year
    document.save()
    carrier = document.part_of.issuers if document.part_of is not None else ()
    DocumentIssuer.objects.filter(document=document).delete()
    DocumentIssuer.objects.bulk_create(
        DocumentIssuer(document=document, position=position, name=fitting(name, ISSUER_LENGTH))
        for position, name in enumerate(issuers or carrier)  # what is attached is found with it
    )


def corrected_properties(document: Document) -> Json:
    """What staff said of the document's properties; the newest word on each."""
    rows = Correction.objects.filter(document=document, kind=CorrectionKind.METADATA)
    return {row.anchor: row.value["value"] for row in rows.order_by("id")}


def year_of(number: str, dated_on: date | None) -> int | None:
    """The year of a document: of its number (〔2025〕), else of its date."""
    _, bracket, rest = number.partition("〔")
    if bracket and rest[:4].isascii() and rest[:4].isdecimal():
        return int(rest[:4])
    return dated_on.year if dated_on else None


def _level(document: Document, issuers: list[str], stated: Json) -> str:
    """The level by issuers; of an attached document without any, that of its carrier."""
    level = document_level(issuers, stated.get("section"))
    if level == UNKNOWN and document.part_of is not None:
        return document.part_of.level
    return level


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
