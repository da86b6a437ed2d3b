# SPDX-License-Identifier: Apache-2.0
"""The JSON of a reading has the contract's keys, in its order, and reads back with no change."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.reading.render.sample_reading import READING
from yiju.kernel.invalid_input import InvalidInput
from yiju.library.reading import model
from yiju.library.reading.render.contract import reading_as_json, readings_as_json
from yiju.library.reading.render.restored import reading_from_json

VALUE: dict[str, Any] = json.loads(reading_as_json(READING))
PAGE = (Path(__file__).parents[3] / "docs/reference/reading-contract.md").read_text("utf-8")
BLOCKS = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)]
KEYS = {"reading": BLOCKS[0], "clause": BLOCKS[1]}


def walk(value: object, keys: object, place: str) -> None:
    """Checks that ``value`` has exactly the keys of the contract, at every depth and in order."""
    if isinstance(keys, dict) and isinstance(value, dict):
        keys = keys.get(value.get("type"), keys) if "deadline" in keys else keys
        assert isinstance(keys, dict)
        assert list(value) == list(keys), place
        for key, inner in value.items():
            walk(inner, keys[key], f"{place}.{key}")
    elif isinstance(value, list) and isinstance(keys, list):
        for inner in value:
            walk(inner, keys[0] if keys[0] != "clause" else KEYS["clause"], f"{place}[]")
    else:
        assert value is None or type(value).__name__ in str(keys).split("|"), place


def test_every_value_has_the_keys_and_types_of_the_contract_in_their_order() -> None:
    walk(VALUE, KEYS["reading"], "reading")


def test_the_sample_shows_every_type_of_fact() -> None:
    facts = [fact["type"] for document in VALUE["documents"] for fact in document["facts"]]
    assert set(facts) == set(KEYS["reading"]["documents"][0]["facts"][0])


def test_a_clause_shows_its_whole_reference() -> None:
    article = VALUE["documents"][1]["clauses"][0]["children"][0]
    assert article["ref"] == "样发〔2025〕1号!1#art_1"
    assert article["children"][0]["children"][0]["ref"].endswith("!1#art_1/para_1/item_1")


def test_numbers_that_the_law_counts_are_exact_strings() -> None:
    values = [fact.get("value") for fact in VALUE["documents"][0]["facts"]]
    assert [value for value in values if value] == ["25.0", "800", "1", "100", "-11.60"]


def test_a_reading_comes_back_with_no_change() -> None:
    content = reading_as_json(READING)
    assert reading_as_json(reading_from_json(content)) == content


def test_own_texts_of_a_reading_that_came_back_stand_where_first_and_past_say() -> None:
    document = reading_from_json(reading_as_json(READING)).documents[0]
    level = document.clauses[1]
    clean = "现将指引印发给你们。\n\n到2030年达到25%左右。\n指标\t数值\n比重\t25%\n"
    for node in (*document.clauses, *level.children):
        assert clean[node.first : node.past] == node.text


def test_several_readings_are_an_array_in_their_order() -> None:
    values = json.loads(readings_as_json([READING, READING]))
    assert [value["contract"] for value in values] == [1, 1]


@pytest.mark.parametrize(
    ("spoiled", "place"),
    [
        ({"contract": 2}, "contract: is 2"),
        ({"documents": {}}, "documents: is no array"),
        ({"documents": [{}]}, r"documents\[0\].id: is None"),
        ({"findings": [{"type": "typo"}]}, r"findings\[0\].type: is 'typo'"),
        ({"source": {"name": "a", "sha256": "b", "characters": "1"}}, "source.characters: is '1'"),
    ],
)
def test_json_that_is_no_reading_is_refused_with_its_place(spoiled: object, place: str) -> None:
    with pytest.raises(InvalidInput, match=place):
        reading_from_json(json.dumps(VALUE | spoiled).encode())  # type: ignore[operator]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"1", b"\xff", b"[" * 100_000])
def test_what_is_not_json_or_no_object_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidInput):
        reading_from_json(content)


@pytest.mark.parametrize("key", ["clauses", "facts", "dated_on", "part_of"])
def test_a_missing_key_is_refused_and_not_taken_for_null(key: str) -> None:
    document = {k: v for k, v in VALUE["documents"][0].items() if k != key}
    with pytest.raises(InvalidInput, match=key):
        reading_from_json(json.dumps(VALUE | {"documents": [document]}).encode())


WORDS = (model.Kind, model.Relation, model.Unit, model.Border, model.Comparison, model.Direction)


@pytest.mark.parametrize("words", [*WORDS, model.Role])
def test_the_page_names_every_word_that_a_value_may_be(words: object) -> None:
    told = set(PAGE.replace("`", " ").split())
    named = {word for word in get_args(words) if not word.startswith("level")}
    assert named <= told
