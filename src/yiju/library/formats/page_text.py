# SPDX-License-Identifier: Apache-2.0
"""The text of placed pages, and which of them hold none that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats.page_glyphs import Page
from yiju.library.formats.page_layout import margin_of, page_lines
from yiju.library.formats.ruled_tables import grids, table_rows

PAGE_END = "\f"

# A picture over more than half the page, with no more text than a stamp or a page number.
SCAN_SHARE = 0.5
FEWEST_CHARACTERS = 40
MOST_UNKNOWN_SHARE = 0.1

RECOGNISE = "run text recognition (OCR) on it, or get it as docx or with its text"


def pages_text(name: str, pages: Sequence[Page]) -> str:
    """The text of all pages, parted by ``\\f``.

    Raises InvalidInput that names the pages which are scanned, or whose fonts do not say which
    characters they show: a guess would be cited.
    """
    scanned = [number for number, page in enumerate(pages, start=1) if _is_scanned(page)]
    if scanned:
        which = f"all {len(pages)} pages" if len(scanned) == len(pages) else _named(scanned)
        raise InvalidInput(name, f"{which}: scanned pictures without text", RECOGNISE)
    unknown = [number for number, page in enumerate(pages, start=1) if _is_unreadable(page)]
    if unknown:
        wrong = f"{_named(unknown)}: the fonts do not say which characters they show"
        raise InvalidInput(name, wrong, RECOGNISE)
    return PAGE_END.join("".join(f"{line}\n" for line in _lines(page)) for page in pages)


def _is_scanned(page: Page) -> bool:
    return page.pictured > SCAN_SHARE and len(page.glyphs) + page.unknown < FEWEST_CHARACTERS


def _is_unreadable(page: Page) -> bool:
    return page.unknown > MOST_UNKNOWN_SHARE * (len(page.glyphs) + page.unknown)


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
