# SPDX-License-Identifier: Apache-2.0
"""What a generated text truly says, and a text whose every character knows its owner.

A generator writes lines of cells; a cell is one character with the owner it belongs to (the text
of one clause, a title, a page mark …). Whatever damage does to the characters, the owners stay
with them, so the truth of a damaged text can be read off its cells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from yiju.library.reading.model import Kind

Role = Literal[
    "label", "heading", "text",  # clauses
    "title", "number", "addressees", "issuers", "dated_on", "annexes", "contacts", "enactment",
    "contents", "section", "cover", "furniture",
]  # fmt: skip
Run = tuple[str, Role, str]
"""Characters, their role and the path of their clause (empty outside clauses)."""
CLAUSE_ROLES = ("label", "heading", "text")


KINDS: dict[str, Kind] = {
    "part": "part", "subpart": "subpart", "chp": "chapter", "sec": "section", "art": "article",
    "para": "paragraph", "item": "item", "subitem": "subitem", "l1": "level1", "l2": "level2",
    "l3": "level3", "l4": "level4", "box": "box", "tbl": "table", "note": "note",
}  # fmt: skip
"""The kind that each step of a path names."""


@dataclass(frozen=True, slots=True)
class Owner:
    """To what a character belongs: a role in a document, and for a clause its path.

    ``loose`` marks words whose place the contract leaves open (特此通知, a contact line): they
    must not be lost, but no path is asked of them.
    """

    document: int | None
    role: Role
    path: str = ""
    loose: bool = False


Cell = tuple[str, Owner | None]
"""A character and its owner; damage that was put in (blanks, line feeds) has no owner."""


@dataclass(slots=True)
class Line:
    """One paragraph as its author wrote it.

    ``item`` marks a line that starts with a label and that a careless conversion may run into the
    line before; ``solid`` lines (table rows) are never wrapped.
    """

    cells: list[Cell]
    item: bool = False
    solid: bool = False


@dataclass(frozen=True, slots=True)
class FactTruth:
    """A fact that a sentence states.

    ``values`` gives for each key the values that are right (more than one where the contract
    leaves the choice); ``words`` gives for a wording key some characters of which the answer must
    contain one. ``tolerated`` are types that a fair reader may also see in the same sentence.
    """

    type: str
    quote: str
    values: Mapping[str, tuple[object, ...]]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tolerated: tuple[str, ...] = ()
    path: str = ""


@dataclass(slots=True)
class DocumentTruth:
    """The stated properties of a generated document and the paths of its clauses in order.

    ``enacted``: a line under the title names the day and the congress that passed the law; whether
    these are its date and its issuer, the contract does not say.
    """

    index: int
    title: str
    kind: str | None
    number: str | None = None
    issuers: tuple[str, ...] = ()
    addressees: bool = False
    dated_on: date | None = None
    effective_on: date | None = None
    annexes: tuple[str, ...] = ()
    enacted: bool = False
    part_of: int | None = None
    paths: list[str] = field(default_factory=list)
    facts: list[FactTruth] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    attached: list[DocumentTruth] = field(default_factory=list)

    def write(self, *runs: Run, item: bool = False, loose: bool = False) -> None:
        """Adds one line made of runs ``(characters, role, path)``."""
        cells: list[Cell] = []
        for characters, role, path in runs:
            owner = Owner(self.index, role, path, loose)
            cells.extend((character, owner) for character in characters)
        self.lines.append(Line(cells, item=item))

    def all_lines(self) -> list[Line]:
        """The lines of this document and of those attached to it."""
        lines = list(self.lines)
        for document in self.attached:
            lines.extend(document.all_lines())
        return lines

    def family(self) -> list[DocumentTruth]:
        """This document and those attached to it, in the order of the text."""
        return [self, *(inner for document in self.attached for inner in document.family())]


@dataclass(slots=True)
class ContentsTruth:
    """A line of a contents page; ``document`` is ``None`` for a title without text."""

    title: str
    document: int | None


@dataclass(slots=True)
class SourceText:
    """A generated and damaged source beside the truth about it."""

    name: str
    text: str
    owners: list[Owner | None]
    documents: list[DocumentTruth]
    contents: list[ContentsTruth] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)

    def stretches(self) -> dict[Owner, str]:
        """The characters of each owner as they stand in the source, white space left out."""
        characters: dict[Owner, list[str]] = defaultdict(list)
        for character, owner in zip(self.text, self.owners, strict=True):
            if owner is not None and not character.isspace():
                characters[owner].append(character)
        return {owner: "".join(found) for owner, found in characters.items()}

    def range_of(self, document: int) -> tuple[int, int]:
        """From the first to past the last character that the document owns."""
        places = [
            place
            for place, owner in enumerate(self.owners)
            if owner is not None and owner.document == document
        ]
        return places[0], places[-1] + 1


def assembled(
    name: str,
    lines: Iterable[Iterable[Cell]],
    documents: list[DocumentTruth],
    contents: list[ContentsTruth] | None = None,
    sections: list[str] | None = None,
) -> SourceText:
    """The source text that the physical lines make, one line feed after each."""
    characters: list[str] = []
    owners: list[Owner | None] = []
    for line in lines:
        for character, owner in line:
            characters.append(character)
            owners.append(owner)
        characters.append("\n")
        owners.append(None)
    return SourceText(name, "".join(characters), owners, documents, contents or [], sections or [])
