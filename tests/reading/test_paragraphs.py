# SPDX-License-Identifier: Apache-2.0
"""Lines → paragraphs, over pages, empty lines and damage."""

from __future__ import annotations

from yiju.library.reading.furniture import furniture_of
from yiju.library.reading.lines import read_lines
from yiju.library.reading.paragraphs import join


def joined(text: str) -> list[str]:
    lines = read_lines(text)
    reasons = furniture_of(lines)
    return join([line for i, line in enumerate(lines) if i not in reasons]).text.split("\n")


BODY = "各级部门应当加强样例管理，完善样例制度，推进样例公开，保障样例安全，提高样例质量，"


def wrapped(text: str, width: int = 20) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def test_a_wrapped_paragraph_is_joined() -> None:
    text = BODY * 3 + "做好工作。"
    assert joined(wrapped(text)) == [text]


def test_a_paragraph_is_joined_over_a_page_and_an_empty_line() -> None:
    lines = wrapped(BODY * 6 + "做好工作。").split("\n")
    for page, at in ((2, 8), (1, 4)):
        lines[at:at] = [f"第{page}页", f"样例快讯 {page:02d}", ""]
    assert joined("\n".join(lines)) == [BODY * 6 + "做好工作。"]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "甲事项由甲局办理。\n乙事项由乙局办理。\n一、丙事项\n丙事项由丙局办理。"
    assert joined(text) == text.split("\n")


def test_a_reference_at_the_start_of_a_wrapped_line_begins_nothing() -> None:
    first = f"第一条 {BODY}做好工作。"
    text = f"{first}\n第二条 {BODY}依照本办法\n第一条的规定办理，并且依法报告。"
    assert len(joined(text)) == 2


def test_an_address_cut_over_lines_is_joined() -> None:
    text = "请登录平台\n(https://sample.example/\napply)，提交材料。"
    assert joined(text) == ["请登录平台(https://sample.example/apply)，提交材料。"]


def test_a_number_and_its_unit_are_not_parted_by_a_line() -> None:
    assert joined("面积达到2030\n年的两倍，并且继续增加。")[0].startswith("面积达到2030年")


def test_rows_of_a_table_keep_their_lines() -> None:
    assert joined("序号\t名称\n1\t甲\n2\t乙") == ["序号\t名称", "1\t甲", "2\t乙"]


def test_every_character_of_a_paragraph_knows_its_place() -> None:
    text = "　　甲乙丙丁，\n　\n戊己庚辛。"
    clean = join(read_lines(text))
    assert [text[clean.origin(i)] for i in range(len(clean.text))] == list(clean.text)
