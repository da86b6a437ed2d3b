# SPDX-License-Identifier: Apache-2.0
"""Pages of ministries become the lines that their reader sees (all samples are our own)."""

from __future__ import annotations

import pytest

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats import extract


def lines(body: str, charset: str = "utf-8") -> list[str]:
    """The lines read from a page with this body."""
    page = f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>某网</title></head><body>'
    extracted = extract("page", (page + body).encode(charset))
    assert extracted.format == "html"
    return extracted.text.splitlines()


def test_each_block_is_a_line_and_inline_marks_are_none() -> None:
    body = "<h1>样例<b>通知</b></h1><div>一、<span>总体</span>要求<p>第一段<br>第二行</p>尾</div>"
    assert lines(body) == ["样例通知", "一、总体要求", "第一段", "第二行", "尾"]


def test_entities_are_their_characters_and_white_space_folds() -> None:
    assert lines("<p>A&lt;B&nbsp;&hellip; &#8212;\n   &ldquo;中&rdquo;  x</p>") == [
        "A<B\xa0… — “中” x"
    ]


def test_a_line_end_of_the_source_between_chinese_characters_is_no_blank() -> None:
    assert lines("<p>推\n    进改革 a\nb</p>") == ["推进改革 a b"]


@pytest.mark.parametrize(
    "chrome",
    [
        "<script>var a = '<p>x</p>';</script>",
        "<style>p{}</style>",
        "<nav><a href='/'>首页</a></nav>",
        "<div style='display: none'>x</div>",
        "<p hidden>x</p>",
        "<header>某网</header>",
        "<footer>版权所有</footer>",
        "<div class='footer'>版权所有 某某局</div>",
        "<ul><li><a href='/a'>甲</a></li><li><a href='/b'>乙</a></li><li><a href='/c'>丙</a></ul>",
        "<select><option>x</option></select><button>打印</button>",
        "<!-- x -->",
    ],
)
def test_what_is_surely_no_text_is_left_out(chrome: str) -> None:
    assert lines(f"<p>前</p>{chrome}<p>后</p>") == ["前", "后"]


@pytest.mark.parametrize(
    "kept",
    [
        "<ul><li><a href='a.docx'>附</a><li><a href='b.pdf'>附</a><li><a href='c.xls?x'>附</ul>",
        "<div><a href='#a'>第一章</a><a href='#b'>第二章</a><a href='#c'>第三章</a></div>",
        "<div class='header'><h1>标题</h1></div>",
        "<article><header>标题</header></article>",
        "<div id='top'>" + "正文。" * 100 + "</div>",
    ],
)
def test_text_in_suspicious_places_is_kept(kept: str) -> None:
    assert len("".join(lines(kept))) >= 2


def test_a_table_is_rows_of_cells_parted_by_tabs() -> None:
    body = (
        "<table><caption>表1</caption><tr><th>指标<th>数值<tr><td><p>比</p><p>重</p><td>25%</table>"
    )
    assert lines(body) == ["表1", "指标\t数值", "比 重\t25%"]


def test_a_cell_over_several_rows_and_columns_fills_one_and_leaves_the_others_empty() -> None:
    body = "<table><tr><td rowspan=2>甲<td>1<td>2<tr><td colspan=2>3<tr><td>乙<td>4<td>5</table>"
    assert lines(body) == ["甲\t1\t2", "\t3\t", "乙\t4\t5"]


def test_a_table_that_only_places_the_parts_of_a_page_is_no_table() -> None:
    body = "<table><tr><td><table><tr><td>一、甲<td>x<tr><td>乙<td>y</table><td><p>正文</table>"
    assert lines(body) == ["一、甲\tx", "乙\ty", "正文"]


def test_numbers_of_ordered_lists_are_labels() -> None:
    body = "<ol start=3><li>甲<li>乙<li value=9>丙</ol><ol type=a><li>丁</ol><ul><li>戊</ul>"
    assert lines(body) == ["3.甲", "4.乙", "9.丙", "a.丁", "戊"]


def test_a_number_written_in_an_item_is_not_shown_twice() -> None:
    assert lines("<ol><li>（一）甲<li>2.乙<li>第三条 丙</ol>") == ["（一）甲", "2.乙", "第三条 丙"]


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "gb18030", "big5", "utf-16"])
def test_the_charset_of_a_page_is_its_mark_or_its_own_word(charset: str) -> None:
    assert lines("<p>公告</p>", charset) == ["公告"]


def test_a_page_that_names_a_wrong_charset_is_read_by_its_bytes() -> None:
    page = "<html><meta charset=gb2312><p>样例通知</p>".encode()
    assert extract("a.html", page).text == "样例通知\n"


def test_a_page_without_text_gives_an_empty_text() -> None:
    assert extract("a.html", b"<html><script>x</script></html>").text == ""


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(InvalidInput, match="nested too deeply"):
        extract("a.html", b"<html>" + b"<div>" * 100_000 + b"x")


def test_a_text_that_only_mentions_tags_is_no_page() -> None:
    extracted = extract("a.txt", "说明:<p>是段落标记。\n".encode())
    assert (extracted.format, extracted.text) == ("txt", "说明:<p>是段落标记。\n")


def test_text_after_something_left_out_stays_in_its_place() -> None:
    body = "<p>前<script>x</script>中<b>粗</b><span hidden>y</span>后</p>"
    assert lines(body) == ["前中粗后"]


def test_preformatted_text_keeps_its_lines() -> None:
    assert lines("<pre>第一行\n\n  第二行</pre>尾") == ["第一行", "  第二行", "尾"]
