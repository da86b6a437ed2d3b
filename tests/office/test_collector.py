# SPDX-License-Identifier: Apache-2.0
"""The collector is put off for a reading, and comes back whatever happens."""

from __future__ import annotations

import gc

import pytest

from tests.reading.books import source
from yiju.library.reading.pipeline import read_text
from yiju.office.collector import collector_paused


def test_collector_searches_again_after_a_pause_that_failed() -> None:
    with pytest.raises(ValueError), collector_paused():
        raise ValueError
    assert gc.isenabled()


def test_collector_that_was_off_stays_off() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_reading_leaves_no_cycles_for_the_collector() -> None:
    text = source("notice", 1, 2).text
    with collector_paused():
        gc.collect()
        read_text(text, name="notice", sha256="0" * 64)
        assert gc.collect() == 0
