# SPDX-License-Identifier: Apache-2.0
"""The normal form: what counts as the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiju.library.queries.marking import marked
from yiju.library.words import normal_form, normal_places, query_words, word_hash


@given(st.text(), st.data())
def test_what_stands_in_a_text_stands_in_its_normal_form(text: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text)))
    past = data.draw(st.integers(first, len(text)))
    assert normal_form(text[first:past]) in normal_form(text)


@given(st.text())
def test_the_normal_form_is_normal_already(text: str) -> None:
    assert normal_form(normal_form(text)) == normal_form(text)


@given(st.text())
def test_every_character_of_the_normal_form_knows_its_place(text: str) -> None:
    normal, places = normal_places(text)
    assert normal == normal_form(text) and len(places) == len(normal)
    assert all(normal_form(text[place]) for place in places)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ａ＋级", "a+ 级"),
        ("〔2025】108号", "[２０２５]108号"),
        ("第 十 二 条", "第十二条"),
        ("“双随机”", '"双随机"'),
        ("①", "1"),
        ("2024—2026年", "2024-2026年"),
        ("ﬁne", "FINE"),
        ("公\u200b告\ufeff", "公告"),
    ],
)
def test_writings_of_one_meaning_are_the_same_words(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)
    assert word_hash(one) == word_hash(other)


def test_different_words_have_different_hashes_however_they_are_divided() -> None:
    assert word_hash("公示", "异议") != word_hash("公示异", "议")
    assert word_hash("公示。") != word_hash("公示")


def test_a_query_is_its_different_words_longest_first() -> None:
    assert query_words(" 信用  修复申请 信用 ") == ("修复申请", "信用")
    assert query_words(" \u3000 \u200b") == ()


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=3), max_size=3))
def test_marking_changes_no_word_of_a_text(text: str, words: list[str]) -> None:
    pieces = marked(text, query_words(" ".join(words)), characters=None)
    assert "".join(piece.text for piece in pieces) == text


def test_a_long_text_is_cut_round_the_first_find() -> None:
    pieces = marked("前" * 300 + "信用修复" + "后" * 300, ("信用修复",), characters=100)
    shown = "".join(piece.text for piece in pieces)
    assert shown.startswith("…前") and shown.endswith("后…") and len(shown) == 102
    assert [piece.text for piece in pieces if piece.marked] == ["信用修复"]
