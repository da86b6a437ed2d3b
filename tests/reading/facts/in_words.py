# SPDX-License-Identifier: Apache-2.0
"""Facts in a short form that an official can read and check: ``target >=25% 2030``.

One line for each fact, in the order of the text. References are given by their quote.
"""

from __future__ import annotations

from decimal import Decimal

from tests.reading.plain_document import facts
from yiju.library.reading.model import (
    DateNamed,
    Deadline,
    Duty,
    Fact,
    Money,
    Period,
    Quota,
    Recorded,
    Reference,
    Target,
    Threshold,
)


def in_words(text: str, **properties: object) -> list[str]:
    """The facts of a text, each in its short form."""
    return [_words(fact) for fact in facts(text, **properties)]


def _words(fact: Fact) -> str:
    return " ".join([fact.type, *(part for part in _parts(fact) if part)])


def _parts(fact: Fact) -> list[str]:
    match fact:
        case Target():
            goal = fact.direction if fact.direction != "level" else ""
            base = f"from {fact.base_year}" if fact.base_year else ""
            year = f"{fact.year}" if fact.year else ""
            if fact.value is None:
                return [fact.comparison, year]
            return [_figure(fact.comparison, fact.value, fact.unit), year, base, goal]
        case Threshold() | Quota():
            return [_figure(fact.comparison, fact.value, fact.unit)]
        case Recorded():
            year = f"{fact.year}" if fact.year else ""
            return [_figure(fact.comparison, fact.value, fact.unit), year]
        case Money():
            return [f"{fact.value}{fact.unit}"]
        case Period():
            return [f"{fact.amount}", fact.unit, fact.border, fact.since or ""]
        case Deadline():
            span = f"{fact.on}..{fact.until}" if fact.until else f"{fact.on}"
            return [span, fact.relation]
        case DateNamed():
            return [fact.on, fact.what or ""]
        case Duty():
            units = [f"{unit.name} {unit.role}" for unit in fact.units]
            return [*units, "等" if fact.open_ended else ""]
        case Reference():
            return [fact.quote]
        case _:
            return []


def _figure(comparison: str, value: Decimal, unit: str | None) -> str:
    return f"{comparison}{value}{unit or ''}"
