# SPDX-License-Identifier: Apache-2.0
"""Periods: the time allowed for an act, its event and its border. The sentences are samples."""

from __future__ import annotations

import pytest

from tests.reading.plain_document import facts_of_type
from yiju.library.reading.model import Period

ONE = (
    # sentence, amount, unit, event, border
    ("自收到变更材料七个工作日内更新记录。", 7, "working_day", "收到变更材料", "within"),
    ("受理部门于收到申请之日起十五个工作日内完成核查。", 15, "working_day", "收到申请", "within"),
    ("自知道或应当知道有关事项之日起5个工作日内,可以提出异议。", 5, "working_day",
     "知道或应当知道有关事项", "within"),
    ("被扣减积分满六个月后,可以申请修复。", 6, "month", "被扣减积分", "full"),
    ("距离上一次修复时间不足十二个月的,不予受理。", 12, "month", "上一次修复", "less_than"),
    ("自发现之日起两年内不得再次申请。", 2, "year", "发现", "within"),
    ("企业发生更名的,应在 3个月内向主管部门报告。", 3, "month", "发生更名", "within"),
    ("在收到申请后10日内作出决定。", 10, "day", "收到申请", "within"),
    ("自公布之日起三十日后生效。", 30, "day", "公布", "after"),
    ("自登记之日起满半年的单位可以参加。", 6, "month", "登记", "full"),
    ("审核时限不超过20个工作日。", 20, "working_day", None, "within"),
    ("办结时限为3个工作日。", 3, "working_day", None, "within"),
    ("公示不少于5个工作日。", 5, "working_day", None, "full"),
    ("应当在有效期届满三十日前提出。", 30, "day", "有效期届满前", "full"),
    ("自收到申请之日起,受理部门应在二十个工作日内答复。", 20, "working_day", "收到申请", "within"),
    ("有效期届满前3个月内提出申请。", 3, "month", "有效期届满前", "within"),
    ("(牵头单位:甲局;配合单位:乙局)应当在材料补正后1个月内告知。", 1, "month", "材料补正",
     "within"),
    ("成立不足一年的企业不列入。", 1, "year", "成立", "less_than"),
)  # fmt: skip
NONE = (
    "试点为期1年。",
    "近三年内没有不良记录。",
    "2025年内完成。",
    "请于4月30日前报送。",
    "维持年限超过10年的发明专利。",
    "落实《样例三年行动方案(2024—2026年)》。",
    "五年来,工作取得成效。",
    "第十五日起计算。",
)


@pytest.mark.parametrize(("text", "amount", "unit", "since", "border"), ONE)
def test_a_period_keeps_amount_unit_event_and_border(
    text: str, amount: int, unit: str, since: str | None, border: str
) -> None:
    (period,) = facts_of_type(Period, text)
    assert (period.amount, period.unit, period.since, period.border) == (
        amount, unit, since, border,
    )  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_a_length_of_time_without_a_border_is_no_period(text: str) -> None:
    assert facts_of_type(Period, text) == []


def test_two_lengths_with_one_border_are_two_periods() -> None:
    periods = facts_of_type(Period, "转让、变更应分别在 40日、20日内完成首次审查。")
    assert [(one.amount, one.unit, one.border) for one in periods] == [
        (40, "day", "within"),
        (20, "day", "within"),
    ]


def test_a_period_says_what_it_is_for() -> None:
    (period,) = facts_of_type(
        Period, "自收到申请之日起五个工作日内,向主管部门提出异议,并提供材料。"
    )
    assert period.what == "向主管部门提出异议"
    assert period.quote == "自收到申请之日起五个工作日内"
