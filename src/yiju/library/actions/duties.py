# SPDX-License-Identifier: Apache-2.0
"""Task–unit pairs: the units that duties name, and the known ones they are."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files

from yiju.library.models import DutyUnit, Fact, Unit, UnitName, UnitQuestion, Version
from yiju.library.words import fitting, normal_form

NAME_LENGTH = 200
_BATCH = 1000


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A unit that bears a name, and when."""

    unit: int
    starts_on: date | None
    ends_before: date | None

    def bears_on(self, day: date | None) -> bool:
        """Whether the name was borne on a day; without a day, whether it ever was."""
        if day is None:
            return True
        started = self.starts_on is None or self.starts_on <= day
        return started and (self.ends_before is None or day < self.ends_before)


def store_duty_units(version: Version, *, at: datetime) -> None:
    """The task–unit pairs of a version's duties; names that no unit bears go to the queue."""
    duties = list(version.facts.filter(type="duty"))
    if not duties:
        return
    load_shipped_units()
    replace_duty_units(duties, on=version.document.dated_on, at=at)


def replace_duty_units(duties: list[Fact], *, on: date | None, at: datetime) -> None:
    """Writes the pairs of these duties anew. Units bear their names on the document's day."""
    DutyUnit.objects.filter(fact__in=duties).delete()
    bearers = name_bearers()
    pairs = [
        DutyUnit(
            fact=duty,
            position=position,
            name=fitting(unit["name"], NAME_LENGTH),
            role=unit["role"],
            unit_id=bearer_of(unit["name"], on, bearers),
        )
        for duty in duties
        for position, unit in enumerate(duty.payload["units"])
    ]
    DutyUnit.objects.bulk_create(pairs, batch_size=_BATCH)
    unknown = sorted({pair.name for pair in pairs if pair.unit_id is None})
    UnitQuestion.objects.bulk_create(
        (UnitQuestion(name=name, asked_at=at) for name in unknown), ignore_conflicts=True
    )


def name_bearers() -> dict[str, list[_Bearer]]:
    """Who bears each known name, by the name's normal form."""
    bearers: dict[str, list[_Bearer]] = defaultdict(list)
    for name in UnitName.objects.all():
        bearers[normal_form(name.name)].append(
            _Bearer(name.unit_id, name.starts_on, name.ends_before)
        )
    return bearers


def bearer_of(name: str, on: date | None, bearers: dict[str, list[_Bearer]]) -> int | None:
    """The one unit that bore a name on a day; none where nobody or more than one did."""
    units = {each.unit for each in bearers.get(normal_form(name), ()) if each.bears_on(on)}
    return units.pop() if len(units) == 1 else None


def load_shipped_units() -> None:
    """Makes the units that we ship known, where the office knows none yet."""
    if Unit.objects.exists():
        return
    table = files("yiju.library").joinpath("units.csv").read_text("utf-8")
    units: dict[str, Unit] = {}
    names: list[UnitName] = []
    for row in csv.DictReader(table.splitlines()):
        unit = units.setdefault(row["unit"], Unit(name=row["unit"]))
        names.append(
            UnitName(
                unit=unit,
                name=row["name"],
                starts_on=_day(row["starts_on"]),
                ends_before=_day(row["ends_before"]),
            )
        )
    Unit.objects.bulk_create(units.values())
    known = dict(Unit.objects.values_list("name", "pk"))
    for name in names:
        name.unit_id = known[name.unit.name]
    UnitName.objects.bulk_create(names)


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None
