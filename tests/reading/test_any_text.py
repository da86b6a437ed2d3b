# SPDX-License-Identifier: Apache-2.0
"""Whatever the text: it is read, nothing is lost, and every range is exact.

The examples are the same in every run; ``fuzz_reader`` looks for new ones.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.invariants import broken_promises, read
from tests.reading.mutation import FRAGMENTS, RARE, monsters, mutant

UNICODE = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
OFFICIAL = st.lists(st.sampled_from((*FRAGMENTS, *RARE)), max_size=60).map("".join)
MONSTERS = sorted(monsters(10))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(UNICODE)
def test_nothing_of_an_arbitrary_text_is_lost(text: str) -> None:
    assert broken_promises(text, read(text)) == []


@settings(max_examples=300, deadline=None, derandomize=True)
@given(OFFICIAL)
def test_nothing_of_a_heap_of_labels_is_lost(text: str) -> None:
    assert broken_promises(text, read(text)) == []


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 1_000_000))
def test_nothing_of_a_mutated_document_is_lost(seed: int) -> None:
    text = mutant(seed)
    assert broken_promises(text, read(text)) == []


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.integers(0, 1_000_000))
def test_reading_twice_gives_the_same(seed: int) -> None:
    text = mutant(seed)
    assert read(text) == read(text)


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monstrous_line_is_read_like_any_other(name: str) -> None:
    text = monsters(100_000)[name]
    assert broken_promises(text, read(text)) == []


def test_a_page_that_holds_no_policy_gives_no_document_and_a_finding() -> None:
    reading = read("首页\n登录\n注册\n")
    assert reading.documents == ()
    assert reading.findings


def test_an_empty_text_gives_no_document() -> None:
    assert read("").documents == ()
