# SPDX-License-Identifier: Apache-2.0
"""The only reader of the clock. Everything else is told what time it is.

Rules and actions take their instant as an argument; the edges (a page, a command, a job) ask here.
A test or a demonstration stops the clock with ``stopped``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")

_stopped: ContextVar[datetime | None] = ContextVar("stopped", default=None)


def now() -> datetime:
    """The present instant, in UTC."""
    return _stopped.get() or datetime.now(UTC)  # noqa: TID251  the one place


def today() -> date:
    """The calendar day at which the office's clock stands: days turn in Beijing."""
    return now().astimezone(BEIJING).date()


@contextmanager
def stopped(at: datetime) -> Iterator[None]:
    """Stops the clock at an instant, in this thread of work only."""
    if at.tzinfo is None:
        raise ValueError("an instant names its offset")
    token = _stopped.set(at.astimezone(UTC))
    try:
        yield
    finally:
        _stopped.reset(token)
