# SPDX-License-Identifier: Apache-2.0
"""What a file is, by its content. A name is only a hint: half of all .wps files are .doc."""

from __future__ import annotations

import codecs
import re
from typing import Literal

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats.zipped import Package

Format = Literal["txt", "html", "mhtml", "docx", "pdf", "ofd", "doc", "rtf"]

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# Things that people do send, with what to do about each.
NOT_TEXT: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a picture (PNG)", "name the document itself, a picture is not read"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "name the document itself, a picture is not read"),
    (b"GIF8", "a picture (GIF)", "name the document itself, a picture is not read"),
    (b"II*\0", "a picture (TIFF)", "name the document itself, a picture is not read"),
    (b"MM\0*", "a picture (TIFF)", "name the document itself, a picture is not read"),
    (b"BM", "a picture (BMP)", "name the document itself, a picture is not read"),
    (b"Rar!", "an archive (RAR)", "unpack it and name the files in it"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", "unpack it and name the files in it"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it and name the files in it"),
    (b"SQLite format 3\0", "an SQLite database", "name the document itself"),
)

ZIP_KINDS = (
    ("xl/workbook.xml", "a spreadsheet"),
    ("ppt/presentation.xml", "slides"),
    ("content.xml", "an OpenDocument file"),
)

HTML_START = re.compile(
    rb"(?:<!--.{0,2000}?-->|<\?xml[^>]{0,200}>|\s)*+"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|article|section|main|h[1-6]|ol|ul)"
    rb"[\s>/]",
    re.IGNORECASE | re.DOTALL,
)


def format_of(name: str, content: bytes) -> Format:
    """What the content is. Raises InvalidInput for what the reader knows it cannot read."""
    if not content:
        raise InvalidInput(name, "the file is empty", "name a file that holds a text")
    head = content[:8192]
    for mark, what, remedy in NOT_TEXT:
        # The two letters of BMP also begin English words; its reserved bytes are NUL.
        if head.startswith(mark) and (mark != b"BM" or head[6:10] == b"\0\0\0\0"):
            raise InvalidInput(name, f"this is {what}, not text", remedy)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(name, content)
    if head.startswith(OLE_MARK):
        return _compound(name, content)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    return _written(name, head)


def _zipped(name: str, content: bytes) -> Format:
    package = Package(name, content)
    if "OFD.xml" in package:
        return "ofd"
    if "[Content_Types].xml" in package and any(p.startswith("word/") for p in package.parts):
        return "docx"
    for part, what in ZIP_KINDS:
        if part in package:
            raise InvalidInput(name, f"this is {what}", "save it as docx or pdf")
    raise InvalidInput(
        name, "a zip archive, not a document", "unpack it and name the documents in it"
    )


def _compound(name: str, content: bytes) -> Format:
    """What stands in the container of the old Office and WPS formats, by its directory names."""
    if _stream(content, "EncryptedPackage"):
        raise InvalidInput(name, "locked with a password", "save it without one")
    if _stream(content, "WordDocument"):
        return "doc"
    for stream, what in (("Workbook", "a spreadsheet"), ("PowerPoint Document", "slides")):
        if _stream(content, stream):
            raise InvalidInput(name, f"this is {what} of the old Office", "save it as docx or pdf")
    # An old Kingsoft container names its streams in its own way; the converter will know.
    return "doc"


def _stream(content: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in content


def _written(name: str, head: bytes) -> Format:
    for mark, charset in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            head = head[2:].decode(charset, "ignore").encode()
    head = head.removeprefix(codecs.BOM_UTF8)
    if b"multipart/related" in head[:2048] and b"mime-version:" in head[:2048].lower():
        return "mhtml"
    if HTML_START.match(head):
        return "html"
    if b'progid="Word.Document"' in head[:1024]:
        return "doc"
    if re.search(r"\.s?html?$", name, re.IGNORECASE) and re.search(rb"</?[a-zA-Z]", head):
        return "html"
    return "txt"
