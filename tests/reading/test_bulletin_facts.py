# SPDX-License-Identifier: Apache-2.0
"""The facts of the two real bulletins; the folder is named by ``YIJU_BULLETINS``.

The rows give offsets and figures only: the text stays in the bulletins.
"""

from __future__ import annotations

from typing import TypeVar

import pytest

from tests.reading.test_bulletins import reading_of, text_of
from yiju.library.reading.model import (
    DateNamed,
    Deadline,
    Duty,
    Fact,
    Period,
    Quota,
    Recorded,
    Target,
    Threshold,
)

pytestmark = pytest.mark.bulletins

_Kind = TypeVar("_Kind", bound=Fact)

TARGETS_2021 = (
    # row, range of its words, comparison, value, unit, base year, year, implied, words that bind
    ("T01", 21181, 21205, "~", "20", "%", None, 2025, False, "左右"),
    ("T02", 21206, 21231, "=", "13.5", "%", 2020, 2025, False, ""),
    ("T03", 21240, 21258, "=", "18", "%", 2020, 2025, False, ""),
    ("T04", 21422, 21445, "~", "25", "%", None, 2030, False, "左右"),
    ("T05", 21446, 21474, ">=", "65", "%", 2005, 2030, False, "以上"),
    ("T06", 21475, 21490, "by", None, None, None, 2030, False, "前"),
    ("T08", 22292, 22322, ">=", "12", "亿千瓦", None, 2030, False, "以上"),
    ("T09", 22492, 22525, "~", "4000", "万千瓦", None, 2025, False, "左右 分别"),
    ("T10", 22492, 22525, "~", "4000", "万千瓦", None, 2030, False, "左右 分别"),
    ("T11", 23190, 23216, ">=", "3000", "万千瓦", None, 2025, False, "以上"),
    ("T12", 23225, 23245, "~", "1.2", "亿千瓦", None, 2030, False, "左右"),
    ("T13", 23246, 23268, ">=", "5", "%", None, 2030, False, "基本具备"),
    ("T15", 25523, 25543, "<=", "10", "亿吨", None, 2025, False, "控制在…以内"),
    ("T16", 25544, 25561, ">=", "80", "%", None, 2025, False, "以上"),
    ("T17", 26330, 26353, "=", "100", "%", None, 2025, False, "全面"),
    ("T18", 26557, 26581, "=", "8", "%", None, 2025, False, "达到"),
    ("T19", 26582, 26609, ">=", "50", "%", None, 2025, False, "力争"),
    ("T20", 26582, 26609, ">=", "50", "%", None, 2025, False, "力争"),
    ("T21", 27072, 27101, "~", "40", "%", None, 2030, False, "左右"),
    ("T22", 27102, 27135, "~", "9.5", "%", 2020, 2030, False, "左右"),
    ("T23", 27136, 27162, "=", "10", "%", 2020, 2030, False, ""),
    ("T24", 27163, 27186, "by", None, None, None, 2030, False, "力争"),
    ("T25", 27447, 27472, ">=", "15", "%/年", None, 2025, False, "以上"),
    ("T26", 27481, 27508, ">=", "70", "%", None, 2030, False, "不低于"),
    ("T27", 27681, 27711, ">=", "100", "%", None, 2030, False, "力争全面"),
    ("T28", 27966, 27993, "=", "100", "%", None, 2030, False, "全部"),
    ("T29", 28224, 28247, "~", "40", "亿吨", None, 2025, False, "左右"),
    ("T30", 28248, 28268, "~", "45", "亿吨", None, 2030, False, "左右"),
    ("T31", 28505, 28526, "=", "4.5", "亿吨", None, 2025, False, "达到"),
    ("T32", 28528, 28541, "=", "5.1", "亿吨", None, 2030, False, ""),
    ("T33", 28737, 28757, "~", "60", "%", None, 2025, False, "左右"),
    ("T34", 28758, 28778, "=", "100", "%", None, 2030, False, "全覆盖"),
    ("T35", 28780, 28797, "=", "65", "%", None, 2030, False, ""),
    ("T36", 30226, 30240, "~", "25", "%", None, 2030, False, "左右"),
    ("T37", 30241, 30255, "=", "190", "亿立方米", None, 2030, False, "达到"),
    ("T38", 32263, 32289, "=", "100", "个", None, None, False, "选择"),
    ("T39", 15817, 15836, ">=", "50", "%", None, 2025, True, "力争"),
    ("T40", 15802, 15816, "=", "100", "%", None, 2025, True, "全覆盖"),
    ("T41", 16580, 16594, "=", "4", "万人", None, 2025, True, "达到"),
    ("T42", 16930, 16946, "=", "100", "%", None, 2025, True, "全覆盖"),
)


def facts_in(year: int, kind: type[_Kind]) -> list[_Kind]:
    facts = [fact for document in reading_of(year).documents for fact in document.facts]
    return [fact for fact in facts if isinstance(fact, kind)]


