# SPDX-License-Identifier: Apache-2.0
"""Tables of jobs: what was asked for and how far it is; and which workers are alive."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from yiju.office.jobs.kinds import State


class Job(models.Model):
    """One piece of work that somebody asked for. The queue itself is that of django-tasks."""

    id = models.UUIDField(primary_key=True, editable=False)
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    arguments = models.JSONField(default=dict)
    requested_by = models.CharField(max_length=200)
    requested_at = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=10, default=State.WAITING)
    task_id = models.UUIDField()
    worker = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    stage = models.CharField(max_length=60, blank=True)
    done = models.PositiveBigIntegerField(default=0)
    of = models.PositiveBigIntegerField(default=0)
    result = models.JSONField(null=True)
    wrong = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="job_state_is_known", condition=Q(state__in=[state.value for state in State])
            ),
            models.CheckConstraint(
                name="not_more_done_than_there_is", condition=Q(done__lte=F("of"))
            ),
            models.CheckConstraint(
                name="failed_job_says_why", condition=~Q(state=State.FAILED) | ~Q(wrong="")
            ),
            models.CheckConstraint(
                name="ended_job_says_when",
                condition=Q(state__in=[State.WAITING, State.RUNNING], finished_at=None)
                | Q(state__in=[State.DONE, State.FAILED], finished_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.id}: {self.state}"


class Worker(models.Model):
    """A process that does jobs, with the last instant at which it was seen alive."""

    name = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
