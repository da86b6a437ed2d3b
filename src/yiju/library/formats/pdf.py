# SPDX-License-Identifier: Apache-2.0
"""PDF files: text by where it stands on the page; scanned pages are named and refused.

Pages are parted by ``\\f``, so that the reader can tell running heads and page numbers by their
repetition. Nothing is guessed from pictures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Lock

import pypdfium2 as pdfium

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats.page_layout import margin_of, page_lines
from yiju.library.formats.pdf_glyphs import Page, read_page
from yiju.library.formats.ruled_tables import grids, table_rows

MOST_PAGES = 5000
PAGE_END = "\f"

# A picture over more than half the page, with no more text than a stamp or a page number.
SCAN_SHARE = 0.5
FEWEST_CHARACTERS = 40
MOST_UNKNOWN_SHARE = 0.1

ANEW = "get it from its office again, or as docx or ofd"
RECOGNISE = "run text recognition (OCR) on it, or get it as docx, ofd or a text PDF"

# pdfium keeps one state for the whole process and must not be called by two threads at once.
_PDFIUM = Lock()


def text_of(name: str, content: bytes) -> str:
    """The text of a PDF, page by page in reading order."""
    with _PDFIUM:
        return PAGE_END.join(_pages(name, content))


def _pages(name: str, content: bytes) -> list[str]:
    document = _opened(name, content)
    try:
        count = len(document)
        if not 0 < count <= MOST_PAGES:
            raise InvalidInput(name, f"a PDF of {count} pages", ANEW)
        pages, scanned, unknown = [], [], []
        for number in range(1, count + 1):
            page = _page(name, document, number)
            if _is_scanned(page):
                scanned.append(number)
            elif page.unknown > MOST_UNKNOWN_SHARE * (len(page.glyphs) + page.unknown):
                unknown.append(number)
            pages.append("".join(f"{line}\n" for line in _lines(page)))
    finally:
        document.close()
    _refuse_unread(name, count, scanned, unknown)
    return pages


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


def _is_scanned(page: Page) -> bool:
    return page.pictured > SCAN_SHARE and len(page.glyphs) + page.unknown < FEWEST_CHARACTERS


def _lines(page: Page) -> Iterator[str]:
    """The lines and table rows of a page from top to bottom."""
    tables = grids(page.rules)
    rest = [glyph for glyph in page.glyphs if not any(grid.holds(glyph) for grid in tables)]
    margin = margin_of(rest)
    for grid in tables:
        yield from page_lines([glyph for glyph in rest if glyph.y <= grid.rows[0]], margin)
        yield from table_rows(grid, [glyph for glyph in page.glyphs if grid.holds(glyph)])
        rest = [glyph for glyph in rest if glyph.y > grid.rows[0]]
    yield from page_lines(rest, margin)


def _refuse_unread(name: str, count: int, scanned: list[int], unknown: list[int]) -> None:
    if scanned:
        which = f"all {count} pages" if len(scanned) == count else _named(scanned)
        raise InvalidInput(name, f"{which}: scanned pictures without text", RECOGNISE)
    if unknown:
        wrong = f"{_named(unknown)}: the fonts do not say which characters they show"
        raise InvalidInput(name, wrong, RECOGNISE)


def _named(pages: Sequence[int]) -> str:
    """Page numbers in words: ``pages 2, 5-7``."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    words = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"page {words}" if len(pages) == 1 else f"pages {words}"
