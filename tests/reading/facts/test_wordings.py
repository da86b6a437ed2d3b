# SPDX-License-Identifier: Apache-2.0
"""Every fact of each sentence of the tables, and nothing that is none."""

from __future__ import annotations

import pytest

from tests.reading.facts import wordings_of_calls as calls
from tests.reading.facts import wordings_of_laws as laws
from tests.reading.facts import wordings_of_plans as plans
from tests.reading.facts.in_words import in_words

STATED = (
    *plans.GOALS, *plans.REACHED,
    *laws.PERIODS, *laws.FINES, *laws.FORCE, *laws.REFERENCES,
    *calls.CONDITIONS, *calls.QUOTAS, *calls.DAYS, *calls.DUTIES,
)  # fmt: skip


@pytest.mark.parametrize(("text", "stated"), STATED)
def test_a_sentence_states_these_facts_and_no_others(text: str, stated: list[str]) -> None:
    assert in_words(text) == stated


@pytest.mark.parametrize("text", plans.MERE_NUMBERS)
def test_a_number_that_only_names_or_counts_is_no_fact(text: str) -> None:
    found = [fact for fact in in_words(text) if not fact.startswith(("reference", "date"))]
    assert found == []
