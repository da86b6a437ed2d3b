# SPDX-License-Identifier: Apache-2.0
"""The algebra of the four answers."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiju.kernel.verdict import (
    MET,
    NOT_MET,
    Answer,
    Verdict,
    all_of,
    any_of,
    data_missing,
    needs_person,
    negated,
)

MISSING, PERSON = data_missing("年业务量"), needs_person("是否属于情节轻微")
FOUR = {"met": MET, "not_met": NOT_MET, "data_missing": MISSING, "needs_person": PERSON}
names = st.frozensets(st.sampled_from(["甲", "乙", "丙"]), min_size=1)
verdicts = st.one_of(
    st.just(MET),
    st.just(NOT_MET),
    names.map(lambda fields: data_missing(*fields)),
    names.map(lambda reasons: Verdict(Answer.NEEDS_PERSON, reasons=reasons)),
    st.builds(lambda m, r: Verdict(Answer.DATA_MISSING, m, r), names, names),
)
ALL = {
    "met": "met not_met data_missing needs_person",
    "not_met": "not_met not_met not_met not_met",
    "data_missing": "data_missing not_met data_missing data_missing",
    "needs_person": "needs_person not_met data_missing needs_person",
}
ANY = {
    "met": "met met met met",
    "not_met": "met not_met data_missing needs_person",
    "data_missing": "met data_missing data_missing data_missing",
    "needs_person": "met needs_person data_missing needs_person",
}


@pytest.mark.parametrize(("left", "right"), list(product(FOUR, FOUR)))
def test_two_conditions_combine_as_in_the_table(left: str, right: str) -> None:
    column = list(FOUR).index(right)
    pair = [FOUR[left], FOUR[right]]
    assert all_of(pair).answer == ALL[left].split()[column]
    assert any_of(pair).answer == ANY[left].split()[column]


@given(verdicts, verdicts, verdicts)
def test_order_and_grouping_do_not_matter(a: Verdict, b: Verdict, c: Verdict) -> None:
    for combine in (all_of, any_of):
        assert combine([a, b]) == combine([b, a])
        assert combine([combine([a, b]), c]) == combine([a, combine([b, c])]) == combine([a, b, c])
        assert combine([a, a]) == combine([a]) == a


@given(verdicts, verdicts)
def test_not_all_is_one_not(a: Verdict, b: Verdict) -> None:
    assert negated(all_of([a, b])) == any_of([negated(a), negated(b)])
    assert negated(any_of([a, b])) == all_of([negated(a), negated(b)])
    assert negated(negated(a)) == a


@given(st.lists(verdicts, max_size=5), st.lists(st.booleans(), min_size=5, max_size=5))
def test_what_is_decided_stays_decided_when_the_rest_comes_in(
    given_verdicts: list[Verdict], later: list[bool]
) -> None:
    resolved = [
        verdict if verdict.definite else (MET if answer else NOT_MET)
        for verdict, answer in zip(given_verdicts, later, strict=False)
    ]
    for combine in (all_of, any_of):
        before = combine(given_verdicts)
        assert combine(resolved).definite
        assert not before.definite or combine(resolved) == before


@given(st.lists(verdicts, max_size=5))
def test_an_open_answer_names_everything_that_is_open(given_verdicts: list[Verdict]) -> None:
    for combine in (all_of, any_of):
        answer = combine(given_verdicts)
        if not answer.definite:
            assert answer.missing == frozenset().union(*(v.missing for v in given_verdicts))
            assert answer.reasons == frozenset().union(*(v.reasons for v in given_verdicts))


def test_nothing_to_meet_is_met_and_nothing_to_choose_is_not() -> None:
    assert all_of([]) == MET
    assert any_of([]) == NOT_MET


def test_every_answer_has_its_word() -> None:
    assert [answer.label for answer in Answer] == ["符合", "不符合", "缺数据", "需人工"]


@pytest.mark.parametrize(
    ("answer", "missing", "reasons"),
    [
        (Answer.DATA_MISSING, "", ""),
        (Answer.MET, "甲", ""),
        (Answer.NEEDS_PERSON, "甲", "乙"),
        (Answer.NEEDS_PERSON, "", ""),
        (Answer.MET, "", "乙"),
        (Answer.NOT_MET, "", "乙"),
    ],
)
def test_a_verdict_that_contradicts_itself_cannot_be_made(
    answer: Answer, missing: str, reasons: str
) -> None:
    with pytest.raises(ValueError, match=r"missing|person"):
        Verdict(answer, frozenset(missing), frozenset(reasons))
