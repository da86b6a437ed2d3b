# SPDX-License-Identifier: Apache-2.0
"""Duties: who answers for a task, and how. The sentences are samples."""

from __future__ import annotations

import pytest

from tests.reading.plain_document import facts_of_type
from yiju.library.reading.model import Duty

ASSIGNMENTS = (
    # sentence, units with roles, open-ended
    ("推进标准建设。(教育部、科技部按职责分工负责)", "教育部 by_duty 科技部 by_duty", False),
    ("推进标准建设。（教育部负责）", "教育部 lead", False),
    ("推进建设。(工业和信息化部、财政部牵头,商务部参加)",
     "工业和信息化部 lead 财政部 lead 商务部 with", False),
    ("推进建设。(国家统计局牵头,文化和旅游部等按职责分工负责)",
     "国家统计局 lead 文化和旅游部 by_duty", True),
    ("推进建设。(有关部门与地方各级人民政府按职责分工负责)",
     "有关部门 by_duty 地方各级人民政府 by_duty", False),
    ("推进建设。(各部门按职责分工负责)", "各部门 by_duty", False),
    ("推进建设。(责任单位:市经济和信息化局、市财政局)",
     "市经济和信息化局 by_duty 市财政局 by_duty", False),
    ("（责任单位：市教育局、市财政局，各区县（市）人民政府）",
     "市教育局 by_duty 市财政局 by_duty 各区县(市)人民政府 by_duty", False),
    ("推进建设。(教育部会同财政部负责)", "教育部 lead 财政部 with", False),
    ("推进建设。(教育部牵头、财政部负责落实)", "教育部 lead 财政部 with", False),
    ("牵头单位:市商务局;配合单位:市财政局、各区、县(市)政府",
     "市商务局 lead 市财政局 with 各区 with 县(市)政府 with", False),
    ("名单由市住房和城乡建设局负责汇总。", "市住房和城乡建设局 lead", False),
    ("该项工作由市科技局牵头,市财政局、市统计局配合。",
     "市科技局 lead 市财政局 with 市统计局 with", False),
    ("推进建设。教育部、科技部按职责分工负责)", "教育部 by_duty 科技部 by_duty", False),
    ("推进建设。(教育部、科技部按职责分工负责", "教育部 by_duty 科技部 by_duty", False),
    ("推进建设。(教育部、住房和城乡建设部和财政局(厅)按职 责分工负责)",
     "教育部 by_duty 住房和城乡建设部 by_duty 财政局(厅) by_duty", False),
)  # fmt: skip
NONE = (
    "本办法由国家知识产权局负责解释。",
    "企业(含分支机构)由专人负责。",
    "各市负责组织实施。",
    "由项目负责人签字。",
    "联系人:综合处负责同志(电话见附件)。",
)


@pytest.mark.parametrize(("text", "units", "open_ended"), ASSIGNMENTS)
def test_an_assignment_names_units_and_roles(text: str, units: str, open_ended: bool) -> None:
    (duty,) = facts_of_type(Duty, text)
    assert " ".join(f"{unit.name} {unit.role}" for unit in duty.units) == units
    assert duty.open_ended == open_ended


@pytest.mark.parametrize("text", NONE)
def test_other_sentences_with_the_word_are_no_assignment(text: str) -> None:
    assert facts_of_type(Duty, text) == []


def test_an_assignment_in_a_line_of_its_own_closes_the_clause_before() -> None:
    text = "{l1_1}加强保护。\n{l1_1/para_1}(教育部负责)"
    (duty,) = facts_of_type(Duty, text)
    assert duty.clause.endswith("#l1_1/para_1")
    assert duty.task.endswith("#l1_1")


def test_an_assignment_over_a_line_that_was_not_joined_is_one() -> None:
    (duty,) = facts_of_type(Duty, "加强保护。(教育部、科\n技部按职责分工负责)")
    assert [unit.name for unit in duty.units] == ["教育部", "科技部"]


def test_a_hundred_thousand_brackets_do_not_slow_the_rule() -> None:
    assert facts_of_type(Duty, "(" * 100_000 + "负责)" * 1000) == []
