# SPDX-License-Identifier: Apache-2.0
"""Counts of right, missing and surplus answers, and the ways in which words are compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from yiju.library.reading.model import Node


@dataclass(slots=True)
class Count:
    """Right, missing and surplus answers of one kind."""

    right: int = 0
    missing: int = 0
    surplus: int = 0

    def add(self, other: Count) -> None:
        self.right += other.right
        self.missing += other.missing
        self.surplus += other.surplus

    @property
    def recall(self) -> float:
        wanted = self.right + self.missing
        return self.right / wanted if wanted else 1.0

    @property
    def precision(self) -> float:
        given = self.right + self.surplus
        return self.right / given if given else 1.0

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.missing + self.surplus
        return 2 * self.right / total if total else 1.0


@dataclass(slots=True)
class Score:
    """All counts of one or many sources, and the differences behind them."""

    counts: dict[str, Count] = field(default_factory=dict)
    differences: list[tuple[str, str]] = field(default_factory=list)

    def at(self, name: str) -> Count:
        return self.counts.setdefault(name, Count())

    def judge(self, name: str, *, right: bool, why: str) -> None:
        """One question with one answer: a wrong one is both missing and surplus."""
        if right:
            self.at(name).right += 1
        else:
            self.at(name).missing += 1
            self.at(name).surplus += 1
            self.differences.append((name, why))

    def fault(self, name: str, amount: int, why: str) -> None:
        """Something that must not happen at all; counted in ``surplus``."""
        count = self.at(name)
        count.surplus += amount
        if amount:
            self.differences.append((name, why))

    def add(self, other: Score) -> None:
        for name, count in other.counts.items():
            self.at(name).add(count)
        self.differences += other.differences


def bare(text: str | None) -> str:
    """The characters without white space."""
    return "".join((text or "").split())


def plain(text: str | None) -> str:
    """The characters without white space, in one width: for titles and names."""
    return unicodedata.normalize("NFKC", bare(text))


def nodes_of(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """All nodes in the order of the text, without recursion: trees may be deep."""
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))
