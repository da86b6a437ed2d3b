# SPDX-License-Identifier: Apache-2.0
"""The two ways in which a request comes to nothing, kept apart.

A *refusal* is an answer: the rule says no, with its ground; it is shown and recorded. *Invalid
input* is no answer: the words of the request are wrong; nothing is recorded. (The third way, a
bug, is an ordinary exception and reaches an engineer.)
"""

from __future__ import annotations

from dataclasses import dataclass

from yiju.kernel.decision import Ground, NoGround

# Told from here, beside its counterpart. It has a module of its own since clause references raise
# it, on which the grounds of a refusal stand.
from yiju.kernel.invalid_input import InvalidInput as InvalidInput


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One thing that stands against a request: where it falls short of what a clause requires.

    ``found`` and ``required`` are written for people, with their unit; ``found`` is ``None``
    where nothing was given at all.
    """

    field: str
    found: str | None
    required: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class Refusal:
    """The rule says no. Names everything that stands against the request, not the first thing only,
    so that the person can put all of it right at once.
    """

    shortfalls: tuple[Shortfall, ...]

    def __post_init__(self) -> None:
        if not self.shortfalls:
            raise NoGround("a refusal says what falls short")

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The grounds of the refusal, in the order of the shortfalls."""
        return tuple(shortfall.ground for shortfall in self.shortfalls)
