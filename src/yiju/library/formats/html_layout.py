# SPDX-License-Identifier: Apache-2.0
"""The lines that a reader of a web page sees: blocks, list numbers, table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

BLOCKS_WORDS = """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary
    table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(BLOCKS_WORDS.split())

# White space that HTML folds; no-break and ideographic blanks are characters of the text.
FOLDED = re.compile(r"[ \t\n\r\f]+")
# A line end of the page's source between two Chinese characters is no blank.
WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
OWN_LABEL = re.compile(
    r"[\s　]*(?:[(（]?(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,5})[)）、.．]|第)"
)

LONGEST_CELL = 2000
MOST_BLOCKS_IN_A_CELL = 12


def lines_of(root: Element) -> Iterator[str]:
    """The lines of an element in their order, without empty ones."""
    page = _Page()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if page.enter(element):
                continue
            walk.skip_subtree()
        else:
            page.leave(element)
    page.end_line()
    yield from page.lines


class _Page:
    """The lines found so far, and the one that is being written."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._words: list[str] = []
        self._items: dict[Element, int] = {}

    def enter(self, element: Element) -> bool:
        """Takes the beginning of an element; false if all of it was taken at once."""
        if element.tag in BLOCKS or element.tag == "br":
            self.end_line()
        if element.tag == "table" and is_data_table(element):
            self.lines.extend(table_rows(element))
            return False
        if element.tag == "pre":
            self.lines.extend(line for line in _all_text(element).splitlines() if line.strip())
            return False
        if element.tag == "li":
            self._words.append(self._item_label(element))
        self._words.append(element.text or "")
        return True

    def leave(self, element: Element) -> None:
        """Takes the end of an element and the text after it."""
        if element.tag in BLOCKS:
            self.end_line()
        self._words.append(element.tail or "")

    def _item_label(self, item: Element) -> str:
        """The number that a browser shows before an item of an ordered list, or nothing.

        Many pages write the number into the text and hide that of the list; it is not shown twice.
        """
        ordered = item.getparent()
        if ordered is None or ordered.tag != "ol":
            return ""
        last = self._items.get(ordered, _number(ordered.get("start"), 1) - 1)
        number = self._items[ordered] = _number(item.get("value"), last + 1)
        if "none" in ordered.get("style", "") or OWN_LABEL.match(_first_words(item)):
            return ""
        kind = ordered.get("type", "1")
        if kind in ("a", "A") and 1 <= number <= 26:
            return f"{chr(ord(kind) + number - 1)}."
        return f"{number}."

    def end_line(self) -> None:
        """Ends the line, if it holds anything."""
        line = folded("".join(self._words))
        self._words.clear()
        if line.strip():
            self.lines.append(line)


def folded(text: str) -> str:
    """The text with white space folded as a browser shows it."""

    def blank(found: re.Match[str]) -> str:
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        wide = WIDE.match(before) and WIDE.match(after)
        return "" if wide and "\n" in found[0] else " "

    return FOLDED.sub(blank, text).strip(" ")


def is_data_table(table: Element) -> bool:
    """Whether a table shows rows and columns; old pages also use tables to place their parts."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [sum(1 for cell in _cells(row) if _all_text(cell).strip()) for row in table.iter("tr")]
    if not any(filled > 1 for filled in rows):
        return False
    return all(
        len(_all_text(cell)) <= LONGEST_CELL
        and sum(1 for _ in cell.iterdescendants("p", "div", "br")) <= MOST_BLOCKS_IN_A_CELL
        for cell in table.iter("td", "th")
    )


def table_rows(table: Element) -> Iterator[str]:
    """The rows of a table, cells parted by TAB; a cell over several rows or columns fills one."""
    for caption in table.iter("caption"):
        yield folded(_all_text(caption))
    held: dict[int, int] = {}  # column → for how many more rows a cell from above holds it
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in _cells(row):
            _skip_held(cells, held)
            columns, rows = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(cells), len(cells) + columns):
                if rows > 1:
                    held[column] = rows - 1
            cells.extend([" ".join(lines_of(cell)).replace("\t", " "), *[""] * (columns - 1)])
        _skip_held(cells, held)
        if any(cells):
            yield "\t".join(cells)


def _skip_held(cells: list[str], held: dict[int, int]) -> None:
    while held.get(len(cells), 0) > 0:
        held[len(cells)] -= 1
        cells.append("")


def _span(cell: Element, name: str) -> int:
    given = cell.get(name, "1").strip()
    return min(int(given), 100) if given.isascii() and given.isdigit() and given != "0" else 1


def _cells(row: Element) -> Iterator[Element]:
    return row.iterchildren("td", "th")


def _all_text(element: Element) -> str:
    return "".join(map(str, element.itertext()))


def _first_words(element: Element) -> str:
    return next((str(text) for text in element.itertext() if str(text).strip()), "")


def _number(given: str | None, otherwise: int) -> int:
    return int(given) if given and re.fullmatch(r"-?[0-9]{1,6}", given) else otherwise
