# SPDX-License-Identifier: Apache-2.0
"""OFD files become lines in reading order (all samples are our own)."""

from __future__ import annotations

import pytest

from tests.library.formats.made_files import ofd, placed, zipped
from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats import extract


def text(*pages: str, template: str = "", root: str = "Doc_0/Document.xml") -> str:
    """The text of an OFD with these pages."""
    extracted = extract("a.ofd", ofd(*pages, template=template, root=root))
    assert extracted.format == "ofd"
    return extracted.text


def test_lines_come_from_top_to_bottom_and_pages_are_parted_by_a_form_feed() -> None:
    first = placed("第二行", 30, 60) + placed("第一行", 30, 50)
    assert text(first, placed("次页", 30, 50)) == "第一行\n第二行\n\f次页\n"


@pytest.mark.parametrize(
    "root", ["Doc_0/Document.xml", "/Doc_0/Document.xml", "Doc_0\\Document.xml"]
)
def test_places_of_parts_are_read_from_the_root_or_beside(root: str) -> None:
    assert text(placed("甲", 30, 50), root=root) == "甲\n"


def test_deltas_place_the_characters_and_groups_of_them_repeat() -> None:
    code = '<ofd:TextCode X="0" Y="4" DeltaX="4 g 2 4 12">甲乙丙丁戊</ofd:TextCode>'
    assert text(f'<ofd:TextObject Boundary="30 50 99 9" Size="4">{code}</ofd:TextObject>') == (
        "甲乙丙丁　　戊\n"
    )


def test_a_second_code_without_a_place_goes_on_from_the_first() -> None:
    codes = (
        '<ofd:TextCode X="0" Y="4" DeltaX="4">甲乙</ofd:TextCode>'
        '<ofd:TextCode X="8" DeltaX="4">丙丁</ofd:TextCode>'
        '<ofd:TextCode X="0" Y="14">戊</ofd:TextCode>'
    )
    assert text(f'<ofd:TextObject Boundary="30 50 99 9" Size="4">{codes}</ofd:TextObject>') == (
        "甲乙丙丁\n戊\n"
    )


def test_a_transformation_enlarges_and_a_slant_is_a_water_mark() -> None:
    large = (
        '<ofd:TextObject Boundary="30 50 99 9" Size="1" CTM="4 0 0 4 0 0">'
        '<ofd:TextCode X="0" Y="1" DeltaX="1 1">样例局</ofd:TextCode></ofd:TextObject>'
    )
    mark = placed("内部资料", 60, 150, 9, 'CTM="0.7 0.7 -0.7 0.7 0 0"')
    assert text(large + mark + placed("后", 30, 90)) == "样例局\n后\n"


def test_a_template_lies_under_its_pages() -> None:
    template = placed("样例市文件", 30, 20)
    pages = text(placed("一", 30, 50), placed("二", 30, 50), template=template)
    assert pages == "样例市文件\n一\n\f样例市文件\n二\n"


def test_a_look_alike_radical_is_the_character_that_is_meant() -> None:
    assert text(placed("⼯作⽇⻓期", 30, 50)) == "工作日长期\n"


def test_a_ruled_table_is_rows_parted_by_tabs() -> None:
    rules = "".join(
        f'<ofd:PathObject Boundary="20 100 80 20"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData>'
        "</ofd:PathObject>"
        for data in (
            *(f"M 0 {y} L 80 {y}" for y in (0, 10, 20)),
            *(f"M {x} 0 L {x} 20" for x in (0, 40, 80)),
        )
    )
    cells = placed("指标", 22, 108) + placed("数值", 62, 108)
    cells += placed("比重", 22, 118) + placed("25%", 62, 118)
    assert text(rules + cells) == "指标\t数值\n比重\t25%\n"


PICTURE = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="1"/>'


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (ofd(PICTURE), "all 1 pages: scanned pictures"),
        (ofd(placed("甲", 1, 9), PICTURE), "page 2: scanned pictures"),
        (ofd(), "an OFD without pages"),
        (ofd(placed("甲", 1, 9), root="Doc_1/Document.xml"), "Doc_1/Document.xml is missing"),
        (zipped({"OFD.xml": "<a>"}), "OFD.xml is damaged"),
        (zipped({"OFD.xml": "<a/>", "Encryptions.xml": ""}), "an encrypted OFD"),
    ],
)
def test_what_cannot_be_read_is_named_and_refused(content: bytes, wrong: str) -> None:
    with pytest.raises(InvalidInput, match=wrong):
        extract("a.ofd", content)


@pytest.mark.parametrize(
    "spoiled",
    [
        'Boundary="x y" Size="-"',
        'Boundary="" Size=""',
        'Boundary="1e400 0 0 0" Size="1e308"',
        'Size="0" CTM="0 0 0 0 0 0"',
        'Boundary="1 1 1 1" Size="4" CTM="1"',
    ],
)
def test_numbers_that_make_no_sense_lose_no_character(spoiled: str) -> None:
    code = '<ofd:TextCode X="q" DeltaX="g 99999999999 z 4 g 5">甲乙</ofd:TextCode>'
    page = f"<ofd:TextObject {spoiled}>{code}</ofd:TextObject>"
    assert {"甲", "乙", "丙"} <= set(text(page + placed("丙", 30, 50)))
