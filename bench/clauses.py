# SPDX-License-Identifier: Apache-2.0
"""Clauses in bulk, with the mix of frequent and rare words that laws have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from random import Random

from tests.reading import words

_COINED = 12_000
_KNOWN = (
    *words.SUBJECTS, *words.VERBS, *words.OBJECTS, *words.MANNERS, *words.CONDITIONS,
    *words.PURPOSES, *words.DOMAINS, *words.NATIONAL, *words.SHORT_UNITS,
)  # fmt: skip


def vocabulary(chance: Random) -> list[str]:
    """Real words first, then words coined from their characters, as names and terms are."""
    characters = sorted({character for word in _KNOWN for character in word})
    coined = {
        "".join(chance.choices(characters, k=chance.choice((2, 2, 2, 3)))) for _ in range(_COINED)
    }
    known = list(dict.fromkeys(_KNOWN))
    chance.shuffle(known)
    return known + sorted(coined)


def generated_clauses(wanted_characters: int, *, seed: int = 1) -> Iterator[str]:
    """Clauses of 20 to 250 characters; the n-th word of the vocabulary comes 1/n as often."""
    chance = Random(seed)
    vocabulary_ = vocabulary(chance)
    weights = list(accumulate(1 / (rank + 8) for rank in range(len(vocabulary_))))
    written = 0
    while written < wanted_characters:
        length = chance.randint(8, 80)
        parts = chance.choices(vocabulary_, cum_weights=weights, k=length)
        for place in range(4, length, 9):
            parts[place] = chance.choice("，，，。；、的和") + parts[place]
        if chance.random() < 0.3:
            parts.append(f"{chance.randint(1, 999)}万元")
        clause = "".join(parts) + "。"
        written += len(clause)
        yield clause
