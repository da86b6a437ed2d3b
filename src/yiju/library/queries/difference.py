# SPDX-License-Identifier: Apache-2.0
"""The difference between two versions of a document, clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from yiju.kernel.actor import Actor
from yiju.library.masking import masked
from yiju.library.models import Clause
from yiju.library.queries.cards import DocumentCard, card
from yiju.library.queries.visible import sees_contacts, visible_documents, visible_versions

Change = Literal["same", "moved", "changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class DifferencePiece:
    """A stretch of words: in both versions, only in the older, or only in the newer."""

    text: str
    stands: Literal["both", "old", "new"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseDifference:
    """What became of one clause; paths are ``None`` where a version has no such clause.

    ``moved``: the same words under another path. ``pieces`` spell the words out where they
    changed; otherwise they are one piece.
    """

    change: Change
    old_path: str | None
    new_path: str | None
    pieces: tuple[DifferencePiece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencePage:
    """Two versions side by side, in the order of the newer one."""

    document: DocumentCard
    old: int
    new: int
    clauses: tuple[ClauseDifference, ...]

    @property
    def changed(self) -> int:
        """How many clauses do not read the same in the same place."""
        return sum(clause.change != "same" for clause in self.clauses)


def difference_page(actor: Actor, ref: str, *, old: int, new: int) -> DifferencePage | None:
    """What changed from version ``old`` to version ``new``."""
    document = visible_documents(actor).select_related("part_of").filter(ref=ref).first()
    if document is None:
        return None
    versions = {v.number: v for v in visible_versions(actor, document)}
    if old not in versions or new not in versions:
        return None
    contacts = sees_contacts(actor)
    before = list(versions[old].clauses.order_by("position"))
    after = list(versions[new].clauses.order_by("position"))
    return DifferencePage(
        document=card(document),
        old=old,
        new=new,
        clauses=tuple(_differences(before, after, contacts=contacts)),
    )


def _differences(
    old: Sequence[Clause], new: Sequence[Clause], *, contacts: bool
) -> list[ClauseDifference]:
    """Pairs clauses by path and words, then aligns what is left by its words alone."""
    old_by_path = {clause.path: clause for clause in old}
    new_by_path = {clause.path: clause for clause in new}
    pairs: dict[str, Clause] = {
        path: old_by_path[path] for path in new_by_path if path in old_by_path
    }
    left = {clause.hash: clause for clause in old if clause.path not in new_by_path}
    for clause in new:
        if clause.path not in pairs and clause.hash in left:
            pairs[clause.path] = left.pop(clause.hash)
    taken = {clause.path for clause in pairs.values()}
    rows: list[ClauseDifference] = []
    for opcode, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, [c.path for c in old], [c.path for c in new], autojunk=False
    ).get_opcodes():
        if opcode != "equal":
            gone = [clause for clause in old[old_from:old_to] if clause.path not in taken]
            rows += [_difference(clause, None, contacts=contacts) for clause in gone]
        rows += [
            _difference(pairs.get(clause.path), clause, contacts=contacts)
            for clause in new[new_from:new_to]
        ]
    return rows


def _difference(old: Clause | None, new: Clause | None, *, contacts: bool) -> ClauseDifference:
    before = _words(old, contacts=contacts)
    after = _words(new, contacts=contacts)
    change: Change
    if old is None or new is None:
        change = "added" if old is None else "removed"
    elif old.hash != new.hash:
        change = "changed"
    else:
        change = "same" if old.path == new.path else "moved"
    if change in ("same", "moved"):
        pieces: tuple[DifferencePiece, ...] = (DifferencePiece(after, "both"),)
    else:
        pieces = tuple(difference_pieces(before, after))
    return ClauseDifference(
        change=change,
        old_path=old.path if old else None,
        new_path=new.path if new else None,
        pieces=pieces,
    )


def difference_pieces(old: str, new: str) -> list[DifferencePiece]:
    """The words of two texts, told apart: joined, the ``old`` and ``both`` pieces are ``old``."""
    pieces: list[DifferencePiece] = []
    for opcode, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if opcode == "equal":
            pieces.append(DifferencePiece(old[old_from:old_to], "both"))
            continue
        if old_to > old_from:
            pieces.append(DifferencePiece(old[old_from:old_to], "old"))
        if new_to > new_from:
            pieces.append(DifferencePiece(new[new_from:new_to], "new"))
    return pieces


def _words(clause: Clause | None, *, contacts: bool) -> str:
    if clause is None:
        return ""
    words = "".join(filter(None, (clause.label, clause.heading, clause.text)))
    return words if contacts else masked(words)
