# SPDX-License-Identifier: Apache-2.0
"""Tables of the calendar: the notices that the office entered, and the versions that were used.

The shipped notices lie in ``schedules.toml`` and not here. A row is never changed: a mistake is
put right by a later notice, so that every past calendar can be drawn up again.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Notice(models.Model):
    """A holiday notice as the office entered it."""

    year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=100)
    known_on = models.DateField()
    entered_by = models.CharField(max_length=200)
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ("known_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=["number"], name="notice_is_entered_once"),
            models.CheckConstraint(
                name="notice_has_a_number_and_an_author",
                condition=~Q(number="") & ~Q(entered_by=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.year}: {self.number}"


class NoticeDay(models.Model):
    """What a notice says of one day: off (and for which holiday), worked, or ordinary again."""

    pk = models.CompositePrimaryKey("notice_id", "day")
    notice = models.ForeignKey(Notice, models.PROTECT, related_name="days")
    day = models.DateField()
    said = models.CharField(max_length=8)
    holiday = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="a_day_off_names_its_holiday",
                condition=(Q(said="off") & ~Q(holiday=""))
                | Q(said__in=["work", "ordinary"], holiday=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.day}: {self.said}"


class KeptVersion(models.Model):
    """A calendar that something was reckoned with, kept whole under its version."""

    version = models.CharField(max_length=40, primary_key=True)
    content = models.TextField()
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.version
