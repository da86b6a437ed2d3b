# SPDX-License-Identifier: Apache-2.0
"""What a file is, its content says; what it is not, the refusal says."""

from __future__ import annotations

from importlib import import_module
from typing import get_args

import pytest

from tests.library.formats.made_files import docx, ofd, paragraph, pdf, placed, printed, zipped
from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats.extraction import READERS
from yiju.library.formats.sniffing import OLE_MARK, Format, format_of


def old_office(*streams: str) -> bytes:
    """A container of the old Office formats that names these streams."""
    return OLE_MARK + b"\0" * 500 + b"".join(name.encode("utf-16-le") for name in streams)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"\xef\xbb\xbf<!DOCTYPE html>", "html"),
        (b"  \n<!-- saved -->\n<HTML>", "html"),
        (b'<?xml version="1.0"?><html xmlns="a">', "html"),
        (b"<table><tr><td>a", "html"),
        ("\ufeff<html>".encode("utf-16-le"), "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "mhtml"),
        (docx(paragraph("a")), "docx"),
        (ofd(placed("a", 1, 1)), "ofd"),
        (pdf(printed("a", 1, 1)), "pdf"),
        (b"\r\n%PDF-1.4", "pdf"),
        (old_office("WordDocument"), "doc"),
        (old_office("WpsDocument"), "doc"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "doc"),
        (b"< 5 % of <html>", "txt"),
        (b"BMW is a name", "txt"),
        (b"PKZIP", "txt"),
    ],
)
def test_a_file_is_what_it_holds(content: bytes, found: Format) -> None:
    assert format_of("name.bin", content) == found


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n", "a picture \\(PNG\\)"),
        (b"\xff\xd8\xff\xe0", "a picture \\(JPEG\\)"),
        (b"BM\x10\0\0\0\0\0\0\0", "a picture \\(BMP\\)"),
        (b"Rar!\x1a\x07", "an archive"),
        (b"\x1f\x8b\x08", "compressed"),
        (zipped({"xl/workbook.xml": ""}), "a spreadsheet"),
        (zipped({"ppt/presentation.xml": ""}), "slides"),
        (zipped({"content.xml": ""}), "OpenDocument"),
        (zipped({"a.txt": ""}), "a zip archive"),
        (zipped({}), "a zip archive"),
        (b"PK\x03\x04cut", "damaged or cut-off zip"),
        (old_office("Workbook"), "a spreadsheet"),
        (old_office("PowerPoint Document"), "slides"),
        (old_office("EncryptedPackage"), "password"),
    ],
)
def test_what_cannot_be_read_is_called_by_its_name(content: bytes, what: str) -> None:
    with pytest.raises(InvalidInput, match=what):
        format_of("name.txt", content)


def test_a_page_without_a_beginning_is_known_by_its_name_and_its_tags() -> None:
    fragment = "样例<br>通知".encode()
    assert format_of("a.html", fragment) == "html"
    assert format_of("a.txt", fragment) == "txt"


def test_every_format_has_its_reader() -> None:
    assert set(READERS) == set(get_args(Format))
    for module in READERS.values():
        assert callable(import_module(f"yiju.library.formats.{module}").text_of)