@pytest.mark.parametrize("year", (2021, 2025))
def test_every_quote_stands_at_its_offsets(year: int) -> None:
    text = text_of(year)
    facts = facts_in(year, Fact)
    assert len(facts) > 90
    assert all(fact.quote == text[fact.start : fact.end] for fact in facts)


def test_72_assignments_name_306_units() -> None:
    new, old = facts_in(2025, Duty), facts_in(2021, Duty)
    assert (len(new), len(old)) == (33, 39)
    assert sum(len(duty.units) for duty in new) == 98
    assert sum(len(duty.units) for duty in old) == 208
    assert len({unit.name for duty in new for unit in duty.units}) == 18
    assert len({unit.name for duty in old for unit in duty.units}) == 39


def test_50_assignments_are_by_duty_18_have_a_leader_and_4_one_unit() -> None:
    roles = [
        {unit.role for unit in duty.units} for year in (2025, 2021) for duty in facts_in(year, Duty)
    ]
    assert sum(role == {"by_duty"} for role in roles) == 50
    assert sum("lead" in role and len(role) > 1 for role in roles) == 18
    assert sum(role == {"lead"} for role in roles) == 4


@pytest.mark.parametrize("row", TARGETS_2021, ids=lambda row: row[0])
def test_a_target_of_the_2021_bulletin_is_read(row: tuple[object, ...]) -> None:
    _, start, end, comparison, value, unit, base_year, year, implied, words = row
    assert isinstance(start, int) and isinstance(end, int) and isinstance(words, str)
    found = [
        one
        for one in facts_in(2021, Target)
        if one.start < end and start < one.end and one.year == year
        and (None if one.value is None else f"{one.value}") == value
    ]  # fmt: skip
    assert found
    one = found[0]
    assert (one.comparison, one.unit, one.base_year, one.year_implied) == (
        comparison, unit, base_year, implied,
    )  # fmt: skip
    assert set(one.modality) == set(words.split())


def test_the_2021_bulletin_sets_40_targets_and_no_more() -> None:
    assert len(facts_in(2021, Target)) == len(TARGETS_2021) == 40


def test_40_targets_have_a_year() -> None:
    targets = facts_in(2021, Target) + facts_in(2025, Target)
    assert sum(target.year is not None for target in targets) == 40


def test_values_reached_are_recorded() -> None:
    recorded = [f"{one.value}{one.unit}" for one in facts_in(2021, Recorded)]
    assert recorded == ["6.3件", "15.8件", "11.6%", "7.39%", "80.05分"]
    assert facts_in(2025, Recorded) == []


def test_the_thresholds_of_2021() -> None:
    found = [(one.comparison, f"{one.value}{one.unit}") for one in facts_in(2021, Threshold)]
    assert found == [("<=", "3%"), (">", "10年"), (">=", "50%"), (">", "1万吨标准煤")]


def test_the_periods_of_2025() -> None:
    found = [(one.amount, one.unit, one.border, one.since) for one in facts_in(2025, Period)]
    assert found == [
        (1, "month", "within", None), (40, "day", "within", None), (20, "day", "within", None),
        (7, "working_day", "within", "收到信用变更信息"), (12, "month", "full", "被扣减或增加"),
        (5, "working_day", "within", "知道或应当知道异议事项"),
        (15, "working_day", "within", "收到申请"), (6, "month", "full", "被扣减信用计分"),
        (15, "working_day", "within", "收到申请"), (12, "month", "less_than", "上一次信用修复"),
        (2, "year", "within", "发现"),
        (3, "month", "within", "发生更名或与认定条件有关的重大变化"),
    ]  # fmt: skip


def test_the_deadlines_of_2025() -> None:
    found = {(one.on, one.until, one.relation) for one in facts_in(2025, Deadline)}
    assert found == {
        ("2025-04-23", None, "before"), ("2027-10-22", None, "until"), ("2027", None, "by"),
        ("2025-04", "2026-03", "from"), ("2025-04-01", None, "from"), ("2025-09-01", None, "on"),
        ("2025-04-25", None, "before"), ("2030", None, "by"), ("2025-04-30", None, "by"),
        ("2025-06-30", None, "by"), ("2025-10-15", None, "by"), (None, None, "before"),
    }  # fmt: skip


def test_days_of_signature_and_the_term_of_a_cited_plan_are_dates() -> None:
    days = {one.on for year in (2025, 2021) for one in facts_in(year, DateNamed)}
    assert {
        "2025-03-25", "2025-03-13", "2025-03-19", "2025-03-15", "2025-03-10", "2021-10-25",
        "2021-10-09", "2024", "2026",
    } <= days  # fmt: skip


def test_quotas_and_groups_of_2025() -> None:
    quotas = [(one.comparison, f"{one.value}", one.group) for one in facts_in(2025, Quota)]
    assert quotas == [("~", "3", "申报城市"), ("<=", "1", "省、自治区"), ("<=", "2", "直辖市")]
    groups = [f"{one.value}" for one in facts_in(2025, Threshold) if one.unit == "万元"]
    assert groups == ["800", "600", "600", "500", "300", "300"]
