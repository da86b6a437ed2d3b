# SPDX-License-Identifier: Apache-2.0
"""``yiju workdays``: the contract, word for word, and what people read."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from yiju.cli import main
from yiju.office.calendar.shipped import shipped_calendar

VERSION = shipped_calendar().version


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("add 2025-09-26 5", {"on": "2025-10-10", "provisional": False}),
        ("add 2025-09-26 0", {"on": "2025-09-26", "provisional": False}),
        ("add 2026-12-31 1", {"on": "2027-01-04", "provisional": True}),
        ("between 2025-09-26 2025-10-11", {"working_days": 6, "provisional": False}),
        ("between 2025-09-26 2025-09-26", {"working_days": 0, "provisional": False}),
        ("is 2025-09-28", {"working_day": True, "why": "make_up", "provisional": False}),
        ("is 2025-10-05", {"working_day": False, "why": "holiday", "provisional": False}),
        ("is 2027-06-05", {"working_day": False, "why": "weekend", "provisional": True}),
    ],
)
def test_the_json_answer_is_the_contract(
    words: str, answer: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["workdays", *words.split(), "--json"]) == 0
    expected = {"contract": 1, **answer, "calendar": VERSION}
    assert json.loads(capsys.readouterr().out) == expected


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("add 2025-09-26 5", "2025年9月26日（星期五）之后第5个工作日是2025年10月10日（星期五）\n"),
        ("is 2025-10-05", "2025年10月5日（星期日）不是工作日：节假日放假\n"),
        ("is 2025-09-28", "2025年9月28日（星期日）是工作日：周末调休上班\n"),
    ],
)
def test_people_read_a_sentence(
    words: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["workdays", *words.split()]) == 0
    assert capsys.readouterr().out == sentence


def test_people_are_told_that_an_answer_is_provisional(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["workdays", "between", "2026-12-31", "2027-01-05"]) == 0
    assert "共2个工作日\n暂定：2027年及以后的放假安排尚未公布" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        "",
        "add",
        "add 2025-01-01",
        "count 2025-01-01",
        "is 2003-12-31",
        "is 2025-02-30",
        "is 20250101",
        "is 2025-W01-1",
        "is ２０２５-01-01",
        "add 2025-01-01 -5",
        "add 2025-01-01 five",
        "add 2025-01-01 99999999",
        "add 9999-12-31 1",
        "add 1999-01-01 5",
        "between 2025-01-02 2025-01-01",
        "between 2003-01-02 2025-01-01",
    ],
)
def test_a_wrong_call_is_told_in_one_line(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["workdays", *words.split(), "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("yiju: ")
    assert told.err.count("\n") == 1


def test_the_command_starts_without_django() -> None:
    asked = "import sys, yiju.cli; yiju.cli.main(['workdays', 'is', '2025-01-01']); "
    code = asked + "sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
