# SPDX-License-Identifier: Apache-2.0
"""PDF files: text by where it stands on the page; scanned pages are named and refused.

Pages are parted by ``\\f``, so that the reader can tell running heads and page numbers by their
repetition. Nothing is guessed from pictures.
"""

from __future__ import annotations

from threading import Lock

import pypdfium2 as pdfium

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats.page_glyphs import Page
from yiju.library.formats.page_text import pages_text
from yiju.library.formats.pdf_glyphs import read_page

MOST_PAGES = 5000

ANEW = "get it from its office again, or as docx or ofd"

# pdfium keeps one state for the whole process and must not be called by two threads at once.
_PDFIUM = Lock()


def text_of(name: str, content: bytes) -> str:
    """The text of a PDF, page by page in reading order."""
    with _PDFIUM:
        pages = _pages(name, content)
    return pages_text(name, pages)


def _pages(name: str, content: bytes) -> list[Page]:
    document = _opened(name, content)
    try:
        count = len(document)
        if not 0 < count <= MOST_PAGES:
            raise InvalidInput(name, f"a PDF of {count} pages", ANEW)
        return [_page(name, document, number) for number in range(1, count + 1)]
    finally:
        document.close()


def _opened(name: str, content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as failure:
        if getattr(failure, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD:
            raise InvalidInput(
                name, "a PDF locked with a password", "save it without one"
            ) from None
        raise InvalidInput(name, "a damaged or cut-off PDF", ANEW) from None


def _page(name: str, document: pdfium.PdfDocument, number: int) -> Page:
    try:
        page = document[number - 1]
        try:
            return read_page(page)
        finally:
            page.close()
    except pdfium.PdfiumError:
        raise InvalidInput(name, f"page {number} of this PDF is damaged", ANEW) from None
