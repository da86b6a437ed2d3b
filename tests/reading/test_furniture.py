# SPDX-License-Identifier: Apache-2.0
"""Page furniture: what is set aside and why, and what is not."""

from __future__ import annotations

import pytest

from yiju.library.reading.furniture import furniture_of
from yiju.library.reading.lines import read_lines


def reasons(text: str) -> list[str | None]:
    lines = read_lines(text)
    found = furniture_of(lines)
    return [found.get(i) for i in range(len(lines))]


@pytest.mark.parametrize(
    "line", ["第12页", "- 3 -", "— 4 —", "第 2 页 共 9 页", "Page 3 of 10", "5/12"]
)
def test_a_page_mark_is_set_aside(line: str) -> None:
    assert reasons(line) == ["page mark"]


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 政务公开 > 政策文件",
        "打印 关闭",
        "扫一扫在手机打开当前页",
        "浏览次数：35",
        "上一篇：无",
    ],
)
def test_chrome_of_a_site_is_set_aside(line: str) -> None:
    assert reasons(line) == ["site chrome"]


def test_a_source_is_chrome_where_a_site_or_an_office_is_named() -> None:
    assert reasons("来源：样例省水利厅") == reasons("来源：样例网 2025年3月1日") == ["site chrome"]
    assert reasons("来源：企业自备") == [None]


def test_a_template_variable_is_set_aside() -> None:
    assert reasons("粉丝: {{book.count}}") == ["template variable"]


def test_a_teaser_is_set_aside() -> None:
    assert reasons("为做好样例工作，现就有关事项通知如下。一、总体要求... [收起]") == ["teaser"]


def test_a_running_head_is_learnt_from_its_number() -> None:
    text = "\n".join(f"样例公报 {n}\n甲乙丙，丁戊己。" for n in range(1, 5))
    assert reasons(text) == ["running head", None] * 4


def test_headings_and_signatures_that_repeat_are_no_furniture() -> None:
    text = "一、总体要求\n甲。\n样例市人民政府\n2024年5月1日\n" * 4
    assert set(reasons(text)) == {None}


def test_a_short_end_of_a_paragraph_that_repeats_is_no_furniture() -> None:
    text = "甲事项由甲局办理，乙局按职责分工负\n责)\n" * 4
    assert set(reasons(text)) == {None}
