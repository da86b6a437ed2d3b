# SPDX-License-Identifier: Apache-2.0
"""Reads generated sources and prints how well, beside the goals.

``python -m tests.reading.score [--seeds N] [--from N] [--level L] [--sort law|notice|book]
[--show N] [--only NAME]``; ``--show`` prints the first differences of each kind.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.reading.books import SORTS, Sort, source
from tests.reading.oracle import perfect_reading
from tests.reading.scoring import scored
from tests.reading.tally import Score
from tests.reading.truth import SourceText
from yiju.library.reading.facts import facts_of
from yiju.library.reading.mapped import MappedText
from yiju.library.reading.model import Reading
from yiju.library.reading.pipeline import read_text

LAW_GOALS = {1: "0.999", 2: "0.995", 4: "0.95"}
NOTICE_GOALS = {4: "0.97"}
GOALS = {
    "documents": "≥ 0.98 each (hard books)", "number": "≥ 0.99", "dated_on": "≥ 0.99",
    "title": "≥ 0.98", "issuers": "≥ 0.97", "fact deadline": "≥ 0.97 each",
    "fact period": "≥ 0.97 each", "fact target": "P ≥ 0.97, R ≥ 0.93", "fact duty": "≥ 0.95",
    "fact reference": "≥ 0.98 found", "characters lost": "0", "offsets wrong": "0",
    "characters body outside clauses": "0",
}  # fmt: skip


def read(text: SourceText) -> Reading:
    """The reading of a generated source."""
    digest = hashlib.sha256(text.text.encode()).hexdigest()
    return read_text(text.text, name=text.name, sha256=digest)


def read_facts(text: SourceText) -> Reading:
    """The facts of an undamaged source whose structure is known: judges the fact rules alone."""
    known = perfect_reading(text)
    clean = MappedText(text.text, [0], [0])
    found = facts_of(known.documents, clean, text.text)
    pairs = zip(known.documents, found, strict=True)
    return replace(known, documents=tuple(replace(one, facts=facts) for one, facts in pairs))


def score_of(
    sort: Sort, seeds: Sequence[int], level: int, reader: Callable[[SourceText], Reading] = read
) -> Score:
    """The score over many seeds of one sort at one level."""
    total = Score()
    for seed in seeds:
        generated = source(sort, seed, level)
        total.add(scored(generated, reader(generated)))
    return total


def goal_of(name: str, level: int) -> str:
    if name == "tree law":
        return LAW_GOALS.get(level, "")
    if name in ("tree notice", "tree book"):
        return NOTICE_GOALS.get(level, "")
    return GOALS.get(name, "")


def print_score(sort: Sort, level: int, score: Score) -> None:
    print(f"\n{sort}, level {level}")
    print(f"  {'what':32} {'right':>7} {'missing':>7} {'surplus':>7}   P     R     F1     goal")
    for name in sorted(score.counts):
        count = score.counts[name]
        print(
            f"  {name:32} {count.right:7} {count.missing:7} {count.surplus:7} "
            f"{count.precision:.3f} {count.recall:.3f} {count.f1:.4f}  {goal_of(name, level)}"
        )


def print_differences(score: Score, limit: int, only: str | None) -> None:
    shown: Counter[str] = Counter()
    for name, why in score.differences:
        if only is not None and only not in name:
            continue
        shown[name] += 1
        if shown[name] <= limit:
            print(f"    {name}: {why}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--level", type=int, choices=range(5))
    parser.add_argument("--sort", choices=SORTS)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--only")
    parser.add_argument("--facts", action="store_true", help="the fact rules alone, at level 0")
    parser.add_argument("--text", type=int, help="print the source of this seed and end")
    chosen = parser.parse_args()
    levels = range(5) if chosen.level is None else [chosen.level]
    levels, reader = ([0], read_facts) if chosen.facts else (levels, read)
    for sort in SORTS if chosen.sort is None else [chosen.sort]:
        for level in levels:
            if chosen.text is not None:
                print(source(sort, chosen.text, level).text)
                continue
            seeds = range(chosen.first, chosen.first + chosen.seeds)
            seeds = seeds[: len(seeds) // 4 + 1] if sort == "book" else seeds
            score = score_of(sort, seeds, level, reader)
            print_score(sort, level, score)
            print_differences(score, chosen.show, chosen.only)


if __name__ == "__main__":
    main()
