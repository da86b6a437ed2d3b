# SPDX-License-Identifier: Apache-2.0
"""Asking for a job, doing it, and taking up again what a dead worker left."""

from __future__ import annotations

import logging
import os
import socket
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from yiju.kernel.actor import Actor
from yiju.kernel.refusal import InvalidInput
from yiju.office import clock
from yiju.office.access.queries import actor_named
from yiju.office.jobs.kinds import Json, Order, State, is_kind, work_of
from yiju.office.jobs.models import Job, Worker

ATTEMPTS = 3
SILENT_FOR = timedelta(seconds=120)
"""A worker not seen for so long is dead. Longer than any one transaction may hold the database."""

log = logging.getLogger(__name__)


def request_job(
    actor: Actor, *, kind: str, title: str, arguments: dict[str, Json], at: datetime
) -> UUID:
    """Asks for a job, in the transaction of the caller: undone with it, begun only after it."""
    if not is_kind(kind):
        raise ValueError(f"there are no jobs of the kind {kind}")
    with transaction.atomic():
        job = Job.objects.create(
            id=(job_id := uuid4()),
            task_id=_enqueued(job_id),
            kind=kind,
            title=title[:300],
            arguments=arguments,
            requested_by=actor.party or "",
            requested_at=at,
        )
    return job.id


@task()
def do_job(job_id: str) -> None:
    """Does one job; called by the worker. What the input is to blame for is told to the asker."""
    this = UUID(job_id)
    job = _begun(this)
    if job is None:
        return
    order = Order(
        actor=actor_named(job.requested_by),
        arguments=job.arguments,
        at=clock.now(),
        progress=lambda stage, done, of: _tell_progress(this, stage, done, of),
    )
    try:
        result = work_of(job.kind)(order)
    except InvalidInput as wrong:
        _end(this, State.FAILED, wrong=str(wrong))
    except Exception:
        _end(this, State.FAILED, wrong="a fault of the program; its log says more")
        raise
    else:
        _end(this, State.DONE, result=result)


def take_up_left_jobs(at: datetime) -> int:
    """Puts back into the queue what dead workers left unfinished; says how many jobs that were.

    A job whose worker died with it too often is given up: it may be what kills them.
    """
    dead = [worker.name for worker in Worker.objects.all() if _is_dead(worker, at)]
    known = Worker.objects.exclude(name__in=dead).values_list("name", flat=True)
    left = 0
    with transaction.atomic():
        running = Job.objects.select_for_update(skip_locked=True).filter(state=State.RUNNING)
        for job in running.exclude(worker__in=list(known)):
            DBTaskResult.objects.filter(id=job.task_id).update(status=TaskResultStatus.FAILED)
            if job.attempts >= ATTEMPTS:
                _end(job.id, State.FAILED, wrong=f"its worker ended {ATTEMPTS} times during it")
            else:
                Job.objects.filter(id=job.id).update(
                    state=State.WAITING, task_id=_enqueued(job.id), worker="", done=0, of=0
                )
                left += 1
        Worker.objects.filter(name__in=dead).delete()
    return left


def tell_alive(worker: str, at: datetime) -> None:
    """Says that a worker is alive."""
    Worker.objects.update_or_create(name=worker, defaults={"seen_at": at})


def tell_ended(worker: str) -> None:
    """Says that a worker has ended in order."""
    Worker.objects.filter(name=worker).delete()


def this_worker() -> str:
    """The name of this process among the workers: machine and process number."""
    return f"{socket.gethostname()[:50]}:{os.getpid()}"


def _enqueued(job_id: UUID) -> UUID:
    return UUID(do_job.enqueue(str(job_id)).id)


def _begun(job_id: UUID) -> Job | None:
    """The job, now running here; ``None`` where somebody else has it."""
    begun = Job.objects.filter(id=job_id, state=State.WAITING).update(
        state=State.RUNNING, worker=this_worker(), attempts=F("attempts") + 1
    )
    return Job.objects.get(id=job_id) if begun else None


def _tell_progress(job_id: UUID, stage: str, done: int, of: int) -> None:
    """Inside a transaction of the job nobody else would see it, and the row would stay locked."""
    if not transaction.get_connection().in_atomic_block:
        Job.objects.filter(id=job_id).update(stage=stage[:60], done=min(done, of), of=of)


def _end(job_id: UUID, state: State, *, result: Json = None, wrong: str = "") -> None:
    Job.objects.filter(id=job_id).update(
        state=state, result=result, wrong=wrong, finished_at=clock.now()
    )


def _is_dead(worker: Worker, at: datetime) -> bool:
    if at - worker.seen_at > SILENT_FOR:
        return True
    machine, _, process = worker.name.rpartition(":")
    if machine != socket.gethostname()[:50]:
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
