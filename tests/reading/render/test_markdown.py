# SPDX-License-Identifier: Apache-2.0
"""Markdown of a reading: headings, anchors, tables, and nothing that the text did not mean."""

from __future__ import annotations

from tests.reading.render.sample_reading import NOTICE, READING, document, node
from yiju.library.reading.render.markdown import document_as_markdown, reading_as_markdown


def test_a_reading_is_its_bulletin_and_its_documents() -> None:
    lines = reading_as_markdown(READING).splitlines()
    assert [line for line in lines if line.startswith("# ")] == [
        "# 样例政策汇编 2025年第1期",
        "# 关于印发《样例指引》的通知",
        "# 样例指引",
    ]


def test_headings_have_their_depth_and_each_clause_its_reference_as_anchor() -> None:
    lines = document_as_markdown(READING.documents[1]).splitlines()
    guide = f"{NOTICE}!1"
    assert lines[2:] == [
        f'## <a id="{guide}#chp_1"></a>第一章 总则',
        "",
        f'<a id="{guide}#art_1"></a>**第一条**',
        "",
        f'<a id="{guide}#art_1/para_1"></a>申请修复应当符合下列条件：',
        "",
        f'<a id="{guide}#art_1/para_1/item_1"></a>**（一）** 依法履行义务；',
    ]


def test_a_table_is_a_table_whose_first_row_is_the_head() -> None:
    assert "| 指标 | 数值 |\n| --- | --- |\n| 比重 | 25% |\n" in reading_as_markdown(READING)


def test_facts_are_listed_with_a_link_to_their_clause() -> None:
    text = document_as_markdown(READING.documents[0])
    assert f"| 期限 | 到2030年达到25%左右 | [l1\\_1](<#{NOTICE}#l1_1>) |" in text
    assert "| 日期 | 2025年3月19日 |  |" in text


def test_signs_of_markdown_in_the_text_are_shown_as_they_are() -> None:
    clauses = (
        node("paragraph", "para_1", "# a*b_c [d] <e> `f` g|h \\i"),
        node("paragraph", "para_2", "1. 甲\n- 乙"),
    )
    text = document_as_markdown(document(NOTICE, clauses=clauses))
    assert "\\# a\\*b\\_c \\[d\\] \\<e\\> \\`f\\` g\\|h \\\\i" in text
    assert "1\\. 甲  \n- 乙" in text


def test_a_row_with_fewer_cells_is_filled_up() -> None:
    table = node("table", "tbl_1", "甲\t乙\t丙\n丁")
    assert "| 丁 |  |  |" in document_as_markdown(document(NOTICE, clauses=(table,)))
