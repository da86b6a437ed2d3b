# SPDX-License-Identifier: Apache-2.0
"""The calendar table that comes with the product. Needs no database and no Django."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from yiju.kernel.holiday_notice import Holiday, HolidayNotice, calendar_of
from yiju.kernel.working_days import WorkCalendar

NOT_SEEN = "source not seen"


class Shipped(NamedTuple):
    """The table as shipped: the notices, and the holidays that statute fixes by date."""

    notices: tuple[HolidayNotice, ...]
    statutory: frozenset[tuple[int, int]]
    statute: str


@lru_cache(maxsize=1)
def shipped_table() -> Shipped:
    """Reads the table once; ``schedules.toml`` tells what its words mean."""
    text = files(__package__).joinpath("schedules.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    days = (day.split("-") for day in table["statute"]["days"])
    return Shipped(
        notices=tuple(map(_notice, table["notice"])),
        statutory=frozenset((int(month), int(day)) for month, day in days),
        statute=table["statute"]["source"],
    )


@lru_cache(maxsize=8)
def shipped_calendar(known_on: date | None = None) -> WorkCalendar:
    """The calendar of the shipped table, as known on a day (``None``: the newest)."""
    table = shipped_table()
    return calendar_of(table.notices, known_on=known_on, statutory=table.statutory)


def _notice(row: dict[str, Any]) -> HolidayNotice:
    """One block of the table. ``Any`` because TOML rows mix strings, dates and lists."""
    number = row["number"]
    return HolidayNotice(
        year=row["year"],
        number=None if number == NOT_SEEN else number,
        known_on=row.get("issued_on", date(row["year"], 1, 1)),
        holidays=tuple(Holiday(*holiday) for holiday in row["holidays"]),
        work=frozenset(row.get("work", ())),
    )
