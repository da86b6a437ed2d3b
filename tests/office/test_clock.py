# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from yiju.office import clock


def test_stopped_clock_shows_the_instant_it_was_stopped_at() -> None:
    noon = datetime(2025, 4, 25, 4, tzinfo=UTC)
    with clock.stopped(noon):
        assert clock.now() == noon
    assert clock.now() != noon


def test_day_turns_in_beijing() -> None:
    with clock.stopped(datetime(2025, 4, 24, 16, 0, tzinfo=UTC)):
        assert clock.today() == date(2025, 4, 25)
    with clock.stopped(datetime(2025, 4, 24, 15, 59, 59, tzinfo=UTC)):
        assert clock.today() == date(2025, 4, 24)


def test_instant_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"), clock.stopped(datetime(2025, 4, 25)):  # noqa: DTZ001
        pass
