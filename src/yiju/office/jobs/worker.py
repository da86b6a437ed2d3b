# SPDX-License-Identifier: Apache-2.0
"""The worker: does the jobs that wait, and the duties that come round by themselves."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.db import DatabaseError, close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker as TaskWorker
from django_tasks_db.models import DBTaskResult

from yiju.office import clock
from yiju.office.jobs.actions import take_up_left_jobs, tell_alive, tell_ended, this_worker
from yiju.office.journal.actions import seal

LOOKS_EVERY_SECONDS = 0.5
TELLS_EVERY_SECONDS = 15

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something that a worker does by itself from time to time."""

    name: str
    every: timedelta
    act: Callable[[datetime], object]


DUTIES = (
    Duty(name="take up left jobs", every=timedelta(seconds=10), act=take_up_left_jobs),
    Duty(name="seal the journal", every=timedelta(minutes=1), act=lambda at: _seal_all(at)),
    Duty(
        name="clear old sessions",
        every=timedelta(days=1),
        act=lambda at: SessionStore.clear_expired(),
    ),
)


def work(ended: threading.Event) -> None:
    """Works until told to end; a job that has begun is finished first."""
    due = {duty.name: clock.now() for duty in DUTIES}
    _tell_alive()
    beating = threading.Thread(target=_beat, args=(ended,), name="heartbeat", daemon=True)
    beating.start()
    try:
        while not ended.is_set():
            close_old_connections()
            _do_duties(due)
            if not do_one_job():
                ended.wait(LOOKS_EVERY_SECONDS)
    finally:
        beating.join()
        _tell(lambda: tell_ended(this_worker()))
        connection.close()


def do_one_job() -> bool:
    """Does the next waiting job; says whether there was one."""
    try:
        if not DBTaskResult.objects.ready().exists():
            return False
        TaskWorker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=1,
            worker_id=this_worker(),
        ).run()
    except DatabaseError:
        log.exception("the database did not answer the worker")
        return False
    return True


def _do_duties(due: dict[str, datetime]) -> None:
    for duty in DUTIES:
        at = clock.now()
        if at < due[duty.name]:
            continue
        due[duty.name] = at + duty.every
        try:
            duty.act(at)
        except Exception:  # the edge: one duty that fails must not stop the others
            log.exception("a duty failed: %s", duty.name)


def _seal_all(at: datetime) -> None:
    while place := seal(at):
        # The line in the log is a copy outside the database, to compare with later.
        log.info("sealed the journal: %s:%s", place.sequence, place.hash)


def _beat(ended: threading.Event) -> None:
    while not ended.wait(TELLS_EVERY_SECONDS):
        _tell_alive()
    connection.close()


def _tell_alive() -> None:
    _tell(lambda: tell_alive(this_worker(), clock.now()))


def _tell(say: Callable[[], None]) -> None:
    try:
        say()
    except DatabaseError:
        log.exception("the worker could not tell how it is")
