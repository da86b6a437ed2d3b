# SPDX-License-Identifier: Apache-2.0
"""References: what the text names, and the clause it points at. The sentences are samples."""

from __future__ import annotations

import pytest

from tests.reading.plain_document import document, facts_of_type
from yiju.library.reading.facts import facts_of
from yiju.library.reading.mapped import MappedText
from yiju.library.reading.model import Reference

LAW = (
    "{art_1/para_1}本办法用于样例。\n"
    "{art_2/para_1}分为以下几类:\n"
    "{art_2/para_1/item_1}甲类;\n"
    "{art_2/para_1/item_2}乙类。\n"
    "{art_2/para_2}其他情形另行规定。\n"
    "{art_3/para_1}首款。\n"
)
POINTS = (
    # words in the second paragraph of article 3, the paths they point at
    ("违反前款规定的,责令改正。", ["art_3/para_1"]),
    ("违反前条规定的,责令改正。", ["art_2"]),
    ("存在前条第二款情形的。", ["art_2/para_2"]),
    ("依照本条第一款办理。", ["art_3/para_1"]),
    ("按照本办法第二条第一款第(二)项执行。", ["art_2/para_1/item_2"]),
    ("按照第二条第(一)项执行。", ["art_2/para_1/item_1"]),
    ("按照第二条第一款、第二款执行。", ["art_2/para_1", "art_2/para_2"]),
    ("按照第一条至第三条执行。", ["art_1", "art_2", "art_3"]),
    ("按照第一条、第二条执行。", ["art_1", "art_2"]),
    ("按照第九条执行。", [None]),
    ("依照样例法第二条处罚。", [None]),
    ("本条例、前条件、第一条线路不是引用。", []),
)


@pytest.mark.parametrize(("words", "paths"), POINTS)
def test_words_point_at_clauses_that_are_there(words: str, paths: list[str | None]) -> None:
    found = facts_of_type(Reference, LAW + "{art_3/para_2}" + words, name="样例")
    assert [one.target for one in found] == [path and f"样例#{path}" for path in paths]


def test_the_paragraph_before_and_its_item() -> None:
    text = "{art_1/para_1}如下:\n{art_1/para_1/item_1}甲;\n{art_1/para_2}存在前款第(一)种情形的。"
    (found,) = facts_of_type(Reference, text, name="样例")
    assert found.target == "样例#art_1/para_1/item_1"


def test_a_title_keeps_its_number_and_its_alias() -> None:
    text = "按照《样例管理办法》(样发[2024]16号,以下简称《办法》)要求,落实《办法》第五条。"
    found = facts_of_type(Reference, text)
    assert [(one.title, one.number) for one in found] == [
        ("样例管理办法", "样发〔2024〕16号"),
        ("样例管理办法", "样发〔2024〕16号"),
    ]
    assert found[0].quote.startswith("《样例管理办法》(样发[2024]16号")


def test_an_alias_in_quotes_stands_before_an_article() -> None:
    text = "根据《样例管理办法》(以下称“办法”),依照办法第五条办理。"
    assert [one.title for one in facts_of_type(Reference, text)] == ["样例管理办法"] * 2


def test_articles_listed_after_a_title_are_of_that_title() -> None:
    found = facts_of_type(Reference, "根据《样例法》第二十四条、第二十五条第一款的规定办理。")
    assert [(one.title, one.target) for one in found] == [("样例法", None)] * 2


def test_a_number_alone_is_a_reference() -> None:
    (found,) = facts_of_type(Reference, "按照样政办发〔2020〕12号文件执行。")
    assert (found.title, found.number) == (None, "样政办发〔2020〕12号")


@pytest.mark.parametrize(
    "text",
    ("《关于调整〈样例法>有关规定的决定》", "《《《", "》》第五条《", "《甲《乙》丙"),
)
def test_nested_and_unbalanced_titles_break_nothing(text: str) -> None:
    assert all(one.quote in text for one in facts_of_type(Reference, f"落实{text}。"))


def test_a_title_of_the_same_reading_is_resolved_to_its_clause() -> None:
    notice, first = document("执行《样例工作指引(试行)》第二条。", name="甲发〔2025〕1号")
    guide, second = document(
        "{art_2/para_1}内容。", name="甲发〔2025〕1号!1", title="样例工作指引", offset=len(first)
    )
    text = first + second
    found = facts_of([notice, guide], MappedText(text, (0,), (0,)), text)[0]
    assert [fact.target for fact in found if isinstance(fact, Reference)] == [
        "甲发〔2025〕1号!1#art_2"
    ]
