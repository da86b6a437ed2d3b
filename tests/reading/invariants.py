# SPDX-License-Identifier: Apache-2.0
"""What holds for the reading of any text: promises of the contract that need no truth."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from tests.reading.accounting import check_node, places_taken
from tests.reading.tally import Score, nodes_of
from tests.reading.truth import SourceText
from yiju.library.reading.model import Document, Node, Reading
from yiju.library.reading.pipeline import read_text


def read(text: str, name: str = "text") -> Reading:
    """The reading of a text."""
    return read_text(text, name=name, sha256=hashlib.sha256(text.encode()).hexdigest())


def broken_promises(text: str, reading: Reading) -> list[str]:
    """Every promise that the reading breaks, in words."""
    return [
        *ranges_outside(text, reading),
        *unclaimed(text, reading),
        *false_texts(text, reading),
        *(broken for document in reading.documents for broken in broken_tree(document)),
        *false_quotes(text, reading),
        *false_positions(reading),
    ]


def ranges_outside(text: str, reading: Reading) -> Iterator[str]:
    """Ranges that do not lie in the source, and what was set aside twice."""
    if reading.source.characters != len(text):
        yield f"characters {reading.source.characters} for {len(text)}"
    past = 0
    for removed in reading.source.removed:
        if not past <= removed.start <= removed.end <= len(text):
            yield f"removed {removed.start}:{removed.end} after {past}"
        past = removed.end
    for document in reading.documents:
        places = [document, *document.fields, *document.findings, *document.facts]
        for place in (*places, *nodes_of(document.clauses)):
            if not 0 <= place.start <= place.end <= len(text):
                yield f"{place} is outside"


def unclaimed(text: str, reading: Reading) -> Iterator[str]:
    """Characters that no clause, field, contents, section or removal claims."""
    taken = places_taken(text, reading)
    lost = [place for place, bits in enumerate(taken) if not bits and not text[place].isspace()]
    if lost:
        start = lost[0]
        yield f"{len(lost)} characters lost, first at {start}: {text[start : start + 40]!r}"


def false_texts(text: str, reading: Reading) -> Iterator[str]:
    """Nodes whose label, heading and text are not the source of their own stretch."""
    taken = places_taken(text, reading)
    bare_source = SourceText("text", text, [None] * len(text), [])
    score = Score()
    for document in reading.documents:
        for node in nodes_of(document.clauses):
            check_node(score, bare_source, node, taken)
    for _, why in score.differences:
        yield f"not the source: {why}"


def broken_tree(document: Document) -> Iterator[str]:
    """Paths that come twice, children outside their parent, siblings that overlap."""
    paths = [node.path for node in nodes_of(document.clauses)]
    if len(paths) != len(set(paths)):
        twice = sorted({path for path in paths if paths.count(path) > 1})
        yield f"{document.id}: paths twice {twice[:5]}"
    yield from overlapping(document.clauses, document.start, document.end, document.id)
    for node in nodes_of(document.clauses):
        yield from overlapping(node.children, node.start, node.end, node.path)


def overlapping(nodes: tuple[Node, ...], first: int, past: int, where: str) -> Iterator[str]:
    """Nodes that leave their parent's range or begin before the one before has ended."""
    for node in nodes:
        if not first <= node.start <= node.end <= past:
            yield f"{where}: {node.path} {node.start}:{node.end} not in {first}:{past}"
        first = max(first, node.end)


def false_quotes(text: str, reading: Reading) -> Iterator[str]:
    """Facts whose quote is not the source at their range, or whose clause does not exist."""
    for document in reading.documents:
        paths = {f"{document.id}#{node.path}" for node in nodes_of(document.clauses)}
        for fact in document.facts:
            if fact.quote != text[fact.start : fact.end]:
                yield f"quote {fact.quote!r} for {text[fact.start : fact.end]!r}"
            if fact.clause not in paths and "#" in fact.clause:
                yield f"{fact.type} stands in no clause: {fact.clause}"


def false_positions(reading: Reading) -> Iterator[str]:
    """Positions of documents that point nowhere."""
    places = range(len(reading.documents))
    parents = [one.part_of for one in reading.documents if one.part_of is not None]
    named: list[int] = []
    if reading.bulletin is not None:
        listed = [line.document for line in reading.bulletin.contents]
        named = [place for place in listed if place is not None]
        named += [place for section in reading.bulletin.sections for place in section.documents]
    for place in (*parents, *named):
        if place not in places:
            yield f"document {place} of {len(places)}"
