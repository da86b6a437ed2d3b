# SPDX-License-Identifier: Apache-2.0
"""Targets, and values already reached, which are none. The sentences are samples."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.plain_document import facts_of_type
from yiju.library.reading.model import Recorded, Target

ONE = (
    # sentence of a document of 2025: comparison, value, unit, year, base year, direction
    ("到2030年,再生水利用率达到25%左右。", "~", "25", "%", 2030, None, "level"),
    ("到2030年,再生水利用率不低于25%。", ">=", "25", "%", 2030, None, "level"),
    ("到2030年,再生水利用率力争达到25%。", ">=", "25", "%", 2030, None, "level"),
    ("到2030年,单位产值能耗比2020年下降13.5%。", "=", "13.5", "%", 2030, 2020, "decrease"),
    ("到2030年,产业规模扩大,产值增长20%以上。", ">=", "20", "%", 2030, None, "increase"),
    ("到2027年,年用水总量控制在3.6亿立方米以内。", "<=", "3.6", "亿立方米", 2027, None, "level"),
    ("到2027年,技术合同成交额突破1,200亿元。", ">", "1200", "亿元", 2027, None, "level"),
    ("到2027年,绿化覆盖率达到百分之四十。", "=", "40", "%", 2027, None, "level"),
    ("“十五五”期间,货物运输量年均增长15%以上。", ">=", "15", "%/年", 2030, None,
     "growth_per_year"),
    ("到2027年,镇级服务站点实现全覆盖。", "=", "100", "%", 2027, None, "level"),
    ("到2027年,新建建筑全面执行绿色建筑标准。", "=", "100", "%", 2027, None, "level"),
    ("到2027年,重点园区全部实施循环化改造。", "=", "100", "%", 2027, None, "level"),
    ("重点区域不再新增样例产能。", "=", "0", None, None, None, "level"),
    ("石油消费力争2030年前达到峰值。", "by", None, None, 2030, None, "level"),
    ("到2035年,产业规模比2025年翻一番。", "=", "100", "%", 2035, 2025, "increase"),
    ("到2027年,培育专精特新企业500家以上。", ">=", "500", "家", 2027, None, "level"),
    ("到2027年,培育500家以上专精特新企业。", ">=", "500", "家", 2027, None, "level"),
    ("到2030年,省级电网基本具备5%以上的尖峰响应能力。", ">=", "5", "%", 2030, None, "level"),
    ("选择100个有代表性的园区开展建设。", "=", "100", "个", None, None, "level"),
    ("消费比例在 80% 基础上进一步提升。", ">", "80", "%", None, None, "level"),
    ("到2030年原则上不低于全国平均水平。", ">=", None, None, 2030, None, "level"),
)  # fmt: skip
NONE = (
    "在北城、南城等6个试点城市先行开展。",
    "国内每万人口拥有量从“十二五”末的6.3件增加到15.8件。",
    "2024年,再生水利用率已达到41.2%。",
    "目前,全市共有服务站点320个。",
    "到2027年,覆盖率达到百分之三点点。",
    "聚焦“415X”产业集群,支持山区26县发展。",
    "落实《样例行动方案(2024—2026年)》,联系电话0000-88220425。",
    "确定第二批27个试点,现予公布。",
    "全面加强组织领导,到2027年服务水平全面提升。",
    "申报企业近三年平均研发投入占比不低于3%。",
)


@pytest.mark.parametrize(
    ("text", "comparison", "value", "unit", "year", "base_year", "direction"), ONE
)
def test_a_target_keeps_figure_year_and_direction(
    text: str, comparison: str, value: str | None, unit: str | None, year: int | None,
    base_year: int | None, direction: str,
) -> None:  # fmt: skip
    (target,) = facts_of_type(Target, text)
    figure = None if target.value is None else f"{target.value}"
    assert (target.comparison, figure, target.unit, target.year) == (
        comparison, value, unit, year,
    )  # fmt: skip
    assert (target.base_year, target.direction, target.year_implied) == (
        base_year, direction, False,
    )  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_counts_and_values_reached_are_no_targets(text: str) -> None:
    assert facts_of_type(Target, text) == []


def test_the_indicator_left_out_is_that_of_the_sentence_before() -> None:
    text = "到2027年,大宗固废利用量达到40亿吨左右;到2030年,达到45亿吨左右。"
    targets = facts_of_type(Target, text)
    assert [(one.indicator, one.year) for one in targets] == [
        ("大宗固废利用量", 2027),
        ("大宗固废利用量", 2030),
    ]


def test_figures_given_one_by_one_belong_to_indicators_in_their_order() -> None:
    text = "到2030年,城镇、乡村污水治理率分别达到95%、80%以上。"
    targets = facts_of_type(Target, text)
    assert [(one.indicator, f"{one.value}", one.comparison) for one in targets] == [
        ("城镇", "95", ">="),
        ("乡村污水治理率", "80", ">="),
    ]


def test_one_figure_for_two_plan_periods_is_a_target_of_each() -> None:
    text = "“十五五”、“十六五”期间分别新增装机容量4000万千瓦左右。"
    targets = facts_of_type(Target, text)
    assert [(one.year, one.direction) for one in targets] == [(2030, "increase")] * 1 + [
        (2035, "increase")
    ]


def test_a_figure_for_two_like_kinds_is_a_target_of_each() -> None:
    text = "到2030年,新建公共建筑、新建厂房屋顶光伏覆盖率力争达到50%。"
    assert len(facts_of_type(Target, text)) == 2


def test_the_year_of_a_plan_is_implied_in_its_text() -> None:
    title = "“十五五”样例发展规划"
    (target,) = facts_of_type(Target, "服务机构覆盖率力争达到50%。", title=title)
    assert (target.year, target.year_implied) == (2030, True)


def test_a_year_ahead_holds_for_the_next_sentence() -> None:
    text = "到2027年,制度更加完善。污泥资源化利用比例提升至60%左右。"
    (target,) = facts_of_type(Target, text)
    assert (target.year, target.year_implied) == (2027, False)


def test_a_goal_that_the_guiding_ideas_recall_is_stated_once() -> None:
    text = "{l1_1}指导思想\n{l1_1/para_1}确保实现2030年前碳达峰目标。\n"
    text += "{l1_2}如期实现2030年前碳达峰目标。"
    (target,) = facts_of_type(Target, text)
    assert target.clause.endswith("#l1_2")


def test_words_that_bind_are_kept() -> None:
    (target,) = facts_of_type(Target, "到2027年,加工能力力争控制在10亿吨以内。")
    assert target.modality == ("力争", "控制在…以内")


def test_blanks_inside_words_do_not_hide_a_value() -> None:
    text = "“十三五”时期,增 加 值 占 比 重 超 过 11.6% ,有序发展。"
    (recorded,) = facts_of_type(Recorded, text, dated_on=date(2021, 10, 9))
    assert (recorded.indicator, f"{recorded.value}", recorded.comparison) == (
        "增加值占比重", "11.6", ">",
    )  # fmt: skip


def test_both_ends_of_a_rise_gone_by_are_recorded() -> None:
    text = "拥有量从“十二五”末的6.3件增加到15.8件。"
    recorded = facts_of_type(Recorded, f"“十三五”时期,{text}", dated_on=date(2021, 10, 9))
    assert [(f"{one.value}", one.year) for one in recorded] == [("6.3", 2015), ("15.8", None)]
