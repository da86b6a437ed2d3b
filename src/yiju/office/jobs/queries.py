# SPDX-License-Identifier: Apache-2.0
"""How jobs stand, for those who asked for them and for staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from yiju.kernel.actor import Actor
from yiju.office.access.roles import Permission, may
from yiju.office.jobs.kinds import Json, State
from yiju.office.jobs.models import Job, Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class JobStatus:
    """One job as a page shows it. ``wrong`` is for people: what was wrong and what to do."""

    id: UUID
    kind: str
    title: str
    requested_by: str
    requested_at: datetime
    state: State
    stage: str
    done: int
    of: int
    result: Json
    wrong: str
    finished_at: datetime | None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in {State.DONE, State.FAILED}


def job_status(actor: Actor, job_id: UUID) -> JobStatus | None:
    """How a job stands; ``None`` where there is none that the actor may know of."""
    job = _visible(actor).filter(id=job_id).first()
    return _status(job) if job else None


def latest_jobs(actor: Actor, *, most: int = 50) -> list[JobStatus]:
    """The latest jobs that the actor may know of, newest first."""
    return [_status(job) for job in _visible(actor).order_by("-requested_at", "id")[:most]]


def last_seen_worker_at() -> datetime | None:
    """When a worker was last seen alive; ``None`` where none is."""
    return Worker.objects.order_by("-seen_at").values_list("seen_at", flat=True).first()


def _visible(actor: Actor) -> QuerySet[Job]:
    if may(actor, Permission.SEE_JOBS):
        return Job.objects.all()
    if actor.party is None:
        return Job.objects.none()
    return Job.objects.filter(Q(requested_by=actor.party))


def _status(job: Job) -> JobStatus:
    return JobStatus(
        id=job.id,
        kind=job.kind,
        title=job.title,
        requested_by=job.requested_by,
        requested_at=job.requested_at,
        state=State(job.state),
        stage=job.stage,
        done=job.done,
        of=job.of,
        result=job.result,
        wrong=job.wrong,
        finished_at=job.finished_at,
    )
