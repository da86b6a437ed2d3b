# SPDX-License-Identifier: Apache-2.0
"""The four answers to a condition; there is no silent default.

符合 met, 不符合 not met, 缺数据 data missing (which), 需人工 needs a person (why).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What can be said of a condition."""

    MET = "met"
    NOT_MET = "not_met"
    DATA_MISSING = "data_missing"
    NEEDS_PERSON = "needs_person"

    @property
    def label(self) -> str:
        """The word on the screen."""
        return _LABELS[self]


_LABELS = {
    Answer.MET: "符合",
    Answer.NOT_MET: "不符合",
    Answer.DATA_MISSING: "缺数据",
    Answer.NEEDS_PERSON: "需人工",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, with what is missing and why a person is needed.

    A definite answer (met, not met) carries neither. Where data is missing, reasons for a person
    may stand beside it: the data is asked for first.
    """

    answer: Answer
    missing: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if (self.answer is Answer.DATA_MISSING) != bool(self.missing):
            raise ValueError("what is missing is named where data is missing, and only there")
        if self.answer is Answer.NEEDS_PERSON and not self.reasons:
            raise ValueError("a verdict says why a person is needed")
        if self.definite and self.reasons:
            raise ValueError("a definite verdict leaves nothing to a person")

    @property
    def definite(self) -> bool:
        """Whether the condition is decided."""
        return self.answer in (Answer.MET, Answer.NOT_MET)


MET = Verdict(Answer.MET)
NOT_MET = Verdict(Answer.NOT_MET)


def data_missing(*fields: str) -> Verdict:
    """Cannot be said before the named data is there."""
    return Verdict(Answer.DATA_MISSING, missing=frozenset(fields))


def needs_person(reason: str) -> Verdict:
    """Cannot be said by a rule; says why."""
    return Verdict(Answer.NEEDS_PERSON, reasons=frozenset({reason}))


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Whether all conditions are met (并且). One that is not met decides, whatever else is open.

    With nothing to meet, it is met.
    """
    return _combined(verdicts, decides=NOT_MET, otherwise=MET)


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Whether one of the conditions is met (或者). One that is met decides, whatever else is open.

    With nothing to choose from, it is not met.
    """
    return _combined(verdicts, decides=MET, otherwise=NOT_MET)


def negated(verdict: Verdict) -> Verdict:
    """Whether the condition is not met; what is open stays open."""
    return {Answer.MET: NOT_MET, Answer.NOT_MET: MET}.get(verdict.answer, verdict)


def _combined(verdicts: Iterable[Verdict], *, decides: Verdict, otherwise: Verdict) -> Verdict:
    """Gathers what is open, unless one verdict decides."""
    missing: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    for verdict in verdicts:
        if verdict == decides:
            return decides
        missing |= verdict.missing
        reasons |= verdict.reasons
    if missing:
        return Verdict(Answer.DATA_MISSING, missing, reasons)
    if reasons:
        return Verdict(Answer.NEEDS_PERSON, reasons=reasons)
    return otherwise
