# SPDX-License-Identifier: Apache-2.0
"""Word documents: paragraphs with their automatic numbers, table rows, text boxes, footnotes.

Headers and footers, comments, hidden text and text struck out in tracked changes are no text of
the document. ECMA-376 part 1; elements are known by their local names, so that the strict and
the transitional form read alike.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml.etree import _Element as Element

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats.docx_numbering import Numbering, numbering_of
from yiju.library.formats.xml_parts import attribute, child, local, parsed_part, value_of
from yiju.library.formats.zipped import Package

GONE = frozenset(("del", "moveFrom", "Fallback", "rt", "pPr", "rPr", "sectPr"))
SIGNS = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-"}

# Boxes and ticks of the symbol fonts; other signs of such fonts have no character.
SYMBOLS = {"A8": "□", "6F": "□", "A3": "□", "FE": "☑", "52": "☑", "FC": "✓", "D8": "➢", "6C": "●"}
UNKNOWN_SIGN = "\ufffd"

MAIN = "/officeDocument"


def text_of(name: str, content: bytes) -> str:
    """The text of a Word document: one line for each paragraph and each row of a table."""
    package = Package(name, content)
    main = _related(package, "").get(MAIN, "word/document.xml")
    related = _related(package, main)
    document = _Document(package, related)
    body = child(parsed_part(package, main), "body")
    if body is None:
        raise InvalidInput(name, "a Word file without a body", "save it anew in Word")
    lines = [*document.lines(body), *document.notes()]
    return "".join(f"{line}\n" for line in lines)


def _related(package: Package, part: str) -> dict[str, str]:
    """The parts that a part points to, by the last word of the relation's type."""
    folder, base = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{base}.rels")
    if relations not in package:
        return {}
    found = {}
    for relation in parsed_part(package, relations):
        if relation.get("TargetMode") != "External":
            kind = "/" + relation.get("Type", "").rpartition("/")[2]
            target = posixpath.join("/", folder, relation.get("Target", ""))
            found[kind] = posixpath.normpath(target).lstrip("/")
    return found


class _Document:
    """The text of one file, with the numbers of its lists and notes as far as it is read."""

    def __init__(self, package: Package, related: dict[str, str]) -> None:
        self._package = package
        self._related = related
        self._numbering: Numbering = numbering_of(self._part("/numbering"), self._part("/styles"))
        self._notes: list[tuple[str, str]] = []
        self._before = ""  # text whose paragraph mark was struck out: it goes on in the next

    def _part(self, kind: str) -> Element | None:
        part = self._related.get(kind)
        if part is None or part not in self._package:
            return None
        return parsed_part(self._package, part)

    def lines(self, container: Element) -> Iterator[str]:
        """The lines of the paragraphs and tables in an element."""
        for block in container:
            kind = local(block)
            if kind == "p":
                yield from self._paragraph(block)
            elif kind == "tbl":
                yield from self._table(block)
            elif kind == "altChunk":
                raise InvalidInput(
                    self._package.name,
                    "holds another file in itself",
                    "open it in Word and save it anew",
                )
            elif kind not in GONE:
                yield from self.lines(block)

    def notes(self) -> Iterator[str]:
        """Footnotes and endnotes in the order in which the text calls them."""
        texts = {
            (kind, attribute(note, "id") or ""): " ".join(self.lines(note)).strip()
            for kind in ("/footnotes", "/endnotes")
            if (part := self._part(kind)) is not None
            for note in part
        }
        for number, called in enumerate(self._notes, start=1):
            if called in texts:
                yield f"[{number}] {texts[called]}"

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        properties = child(paragraph, "pPr")
        boxes: list[Element] = []
        text = self._before + "".join(self._words(paragraph, boxes))
        self._before = ""
        if child(child(properties, "rPr"), "del") is not None:
            self._before = text
            return
        label = self._numbering.label(properties)
        if not text.strip():
            label = ""  # Word counts an empty paragraph of a list, but there is nothing to read
        # A line break inside a paragraph begins a new line of the source, as Word shows it.
        for line in f"{label}{text}".split("\n"):
            if line.strip():
                yield line.rstrip()
        for box in boxes:
            yield from self.lines(box)

    def _words(self, element: Element, boxes: list[Element]) -> Iterator[str]:
        """The words in an element; text boxes in it are set aside as ``boxes``."""
        for inner in element:
            kind = local(inner)
            if kind == "t":
                yield inner.text or ""
            elif kind in SIGNS:
                yield SIGNS[kind]
            elif kind == "br":
                yield "\n"
            elif kind == "sym":
                yield SYMBOLS.get((attribute(inner, "char") or "")[-2:].upper(), UNKNOWN_SIGN)
            elif kind in ("footnoteReference", "endnoteReference"):
                yield self._note_mark(kind, inner)
            elif kind == "txbxContent":
                boxes.append(inner)
            elif kind not in GONE and not _is_hidden(inner):
                yield from self._words(inner, boxes)

    def _note_mark(self, kind: str, reference: Element) -> str:
        part = "/footnotes" if kind == "footnoteReference" else "/endnotes"
        self._notes.append((part, attribute(reference, "id") or ""))
        return f"[{len(self._notes)}]"

    def _table(self, table: Element) -> Iterator[str]:
        rows = [row for row in _inside(table, "tr") if not _is_struck(row)]
        if all(len(list(_inside(row, "tc"))) < 2 for row in rows):
            # One column is a frame around paragraphs (a 专栏), not a table.
            for row in rows:
                for cell in _inside(row, "tc"):
                    yield from self.lines(cell)
            return
        for row in rows:
            cells = list(self._cells(row))
            if any(cells):
                yield "\t".join(cells)

    def _cells(self, row: Element) -> Iterator[str]:
        for _ in range(_count(value_of(child(row, "trPr"), "gridBefore"), 0)):
            yield ""
        for cell in _inside(row, "tc"):
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            goes_on = merged is not None and attribute(merged, "val") in (None, "continue")
            yield "" if goes_on else " ".join(self.lines(cell)).replace("\t", " ").strip()
            for _ in range(_count(value_of(properties, "gridSpan"), 1) - 1):
                yield ""


def _inside(element: Element, kind: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those inside content controls."""
    for inner in element:
        if local(inner) == kind:
            yield inner
        elif local(inner) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(inner, kind)


def _is_struck(row: Element) -> bool:
    return child(child(row, "trPr"), "del") is not None


def _is_hidden(run: Element) -> bool:
    """Whether a run of text is marked as hidden (``w:vanish``)."""
    if local(run) != "r":
        return False
    vanish = child(child(run, "rPr"), "vanish")
    return vanish is not None and attribute(vanish, "val") not in ("0", "false", "off")


def _count(given: str | None, otherwise: int) -> int:
    return min(int(given), 63) if given and given.isascii() and given.isdigit() else otherwise
