# SPDX-License-Identifier: Apache-2.0
"""The two real bulletins, damage and all; the folder is named by ``YIJU_BULLETINS``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from yiju.library.reading.coverage import unaccounted
from yiju.library.reading.model import Document, Node, Reading
from yiju.library.reading.pipeline import read_text

pytestmark = pytest.mark.bulletins

FILES = {2025: "000_8a9b6fb96d091d22.txt", 2021: "004_8fffebabae28f5bd.txt"}


def text_of(year: int) -> str:
    folder = os.environ.get("YIJU_BULLETINS")
    if not folder:
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail("YIJU_BULLETINS names no folder")
        pytest.skip("YIJU_BULLETINS names no folder")
    return (Path(folder) / FILES[year]).read_text(encoding="utf-8")


@cache
def _read(text: str) -> Reading:
    return read_text(text, name="bulletin.txt", sha256="0" * 64)


def reading_of(year: int) -> Reading:
    return _read(text_of(year))


def nodes(clauses: tuple[Node, ...]) -> Iterator[Node]:
    for clause in clauses:
        yield clause
        yield from nodes(clause.children)


def clause(document: Document, path: str) -> Node:
    return next(n for n in nodes(document.clauses) if n.path == path)


def by_number(number: str) -> Document:
    return next(d for d in reading_of(2025).documents if d.id == number)


def test_the_2025_bulletin_holds_ten_documents_and_a_guideline() -> None:
    documents = reading_of(2025).documents
    assert len([d for d in documents if d.part_of is None]) == 10
    assert [d.title for d in documents if d.part_of == 4] == ["商标代理信用评价管理试点工作指引"]


def test_the_2021_bulletin_holds_three_documents_and_fifteen_titles() -> None:
    reading = reading_of(2021)
    assert reading.bulletin is not None
    assert [c.document for c in reading.bulletin.contents] == [0, 1, 2, *[None] * 12]
    assert len(reading.documents) == 3


def test_the_head_of_the_2021_bulletin_is_read() -> None:
    bulletin = reading_of(2021).bulletin
    assert bulletin is not None
    assert (bulletin.issue, bulletin.total_issue) == ("2021年第10期", 52)
    assert str(bulletin.published_on) == "2021-11-15"
    assert str(bulletin.posted_on) == "2021-11-16"
    assert len(bulletin.organisers) == 2


@pytest.mark.parametrize("year", FILES)
def test_no_character_of_a_bulletin_is_lost(year: int) -> None:
    assert unaccounted(reading_of(year), text_of(year)) == []


@pytest.mark.parametrize("year", FILES)
def test_no_page_furniture_stands_in_a_clause(year: int) -> None:
    words = "\n".join(n.text for d in reading_of(year).documents for n in nodes(d.clauses))
    for furniture in ("政策快资讯", "第12页", "{{", "免费制作", "云展网"):
        assert furniture not in words


@pytest.mark.parametrize("year", FILES)
def test_every_clause_says_where_its_words_stand(year: int) -> None:
    text = "".join(text_of(year).split())
    for document in reading_of(year).documents:
        for node in nodes(document.clauses):
            inside = "".join(text_of(year)[node.start : node.end].split())
            assert inside in text
            assert inside.startswith("".join((node.label or node.text).split())[:4])


def test_a_cut_document_has_no_title_or_is_incomplete() -> None:
    first, *_, last = reading_of(2025).documents
    assert first.title is None and not first.complete and first.id.startswith("untitled_")
    assert last.number == "浙经信产业〔2025〕73号"
    assert not reading_of(2021).documents[2].complete


def test_the_refusals_of_repair_are_items_of_the_second_paragraph() -> None:
    guideline = by_number("国知办函运字〔2025〕193号!1")
    items = [clause(guideline, f"art_11/para_2/item_{n}") for n in (1, 2, 3, 4)]
    assert [i.text[:2] for i in items] == ["距离", "申请", "因相", "法律"]


def test_measures_that_run_on_over_headings_keep_their_numbers() -> None:
    opinion = by_number("发改能源〔2025〕262号")
    assert clause(opinion, "l1_4/l2_9").text.startswith("优化绿证交易机制")
    assert clause(opinion, "l1_6/l2_17").label == "(十七)"


def test_seven_organs_sign_the_opinion_on_intellectual_property() -> None:
    assert len(by_number("国知发服字〔2025〕5号").issuers) == 7


def test_a_heading_with_the_next_label_on_its_line_is_parted() -> None:
    notice = reading_of(2025).documents[8]
    assert clause(notice, "l1_3/l2_1").heading == "企业申报"
    assert clause(notice, "l1_3/l2_1/l3_1").heading == "申报入口"
