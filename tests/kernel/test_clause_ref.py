# SPDX-License-Identifier: Apache-2.0
"""Clause references: read, written, contained, ordered, addressed and cited."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kernel.worked_examples import examples
from yiju.kernel.citation import citation, path_words
from yiju.kernel.clause_ref import (
    KIND_OF_STEP,
    ClauseRef,
    Step,
    parse_path,
    parse_ref,
    parse_url_path,
)
from yiju.kernel.refusal import InvalidInput

steps = st.builds(
    Step,
    st.sampled_from(sorted(KIND_OF_STEP)),
    st.integers(0, 2000),
    st.integers(0, 30),
    st.integers(1, 9),
)
documents = st.sampled_from(
    [
        "国办发〔2021〕40号",
        "国知办函运字〔2025〕193号!1",
        "untitled_0a1b2c3d",
        "某委_2025-04-01_样例",
    ]
)
refs = st.builds(ClauseRef, documents, st.lists(steps, max_size=5).map(tuple))


@pytest.mark.parametrize("row", examples("clause_refs.toml", "reference"))
def test_a_reference_is_read_stored_and_cited(row: dict[str, Any]) -> None:
    ref = parse_ref(row["written"])
    assert (str(ref), citation(ref)) == (row["stored"], row["cited"])


@pytest.mark.parametrize("row", examples("clause_refs.toml", "refused"))
def test_a_malformed_reference_is_refused_by_name(row: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_ref(row["written"])
    assert refused.value.place == row["written"]
    assert row["why"] in str(refused.value)


@given(refs)
def test_what_is_written_reads_back_the_same(ref: ClauseRef) -> None:
    assert parse_ref(str(ref)) == ref


@given(refs)
def test_the_address_of_a_clause_leads_back_to_it(ref: ClauseRef) -> None:
    assert ref.url_path.isascii()
    assert parse_url_path(ref.url_path) == ref


def test_an_address_may_be_typed_as_it_is_shown() -> None:
    ref = parse_url_path("/p/国办发〔2021〕40号/l1_3/l2_5/")
    assert str(ref) == "国办发〔2021〕40号#l1_3/l2_5"


def test_an_address_elsewhere_is_no_clause() -> None:
    with pytest.raises(InvalidInput, match="begins with /p/"):
        parse_url_path("/search/国办发〔2021〕40号")


@given(refs, refs, refs)
def test_containment_is_transitive(a: ClauseRef, b: ClauseRef, c: ClauseRef) -> None:
    nested = ClauseRef(a.document, a.path + b.path)
    innermost = ClauseRef(a.document, nested.path + c.path)
    assert a.contains(nested)
    assert nested.contains(innermost)
    assert a.contains(innermost)


@given(refs, refs)
def test_two_clauses_contain_each_other_only_if_they_are_one(a: ClauseRef, b: ClauseRef) -> None:
    assert (a.contains(b) and b.contains(a)) == (a == b)


def test_an_attached_document_is_not_inside_its_carrier() -> None:
    assert not ClauseRef("国办发〔2021〕40号").contains(parse_ref("国办发〔2021〕40号!1#art_1"))


@given(refs)
def test_a_parent_contains_its_clause_and_comes_before_it(ref: ClauseRef) -> None:
    if ref.parent is None:
        assert ref.path == ()
    else:
        assert ref.parent.contains(ref)
        assert not ref.contains(ref.parent)
        assert ref.parent.order < ref.order


def test_references_sort_in_the_order_of_the_text() -> None:
    in_order = [
        "甲#para_1",
        "甲#part_1/chp_2",
        "甲#part_2/subpart_1",
        "甲#art_2",
        "甲#art_2/para_1",
        "甲#art_2/para_1/item_2",
        "甲#art_2/para_1/item_10",
        "甲#art_2/para_1/item_10~2",
        "甲#art_2/para_2",
        "甲#art_10",
        "甲#art_120",
        "甲#art_120-1",
        "甲#art_120-2",
        "甲#art_121",
        "甲!1#art_1",
    ]
    shuffled = sorted(map(parse_ref, reversed(in_order)), key=lambda ref: ref.order)
    assert list(map(str, shuffled)) == in_order


@given(refs, refs)
def test_order_is_total(a: ClauseRef, b: ClauseRef) -> None:
    assert (a.order == b.order) == (a == b)


def test_a_path_alone_can_be_read() -> None:
    assert parse_path("art_11/para_2") == (Step("art", 11), Step("para", 2))


def test_a_bad_path_alone_is_named_itself() -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_path("art_11/kuan_2")
    assert refused.value.place == "art_11/kuan_2"


def test_a_citation_prefers_the_title() -> None:
    ref = parse_ref("样法〔2020〕1号#art_3")
    assert citation(ref, title="样例办法") == "《样例办法》第三条"
    assert citation(ref, title="样例办法", number="样法〔2020〕1号") == (
        "《样例办法》（样法〔2020〕1号）第三条"
    )
    assert citation(ref, number="样法〔2020〕第1号") == "样法〔2020〕第1号第三条"


def test_the_only_paragraph_of_an_article_is_left_out_of_its_citation() -> None:
    ref = parse_ref("样法〔2020〕1号#art_5/para_1/item_2")
    assert path_words(ref, only_paragraph=True) == "第五条第（二）项"


def test_a_second_paragraph_is_never_left_out() -> None:
    ref = parse_ref("样法〔2020〕1号#art_5/para_2")
    assert path_words(ref, only_paragraph=True) == "第五条第二款"


@given(refs)
def test_every_reference_has_words(ref: ClauseRef) -> None:
    assert bool(path_words(ref)) == bool(ref.path)
