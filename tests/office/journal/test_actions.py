# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from yiju.kernel.actor import party_actor
from yiju.office.journal.actions import Act, append, append_all, append_batch, seal
from yiju.office.journal.models import Entry, Head, SealedHead
from yiju.office.journal.verification import verify

NOON = datetime(2025, 4, 25, 4, tzinfo=UTC)


def act(stream: str, kind: str = "filed") -> Act:
    return Act(stream=stream, kind=kind, actor=party_actor("user:1"), at=NOON, body={"n": "1"})


@pytest.mark.django_db
def test_entries_of_a_stream_count_from_one_and_name_the_one_before() -> None:
    first, second = append(act("case/1")), append(act("case/1"))
    assert (first.sequence, second.sequence) == (1, 2)
    assert Entry.objects.get(stream="case/1", sequence=2).previous == first.hash


@pytest.mark.django_db
def test_streams_do_not_count_each_other() -> None:
    append(act("case/1"))
    assert append(act("case/2")).sequence == 1


@pytest.mark.django_db
def test_many_acts_are_recorded_in_their_order_within_each_stream() -> None:
    append_all([act("b", "one"), act("a", "two"), act("b", "three")])
    assert list(Entry.objects.filter(stream="b").values_list("kind", flat=True)) == ["one", "three"]
    assert verify().broken is None


@pytest.mark.django_db(transaction=True)
def test_act_outside_a_transaction_is_refused() -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        append(act("case/1"))


@pytest.mark.django_db(transaction=True)
def test_act_of_an_undone_transaction_is_not_recorded() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        append(act("case/1"))
        raise ZeroDivisionError
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_batch_is_one_entry_with_the_digest_of_its_rows() -> None:
    append_batch(act("lot/1", "issued"), (["P1", number] for number in range(1000)))
    entry = Entry.objects.get(stream="lot/1")
    assert '"rows":1000' in entry.body and '"digest":"sha256:' in entry.body


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET kind = 'other'",
        "DELETE FROM journal_entry",
        "UPDATE journal_sealedhead SET sequence = 9",
        "DELETE FROM journal_sealedhead",
    ],
)
def test_database_refuses_to_change_what_is_recorded(statement: str) -> None:
    append(act("case/1"))
    seal_within_test()
    refusal = pytest.raises(DatabaseError, match="only added to")
    with refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
@pytest.mark.databases("sqlite")
def test_sqlite_refuses_to_replace_what_is_recorded() -> None:
    append(act("case/1"))
    columns = "stream, sequence, kind, actor, at, body, previous, hash"
    refusal = pytest.raises(DatabaseError, match="only added to")
    with refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"REPLACE INTO journal_entry SELECT {columns} FROM journal_entry")


@pytest.mark.django_db
@pytest.mark.databases("postgres")
def test_postgres_refuses_to_empty_the_journal() -> None:
    refusal = pytest.raises(DatabaseError, match="only added to")
    with refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE journal_entry")


@pytest.mark.django_db(transaction=True)
def test_seal_binds_the_streams_that_grew_and_no_other() -> None:
    with transaction.atomic():
        append_all([act("a"), act("b")])
    assert seal(NOON) is not None
    assert seal(NOON) is None
    with transaction.atomic():
        append(act("b"))
    assert seal(NOON) is not None
    assert list(SealedHead.objects.filter(seal=2).values_list("stream", "sequence")) == [("b", 2)]
    assert verify().broken is None


@pytest.mark.django_db(transaction=True)
def test_seals_are_taken_in_steps_until_all_is_sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yiju.office.journal.actions.SEALED_AT_ONCE", 2)
    with transaction.atomic():
        append_all([act(f"case/{number}") for number in range(5)])
    seals = 0
    while seal(NOON):
        seals += 1
    assert seals == 3
    assert not Head.objects.filter(sealed_sequence=0).exclude(stream="seals").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "x" * 201])
def test_stream_without_a_name_that_fits_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="1 to 200"):
        append(act(name))


def seal_within_test() -> None:
    """A row of a seal's batch; ``seal`` itself insists on a transaction of its own."""
    SealedHead.objects.bulk_create([SealedHead(seal=1, stream="a", sequence=1, hash="sha256:0")])
