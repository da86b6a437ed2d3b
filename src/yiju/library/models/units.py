# SPDX-License-Identifier: Apache-2.0
"""Responsible units (责任单位): known ones with their names by date, and names not yet known."""

from __future__ import annotations

from django.db import models

from yiju.library.models.facts import Fact


class Unit(models.Model):
    """A body that can answer for a task."""

    name = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.name


class UnitName(models.Model):
    """A name that a unit bears or bore, as written; half-open in time, open where null."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200, db_index=True)
    starts_on = models.DateField(null=True)
    ends_before = models.DateField(null=True)

    class Meta:
        """A unit bears a name for one stretch of time."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "name"], name="library_unit_name_once"),
        )

    def __str__(self) -> str:
        return self.name


class UnitQuestion(models.Model):
    """A name that no known unit bears: it waits for a person, it is never guessed.

    Answered once ``unit`` is set, or ``dismissed`` where the words name no unit.
    """

    name = models.CharField(max_length=200, unique=True)
    asked_at = models.DateTimeField()
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, related_name="questions")
    dismissed = models.BooleanField(default=False)
    answered_by = models.CharField(max_length=150, blank=True)
    answered_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class DutyUnit(models.Model):
    """One task–unit pair: a unit as a duty names it, and the known unit where there is one."""

    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="duty_units")
    position = models.IntegerField()
    name = models.CharField(max_length=200, db_index=True)
    role = models.CharField(max_length=8)
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, related_name="duties")

    class Meta:
        """Units stand in the order of the duty."""

        constraints = (
            models.UniqueConstraint(fields=["fact", "position"], name="library_duty_unit_place"),
        )

    def __str__(self) -> str:
        return self.name
