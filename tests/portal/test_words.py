# SPDX-License-Identifier: Apache-2.0
"""How the pages say things: deadlines left, figures, findings of the reader."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

import yiju.library.reading.findings as reader
from yiju.library.queries.cards import Payload
from yiju.library.queries.facts import FactRow
from yiju.library.web import days, words
from yiju.library.web.finding_words import CHINESE, finding_message
from yiju.library.web.statements import deadline_words, figure_words, period_words, statement


@pytest.fixture(autouse=True)
def in_chinese() -> object:
    with translation.override("zh-hans"):
        yield


def test_a_day_is_written_with_its_weekday() -> None:
    assert days.day("2025-04-25") == "2025年4月25日（周五）"
    assert days.day("2025-04") == "2025年4月"
    with translation.override("en"):
        assert days.day("2025-04-25") == "Fri 25 April 2025"


@pytest.mark.parametrize(("left", "said"), [(3, "剩 3 个工作日"), (0, "今天截止"), (-1, "已过期")])
def test_what_is_left_is_said_in_working_days(left: int, said: str) -> None:
    assert words.remaining_words(left, provisional=False) == said


def test_a_count_over_years_without_a_schedule_is_provisional() -> None:
    assert words.remaining_words(42, provisional=True) == "剩 42 个工作日（暂定）"


def test_the_last_day_of_a_month_and_of_a_year_is_meant_where_no_day_is_given() -> None:
    assert words.last_day_of("2024-02") == date(2024, 2, 29)
    assert words.last_day_of("2025") == date(2025, 12, 31)
    assert words.last_day_of("2025-12") == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        ({"comparison": ">=", "value": "65", "unit": "%", "base_year": 2005,
          "direction": "decrease"}, "比2005年下降不低于 65%"),
        ({"comparison": "=", "value": "800", "unit": "万元"}, "800 万元"),
        ({"comparison": "by", "value": None, "unit": None}, "实现"),
    ],
)  # fmt: skip
def test_a_figure_is_said_as_in_an_official_text(payload: Payload, said: str) -> None:
    assert figure_words(payload) == said


def test_a_period_names_its_event_and_its_border() -> None:
    payload = {"amount": 15, "unit": "working_day", "from": "收到申请", "border": "within"}
    assert period_words(payload) == "自收到申请之日起15个工作日内"


def fact_saying(payload: Payload, *, kind: str, quote: str = "") -> FactRow:
    return FactRow(
        key=1, anchor="a", type=kind, document="d", document_name="文件", clause="d#art_1",
        clause_words="第一条", quote=quote, payload=payload, proposed=payload, status="proposed",
        start=0, end=1, day=None, year=None, changes=0,
    )  # fmt: skip


def test_a_period_is_read_before_what_it_is_for() -> None:
    payload = {"amount": 15, "unit": "working_day", "from": "收到申请", "border": "within",
               "what": "对修复申请完成审核"}  # fmt: skip
    said = statement(fact_saying(payload, kind="period"))
    assert said == "自收到申请之日起15个工作日内：对修复申请完成审核"


def test_a_reference_without_title_or_number_is_called_by_its_words_in_the_text() -> None:
    payload = {"title": None, "number": None, "target": "d#art_11/para_2/item_2"}
    fact = fact_saying(payload, kind="reference", quote="前款第(二)种情形")
    assert statement(fact) == "“前款第(二)种情形”"


def test_a_bound_without_a_figure_sends_to_the_text() -> None:
    payload = {"comparison": ">=", "value": None, "unit": None}
    assert figure_words(payload) == "不低于（数值见原文）"


def test_the_last_day_of_a_state_is_said_as_in_an_official_text() -> None:
    payload = {"on": "2027-10-22", "until": None, "relation": "until"}
    assert deadline_words(payload) == "至2027年10月22日（周五）为止"


def test_a_deadline_by_month_is_not_given_a_day() -> None:
    payload = {"on": "2025-09", "until": None, "relation": "by"}
    assert deadline_words(payload) == "2025年9月截止"


def sentences_of(node: ast.AST) -> Iterator[str]:
    """The messages that a piece of the reader's code writes, with 3 for what it fills in."""
    if isinstance(node, ast.Call):
        place = 2 if any(isinstance(each, ast.Starred) for each in node.args) else 3
        written = node.args[place : place + 1]
    else:
        written = [node.value] if isinstance(node, ast.Assign) else []
    for value in written:
        if isinstance(value, ast.Constant):
            yield str(value.value)
        elif isinstance(value, ast.JoinedStr):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "3" for part in value.values
            )


def is_message(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", "") == "Spot"
    return isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "message"


def test_every_message_of_the_reader_has_its_chinese_words() -> None:
    code = ast.parse(Path(reader.__file__).read_text("utf-8"))
    said = [each for node in ast.walk(code) if is_message(node) for each in sentences_of(node)]
    assert len(said) > 8
    strange = [each for each in said if not any(known.fullmatch(each) for known, _ in CHINESE)]
    assert strange == []


def test_a_message_is_left_in_english_for_english_readers() -> None:
    assert finding_message("a word that looks like 遴选") == "疑为“遴选”之误"
    with translation.override("en"):
        assert finding_message("a blank inside a word") == "a blank inside a word"
