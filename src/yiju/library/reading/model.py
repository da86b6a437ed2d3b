# SPDX-License-Identifier: Apache-2.0
"""What a reading says: the bulletin, its documents, their clauses, facts and findings.

These are the values of the contract ``yiju read`` (docs/reference). All offsets are characters
in the source as read, ranges half-open. What the text does not give is ``None``, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

Kind = Literal[
    "part", "subpart", "chapter", "section", "article", "paragraph", "item", "subitem",
    "level1", "level2", "level3", "level4", "box", "table", "point", "note",
]  # fmt: skip
Unit = Literal["working_day", "day", "month", "year"]
Border = Literal["within", "full", "less_than", "after"]
Relation = Literal["on", "before", "by", "from", "until"]
Comparison = Literal["=", ">=", "<=", ">", "<", "~", "by"]
Direction = Literal["level", "decrease", "increase", "growth_per_year"]
Role = Literal["lead", "with", "by_duty"]
Day = str
"""A date as the text gives it: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch of the source that belongs to no document: site chrome, a running head."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Field:
    """Where a stated property (title, number, issuers, …) stands in the source."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Node:
    """A clause: a numbered or unnumbered unit of a document that can be cited by ``path``.

    ``text`` is the unit's own text, without label, heading and children; it is the range
    ``first:past`` of the document's clean text (:class:`Read`), where the fact rules look.
    ``start:end`` is its range in the source, children included.
    """

    kind: Kind
    number: str | None
    label: str | None
    heading: str | None
    path: str
    text: str
    first: int
    past: int
    start: int
    end: int
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something the text states that can be used: always with its clause and its quote."""

    type: ClassVar[str]
    clause: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Fact):
    """A day by which, or from which, somebody must or may do something."""

    type: ClassVar[str] = "deadline"
    on: Day | None
    until: Day | None
    relation: Relation
    what: str | None
    who: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Fact):
    """The time allowed for an act, kept symbolic: so many units from an event.

    ``from`` of the contract is ``since`` here, because the word is taken in the language.
    """

    type: ClassVar[str] = "period"
    amount: int
    unit: Unit
    since: str | None
    border: Border
    what: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Fact):
    """A figure that a policy sets for a state of the world."""

    type: ClassVar[str] = "target"
    indicator: str
    comparison: Comparison
    value: Decimal | None
    unit: str | None
    base_year: int | None
    year: int | None
    year_implied: bool
    modality: tuple[str, ...]
    direction: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Fact):
    """A condition in figures that a subject or a project must meet."""

    type: ClassVar[str] = "threshold"
    subject: str
    comparison: Comparison
    value: Decimal
    unit: str | None
    group: str | None


@dataclass(frozen=True, slots=True)
class ResponsibleUnit:
    """A unit (责任单位) named for a task, and how: it leads, takes part, or acts by its duties."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Fact):
    """Who answers for a task; ``task`` is the clause that the assignment closes."""

    type: ClassVar[str] = "duty"
    units: tuple[ResponsibleUnit, ...]
    open_ended: bool
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Fact):
    """A document or clause that the text names; ``target`` is its clause reference where known."""

    type: ClassVar[str] = "reference"
    title: str | None
    number: str | None
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota(Fact):
    """How many a place or a group may put forward or receive."""

    type: ClassVar[str] = "quota"
    subject: str
    comparison: Comparison
    value: Decimal
    unit: str | None
    group: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Money(Fact):
    """An amount of money that the text names; ``unit`` as written (元, 万元, 亿元)."""

    type: ClassVar[str] = "money"
    value: Decimal
    unit: str
    what: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateNamed(Fact):
    """A date that is no deadline: of signature, of issue, of coming into force."""

    type: ClassVar[str] = "date"
    on: Day
    what: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Fact):
    """A value that the text reports as already reached; never a target."""

    type: ClassVar[str] = "recorded"
    indicator: str
    comparison: Comparison
    value: Decimal
    unit: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that looks wrong in the source, with a proposal; never applied silently."""

    type: Literal["ocr", "contradiction", "missing", "numbering"]
    start: int
    end: int
    message: str
    proposal: str | None


@dataclass(frozen=True, slots=True)
class Annex:
    """A file named as an annex; ``format`` is its ending (docx, pdf, wps, …) where given."""

    title: str
    format: str | None


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or telephone to ask, masked for the public; staff read the source."""

    role: str | None
    masked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One policy document: its stated properties, clause tree, facts and findings.

    ``part_of`` is the position of the document that this one is attached to.
    ``complete`` is false where the start or the end is cut off.
    """

    id: str
    title: str | None
    number: str | None
    kind: str | None
    issuers: tuple[str, ...]
    addressees: tuple[str, ...]
    dated_on: date | None
    effective_on: date | None
    start: int
    end: int
    complete: bool
    part_of: int | None
    fields: tuple[Field, ...]
    annexes: tuple[Annex, ...]
    contacts: tuple[Contact, ...]
    urls: tuple[str, ...]
    clauses: tuple[Node, ...]
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a bulletin (national, provincial, municipal) and the documents in it."""

    title: str
    start: int
    end: int
    documents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents page; ``document`` is ``None`` for a title without text (有目无文)."""

    title: str
    document: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """An issue of a bulletin: several documents under one head."""

    title: str | None
    issue: str | None
    total_issue: int | None
    organisers: tuple[str, ...]
    published_on: date | None
    posted_on: date | None
    fields: tuple[Field, ...]
    sections: tuple[Section, ...]
    contents: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The text as received: its name, the SHA-256 of its bytes, its length, what was set aside."""

    name: str
    sha256: str
    characters: int
    removed: tuple[Removed, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one source says. ``findings`` are those that belong to no document."""

    source: Source
    bulletin: Bulletin | None
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...] = ()
