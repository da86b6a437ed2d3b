# SPDX-License-Identifier: Apache-2.0
"""Text that was made from other text and still knows where each character stood.

The stages of the reader take away page furniture, join wrapped lines and set blanks aside; the
rules then run over plain strings. Whatever they find is mapped back, so that every clause and
every fact carries offsets in the source as received.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text in pieces: piece ``i`` starts at ``firsts[i]`` and stood at ``origins[i]`` before.

    ``firsts`` ascends and begins with 0 (both are empty for an empty text). A character that was
    put in by a stage (the line feed that ends a paragraph) maps to the place where it was put.
    Offsets count characters from 0; ranges are half-open.
    """

    text: str
    firsts: Sequence[int]
    origins: Sequence[int]

    def origin(self, position: int) -> int:
        """Where the character at ``position`` stood in the source."""
        piece = bisect_right(self.firsts, position) - 1
        return self.origins[piece] + position - self.firsts[piece]

    def span(self, first: int, past: int) -> tuple[int, int]:
        """The source range that the range ``first:past`` of this text covers."""
        if past <= first:
            here = self.origin(first) if self.firsts else 0
            return here, here
        firsts, origins, last = self.firsts, self.origins, past - 1
        piece = bisect_right(firsts, first) - 1
        start = origins[piece] + first - firsts[piece]
        # Most ranges lie in one piece: then the second search can be spared.
        if piece + 1 < len(firsts) and firsts[piece + 1] <= last:
            piece = bisect_right(firsts, last, piece + 1) - 1
        return start, origins[piece] + last - firsts[piece] + 1
