# SPDX-License-Identifier: Apache-2.0
"""The proof that nothing is lost: every character of a source has its place in the reading.

Reads: a reading and its source. Writes: the stretches that are in no clause, field, contents
entry, section title or removed stretch. The list is empty for every text.
"""

from __future__ import annotations

from collections.abc import Iterator

from yiju.library.reading.model import Reading


def _placed(reading: Reading) -> Iterator[tuple[int, int]]:
    for removed in reading.source.removed:
        yield removed.start, removed.end
    if reading.bulletin:
        for stated in reading.bulletin.fields:
            yield stated.start, stated.end
        for section in reading.bulletin.sections:
            yield section.start, section.end
        for entry in reading.bulletin.contents:
            yield entry.start, entry.end
    for document in reading.documents:
        for stated in document.fields:
            yield stated.start, stated.end
        for clause in document.clauses:
            yield clause.start, clause.end


def unaccounted(reading: Reading, text: str) -> list[tuple[int, int]]:
    """Stretches of ``text`` with more than white space that the reading has no place for."""
    gaps: list[tuple[int, int]] = []
    at = 0
    for start, end in sorted(_placed(reading)):
        if start > at and text[at:start].strip():
            gaps.append((at, start))
        at = max(at, end)
    if text[at:].strip():
        gaps.append((at, len(text)))
    return gaps
