# SPDX-License-Identifier: Apache-2.0
"""A reading as a tree for a person at a terminal: one line for each clause, cut to the width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import east_asian_width

from yiju.library.reading import model

BOLD, DIM, YELLOW, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[33m", "\x1b[0m"
CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")
ELLIPSIS = "…"
FULL_WIDTH = ("W", "F")


@dataclass(frozen=True, slots=True)
class Outline:
    """How the tree is set: the columns of the terminal, and whether it shows colours."""

    columns: int
    coloured: bool

    def lines(self, reading: model.Reading) -> Iterator[str]:
        """The lines of the tree, without line feeds."""
        yield from self._head(reading)
        for number, document in enumerate(reading.documents, start=1):
            yield ""
            yield from self._document(number, document)
        if reading.findings:
            yield ""
            yield from self._findings(reading.findings, "")

    def _head(self, reading: model.Reading) -> Iterator[str]:
        source, bulletin = reading.source, reading.bulletin
        if bulletin is not None:
            yield self._line("", _joined(" ", bulletin.title, bulletin.issue), BOLD)
        aside = sum(removed.end - removed.start for removed in source.removed)
        counts = (
            f"{source.characters:,} characters",
            f"{aside:,} set aside" if aside else None,
            _count(len(reading.documents), "document"),
        )
        yield self._line("", _joined(" · ", source.name, *counts), DIM)
        without = [] if bulletin is None else [c for c in bulletin.contents if c.document is None]
        for entry in without:
            yield self._line("  ", f"{entry.title} (in the contents, without text)", DIM)

    def _document(self, number: int, document: model.Document) -> Iterator[str]:
        title = document.title or "(without title)"
        yield self._line("", f"{number}  {title}", BOLD)
        stated = (
            document.number,
            "、".join(document.issuers) or None,
            document.dated_on.isoformat() if document.dated_on else None,
            f"in force from {document.effective_on}" if document.effective_on else None,
            None if document.part_of is None else f"attached to {document.part_of + 1}",
            None if document.complete else "incomplete",
        )
        yield self._line("   ", _joined(" · ", *stated) or document.id, DIM)
        for node in document.clauses:
            yield from self._node(node, "   ")
        facts = Counter(fact.type for fact in document.facts)
        if facts:
            counted = ", ".join(_count(count, kind) for kind, count in facts.items())
            yield self._line("   ", f"facts: {counted}", DIM)
        yield from self._findings(document.findings, "   ")

    def _node(self, node: model.Node, indent: str) -> Iterator[str]:
        words = _joined(" ", f"{node.label or ''}{node.heading or ''}", node.text)
        if words:
            row = words.replace("\t", " | ")
            yield self._line(indent, row, BOLD if node.heading else "")
        inner = indent + "  " if node.label or node.heading else indent
        for child in node.children:
            yield from self._node(child, inner)

    def _findings(self, findings: tuple[model.Finding, ...], indent: str) -> Iterator[str]:
        for finding in findings:
            proposal = f" → {finding.proposal}" if finding.proposal else ""
            place = f"{finding.start}:{finding.end}"
            words = f"! {finding.type} {place} {finding.message}{proposal}"
            yield self._line(indent, words, YELLOW)

    def _line(self, indent: str, words: str, look: str) -> str:
        # Control signs in a text would be orders to the terminal.
        line = indent + _cut(words.translate(CONTROLS), self.columns - len(indent))
        return f"{look}{line}{PLAIN}" if self.coloured and look else line


def _joined(between: str, *words: str | None) -> str:
    return between.join(word for word in words if word)


def _count(number: int, thing: str) -> str:
    plural = thing[:-1] + "ies" if thing.endswith("y") else thing + "s"
    return f"{number} {thing if number == 1 else plural}"


def _cut(words: str, columns: int) -> str:
    """The words as far as they fit; a Chinese character takes two columns."""
    used = 0
    for position, character in enumerate(words):
        used += 2 if east_asian_width(character) in FULL_WIDTH else 1
        if used > columns:
            return words[: max(0, position - 1)] + ELLIPSIS
    return words
