# SPDX-License-Identifier: Apache-2.0
"""The clauses of one document in Akoma Ntoso, with the references and days that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml.etree import _Element as Element

from yiju.library.reading import model
from yiju.library.reading.render.akn_meta import add, allowed, eid, unknown_address

ELEMENTS: dict[model.Kind, str] = {
    "part": "part",
    "subpart": "subpart",
    "chapter": "chapter",
    "section": "section",
    "article": "article",
    "paragraph": "paragraph",
    "item": "point",
    "subitem": "indent",
    "level1": "level",
    "level2": "level",
    "level3": "level",
    "level4": "level",
}
"""What a unit is called; the others (box, table, point, note) are named containers."""

WHOLE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Mark(NamedTuple):
    """A stretch of a clause's own text that is marked up: the element and its one attribute."""

    first: int
    past: int
    element: str
    attribute: str
    value: str


class ClauseWriter:
    """Writes the clauses of one document; ``addresses`` are those of the documents beside it."""

    def __init__(self, document: model.Document, addresses: Mapping[str, str], prefix: str) -> None:
        self._document = document
        self._addresses = addresses
        self._prefix = prefix
        self._facts: dict[str, list[model.Fact]] = {}
        for fact in document.facts:
            self._facts.setdefault(fact.clause, []).append(fact)

    def write(self, parent: Element, node: model.Node) -> None:
        """Adds a clause with its children."""
        element = ELEMENTS.get(node.kind)
        place = self._prefix + eid(node.path)
        if element is None:
            clause = add(parent, "hcontainer", name=node.kind, eId=place)
        else:
            clause = add(parent, element, eId=place)
        if node.label:
            add(clause, "num", node.label)
        if node.heading:
            add(clause, "heading", node.heading)
        if node.text or not node.children:
            self._own_text(add(clause, "intro" if node.children else "content"), node)
        for child in node.children:
            self.write(clause, child)

    def _own_text(self, holder: Element, node: model.Node) -> None:
        if node.kind == "table" and node.text:
            table = add(holder, "table")
            for row in node.text.split("\n"):
                cells = add(table, "tr")
                for cell in row.split("\t"):
                    add(add(cells, "td"), "p", cell)
        else:
            self._marked_text(add(holder, "p"), node)

    def _marked_text(self, paragraph: Element, node: model.Node) -> None:
        """The text of a clause; where it names a known document or a day, that is marked."""
        marks = list(self._marks(node))
        ends = [mark.first for mark in marks[1:]] + [len(node.text)]
        paragraph.text = allowed(node.text[: marks[0].first] if marks else node.text)
        for mark, end in zip(marks, ends, strict=bool(marks)):
            words = node.text[mark.first : mark.past]
            element = add(paragraph, mark.element, words, **{mark.attribute: mark.value})
            element.tail = allowed(node.text[mark.past : end])

    def _marks(self, node: model.Node) -> Iterator[Mark]:
        """The marks of a clause from left to right; of two that overlap, the first."""
        facts = self._facts.get(f"{self._document.id}#{node.path}", ())
        past = 0
        for mark in sorted(filter(None, (self._mark(fact, node.text) for fact in facts))):
            if mark.first >= past:
                yield mark
                past = mark.past

    def _mark(self, fact: model.Fact, text: str) -> Mark | None:
        first = text.find(fact.quote)
        past = first + len(fact.quote)
        if first < 0 or first == past:
            return None
        if isinstance(fact, model.Reference) and fact.target:
            return Mark(first, past, "ref", "href", self._href(fact.target))
        if isinstance(fact, model.Deadline) and fact.on and WHOLE_DAY.fullmatch(fact.on):
            return Mark(first, past, "date", "date", fact.on)
        return None

    def _href(self, target: str) -> str:
        document_id, _, path = target.partition("#")
        if document_id == self._document.id and path:
            return f"#{self._prefix}{eid(path)}"
        address = self._addresses.get(document_id, unknown_address(document_id))
        return f"{address}/!main#{eid(path)}" if path else address
