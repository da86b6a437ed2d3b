# SPDX-License-Identifier: Apache-2.0
"""Compares a reading with the truth: trees, documents, properties, facts, and every character.

White space never counts. Where the contract leaves a choice, each choice is right: a short title
may be heading or text (both are words of the same node), the place of boxes, notes and closing
words is free, a fact may be seen as one of several tolerated types.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from tests.reading.accounting import score_characters
from tests.reading.tally import Score, bare, nodes_of, plain
from tests.reading.truth import CLAUSE_ROLES, KINDS, DocumentTruth, FactTruth, SourceText
from yiju.library.reading.model import Document, Fact, Node, Reading

FLOATING = re.compile(r"^(?:.*/)?((?:box|tbl|note|point)_.*)$")


def scored(source: SourceText, reading: Reading) -> Score:
    """Everything that can be said about one reading."""
    score = Score()
    pairs = matched_documents(source, reading)
    count = score.at("documents")
    count.right = len(pairs)
    count.missing = len(source.documents) - len(pairs)
    count.surplus = len(reading.documents) - len(pairs)
    if count.missing or count.surplus:
        titles = [document.title for document in reading.documents]
        score.differences.append(("documents", f"{source.name}: read {titles}"))
    stretches = source.stretches()
    for truth, document in pairs:
        words: dict[tuple[str, str], str] = {
            (owner.path, owner.role): text
            for owner, text in stretches.items()
            if owner.document == truth.index and owner.role in CLAUSE_ROLES and not owner.loose
        }
        score_tree(score, source, truth, document, words)
        score_properties(score, source, truth, document, reading, pairs)
        score_facts(score, source, truth, document)
    score_contents(score, source, reading, pairs)
    score_characters(score, source, reading)
    return score


def matched_documents(source: SourceText, reading: Reading) -> list[tuple[DocumentTruth, Document]]:
    """Pairs that cover mostly the same characters; each is used once."""
    ranges = [(document, own_range(document, reading)) for document in reading.documents]
    pairs, used = [], set()
    for truth in source.documents:
        first, past = source.range_of(truth.index)
        best, most = None, 0.5
        for place, (_, (start, end)) in enumerate(ranges):
            common = min(past, end) - max(first, start)
            union = max(past, end) - min(first, start)
            if place not in used and union and common / union > most:
                best, most = place, common / union
        if best is not None:
            used.add(best)
            pairs.append((truth, ranges[best][0]))
    return pairs


def own_range(document: Document, reading: Reading) -> tuple[int, int]:
    """The range of a document without those attached behind it, if it counts them in."""
    place = reading.documents.index(document)
    end = document.end
    for other in reading.documents:
        if other.part_of == place and document.start < other.start < end:
            end = other.start
    return document.start, end


def tree_key(path: str, words: str) -> tuple[str, str]:
    """Path and words; boxes, tables, notes and points may hang anywhere."""
    floating = FLOATING.match(path)
    return (floating.group(1) if floating else path), words


def score_tree(
    score: Score,
    source: SourceText,
    truth: DocumentTruth,
    document: Document,
    words: dict[tuple[str, str], str],
) -> None:
    """Tree F1 over (path, words), and the split of words into heading and text."""
    wanted = Counter(
        tree_key(path, words.get((path, "heading"), "") + words.get((path, "text"), ""))
        for path in truth.paths
    )
    loose = loose_places(source, truth)
    given: Counter[tuple[str, str]] = Counter()
    for node in nodes_of(document.clauses):
        if any(node.start <= place < node.end for place in loose) and not node.children:
            continue
        path = node.path.split("#", 1)[-1]
        given[tree_key(path, bare(node.heading) + bare(node.text))] += 1
        if path in truth.paths:
            score_node(score, source, node, words)
    name = f"tree {source.name.split('-')[0]}"
    count = score.at(name)
    missing, surplus = wanted - given, given - wanted
    count.right += (wanted & given).total()
    count.missing += missing.total()
    count.surplus += surplus.total()
    for path, text in missing:
        score.differences.append((name, f"{source.name} missing {path} {text[:70]}"))
    for path, text in surplus:
        score.differences.append((name, f"{source.name} surplus {path} {text[:70]}"))


def score_node(
    score: Score, source: SourceText, node: Node, words: dict[tuple[str, str], str]
) -> None:
    """Kind, number, label and heading of a node whose path is right."""
    path = node.path
    name, _, number = path.rsplit("/", 1)[-1].partition("_")
    right = (node.kind, node.number) == (KINDS[name], number)
    score.judge("kind and number", right=right, why=f"{source.name} {path}: {node.kind}")
    label = words.get((path, "label"), "")
    if label:
        right = bare(node.label) == label
        score.judge("labels", right=right, why=f"{source.name} {path}: {node.label!r} for {label}")
    heading = words.get((path, "heading"), "")
    if heading or node.heading:
        right = heading == bare(node.heading)
        score.judge("headings", right=right, why=f"{source.name} {path}: {node.heading!r}")


def loose_places(source: SourceText, truth: DocumentTruth) -> list[int]:
    """Where words stand whose path is free (each stretch by its first character), or contacts."""
    places, before = [], None
    for place, owner in enumerate(source.owners):
        if owner is None:
            continue
        free = owner.loose or owner.role in ("contacts", "enactment")
        if free and owner.document == truth.index and owner != before:
            places.append(place)
        before = owner
    return places


def score_properties(
    score: Score,
    source: SourceText,
    truth: DocumentTruth,
    document: Document,
    reading: Reading,
    pairs: list[tuple[DocumentTruth, Document]],
) -> None:
    """Title, number, kind, issuers, dates, annexes, the parent."""

    def ask(name: str, given: object, wanted: object) -> None:
        why = f"{source.name}!{truth.index}: {given!r} for {wanted!r}"
        score.judge(name, right=given == wanted, why=why)

    ask("title", plain(document.title), plain(truth.title))
    ask("number", document.number, truth.number)
    ask("kind", document.kind, truth.kind)
    if truth.part_of is None and not truth.enacted:
        ask("issuers", [plain(i) for i in document.issuers], [plain(i) for i in truth.issuers])
        ask("dated_on", document.dated_on, truth.dated_on)
    if truth.effective_on is not None:
        ask("effective_on", document.effective_on, truth.effective_on)
    annexes = [plain(annex.title) for annex in document.annexes]
    if annexes or not truth.attached:  # what is attached in full need not be named as a file
        ask("annexes", annexes, [plain(annex) for annex in truth.annexes])
    ask("addressees", bool(document.addressees), truth.addressees)
    parents = {id(found): wanted.index for wanted, found in pairs}
    parent = None
    if document.part_of is not None:
        parent = parents.get(id(reading.documents[document.part_of]), -1)
    ask("part_of", parent, truth.part_of)
    if truth.number is not None:
        ask("id", document.id, truth.number)


def score_contents(
    score: Score,
    source: SourceText,
    reading: Reading,
    pairs: list[tuple[DocumentTruth, Document]],
) -> None:
    """Each line of the contents page, with the document it names or none."""
    if not source.contents:
        return
    entries = reading.bulletin.contents if reading.bulletin else ()
    places = {id(document): place for place, document in enumerate(reading.documents)}
    where = {truth.index: places[id(document)] for truth, document in pairs}
    wanted = Counter(
        (plain(line.title), None if line.document is None else where.get(line.document, -1))
        for line in source.contents
    )
    given = Counter((plain(entry.title), entry.document) for entry in entries)
    count = score.at("contents")
    count.right += (wanted & given).total()
    count.missing += (wanted - given).total()
    count.surplus += (given - wanted).total()
    for missing in wanted - given:
        score.differences.append(("contents", f"{source.name} missing {missing}"))
    sections = (
        [] if reading.bulletin is None else [plain(s.title) for s in reading.bulletin.sections]
    )
    right = sections == [plain(title) for title in source.sections]
    score.judge("sections", right=right, why=f"{source.name}: {sections} for {source.sections}")


def score_facts(score: Score, source: SourceText, truth: DocumentTruth, document: Document) -> None:
    """Each stated fact is found once; what nobody stated is surplus."""
    left = list(document.facts)
    for wanted in truth.facts:
        name = f"fact {wanted.type}"
        found = next((fact for fact in left if fits(wanted, fact, document)), None)
        if found is None:
            score.at(name).missing += 1
            near = [describe(fact) for fact in left if fact.type == wanted.type][:4]
            why = f"{source.name}#{wanted.path} {wanted.quote} {dict(wanted.values)}; read {near}"
            score.differences.append((name, f"missing {why}"))
            continue
        left.remove(found)
        score.at(name).right += 1
        if wanted.type == "reference" and "target" in wanted.values:
            score.at("reference resolved").right += 1
        clause = found.clause.split("#", 1)[-1]
        right = clause == wanted.path
        score.judge("fact clause", right=right, why=f"{source.name} {wanted.path}: {clause}")
    for fact in left:
        if not is_tolerated(fact, truth, document):
            score.at(f"fact {fact.type}").surplus += 1
            why = f"surplus {source.name} {describe(fact)}"
            score.differences.append((f"fact {fact.type}", why))


def describe(fact: Fact) -> str:
    skipped = ("clause", "start", "end")
    values = [(name, getattr(fact, name)) for name in slots_of(fact) if name not in skipped]
    return f"{fact.type} " + " ".join(f"{name}={value!s}" for name, value in values)


def slots_of(fact: Fact) -> list[str]:
    return list(type(fact).__dataclass_fields__)


def fits(wanted: FactTruth, fact: Fact, document: Document) -> bool:
    """Whether a fact read says what the sentence states."""
    if fact.type != wanted.type:
        return False
    for key, accepted in wanted.values.items():
        if key == "target":
            accepted = tuple(f"{document.id}{path}" for path in accepted)
        if value_of(fact, key) not in [comparable(value) for value in accepted]:
            return False
    return all(
        any(plain(word) in plain(value_of(fact, key)) for word in words)
        for key, words in wanted.words.items()
    )


def value_of(fact: Fact, key: str) -> Any:
    value = getattr(fact, key)
    if key == "units":
        return tuple(sorted((plain(unit.name), unit.role) for unit in value))
    return comparable(value)


def comparable(value: object) -> Any:
    """Numbers by value, words in one width, the rest as they are."""
    if isinstance(value, str):
        return plain(value)
    if value is None or isinstance(value, (bool, int, tuple)):
        return value
    return f"{value:f}"


def is_tolerated(fact: Fact, truth: DocumentTruth, document: Document) -> bool:
    """Whether a surplus fact is one that a fair reader may also see.

    The signature's date; a type tolerated by a sentence of the same clause; another reference
    to words that name a document (the title inside 关于印发《…》, an alias).
    """
    if fact.type == "date":
        return True
    clause = fact.clause.split("#", 1)[-1]
    return any(
        stated.path == clause and fact.type in stated.tolerated for stated in truth.facts
    ) or (fact.type == "reference" and "#" not in fact.clause)
