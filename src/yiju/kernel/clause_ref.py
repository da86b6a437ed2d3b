# SPDX-License-Identifier: Apache-2.0
"""The clause reference: one string that cites any unit of any document, ``<document>#<path>``.

``国知办函运字〔2025〕193号!1#art_11/para_2/item_1`` is item (一) of paragraph 2 of article 11 of
the first document attached to that notice. The form is fixed by the contract and explained in
``docs/concepts/clause.md``; the document's part is built and repaired in ``document_id``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, unquote

from yiju.kernel.document_id import normal_document
from yiju.kernel.invalid_input import InvalidInput

STEP_OF_KIND = {
    "paragraph": "para",
    "part": "part",
    "subpart": "subpart",
    "chapter": "chp",
    "section": "sec",
    "article": "art",
    "item": "item",
    "subitem": "subitem",
    "level1": "l1",
    "level2": "l2",
    "level3": "l3",
    "level4": "l4",
    "box": "box",
    "table": "tbl",
    "point": "point",
    "note": "note",
}
"""Name of the step for each kind of node. The order is that of siblings of different kinds:
an unnumbered paragraph leads in, boxes, tables and notes follow."""

KIND_OF_STEP = {step: kind for kind, step in STEP_OF_KIND.items()}
_RANK = {step: rank for rank, step in enumerate(KIND_OF_STEP)}
_STEP = re.compile(r"([a-z][a-z0-9]*)_([0-9]+)(?:-([0-9]+))?(?:~([0-9]+))?")
_REMEDY = (
    "write DOCUMENT#STEP_NUMBER/STEP_NUMBER, such as 国知办函运字〔2025〕193号!1#art_11/para_2"
)


class Order(NamedTuple):
    """Where a step stands among its siblings."""

    rank: int
    number: int
    inserted: int
    repeat: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: a kind of unit and its number under its parent.

    ``inserted`` is the 之N of an article put in later (第一百二十条之一 is ``art_120-1``), 0 for
    none. ``repeat`` is 1, or n where a text gives a number for the n-th time (``l2_1~2``).
    """

    name: str
    number: int
    inserted: int = 0
    repeat: int = 1

    def __str__(self) -> str:
        inserted = f"-{self.inserted}" if self.inserted else ""
        repeat = f"~{self.repeat}" if self.repeat > 1 else ""
        return f"{self.name}_{self.number}{inserted}{repeat}"

    @property
    def order(self) -> Order:
        """Sorts siblings: by kind, then number; 120-1 after 120, a repeat after the first."""
        return Order(_RANK[self.name], self.number, self.inserted, self.repeat)


@dataclass(frozen=True, slots=True)
class ClauseRef:
    """Cites a clause, or with an empty path the whole document.

    ``document`` is normalised (:func:`~yiju.kernel.document_id.normal_document`).
    """

    document: str
    path: tuple[Step, ...] = ()

    def __str__(self) -> str:
        return f"{self.document}#{self.path_text}" if self.path else self.document

    @property
    def path_text(self) -> str:
        """The part after ``#``: ``art_11/para_2/item_1``; empty for a whole document."""
        return "/".join(map(str, self.path))

    @property
    def order(self) -> tuple[str, tuple[Order, ...]]:
        """Sorts references: by document, then a unit before what it contains, then by number.

        The order is that of the text, except that parts, chapters and sections come together
        before the articles, whose path does not say in which chapter they stand.
        """
        return self.document, tuple(step.order for step in self.path)

    @property
    def parent(self) -> ClauseRef | None:
        """The unit around this one; ``None`` for a whole document."""
        return ClauseRef(self.document, self.path[:-1]) if self.path else None

    def contains(self, other: ClauseRef) -> bool:
        """Whether ``other`` is this unit or lies inside it; a document contains all its clauses.

        An attached document is a document of its own and not inside the one that carries it.
        """
        within = other.path[: len(self.path)] == self.path
        return self.document == other.document and within

    @property
    def url_path(self) -> str:
        """The permanent address of the clause on the site: ``/p/<document>/<path>``."""
        document = quote(self.document, safe="!")
        return f"/p/{document}/{self.path_text}" if self.path else f"/p/{document}"


def parse_ref(text: str) -> ClauseRef:
    """Reads a clause reference; the document's part is normalised on the way.

    Raises ``InvalidInput`` that names the reference and the step that cannot be read.
    """
    document, mark, path = text.strip().partition("#")
    if mark and not path:
        raise InvalidInput(text, "the path after # is empty", _REMEDY)
    return _ref(text, document, path)


def parse_url_path(url_path: str) -> ClauseRef:
    """Reads the address of a clause page back into its reference (percent-encoded or not)."""
    head, _, rest = url_path.removeprefix("/").partition("/")
    document, _, path = rest.rstrip("/").partition("/")
    if head != "p":
        raise InvalidInput(url_path, "this is no address of a clause", "it begins with /p/")
    return _ref(url_path, unquote(document), unquote(path))


def parse_path(path: str, *, place: str | None = None) -> tuple[Step, ...]:
    """Reads the steps of a path such as ``art_11/para_2/item_1``.

    ``place`` is what the error names, where the path was taken out of something longer.
    """
    return tuple(_step(step, path if place is None else place) for step in path.split("/"))


def _ref(place: str, document: str, path: str) -> ClauseRef:
    normal = normal_document(document)
    if not normal:
        raise InvalidInput(place, "the document is missing", _REMEDY)
    return ClauseRef(normal, parse_path(path, place=place) if path else ())


def _step(text: str, place: str) -> Step:
    match = _STEP.fullmatch(text)
    if match is None:
        raise InvalidInput(place, f"the step “{text}” has not the form name_number", _REMEDY)
    name, number, inserted, repeat = match.groups()
    if name not in _RANK:
        raise InvalidInput(
            place, f"the step “{text}” has an unknown name", f"known are {', '.join(_RANK)}"
        )
    step = Step(name, int(number), int(inserted or 0), int(repeat or 1))
    if str(step) != text:
        # art_05, art_5-0 and art_5~1 would be second names of art_5: one clause has one name.
        raise InvalidInput(place, f"the step “{text}” has a second name", f"write {step}")
    return step
