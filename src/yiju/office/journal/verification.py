# SPDX-License-Identifier: Apache-2.0
"""Checking the journal against itself: every entry, every stream's end, every seal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef

from yiju.office.journal.actions import SEALS, Place, sealed_row
from yiju.office.journal.chain import BEGINNING, Content, algorithm_of, entry_hash, rows_digest
from yiju.office.journal.models import Entry, Head, SealedHead

READ_AT_ONCE = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """The first place where the journal is not what was written, and what is wrong there."""

    stream: str
    sequence: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was checked, the last seal, and the first broken place if there is one.

    The last seal's hash, noted down outside the office, lets anyone show later that nothing up to
    it was changed: pass it as the anchor of a later verification.
    """

    entries: int
    streams: int
    seals: int
    last_seal: Place | None
    broken: Break | None


def verify(anchor: Place | None = None) -> Verification:
    """Reads the whole journal in order and checks it."""
    count = _Count()
    broken = (
        _first_broken_entry(count)
        or _first_broken_end()
        or _first_broken_seal()
        or (_broken_anchor(anchor) if anchor else None)
    )
    last = Entry.objects.filter(stream=SEALS).order_by("-sequence").first()
    return Verification(
        entries=count.entries,
        streams=count.streams,
        seals=Entry.objects.filter(stream=SEALS).count(),
        last_seal=_place(last) if last else None,
        broken=broken,
    )


def _place(entry: Entry) -> Place:
    return Place(stream=entry.stream, sequence=entry.sequence, hash=entry.hash)


@dataclass(slots=True)
class _Count:
    entries: int = 0
    streams: int = 0


def _first_broken_entry(count: _Count) -> Break | None:
    """Walks each chain: numbers run from 1, each names the hash before it and keeps its own."""
    ordered = Entry.objects.order_by("stream", "sequence").iterator(chunk_size=READ_AT_ONCE)
    for stream, entries in groupby(ordered, lambda entry: entry.stream):
        count.streams += 1
        expected, previous = 1, BEGINNING
        for entry in entries:
            if entry.sequence != expected:
                return Break(stream=stream, sequence=expected, why="this entry is missing")
            if why := _wrong_with(entry, previous):
                return Break(stream=stream, sequence=expected, why=why)
            expected, previous = expected + 1, entry.hash
            count.entries += 1
    return None


def _wrong_with(entry: Entry, previous: str) -> str | None:
    if entry.previous != previous:
        return "it does not follow from the entry before it"
    algorithm = algorithm_of(entry.hash)
    if algorithm is None:
        return "its hash names no known algorithm"
    content = Content(
        stream=entry.stream,
        sequence=entry.sequence,
        kind=entry.kind,
        actor=entry.actor,
        at=entry.at,
        body=entry.body,
        previous=entry.previous,
    )
    return None if entry_hash(content, algorithm) == entry.hash else "its words were changed"


def _first_broken_end() -> Break | None:
    """Each stream ends where its head says. One statement each: writers may go on meanwhile."""
    same = Entry.objects.filter(stream=OuterRef("stream"), sequence=OuterRef("sequence"))
    cut = Head.objects.filter(~Exists(same.filter(hash=OuterRef("hash"))), sequence__gt=0)
    if head := cut.order_by("stream").first():
        return Break(stream=head.stream, sequence=head.sequence, why="the end was cut off")
    covering = Head.objects.filter(stream=OuterRef("stream"), sequence__gte=OuterRef("sequence"))
    beyond = Entry.objects.filter(~Exists(covering)).order_by("stream", "sequence").first()
    if beyond is not None:
        return Break(
            stream=beyond.stream, sequence=beyond.sequence, why="it stands after the stream's end"
        )
    return None


def _first_broken_seal() -> Break | None:
    """Each seal digests its rows, and each row names an entry that is still there."""
    rows = _rows_by_seal()
    for seal in Entry.objects.filter(stream=SEALS).order_by("sequence").iterator():
        number, own = next(rows, (None, []))
        digest = _digest_in(seal.body)
        algorithm = algorithm_of(digest)
        sealed = [sealed_row(row.stream, row.sequence, row.hash) for row in own]
        if number != seal.sequence or not algorithm or rows_digest(sealed, algorithm) != digest:
            return Break(stream=SEALS, sequence=seal.sequence, why="its sealed rows were changed")
    if (left := next(rows, None)) is not None:
        return Break(stream=SEALS, sequence=left[0], why="this entry is missing")
    kept = Entry.objects.filter(
        stream=OuterRef("stream"), sequence=OuterRef("sequence"), hash=OuterRef("hash")
    )
    lost = SealedHead.objects.filter(~Exists(kept)).order_by("stream", "sequence").first()
    if lost is not None:
        return Break(
            stream=lost.stream, sequence=lost.sequence, why=f"seal {lost.seal} bound another entry"
        )
    return None


def _digest_in(body: str) -> str:
    """The digest that a batch's body names; nothing where somebody wrote another body."""
    found = json.loads(body)
    return str(found.get("digest", "")) if isinstance(found, dict) else ""


def _rows_by_seal() -> Iterator[tuple[int, list[SealedHead]]]:
    rows = SealedHead.objects.order_by("seal", "stream").iterator(chunk_size=READ_AT_ONCE)
    for seal, own in groupby(rows, lambda row: row.seal):
        # The order of the database may not be that of the digest (collations differ).
        yield seal, sorted(own, key=lambda row: row.stream)


def _broken_anchor(anchor: Place) -> Break | None:
    there = Entry.objects.filter(stream=SEALS, sequence=anchor.sequence, hash=anchor.hash)
    if there.exists():
        return None
    return Break(stream=SEALS, sequence=anchor.sequence, why="the seal noted down is not here")
