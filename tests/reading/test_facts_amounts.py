# SPDX-License-Identifier: Apache-2.0
"""Thresholds, quotas and amounts of money. The sentences are samples."""

from __future__ import annotations

import pytest

from tests.reading.plain_document import facts, facts_of_type
from yiju.library.reading.model import Money, Quota, Threshold

THRESHOLDS = (
    # sentence, subject, comparison, value, unit, group
    ("申报单位注册资本不低于500万元。", "申报单位注册资本", ">=", "500", "万元", None),
    ("近三年平均研发投入占比不低于3%。", "近三年平均研发投入占比", ">=", "3", "%", None),
    ("将年综合能耗超过1万吨标准煤的单位纳入监测。", "年综合能耗", ">", "1", "万吨标准煤", None),
    ("新建项目应符合电耗不高于13000千瓦时/吨要求。", "新建项目应符合电耗", "<=", "13000",
     "千瓦时/吨", None),
    ("鼓励采用 500kA 及以上电解槽。", "电解槽", ">=", "500", "kA", None),
    ("B级为信用计分不满90分的。", "信用计分", "<", "90", "分", "B级"),
    ("新建通道电量比例原则上不低于50%。", "新建通道电量比例", ">=", "50", "%", None),
    ("维持年限超过10年的发明专利。", "维持年限", ">", "10", "年", None),
)  # fmt: skip
QUOTAS = (
    # sentence, group, comparison, value, unit
    ("每个省、自治区最多推荐1个地级城市。", "省、自治区", "<=", "1", "个"),
    ("直辖市最多推荐2个所辖区(县)。", "直辖市", "<=", "2", "个"),
    ("每家企业限申报1项。", "企业", "<=", "1", "项"),
    ("各设区市推荐项目不超过3个。", "设区市", "<=", "3", "个"),
    ("申报城市应确定3个左右主导行业。", "申报城市", "~", "3", "个"),
)


@pytest.mark.parametrize(("text", "subject", "comparison", "value", "unit", "group"), THRESHOLDS)
def test_a_threshold_says_what_must_meet_which_figure(
    text: str, subject: str, comparison: str, value: str, unit: str, group: str | None
) -> None:
    (one,) = facts_of_type(Threshold, text)
    assert (one.subject, one.comparison, f"{one.value}", one.unit, one.group) == (
        subject, comparison, value, unit, group,
    )  # fmt: skip


def test_a_grade_between_two_bounds_has_two_thresholds() -> None:
    grades = facts_of_type(Threshold, "A级为计分90分以上(含)100分以下(含)的;")
    assert [(one.group, one.comparison, f"{one.value}") for one in grades] == [
        ("A级", ">=", "90"),
        ("A级", "<=", "100"),
    ]


def test_figures_given_one_by_one_belong_to_the_groups_named_above() -> None:
    text = (
        "产品分为器械类、材料类、生活(消费品)类三个类别。上年度销售收入分别不低于900万元、"
        "700万元、700万元(海岛5县分别不低于450万元、350万元、350万元)。"
    )
    found = facts_of_type(Threshold, text)
    assert [(one.group, f"{one.value}") for one in found] == [
        ("器械类", "900"), ("材料类", "700"), ("生活(消费品)类", "700"),
        ("器械类(海岛5县)", "450"), ("材料类(海岛5县)", "350"),
        ("生活(消费品)类(海岛5县)", "350"),
    ]  # fmt: skip


def test_a_list_without_units_takes_the_last_one() -> None:
    text = "甲类、乙类项目投资额分别不低于800、600万元。"
    found = facts_of_type(Threshold, text)
    assert [(one.group, f"{one.value}", one.unit) for one in found] == [
        ("甲类", "800", "万元"),
        ("乙类", "600", "万元"),
    ]


@pytest.mark.parametrize(("text", "group", "comparison", "value", "unit"), QUOTAS)
def test_a_quota_says_how_many_each_may_put_forward(
    text: str, group: str, comparison: str, value: str, unit: str
) -> None:
    (quota,) = facts_of_type(Quota, text)
    assert (quota.group, quota.comparison, f"{quota.value}", quota.unit) == (
        group, comparison, value, unit,
    )  # fmt: skip


def test_an_award_is_money() -> None:
    (money,) = facts_of_type(Money, "对通过验收的单位给予50万元奖励。")
    assert (f"{money.value}", money.unit, money.what) == ("50", "万元", "奖励")


def test_no_number_comes_out_as_two_things() -> None:
    text = "给予50万元奖励。注册资本不低于500万元。到2027年,产值达到80亿元。每县最多推荐2家。"
    found = [fact for fact in facts(text) if fact.type in ("money", "threshold", "target", "quota")]
    assert [fact.type for fact in found] == ["money", "threshold", "target", "quota"]
