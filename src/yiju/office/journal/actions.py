# SPDX-License-Identifier: Apache-2.0
"""Adding to the journal, and sealing what was added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.conf import settings
from django.db import transaction
from django.db.models import F

from yiju.kernel.actor import Actor, system_actor
from yiju.office.journal.chain import (
    BEGINNING,
    STREAM_LENGTH,
    Content,
    Json,
    canonical,
    entry_hash,
    rows_digest,
)
from yiju.office.journal.models import Entry, Head, SealedHead

SEALS = "seals"
"""The stream of the seals themselves."""

SEALED_AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something done, as it is told to the journal.

    ``stream`` is the case, lot or document that it concerns (``document/…``), ``kind`` a verb in
    the past tense (``document_published``).
    """

    stream: str
    kind: str
    actor: Actor
    at: datetime
    body: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an entry stands, and its hash."""

    stream: str
    sequence: int
    hash: str


def append(act: Act) -> Place:
    """Records one act, in the transaction of the action that did it."""
    return append_all([act])[0]


def append_all(acts: Sequence[Act]) -> list[Place]:
    """Records several acts at once; streams are locked in their order, so writers never deadlock.

    The places are in the order of the streams, and within one in the order given.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an act is recorded in the transaction that does it")
    entries: list[Entry] = []
    for stream, own in groupby(sorted(acts, key=lambda act: act.stream), lambda act: act.stream):
        head = _locked_head(stream)
        for act in own:
            entry = _next_entry(act, head)
            head.sequence, head.hash = entry.sequence, entry.hash
            entries.append(entry)
        Head.objects.filter(stream=stream).update(sequence=head.sequence, hash=head.hash)
    Entry.objects.bulk_create(entries, batch_size=500)
    return [Place(stream=each.stream, sequence=each.sequence, hash=each.hash) for each in entries]


def append_batch(act: Act, rows: Iterable[Json]) -> Place:
    """Records a whole batch of rows as one entry: how many there are, and their digest.

    The rows themselves lie in a table of their own; in this order they give the digest again.
    """
    count = 0

    def counted() -> Iterable[Json]:
        nonlocal count
        for row in rows:
            count += 1
            yield row

    digest = rows_digest(counted(), settings.JOURNAL_HASH)
    body: Json = {"act": act.body, "rows": count, "digest": digest}
    return append(Act(stream=act.stream, kind=act.kind, actor=act.actor, at=act.at, body=body))


def seal(at: datetime) -> Place | None:
    """Binds the ends of all streams that grew since the last seal into one entry of the seals.

    Off the path of the writers: a stream that is being written at this moment is left for the
    next seal and not waited for. ``None`` where nothing grew. At most ``SEALED_AT_ONCE`` streams,
    so that the locks are short; call again until it is done.
    """
    with transaction.atomic(durable=True):
        _locked_head(SEALS)
        grown = list(
            Head.objects.select_for_update(skip_locked=True)
            .filter(sequence__gt=F("sealed_sequence"))
            .exclude(stream=SEALS)
            .order_by("stream")[:SEALED_AT_ONCE]
        )
        if not grown:
            return None
        grown.sort(key=lambda head: head.stream)  # by code point, whatever the database's order
        act = Act(stream=SEALS, kind="sealed", actor=system_actor("seal"), at=at, body=None)
        place = append_batch(act, (sealed_row(h.stream, h.sequence, h.hash) for h in grown))
        SealedHead.objects.bulk_create(
            SealedHead(seal=place.sequence, stream=h.stream, sequence=h.sequence, hash=h.hash)
            for h in grown
        )
        for head in grown:
            head.sealed_sequence = head.sequence
        Head.objects.bulk_update(grown, ["sealed_sequence"])
    return place


def sealed_row(stream: str, sequence: int, hashed: str) -> Json:
    """A row of a seal's batch."""
    return [stream, sequence, hashed]


def _locked_head(stream: str) -> Head:
    if not 0 < len(stream) <= STREAM_LENGTH:
        raise ValueError(f"the name of a stream has 1 to {STREAM_LENGTH} characters")
    locked = Head.objects.select_for_update()
    head = locked.filter(stream=stream).first()
    if head is None:
        Head.objects.bulk_create([Head(stream=stream)], ignore_conflicts=True)
        head = locked.get(stream=stream)
    return head


def _next_entry(act: Act, head: Head) -> Entry:
    content = Content(
        stream=act.stream,
        sequence=head.sequence + 1,
        kind=act.kind,
        actor=act.actor.party or str(act.actor.kind),
        at=act.at,
        body=canonical(act.body),
        previous=head.hash if head.sequence else BEGINNING,
    )
    return Entry(
        stream=content.stream,
        sequence=content.sequence,
        kind=content.kind,
        actor=content.actor,
        at=content.at,
        body=content.body,
        previous=content.previous,
        hash=entry_hash(content, settings.JOURNAL_HASH),
    )
