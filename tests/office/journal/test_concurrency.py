# SPDX-License-Identifier: Apache-2.0
"""Many writers at once, on both databases: no place is given twice, and nobody waits for ever."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from yiju.kernel.actor import system_actor
from yiju.office.journal.actions import Act, append_all, seal
from yiju.office.journal.models import Entry, Head
from yiju.office.journal.verification import verify

pytestmark = pytest.mark.django_db(transaction=True)

NOON = datetime(2025, 4, 25, 4, tzinfo=UTC)
WRITERS, ROUNDS = 6, 15


def act(stream: str, number: int) -> Act:
    return Act(
        stream=stream, kind="filed", actor=system_actor("tests"), at=NOON, body={"n": number}
    )


def together(*works: object) -> list[Exception]:
    """Runs functions at once, each in a thread with a connection of its own."""
    failures: list[Exception] = []
    start = threading.Barrier(len(works))

    def run(work: object) -> None:
        start.wait()
        try:
            work()
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def writer(streams: list[str]) -> object:
    def write() -> None:
        for number in range(ROUNDS):
            with transaction.atomic():
                append_all([act(stream, number) for stream in streams])

    return write


def test_writers_of_one_stream_take_turns() -> None:
    assert together(*[writer(["case/1"])] * WRITERS) == []
    assert Head.objects.get(stream="case/1").sequence == WRITERS * ROUNDS
    assert verify().broken is None


def test_writers_that_name_the_same_streams_in_other_orders_do_not_deadlock() -> None:
    orders = [["a", "b", "c"], ["c", "b", "a"], ["b", "a", "c"]] * 2
    assert together(*[writer(order) for order in orders]) == []
    assert Entry.objects.count() == len(orders) * ROUNDS * 3
    assert verify().broken is None


def test_sealing_goes_on_beside_the_writers() -> None:
    def sealer() -> None:
        for _ in range(ROUNDS):
            seal(NOON)

    assert together(*[writer([f"case/{n}"]) for n in range(4)], sealer, sealer) == []
    while seal(NOON):
        pass
    assert not Head.objects.exclude(stream="seals").filter(sealed_sequence__lt=ROUNDS).exists()
    assert verify().broken is None


def test_first_entries_of_a_new_stream_at_once_are_one_and_two() -> None:
    firsts = [writer([f"new/{number}" for number in range(3)])] * 4
    assert together(*firsts) == []
    assert set(Head.objects.values_list("sequence", flat=True)) == {4 * ROUNDS}
