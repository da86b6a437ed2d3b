# SPDX-License-Identifier: Apache-2.0
"""One door for every format: bytes in, the source text and its SHA-256 out."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module

from yiju.library.formats.sniffing import Format, format_of

# Only the module that a file needs is loaded: lxml and pdfium cost more to start than a
# notice costs to read.
READERS: dict[Format, str] = {
    "txt": "plain",
    "html": "html",
    "mhtml": "mhtml",
    "docx": "docx",
    "pdf": "pdf",
    "ofd": "ofd",
    "doc": "converted",
    "rtf": "converted",
}


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of one source as the reader will read it; all offsets count its characters.

    Lines end with ``\\n`` whatever the file used, a byte order mark is no character, pages of a
    PDF or OFD are parted by ``\\f`` and the cells of a table row by TAB. ``sha256`` is that of
    the bytes as received. ``format`` is what the content is, whatever the name says.
    """

    name: str
    sha256: str
    text: str
    format: Format


def extract(name: str, content: bytes) -> Extracted:
    """Reads the content of a file; its type is recognised by the content, not by the name.

    Raises InvalidInput, with ``name`` as the place, for what holds no text that can be read:
    an empty or binary file, an unknown charset, a password, scanned pages, a bomb.
    """
    found = format_of(name, content)
    reader = import_module(f"yiju.library.formats.{READERS[found]}")
    text: str = reader.text_of(name, content)
    return Extracted(name, sha256(content).hexdigest(), _one_line_end(text), found)


def _one_line_end(text: str) -> str:
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")
