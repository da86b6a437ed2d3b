# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import transaction

from yiju.kernel.actor import PUBLIC, party_actor, system_actor
from yiju.kernel.refusal import InvalidInput
from yiju.office.jobs import kinds
from yiju.office.jobs.actions import ATTEMPTS, request_job, take_up_left_jobs, tell_alive
from yiju.office.jobs.kinds import Json, Order, State, Work
from yiju.office.jobs.models import Job, Worker
from yiju.office.jobs.queries import job_status, last_seen_worker_at, latest_jobs
from yiju.office.jobs.worker import do_one_job, work

pytestmark = pytest.mark.django_db(transaction=True)

NOON = datetime(2025, 4, 25, 4, tzinfo=UTC)
MACHINE = system_actor("tests")


@pytest.fixture(autouse=True)
def own_kinds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(kinds, "_kinds", {})
    yield


def ask(work_to_do: Work, **arguments: Json) -> UUID:
    kinds.job("count")(work_to_do)
    return request_job(MACHINE, kind="count", title="计数", arguments=arguments, at=NOON)


def stood(job_id: UUID) -> tuple[State, Json, str]:
    status = job_status(MACHINE, job_id)
    assert status is not None
    return status.state, status.result, status.wrong


def test_job_is_done_with_its_arguments_and_its_result_kept() -> None:
    job = ask(lambda order: {"sum": str(order.arguments["n"])}, n=3)
    assert stood(job) == (State.WAITING, None, "")
    assert do_one_job()
    assert stood(job) == (State.DONE, {"sum": "3"}, "")
    assert not do_one_job()


def test_job_of_an_undone_transaction_is_never_done() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        ask(lambda order: None)
        raise ZeroDivisionError
    assert not do_one_job()


def test_wrong_input_is_told_to_the_asker() -> None:
    def refuse(order: Order) -> Json:
        raise InvalidInput("a.txt", "the file is empty", "name a file that holds a text")

    job = ask(refuse)
    do_one_job()
    wanted = "a.txt: the file is empty; name a file that holds a text"
    assert stood(job) == (State.FAILED, None, wanted)


def test_fault_of_the_program_is_told_without_its_inside() -> None:
    def crash(order: Order) -> Json:
        raise RuntimeError("inside")

    job = ask(crash)
    do_one_job()
    state, _, wrong = stood(job)
    assert state is State.FAILED and "inside" not in wrong


def test_progress_is_seen_while_the_job_runs() -> None:
    seen: list[tuple[str, int, int]] = []

    def count(order: Order) -> Json:
        order.progress("reading", 3, 10)
        status = latest_jobs(MACHINE)[0]
        seen.append((status.stage, status.done, status.of))
        return None

    ask(count)
    do_one_job()
    assert seen == [("reading", 3, 10)]


def test_job_whose_worker_was_killed_is_done_by_another() -> None:
    job = ask(lambda order: "done")
    leave_running(job, worker=dead_worker())
    assert take_up_left_jobs(NOON) == 1
    assert do_one_job()
    assert stood(job)[:2] == (State.DONE, "done")


def test_job_of_a_silent_worker_elsewhere_is_done_by_another() -> None:
    job = ask(lambda order: "done")
    leave_running(job, worker="elsewhere:7")
    tell_alive("elsewhere:7", NOON)
    assert take_up_left_jobs(NOON + timedelta(seconds=119)) == 0
    assert take_up_left_jobs(NOON + timedelta(seconds=121)) == 1


def test_job_that_kills_its_workers_is_given_up() -> None:
    job = ask(lambda order: "done")
    leave_running(job, worker=dead_worker(), attempts=ATTEMPTS)
    assert take_up_left_jobs(NOON) == 0
    assert stood(job)[0] is State.FAILED
    assert not do_one_job()


def test_job_is_shown_to_its_asker_and_to_staff_only() -> None:
    job = ask(lambda order: None)
    Job.objects.update(requested_by="user:li")
    assert job_status(party_actor("user:li"), job) is not None
    assert job_status(party_actor("user:wang", "reader"), job) is not None
    assert job_status(party_actor("user:wang"), job) is None
    assert job_status(PUBLIC, job) is None


def test_job_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="no jobs of the kind"):
        request_job(MACHINE, kind="fly", title="", arguments={}, at=NOON)


def test_function_of_a_declared_kind_is_loaded_when_it_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kinds, "_places", {"count": "json"})
    assert kinds.is_kind("count")
    with pytest.raises(KeyError):  # the module is loaded, and brings no such function
        kinds.work_of("count")


def test_two_functions_for_one_kind_are_refused() -> None:
    kinds.job("count")(lambda order: 1)
    with pytest.raises(ValueError, match="two functions"):
        kinds.job("count")(lambda order: 2)


def test_worker_does_what_waits_and_is_seen_alive_until_it_ends() -> None:
    ended, alive = threading.Event(), []

    def last(order: Order) -> Json:
        alive.append(last_seen_worker_at())
        ended.set()
        return None

    job = ask(last)
    (thread := threading.Thread(target=work, args=(ended,))).start()
    thread.join()
    assert stood(job)[0] is State.DONE
    assert alive != [None] and last_seen_worker_at() is None


def dead_worker() -> str:
    """A name of a worker on this machine whose process has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    name = f"{os.uname().nodename[:50]}:{ended.pid}"
    tell_alive(name, NOON)
    return name


def leave_running(job: UUID, *, worker: str, attempts: int = 1) -> None:
    """As a worker leaves a job when it is killed in the midst of it."""
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415

    Job.objects.filter(id=job).update(state=State.RUNNING, worker=worker, attempts=attempts)
    DBTaskResult.objects.update(status="RUNNING")
    assert Worker.objects.filter(name=worker).count() <= 1
