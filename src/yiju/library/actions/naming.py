# SPDX-License-Identifier: Apache-2.0
"""Answers to the queue of unit names: whose name it is, or that it is none."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from yiju.kernel.actor import Actor
from yiju.kernel.refusal import InvalidInput
from yiju.library.actions.duties import replace_duty_units
from yiju.library.actions.recording import NotInLibrary, name_of
from yiju.library.models import Fact, Unit, UnitName, UnitQuestion
from yiju.office.access.roles import Permission, require
from yiju.office.journal.actions import Act, append

STREAM = "units"


def name_unit(
    actor: Actor,
    name: str,
    *,
    unit: str,
    at: datetime,
    starts_on: date | None = None,
    ends_before: date | None = None,
) -> None:
    """Says that ``name`` is (from a day, before a day) a name of ``unit``, known or new.

    Every duty with that name then shows the unit.
    """
    require(actor, Permission.REVIEW)
    name, unit = name.strip(), unit.strip()
    for place, words in (("name", name), ("unit", unit)):
        if not 0 < len(words) <= 200:
            raise InvalidInput(place, "is empty or too long", "write 1 to 200 characters")
    if starts_on and ends_before and starts_on >= ends_before:
        raise InvalidInput("ends_before", "is not after starts_on", "turn the days round")
    with transaction.atomic(durable=True):
        known, _ = Unit.objects.get_or_create(name=unit)
        UnitName.objects.update_or_create(
            unit=known, name=name, defaults={"starts_on": starts_on, "ends_before": ends_before}
        )
        UnitName.objects.get_or_create(unit=known, name=unit)
        UnitQuestion.objects.filter(name__in=(name, unit)).update(
            unit=known, dismissed=False, answered_by=name_of(actor), answered_at=at
        )
        _apply(name, at)
        _record(actor, "unit_named", {"name": name, "unit": unit}, at)


def dismiss_unit_name(actor: Actor, name: str, *, at: datetime) -> None:
    """Says that ``name`` names no unit; it leaves the queue and stays as written in the duties."""
    require(actor, Permission.REVIEW)
    with transaction.atomic(durable=True):
        answered = UnitQuestion.objects.filter(name=name).update(
            unit=None, dismissed=True, answered_by=name_of(actor), answered_at=at
        )
        if not answered:
            raise NotInLibrary(name)
        _record(actor, "unit_name_dismissed", {"name": name}, at)


def _apply(name: str, at: datetime) -> None:
    """Resolves the duties with this name anew, each by its document's day."""
    duties = Fact.objects.filter(duty_units__name=name).distinct()
    for duty in duties.select_related("version__document"):
        replace_duty_units([duty], on=duty.version.document.dated_on, at=at)


def _record(actor: Actor, kind: str, body: dict[str, str], at: datetime) -> None:
    append(Act(stream=STREAM, kind=kind, actor=actor, at=at, body=body))
