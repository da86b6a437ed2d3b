# SPDX-License-Identifier: Apache-2.0
"""A reading as the library stores it: flat clauses, facts with anchors, properties as read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from yiju.library.reading.model import Document, Finding, Node
from yiju.library.reading.render.contract import document_value
from yiju.library.words import combined_hash, normal_form, word_hash

# Any: JSON values of the contract.
Json = dict[str, Any]

PLACE_KEYS = ("type", "clause", "quote", "start", "end")
_NOT_STATED = {"id", "part_of", "start", "end", "complete", "clauses", "facts", "findings"}


@dataclass(frozen=True, slots=True)
class FlatClause:
    """A node with its position, the position of the node above it, and its hash."""

    position: int
    parent: int | None
    node: Node
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchoredFact:
    """A fact as stored: payload without its place, and the anchor that finds it again."""

    type: str
    path: str
    quote: str
    start: int
    end: int
    payload: Json
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReading:
    """What was read of one document, ready to be stored under its reference."""

    ref: str
    stated: Json
    complete: bool
    start: int
    end: int
    clauses: tuple[FlatClause, ...]
    facts: tuple[AnchoredFact, ...]
    findings: tuple[Finding, ...]
    text_hash: str
    characters: int


def document_reading(document: Document, ref: str) -> DocumentReading:
    """A document of a reading under the reference that the library knows it by."""
    clauses = tuple(_flat(document.clauses))
    value = renamed(document_value(document), document.id, ref)
    return DocumentReading(
        ref=ref,
        stated={key: each for key, each in value.items() if key not in _NOT_STATED},
        complete=document.complete,
        start=document.start,
        end=document.end,
        clauses=clauses,
        facts=tuple(_anchored(value["facts"], clauses)),
        findings=document.findings,
        text_hash=combined_hash(
            f"{clause.node.path} {clause.node.label or ''} {clause.hash}" for clause in clauses
        ),
        characters=sum(len(clause.node.text) for clause in clauses),
    )


# Any: JSON goes in and JSON comes out.
def renamed(value: Any, old: str, new: str) -> Any:
    """JSON in which every reference to document ``old`` (or what is attached to it) is to ``new``.

    A string is a reference only as a whole; words of the text are left alone.
    """
    if old == new:
        return value
    if isinstance(value, dict):
        return {key: renamed(each, old, new) for key, each in value.items()}
    if isinstance(value, list):
        return [renamed(each, old, new) for each in value]
    if isinstance(value, str) and (value == old or value.startswith((f"{old}#", f"{old}!"))):
        return new + value[len(old) :]
    return value


def finding_anchors(findings: Sequence[Finding], text: str) -> Iterator[str]:
    """An anchor for each finding: its type, message and the words it points at."""
    seen: Counter[str] = Counter()
    for finding in findings:
        words = text[finding.start : finding.end]
        yield _counted(word_hash(finding.type, finding.message, words), seen)


def fact_anchor(type_: str, clause_hash: str, quote: str) -> str:
    """The anchor of the first fact of a type with this quote in a clause of these words."""
    return combined_hash((type_, clause_hash, normal_form(quote)))


def _flat(nodes: Sequence[Node]) -> Iterator[FlatClause]:
    """The nodes of a tree in the order of the text, without recursion."""
    waiting: list[tuple[Node, int | None]] = [(node, None) for node in reversed(nodes)]
    position = 0
    while waiting:
        node, parent = waiting.pop()
        yield FlatClause(position, parent, node, word_hash(node.heading, node.text))
        waiting.extend((child, position) for child in reversed(node.children))
        position += 1


def _anchored(facts: Sequence[Json], clauses: Sequence[FlatClause]) -> Iterator[AnchoredFact]:
    hashes = {clause.node.path: clause.hash for clause in clauses}
    seen: Counter[str] = Counter()
    for fact in facts:
        path = str(fact["clause"]).partition("#")[2]
        anchor = fact_anchor(fact["type"], hashes.get(path, ""), fact["quote"])
        yield AnchoredFact(
            type=fact["type"],
            path=path,
            quote=fact["quote"],
            start=fact["start"],
            end=fact["end"],
            payload={key: value for key, value in fact.items() if key not in PLACE_KEYS},
            anchor=_counted(anchor, seen),
        )


def _counted(anchor: str, seen: Counter[str]) -> str:
    """The anchor itself the first time, then one made of it and its count."""
    seen[anchor] += 1
    count = seen[anchor]
    return anchor if count == 1 else combined_hash((anchor, str(count)))
