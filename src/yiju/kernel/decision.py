# SPDX-License-Identifier: Apache-2.0
"""A decision and the ground it rests on: there is no decision without a ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from yiju.kernel.clause_ref import ClauseRef

Outcome = TypeVar("Outcome")


class NoGround(Exception):
    """A rule tried to decide without saying on what. A mistake of ours, never of the reader."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What one finding rests on: a clause, or, where the text is silent, who set the value.

    ``finding`` says what was found, in words for the person concerned. Exactly one of ``clause``
    and ``set_by`` is given; screens show a silent ground as a value set by that office.
    """

    finding: str
    clause: ClauseRef | None = None
    set_by: str | None = None

    def __post_init__(self) -> None:
        if not self.finding.strip():
            raise NoGround("a ground says what was found")
        if (self.clause is None) == (not (self.set_by or "").strip()):
            raise NoGround("a ground cites a clause, or names who set the value; not both")

    @property
    def silent(self) -> bool:
        """Whether the text is silent here and an office has set the value."""
        return self.clause is None


def cited(clause: ClauseRef, finding: str) -> Ground:
    """A ground that a clause gives."""
    return Ground(finding, clause=clause)


def where_silent(set_by: str, finding: str) -> Ground:
    """A ground where no clause speaks: ``set_by`` names the office that set the value."""
    return Ground(finding, set_by=set_by)


@dataclass(frozen=True, slots=True)
class Decision(Generic[Outcome]):
    """What was decided, and every ground of it, in the order in which they were found."""

    outcome: Outcome
    grounds: tuple[Ground, ...]

    def __post_init__(self) -> None:
        if not self.grounds:
            raise NoGround("no decision without a ground")

    @property
    def clauses(self) -> tuple[ClauseRef, ...]:
        """The clauses it rests on, each once, in order."""
        found = (ground.clause for ground in self.grounds)
        return tuple(dict.fromkeys(clause for clause in found if clause is not None))
