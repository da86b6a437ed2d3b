# SPDX-License-Identifier: Apache-2.0
"""Labels: which are read, which are not, and what the sequence decides."""

from __future__ import annotations

import pytest

from tests.reading.own_samples import RULES, node_at, paths_of, reading_of
from yiju.library.reading.numbering import cn_number, label_at


@pytest.mark.parametrize(
    ("words", "form", "number"),
    [
        ("第 十 二 条 甲", "article", 12), ("第一千二百六十条", "article", 1260),
        ("（ 三 ）甲", "paren_cn", 3), ("(四甲", "paren_cn", 4), ("五)甲", "paren_cn", 5),
        ("㈥甲", "paren_cn", 6), ("七、甲", "cn", 7), ("8．甲", "digit", 8), ("9、甲", "digit", 9),
        ("（10）甲", "paren_digit", 10), ("⑪甲", "circle", 11), ("专栏2甲", "box", 2),
        ("第三分编 甲", "subpart", 3), ("〔一〕甲", "paren_cn", 1),
    ],
)  # fmt: skip
def test_a_label_is_read_whole_or_damaged(words: str, form: str, number: int) -> None:
    label = label_at(words, 0)
    assert label is not None
    assert (label.form, label.number) == (form, number)


@pytest.mark.parametrize("words", ["2025.甲", "甲、乙", "（甲）乙", "第甲条", "专栏作家"])
def test_what_is_no_label_is_not_read(words: str) -> None:
    assert label_at(words, 0) is None


def test_chinese_numerals_count() -> None:
    values = [cn_number(w) for w in ("十", "二十一", "一百零五", "一千二百", "二〇二五", "１２")]
    assert values == [10, 21, 105, 1200, 2025, 12]


def test_items_run_together_on_one_line_are_parted() -> None:
    document = reading_of(RULES).documents[0]
    items = [node_at(document, f"art_2/para_1/item_{n}").text for n in (1, 2, 3)]
    assert items == ["取水；", "采砂；", "其他活动。"]


def test_a_reference_at_the_start_of_a_paragraph_is_no_article() -> None:
    document = reading_of(RULES).documents[0]
    assert node_at(document, "art_2/para_2").text.startswith("依照第一条")


def test_an_inserted_article_is_cited_by_two_numbers() -> None:
    inserted = node_at(reading_of(RULES).documents[0], "art_2-1")
    assert (inserted.number, inserted.label) == ("2-1", "第二条之一")


def test_the_contents_of_a_law_are_no_chapters_twice() -> None:
    paths = paths_of(reading_of(RULES).documents[0])
    assert [p for p in paths if "/" not in p and p.startswith("chp")] == ["chp_1", "chp_2"]


def test_a_decimal_is_no_label() -> None:
    text = "第一条 甲办法。\n第二条 规模如下。\n1.2亿元以上的为大型。\n第三条 丙。\n"
    assert "art_2/para_2" in paths_of(reading_of(text).documents[0])


def test_a_number_that_comes_twice_is_told_apart() -> None:
    text = "样例规定\n第一条 甲事项由甲局负责办理。\n第二条 乙。\n第二条 丙。\n第三条 丁。\n"
    document = reading_of(text).documents[0]
    assert "art_2~2" in paths_of(document)
    assert any(f.type == "numbering" for f in document.findings)
