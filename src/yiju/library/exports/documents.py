# SPDX-License-Identifier: Apache-2.0
"""A document as a file: Akoma Ntoso, Markdown, or the contract's JSON, as staff left it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import orjson

from yiju.library.exports.values import document_page_value
from yiju.library.queries.document import DocumentPage
from yiju.library.reading import model
from yiju.library.reading.render.akn import document_as_akn
from yiju.library.reading.render.markdown import document_as_markdown
from yiju.library.reading.render.restored import document_from_value

Form = Literal["akn", "md", "json"]
CONTENT_TYPES: dict[Form, str] = {
    "akn": "application/akn+xml; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
}
_ENDINGS: dict[Form, str] = {"akn": "xml", "md": "md", "json": "json"}


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A file to download."""

    name: str
    content_type: str
    content: bytes


def document_file(page: DocumentPage, form: Form) -> DocumentFile:
    """The document of a page as a file; what the page's reader may not see is not in it."""
    return DocumentFile(
        f"{page.card.ref}.{_ENDINGS[form]}", CONTENT_TYPES[form], _content(page, form)
    )


def document_of(page: DocumentPage) -> model.Document:
    """The document of a page as the reader's value, with what staff corrected.

    Offsets are those of the version's source; fields of the source are left out.
    """
    value = document_page_value(page)["document"]
    place: dict[str, object] = {
        "start": min((clause.start for clause in page.clauses), default=0),
        "end": max((clause.end for clause in page.clauses), default=0),
        "part_of": None,
        "fields": [],
        "findings": [],
    }
    return document_from_value({**value, **place})


def _content(page: DocumentPage, form: Form) -> bytes:
    if form == "akn":
        return document_as_akn(document_of(page))
    if form == "md":
        return document_as_markdown(document_of(page)).encode()
    return orjson.dumps({"contract": 1, **document_page_value(page)}, option=orjson.OPT_INDENT_2)
