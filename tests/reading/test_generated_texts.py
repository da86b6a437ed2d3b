# SPDX-License-Identifier: Apache-2.0
"""Generated laws, notices and books through every level of noise: how much of the truth is read.

The floors are the goals that the project set itself before the reader was written.
"""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.reading.books import Sort, source
from tests.reading.invariants import broken_promises, read
from tests.reading.score import score_of
from tests.reading.tally import nodes_of

LAW_FLOORS = ((0, 0.999), (1, 0.999), (2, 0.995), (3, 0.98), (4, 0.95))
NOTICE_FLOORS = ((0, 0.995), (1, 0.995), (2, 0.99), (3, 0.98), (4, 0.97))
FACT_FLOORS = (
    ("deadline", 0.97, 0.97), ("period", 0.97, 0.97), ("target", 0.97, 0.93),
    ("duty", 0.95, 0.95), ("reference", 0.95, 0.98),
)  # fmt: skip
SORTS = st.sampled_from(("law", "notice"))


@pytest.mark.parametrize(("level", "floor"), LAW_FLOORS)
def test_the_clause_tree_of_a_law_is_found(level: int, floor: float) -> None:
    assert score_of("law", range(20), level).at("tree law").f1 >= floor


@pytest.mark.parametrize(("level", "floor"), NOTICE_FLOORS)
def test_the_clause_tree_of_a_notice_is_found(level: int, floor: float) -> None:
    assert score_of("notice", range(40), level).at("tree notice").f1 >= floor


@pytest.mark.parametrize("level", [0, 4])
def test_the_documents_of_a_bulletin_are_told_apart(level: int) -> None:
    count = score_of("book", range(5), level).at("documents")
    assert count.precision >= 0.98
    assert count.recall >= 0.98


@pytest.mark.parametrize("level", [1, 4])
def test_numbers_dates_titles_and_issuers_are_read(level: int) -> None:
    score = score_of("notice", range(50), level)
    assert score.at("number").recall >= 0.99
    assert score.at("dated_on").recall >= 0.99
    assert score.at("title").recall >= 0.98
    assert score.at("issuers").recall >= 0.97


@pytest.mark.parametrize(("name", "precision", "recall"), FACT_FLOORS)
def test_stated_facts_are_found_and_others_are_not_made_up(
    name: str, precision: float, recall: float
) -> None:
    score = score_of("notice", range(30), 2)
    score.add(score_of("law", range(10), 2))
    count = score.at(f"fact {name}")
    assert count.precision >= precision
    assert count.recall >= recall


@pytest.mark.parametrize("sort", ["law", "notice", "book"])
def test_no_character_is_lost_and_no_range_is_wrong_at_the_hardest_level(sort: Sort) -> None:
    score = score_of(sort, range(4), 4)
    assert score.at("characters lost").surplus == 0
    assert score.at("offsets wrong").surplus == 0


@settings(max_examples=25, deadline=None, derandomize=True)
@given(SORTS, st.integers(0, 100_000), st.integers(0, 4))
def test_every_generated_text_is_read_without_a_broken_promise(
    sort: Sort, seed: int, level: int
) -> None:
    text = source(sort, seed, level).text
    assert broken_promises(text, read(text)) == []


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.integers(0, 100_000))
def test_a_running_head_between_pages_changes_no_clause(seed: int) -> None:
    text = source("law", seed, 1).text
    assume(text.count("\n") > 70)
    assert outline(with_running_heads(text, page_lines=20)) == outline(text)


def with_running_heads(text: str, *, page_lines: int) -> str:
    """The text with a page mark and a running head after each page."""
    pages: list[str] = []
    lines = text.rstrip("\n").split("\n")
    for first in range(0, len(lines), page_lines):
        number = first // page_lines + 1
        pages += [*lines[first : first + page_lines], f"第{number}页", f"政务公报 {number:02d}"]
    return "\n".join(pages)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.integers(0, 100_000), st.integers(0, 100_000))
def test_two_notices_in_one_text_read_as_both(one: int, other: int) -> None:
    first, second = source("notice", one, 0).text, source("notice", other, 0).text
    assert outline(first + second) == outline(first) + outline(second)


def outline(text: str) -> list[tuple[str, str]]:
    """Paths and words of all clauses, document after document."""
    return [
        (node.path, "".join(f"{node.heading or ''}{node.text}".split()))
        for document in read(text).documents
        for node in nodes_of(document.clauses)
    ]
