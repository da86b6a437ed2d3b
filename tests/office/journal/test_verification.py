# SPDX-License-Identifier: Apache-2.0
"""An intruder who owns the database takes the guard down and changes the record: it shows."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from tests.harness.journal import unguarded
from yiju.kernel.actor import PUBLIC, party_actor
from yiju.office.journal.actions import SEALS, Act, Place, append_all, seal
from yiju.office.journal.chain import Content, entry_hash
from yiju.office.journal.models import Entry, Head
from yiju.office.journal.verification import verify

NOON = datetime(2025, 4, 25, 4, tzinfo=UTC)


@pytest.fixture
def recorded(transactional_db: None) -> Place:
    """Three streams of four entries, sealed after the second and after the fourth."""
    last = None
    for first in (1, 3):
        with transaction.atomic():
            append_all([act(s, n) for s in "abc" for n in (first, first + 1)])
        last = seal(NOON)
    assert last is not None
    return last


def act(stream: str, number: int) -> Act:
    actor = party_actor(f"user:{number}") if number % 2 else PUBLIC
    return Act(stream=stream, kind="filed", actor=actor, at=NOON, body={"number": number})


def tamper(*statements: str) -> None:
    with unguarded(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def test_untouched_journal_is_unbroken(recorded: Place) -> None:
    found = verify(anchor=recorded)
    assert (found.entries, found.streams, found.seals) == (14, 4, 2)
    assert found.broken is None
    assert found.last_seal == recorded


@pytest.mark.parametrize(
    ("statement", "stream", "sequence", "why"),
    [
        ("UPDATE journal_entry SET body='{}' WHERE stream='b' AND sequence=2", "b", 2, "words"),
        ("UPDATE journal_entry SET actor='x' WHERE stream='a' AND sequence=1", "a", 1, "words"),
        ("DELETE FROM journal_entry WHERE stream='b' AND sequence=2", "b", 2, "missing"),
        ("DELETE FROM journal_entry WHERE stream='b' AND sequence=1", "b", 1, "missing"),
        ("DELETE FROM journal_entry WHERE stream='c' AND sequence=4", "c", 4, "cut off"),
        ("DELETE FROM journal_entry WHERE stream='c'", "c", 4, "cut off"),
        ("DELETE FROM journal_sealedhead WHERE stream='c' AND seal=2", SEALS, 2, "rows"),
        ("UPDATE journal_sealedhead SET sequence=3 WHERE stream='c' AND seal=2", SEALS, 2, "rows"),
        ("DELETE FROM journal_sealedhead WHERE seal=1", SEALS, 1, "rows"),
    ],
)
def test_first_broken_place_is_named(
    recorded: Place, statement: str, stream: str, sequence: int, why: str
) -> None:
    tamper(statement)
    broken = verify().broken
    assert broken is not None
    assert (broken.stream, broken.sequence) == (stream, sequence)
    assert why in broken.why


def test_exchanged_entries_are_found(recorded: Place) -> None:
    move = "UPDATE journal_entry SET sequence={} WHERE stream='a' AND sequence={}"
    tamper(move.format(99, 2), move.format(2, 3), move.format(3, 99))
    broken = verify().broken
    assert broken is not None and (broken.stream, broken.sequence) == ("a", 2)


def test_cut_that_mends_the_head_is_shown_by_the_seal(recorded: Place) -> None:
    before = Entry.objects.get(stream="c", sequence=3).hash
    tamper(
        "DELETE FROM journal_entry WHERE stream='c' AND sequence=4",
        f"UPDATE journal_head SET sequence=3, hash='{before}' WHERE stream='c'",
    )
    broken = verify().broken
    assert broken is not None
    assert (broken.stream, broken.sequence) == ("c", 4)
    assert "seal 2" in broken.why


def test_stream_removed_with_its_head_is_shown_by_the_seal(recorded: Place) -> None:
    tamper(
        "DELETE FROM journal_entry WHERE stream='a'", "DELETE FROM journal_head WHERE stream='a'"
    )
    broken = verify().broken
    assert broken is not None and broken.stream == "a"


def test_entry_added_past_the_head_is_found(recorded: Place) -> None:
    tamper(
        "UPDATE journal_head SET sequence=3, "
        "hash=(SELECT hash FROM journal_entry WHERE stream='b' AND sequence=3) WHERE stream='b'"
    )
    broken = verify().broken
    assert broken is not None and (broken.stream, broken.sequence) == ("b", 4)


def test_journal_cut_back_with_all_its_seals_is_shown_by_a_noted_seal(recorded: Place) -> None:
    ends = "(SELECT hash FROM journal_entry e WHERE e.stream=journal_head.stream AND e.sequence="
    tamper(
        "DELETE FROM journal_entry WHERE sequence > 2 AND stream <> 'seals'",
        "DELETE FROM journal_entry WHERE sequence = 2 AND stream = 'seals'",
        "DELETE FROM journal_sealedhead WHERE seal = 2",
        f"UPDATE journal_head SET sequence=2, hash={ends}2) WHERE stream <> 'seals'",
        f"UPDATE journal_head SET sequence=1, hash={ends}1) WHERE stream = 'seals'",
    )
    assert verify().broken is None
    broken = verify(anchor=recorded).broken
    assert broken is not None and broken.sequence == 2


@pytest.mark.parametrize("seed", range(20))
def test_any_changed_field_of_any_entry_is_found(recorded: Place, seed: int) -> None:
    chance = random.Random(seed)
    place = chance.choice(list(Entry.objects.values_list("stream", "sequence")))
    fields = ["kind", "actor", "at", "body", "hash"] + ["previous"] * (place[1] > 1)
    field = chance.choice(fields)
    with unguarded():
        Entry.objects.filter(pk=place).update(
            **{field: NOON.replace(year=2001) if field == "at" else "sha256:changed"}
        )
    broken = verify().broken
    assert broken is not None and broken.stream == place[0]


def test_chain_that_was_forged_anew_is_shown_by_the_seal(recorded: Place) -> None:
    previous = ""
    with unguarded():
        for entry in Entry.objects.filter(stream="a").order_by("sequence"):
            forged = Content(
                stream="a",
                sequence=entry.sequence,
                kind="withdrawn",
                actor=entry.actor,
                at=entry.at,
                body=entry.body,
                previous=previous,
            )
            before, previous = previous, entry_hash(forged, "sha256")
            change = {"kind": "withdrawn", "previous": before, "hash": previous}
            Entry.objects.filter(pk=entry.pk).update(**change)
    Head.objects.filter(stream="a").update(hash=previous)
    broken = verify().broken
    assert broken is not None and (broken.stream, broken.sequence) == ("a", 2)
