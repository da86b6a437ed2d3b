# SPDX-License-Identifier: Apache-2.0
"""Clauses as pages show them: the tree of a document, and one clause with its surroundings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

from yiju.kernel.actor import Actor
from yiju.kernel.citation import citation, path_words
from yiju.kernel.clause_ref import ClauseRef, parse_path
from yiju.library.masking import masked
from yiju.library.models import Clause, Document, Fact, Version
from yiju.library.queries.cards import DocumentCard, card, official_number
from yiju.library.queries.facts import FactRow, fact_row
from yiju.library.queries.visible import sees_contacts, visible_documents, visible_versions


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseView:
    """A clause as a page shows it, with what stands below it. Offsets count in the source."""

    ref: str
    path: str
    kind: str
    number: str | None
    label: str | None
    heading: str | None
    text: str
    hash: str
    start: int
    end: int
    children: tuple[ClauseView, ...] = ()

    @property
    def words(self) -> str:
        """The clause alone, as it is quoted: label, heading and its own text."""
        return "".join(filter(None, (self.label, self.heading, self.text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseStep:
    """A clause in a trail or as a neighbour: where it leads and what it is called."""

    ref: str
    path: str
    label: str | None
    heading: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePage:
    """A clause at its permanent address.

    ``trail`` leads from the outermost unit to the one above it. ``facts`` are those of the clause
    and of what stands below it. ``citation`` is the official form, ``short_citation`` without the
    title. ``found_in_version`` is below ``version`` where only an older version has the clause.
    """

    document: DocumentCard
    clause: ClauseView
    trail: tuple[ClauseStep, ...]
    before: ClauseStep | None
    after: ClauseStep | None
    facts: tuple[FactRow, ...]
    citation: str
    short_citation: str
    version: int
    found_in_version: int


def clause_tree(
    document: str, clauses: Sequence[Clause], *, contacts: bool
) -> tuple[ClauseView, ...]:
    """The clauses of a version, in the order of their positions, as a tree."""
    below: dict[int | None, list[ClauseView]] = defaultdict(list)
    for clause in reversed(clauses):
        children = tuple(reversed(below.pop(clause.position, ())))
        below[clause.parent].append(_view(document, clause, children, contacts=contacts))
    return tuple(reversed(below[None]))


def clause_page(actor: Actor, document: str, path: str) -> ClausePage | None:
    """One clause: of the current version, or of the newest older one that still has the path."""
    found = visible_documents(actor).select_related("part_of").filter(ref=document).first()
    if found is None:
        return None
    version = (
        visible_versions(actor, found)
        .filter(clauses__path=path)
        .select_related("document")
        .order_by("-is_current", "-number")
        .first()
    )
    if version is None:
        return None
    current = Version.objects.filter(document=found, is_current=True).values_list("number")
    return _page(actor, found, version, path, current.get()[0])


def _page(
    actor: Actor, document: Document, version: Version, path: str, current: int
) -> ClausePage:
    clauses = list(Clause.objects.filter(version=version).order_by("position"))
    place = next(n for n, clause in enumerate(clauses) if clause.path == path)
    past = _past(clauses, place)
    contacts = sees_contacts(actor)
    inside = [clause.pk for clause in clauses[place:past]]
    facts = Fact.objects.filter(clause__in=inside).exclude(status="rejected")
    rows = facts.select_related("clause", "version__document").order_by("position")
    ref = ClauseRef(document.ref, parse_path(path))
    title, number = document.title or None, official_number(document)
    siblings = [clause for clause in clauses if clause.parent == clauses[place].parent]
    here = siblings.index(clauses[place])
    steps = [clause_step(document.ref, clause) for clause in siblings]
    return ClausePage(
        document=card(document),
        clause=clause_tree(document.ref, _uprooted(clauses[place:past]), contacts=contacts)[0],
        trail=_trail(document.ref, clauses, place),
        before=steps[here - 1] if here else None,
        after=steps[here + 1] if here + 1 < len(steps) else None,
        facts=tuple(fact_row(fact, contacts=contacts) for fact in rows),
        citation=citation(ref, title=title, number=number),
        short_citation=citation(ref, number=number),
        version=current,
        found_in_version=version.number,
    )


def clause_step(document: str, clause: Clause) -> ClauseStep:
    """A clause as a link: ``words`` say its place as an official would."""
    return ClauseStep(
        ref=f"{document}#{clause.path}",
        path=clause.path,
        label=clause.label,
        heading=clause.heading,
        words=path_words(ClauseRef(document, parse_path(clause.path))),
    )


def _view(
    document: str, clause: Clause, children: tuple[ClauseView, ...], *, contacts: bool
) -> ClauseView:
    return ClauseView(
        ref=f"{document}#{clause.path}",
        path=clause.path,
        kind=clause.kind,
        number=clause.number,
        label=clause.label,
        heading=clause.heading,
        text=clause.text if contacts else masked(clause.text),
        hash=clause.hash,
        start=clause.start,
        end=clause.end,
        children=children,
    )


def _past(clauses: Sequence[Clause], place: int) -> int:
    """The place after the last clause below the one at ``place``."""
    inside = {clauses[place].position}
    past = place + 1
    while past < len(clauses) and clauses[past].parent in inside:
        inside.add(clauses[past].position)
        past += 1
    return past


def _uprooted(clauses: list[Clause]) -> list[Clause]:
    """The same clauses with the first as their root, which stays in its place for others."""
    root = copy(clauses[0])
    root.parent = None
    return [root, *clauses[1:]]


def _trail(document: str, clauses: Sequence[Clause], place: int) -> tuple[ClauseStep, ...]:
    by_position = {clause.position: clause for clause in clauses}
    steps: list[ClauseStep] = []
    parent = clauses[place].parent
    while parent is not None:
        above = by_position[parent]
        steps.append(clause_step(document, above))
        parent = above.parent
    return tuple(reversed(steps))
