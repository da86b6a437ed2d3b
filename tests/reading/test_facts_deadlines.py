# SPDX-License-Identifier: Apache-2.0
"""Deadlines and dates: which day, and how it binds. The sentences are samples."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.plain_document import facts_of_type
from yiju.library.reading.model import DateNamed, Deadline

ONE = (
    # sentence of a document signed on 2025-03-19, on, until, relation
    ("请于2025年4月25日前报送材料。", "2025-04-25", None, "before"),
    ("请于4月 25日之前报送材料。", "2025-04-25", None, "before"),
    ("由各县主管部门于4月23日17:00前报送。", "2025-04-23", None, "before"),
    ("2025年4月至2026年3月,开展试点。", "2025-04", "2026-03", "from"),
    ("系统开放时间为2025年4月1日至6月30日。", "2025-04-01", "2025-06-30", "from"),
    ("公示时间:4月10日至16日。", "2025-04-10", "2025-04-16", "from"),
    ("11月1日至次年2月15日受理申请。", "2025-11-01", "2026-02-15", "from"),
    ("信息自2025年4月1日起开始采集。", "2025-04-01", None, "from"),
    ("2025年9月1日对外公布结果。", "2025-09-01", None, "on"),
    ("试点期限延长至2027年10月22日。", "2027-10-22", None, "until"),
    ("报名截至2025年5月6日。", "2025-05-06", None, "by"),
    ("网上填报至5月6日截止。", "2025-05-06", None, "by"),
    ("申报截止时间为5月6日。", "2025-05-06", None, "by"),
    ("材料应不迟于2025年6月1日寄出。", "2025-06-01", None, "by"),
    ("6月底前完成整改。", "2025-06-30", None, "before"),
    ("2025年底前完成整改。", "2025-12-31", None, "before"),
    ("到2027年,服务水平显著提高。", "2027", None, "by"),
    ("年底前报送总结。", "2025-12-31", None, "before"),
    ("每年3月31日前报送年报。", None, None, "before"),
    ("每季度末前报送进展。", None, None, "before"),
    ("公示期为2025年4月1日—4月7日。", "2025-04-01", "2025-04-07", "from"),
    ("请于5月10日下班前报名。", "2025-05-10", None, "before"),
    ("2025年6月30日后不再受理。", "2025-06-30", None, "from"),
    ("请于二〇二五年五月九日前报送。", "2025-05-09", None, "before"),
)
NONE = (
    "2024年12月31日前注册成立的企业可以申报。",
    "根据2023年5月1日印发的方案,开展工作。",
    "2022年认定的企业按原规定执行。",
    "落实《样例行动计划(2024—2026年)》。",
    "按照样发〔2025〕3号要求办理。",
    "如期实现2030年前碳达峰目标。",
    "2024年,我局在5个省份开展了试点。",
    "咨询电话0000-88220425。",
)


@pytest.mark.parametrize(("text", "on", "until", "relation"), ONE)
def test_a_deadline_keeps_day_and_relation(
    text: str, on: str | None, until: str | None, relation: str
) -> None:
    (deadline,) = facts_of_type(Deadline, text)
    assert (deadline.on, deadline.until, deadline.relation) == (on, until, relation)


@pytest.mark.parametrize("text", NONE)
def test_days_gone_by_and_years_in_titles_are_no_deadlines(text: str) -> None:
    assert facts_of_type(Deadline, text) == []


def test_each_day_of_a_list_is_a_deadline() -> None:
    text = "受理截止时间分别为3月 31日(第一批)5月31日(第二批)、9月15日(第三批),其余另行安排。"
    deadlines = facts_of_type(Deadline, text)
    assert [(one.on, one.relation) for one in deadlines] == [
        ("2025-03-31", "by"),
        ("2025-05-31", "by"),
        ("2025-09-15", "by"),
    ]


def test_a_batch_named_elsewhere_has_the_day_of_the_list() -> None:
    text = "受理截止时间分别为3月31日(第一批)、5月31日(第二批)。新办企业宜在第一批申报。"
    assert facts_of_type(Deadline, text)[-1].on == "2025-03-31"


def test_each_batch_together_has_no_day() -> None:
    text = "报送截止时间为4月30日(第一批)、6月30日(第二批)。于每批次截止日期前报送汇总表。"
    assert facts_of_type(Deadline, text)[-1].on is None


def test_a_january_day_in_a_december_notice_is_of_the_next_year() -> None:
    (deadline,) = facts_of_type(Deadline, "请于1月15日前报送。", dated_on=date(2025, 12, 3))
    assert deadline.on == "2026-01-15"


def test_without_a_signature_the_year_comes_from_the_title() -> None:
    text = "请于4月30日前报送。"
    title = "关于开展2024年度样例工作的通知"
    (deadline,) = facts_of_type(Deadline, text, title=title, dated_on=None, number="无")
    assert deadline.on == "2024-04-30"


def test_coming_into_force_is_a_date_and_no_deadline() -> None:
    text = "本办法自2025年5月1日起施行,有效期至2030年4月30日。"
    assert facts_of_type(Deadline, text) == []
    assert [(one.on, one.what) for one in facts_of_type(DateNamed, text)] == [
        ("2025-05-01", "施行"),
        ("2030-04-30", "有效期至"),
    ]


def test_a_deadline_says_who_does_what() -> None:
    text = "申报资料由省级主管部门于2025年4月 23日前报送两部门。"
    (deadline,) = facts_of_type(Deadline, text)
    assert (deadline.who, deadline.what) == ("省级主管部门", "报送两部门")
    assert deadline.quote == "2025年4月 23日前"


def test_the_term_of_a_cited_plan_is_a_date() -> None:
    dates = facts_of_type(DateNamed, "落实《样例行动计划(2024—2026年)》。")
    assert [one.on for one in dates] == ["2024", "2026"]
