# SPDX-License-Identifier: Apache-2.0
"""The reading that a perfect reader would give, built from the truth: it examines the examiner."""

from __future__ import annotations

from tests.reading.truth import CLAUSE_ROLES, KINDS, DocumentTruth, Owner, SourceText
from yiju.library.reading.model import (
    Annex,
    Bulletin,
    ContentsEntry,
    Document,
    Field,
    Node,
    Reading,
    Removed,
    Section,
    Source,
)


def perfect_reading(source: SourceText) -> Reading:
    """Reads the owners of the characters instead of the characters."""
    documents = tuple(perfect_document(source, truth) for truth in source.documents)
    removed = tuple(Removed(*span, why="page furniture") for span in spans(source, "furniture"))
    bulletin = perfect_bulletin(source) if source.contents else None
    origin = Source(source.name, "0" * 64, len(source.text), removed)
    return Reading(origin, bulletin, documents)


def spans(source: SourceText, *roles: str) -> list[tuple[int, int]]:
    """The ranges, one for each run of characters, that owners with these roles hold."""
    found: list[tuple[int, int]] = []
    for place, owner in enumerate(source.owners):
        if owner is not None and owner.role in roles:
            found.append((place, place + 1))
    return found


def perfect_bulletin(source: SourceText) -> Bulletin:
    fields = tuple(Field("cover", *span) for span in spans(source, "cover"))
    first = spans(source, "contents")[0]
    past = spans(source, "contents")[-1][1]
    contents = tuple(
        ContentsEntry(line.title, line.document, first[0], past) for line in source.contents
    )
    found = spans(source, "section")
    sections = tuple(Section(title, found[0][0], found[-1][1], ()) for title in source.sections)
    return Bulletin(
        title=None, issue=None, total_issue=None, organisers=(), published_on=None,
        posted_on=None, fields=fields, sections=sections, contents=contents,
    )  # fmt: skip


def perfect_document(source: SourceText, truth: DocumentTruth) -> Document:
    start, end = source.range_of(truth.index)
    others = ("title", "number", "addressees", "issuers", "dated_on", "annexes", "contacts",
              "enactment", "contents", "cover")  # fmt: skip
    fields = tuple(
        Field(owner.role, place, place + 1)
        for place, owner in enumerate(source.owners)
        if owner is not None
        and owner.document == truth.index
        and (owner.role in others or owner.loose)
    )
    return Document(
        id=truth.number or f"{truth.index}", title=truth.title, number=truth.number,
        kind=truth.kind, issuers=truth.issuers, addressees=("…",) if truth.addressees else (),
        dated_on=truth.dated_on, effective_on=truth.effective_on, start=start, end=end,
        complete=True, part_of=truth.part_of, fields=fields,
        annexes=tuple(Annex(title, None) for title in truth.annexes), contacts=(), urls=(),
        clauses=perfect_nodes(source, truth),
    )  # fmt: skip


def perfect_nodes(source: SourceText, truth: DocumentTruth) -> tuple[Node, ...]:
    """Flat nodes, each with the range of its own characters; trees are judged by path.

    ``first:past`` holds where nothing stands inside a text: at level 0, whose source is clean.
    """
    places: dict[str, list[tuple[int, Owner]]] = {path: [] for path in truth.paths}
    for place, owner in enumerate(source.owners):
        if owner is None or owner.loose or owner.document != truth.index:
            continue
        if owner.role in CLAUSE_ROLES:
            places[owner.path].append((place, owner))
    return tuple(perfect_node(source, path, found) for path, found in places.items())


def perfect_node(source: SourceText, path: str, found: list[tuple[int, Owner]]) -> Node:
    words = {
        role: "".join(source.text[place] for place, owner in found if owner.role == role)
        for role in CLAUSE_ROLES
    }
    texts = [place for place, owner in found if owner.role == "text"] or [found[-1][0] + 1]
    last = path.rsplit("/", 1)[-1]
    return Node(
        kind=KINDS[last.split("_")[0]], number=last.split("_")[1], label=words["label"] or None,
        heading=words["heading"] or None, path=path, text=words["text"], first=texts[0],
        past=texts[0] + len(words["text"]), start=found[0][0], end=found[-1][0] + 1,
    )  # fmt: skip
