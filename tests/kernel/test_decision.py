# SPDX-License-Identifier: Apache-2.0
"""No decision without a ground, no refusal without a shortfall."""

from __future__ import annotations

import pytest

from yiju.kernel.clause_ref import ClauseRef, parse_ref
from yiju.kernel.decision import Decision, Ground, NoGround, cited, where_silent
from yiju.kernel.refusal import Refusal, Shortfall

CLAUSE = parse_ref("样法〔2020〕1号#art_3")


def test_a_decision_without_a_ground_cannot_be_made() -> None:
    with pytest.raises(NoGround, match="no decision without a ground"):
        Decision("准予", ())


@pytest.mark.parametrize(
    ("clause", "set_by"),
    [(None, None), (None, "  "), (CLAUSE, "某办公室")],
)
def test_a_ground_rests_on_a_clause_or_on_who_set_the_value(
    clause: ClauseRef | None, set_by: str | None
) -> None:
    with pytest.raises(NoGround, match="cites a clause, or names"):
        Ground("期限已过", clause=clause, set_by=set_by)


def test_a_ground_says_what_was_found() -> None:
    with pytest.raises(NoGround, match="what was found"):
        cited(CLAUSE, " ")


def test_where_the_text_is_silent_the_ground_says_so() -> None:
    assert where_silent("某办公室", "每页20条").silent
    assert not cited(CLAUSE, "满六个月").silent


def test_a_decision_names_each_of_its_clauses_once() -> None:
    decision = Decision(
        "准予",
        (cited(CLAUSE, "满六个月"), where_silent("某办公室", "受理"), cited(CLAUSE, "已改正")),
    )
    assert decision.clauses == (CLAUSE,)


def test_a_refusal_names_everything_that_falls_short() -> None:
    early = Shortfall("申请日", "2026-02-28", "2026-03-01 起", cited(CLAUSE, "未满六个月"))
    missing = Shortfall("整改材料", None, "已改正的证明", cited(CLAUSE, "未提交"))
    assert Refusal((early, missing)).grounds == (early.ground, missing.ground)


def test_a_refusal_without_a_shortfall_cannot_be_made() -> None:
    with pytest.raises(NoGround, match="what falls short"):
        Refusal(())
