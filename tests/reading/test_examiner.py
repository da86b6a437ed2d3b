# SPDX-License-Identifier: Apache-2.0
"""The examiner itself: full marks for the truth, and none for what is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reading.books import Sort, source
from tests.reading.oracle import perfect_reading
from tests.reading.scoring import scored

JUDGED_WITHOUT_FACTS = ("fact", "reference resolved")


@pytest.mark.parametrize("level", range(5))
@pytest.mark.parametrize("sort", ["law", "notice", "book"])
def test_a_perfect_reading_gets_full_marks(sort: Sort, level: int) -> None:
    generated = source(sort, 1, level)
    score = scored(generated, perfect_reading(generated))
    for name, count in score.counts.items():
        if not name.startswith(JUDGED_WITHOUT_FACTS):
            assert (count.missing, count.surplus) == (0, 0), (name, score.differences[:3])


def test_a_clause_under_another_path_costs_marks() -> None:
    generated = source("law", 1, 0)
    reading = perfect_reading(generated)
    document = reading.documents[0]
    moved = replace(document.clauses[-1], path="art_999/para_1")
    wrong = replace(document, clauses=(*document.clauses[:-1], moved))
    count = scored(generated, replace(reading, documents=(wrong,))).counts["tree law"]
    assert (count.missing, count.surplus) == (1, 1)


def test_a_character_that_no_place_claims_is_counted_as_lost() -> None:
    generated = source("notice", 2, 0)
    reading = perfect_reading(generated)
    document = replace(reading.documents[0], fields=reading.documents[0].fields[1:])
    score = scored(generated, replace(reading, documents=(document, *reading.documents[1:])))
    assert score.counts["characters lost"].surplus == 1


def test_a_text_that_is_not_the_source_is_a_wrong_offset() -> None:
    generated = source("law", 4, 0)
    reading = perfect_reading(generated)
    document = reading.documents[0]
    changed = replace(document.clauses[-1], text=document.clauses[-1].text + "另行")
    wrong = replace(document, clauses=(*document.clauses[:-1], changed))
    score = scored(generated, replace(reading, documents=(wrong,)))
    assert score.counts["offsets wrong"].surplus == 1


def test_the_same_seed_gives_the_same_source() -> None:
    assert source("book", 7, 4).text == source("book", 7, 4).text
