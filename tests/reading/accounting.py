# SPDX-License-Identifier: Apache-2.0
"""Accounts for every character of a source: each has one place, and texts are the source."""

from __future__ import annotations

from tests.reading.tally import Score, bare, nodes_of
from tests.reading.truth import CLAUSE_ROLES, SourceText
from yiju.library.reading.model import Node, Reading

REMOVED, STATED, CLAUSE = 1, 2, 4


def score_characters(score: Score, source: SourceText, reading: Reading) -> None:
    """Every character has one place; node texts and quotes are the source at their ranges."""
    text = source.text
    taken = places_taken(text, reading)
    score_places(score, source, taken)
    for document in reading.documents:
        for node in nodes_of(document.clauses):
            check_node(score, source, node, taken)
        for fact in document.facts:
            slice_ = text[fact.start : fact.end]
            kept = kept_characters(source, fact.start, fact.end, taken)
            wrong = fact.quote != slice_ and bare(fact.quote) != kept
            score.fault("offsets wrong", int(wrong), f"{source.name} quote {fact.quote!r}")
    score.at("characters").right += len(bare(text))


def places_taken(text: str, reading: Reading) -> bytearray:
    """For each character which kinds of places claim it, as bits."""
    taken = bytearray(len(text))
    for removed in reading.source.removed:
        mark(taken, removed.start, removed.end, REMOVED)
    for document in reading.documents:
        for stated in document.fields:
            mark(taken, stated.start, stated.end, STATED)
        for node in document.clauses:
            mark(taken, node.start, node.end, CLAUSE)
    if reading.bulletin is not None:
        bulletin = reading.bulletin
        ranges = [(named.start, named.end) for named in bulletin.fields]
        ranges += [(entry.start, entry.end) for entry in bulletin.contents]
        ranges += [(section.start, section.end) for section in bulletin.sections]
        for start, end in ranges:
            mark(taken, start, end, STATED)
    return taken


def mark(taken: bytearray, start: int, end: int, bit: int) -> None:
    for place in range(start, end):
        taken[place] |= bit


def score_places(score: Score, source: SourceText, taken: bytearray) -> None:
    """Characters lost, body characters removed, furniture and heads inside clauses."""
    lost: list[int] = []
    cut: list[int] = []
    dirt: list[int] = []
    for place, (character, owner) in enumerate(zip(source.text, source.owners, strict=True)):
        if owner is None or character.isspace():
            continue
        if not taken[place]:
            lost.append(place)
        elif (
            owner.role in CLAUSE_ROLES
            and not owner.loose
            and (taken[place] & REMOVED or not taken[place] & CLAUSE)
        ):
            cut.append(place)
        elif owner.role in ("furniture", "contents", "section", "cover", "title") and (
            taken[place] & CLAUSE and not taken[place] & REMOVED
        ):
            dirt.append(place)
    for name, places in (("lost", lost), ("body outside clauses", cut), ("head in clauses", dirt)):
        sample = "".join(source.text[place] for place in places[:60])
        score.fault(f"characters {name}", len(places), f"{source.name}: {sample}")


def kept_characters(
    source: SourceText, start: int, end: int, taken: bytearray, other: int = 0
) -> str:
    """The source between two offsets without white space and what was removed."""
    return "".join(
        source.text[place]
        for place in range(start, end)
        if not taken[place] & (REMOVED | other) and not source.text[place].isspace()
    )


def check_node(score: Score, source: SourceText, node: Node, taken: bytearray) -> None:
    """Label, heading and text of a node are exactly the source of its own stretch."""
    own = []
    at = node.start
    for child in node.children:
        own.append((at, child.start))
        at = child.end
    own.append((at, node.end))
    stated = bare(node.label) + bare(node.heading) + bare(node.text)
    if stated == "".join(kept_characters(source, *stretch, taken) for stretch in own):
        return
    without_fields = "".join(kept_characters(source, *stretch, taken, STATED) for stretch in own)
    wrong = int(stated != without_fields)
    why = f"{source.name} {node.path}: says {stated[:60]!r} source {without_fields[:60]!r}"
    score.fault("offsets wrong", wrong, why)
