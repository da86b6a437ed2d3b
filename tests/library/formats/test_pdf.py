# SPDX-License-Identifier: Apache-2.0
"""PDF pages become lines in reading order; what cannot be read is named and refused."""

from __future__ import annotations

import pytest

from tests.library.formats.made_files import full_picture, pdf, printed
from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats import extract


def text(*pages: str, rotate: int = 0) -> str:
    """The text of a PDF with these pages."""
    extracted = extract("a.pdf", pdf(*pages, rotate=rotate))
    assert extracted.format == "pdf"
    return extracted.text


def column(texts: list[str], x: float, top: float = 780, step: float = 20) -> str:
    """Lines under one another."""
    return "".join(printed(line, x, top - step * n) for n, line in enumerate(texts))


def ruled(xs: list[float], ys: list[float]) -> str:
    """A grid of rules."""
    upright = "".join(f"{x} {ys[0]} m {x} {ys[-1]} l S " for x in xs)
    level = "".join(f"{xs[0]} {y} m {xs[-1]} {y} l S " for y in ys)
    return upright + level


def test_lines_come_from_top_to_bottom_whatever_the_order_in_the_file() -> None:
    assert text(printed("第二行", 72, 700) + printed("第一行", 72, 720)) == "第一行\n第二行\n"


def test_pages_are_parted_by_a_form_feed() -> None:
    assert text(printed("甲", 72, 700), printed("乙", 72, 700)) == "甲\n\f乙\n"


def test_an_indent_becomes_ideographic_blanks() -> None:
    page = column(["各县人民政府：", "正文第一行正文第一行", "正文第二行", "正文第三行"], 72)
    assert text(page + printed("一、总体要求", 96, 690)).endswith("\n　　一、总体要求\n")


def test_small_print_left_of_the_text_is_no_margin() -> None:
    head = printed("2025年第1期", 60, 810, 8)
    page = head + column(["正文第一行正文第一行", "正文第二行", "正文第三行", "正文第四行"], 72)
    assert not any(line.startswith("　") for line in text(page).splitlines())


def test_pieces_of_one_line_are_joined_and_a_wide_gap_is_kept() -> None:
    page = printed("第一条", 72, 700) + printed("总则", 112, 700) + printed("附件", 250, 700)
    assert text(page) == "第一条 总则　　附件\n"


def test_characters_set_twice_for_bold_are_read_once() -> None:
    assert text(printed("标题", 72, 700) + printed("标题", 72.4, 700)) == "标题\n"


def test_evenly_spaced_characters_are_one_word() -> None:
    page = "".join(printed(c, 100 + 20 * n, 700) for n, c in enumerate("样例通知"))
    assert text(page).strip() == "样例通知"


def test_a_raised_note_mark_stays_on_its_line() -> None:
    page = printed("正文", 72, 700, 12) + printed("①", 97, 704, 7) + printed("下行", 72, 680)
    assert text(page) == "正文①\n下行\n"


def test_two_columns_are_read_one_after_the_other_below_a_title_over_both() -> None:
    left, right = (
        [f"左栏第{n}行的文字写满" for n in range(9)],
        [f"右栏第{n}行的文字写满" for n in range(9)],
    )
    title = printed("一个横跨两栏的很长很长很长很长很长的标题", 100, 810)
    page = title + column(left, 72) + column(right, 310)
    read = [line.strip("　") for line in text(page).splitlines()]
    assert read == ["一个横跨两栏的很长很长很长很长很长的标题", *left, *right]


def test_cells_under_one_another_without_rules_are_parted_by_tabs() -> None:
    page = column(["指标", "比重", "数量"], 72) + column(["数值", "25", "3"], 300)
    assert text(page) == "指标\t数值\n比重\t25\n数量\t3\n"


def test_a_ruled_table_keeps_cells_of_several_lines_and_merged_ones() -> None:
    page = ruled([72, 200, 350], [600, 640, 700, 720]).replace(
        "200 600 m 200 720", "200 600 m 200 700"
    )
    page += printed("合并的表头", 180, 705)
    page += (
        printed("责任单位", 80, 680) + printed("甲局和乙", 210, 685) + printed("局负责", 210, 665)
    )
    page += printed("比重", 80, 615) + printed("25%", 210, 615)
    page += printed("表后", 72, 560) + printed("表前", 72, 740)
    assert text(page) == "表前\n合并的表头\t\n责任单位\t甲局和乙局负责\n比重\t25%\n表后\n"


@pytest.mark.parametrize(
    ("rotate", "turned"),
    [
        (90, "0 1 -1 0 300 300 cm "),
        (180, "-1 0 0 -1 500 800 cm "),
        (270, "0 -1 1 0 300 600 cm "),
    ],
)
def test_a_turned_page_is_read_as_it_is_seen(rotate: int, turned: str) -> None:
    lines = printed("第一行", 0, 40) + printed("第二行在后", 0, 20)
    assert text(f"q {turned}{lines}Q", rotate=rotate) == "第一行\n第二行在后\n"


def test_a_water_mark_at_a_slant_is_no_text() -> None:
    mark = "q 0.707 0.707 -0.707 0.707 200 300 cm " + printed("内部资料", 0, 0, 40) + "Q "
    assert text(printed("正文", 72, 700) + mark) == "正文\n"


def test_a_blank_page_is_an_empty_page() -> None:
    assert text(printed("甲", 72, 700), "", printed("乙", 72, 700)) == "甲\n\f\f乙\n"


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (pdf(full_picture(), full_picture()), "all 2 pages: scanned pictures"),
        (
            pdf(printed("文字", 72, 700), full_picture(), full_picture() + printed("3", 300, 30)),
            "pages 2-3: scanned pictures",
        ),
        (pdf(printed("文", 72, 700), full_picture()), "page 2: scanned pictures"),
        (pdf(printed("\ue123\ue124", 72, 700)), "page 1: the fonts do not say"),
        (pdf(printed("文", 72, 700), encrypt=True), "locked with a password"),
        (b"%PDF-1.7\nnothing", "damaged or cut-off"),
    ],
)
def test_what_cannot_be_read_is_named_and_refused(content: bytes, wrong: str) -> None:
    with pytest.raises(InvalidInput, match=wrong):
        extract("a.pdf", content)


def test_a_picture_beside_text_is_no_scan() -> None:
    words = column(["样例通知的正文一行共十二字"] * 5, 72)
    assert text(full_picture() + words).count("样例") == 5


def test_a_cut_off_file_is_refused_or_read_but_never_fails_otherwise() -> None:
    content = pdf(printed("正文", 72, 700), printed("又一页", 72, 700))
    for past in range(0, len(content), 41):
        spoiled = content[:past] + b"\xff" * 7 + content[past + 7 :]
        for damaged in (content[: past + 9], spoiled):
            try:
                extract("a.pdf", damaged)
            except InvalidInput as refusal:
                assert refusal.remedy
