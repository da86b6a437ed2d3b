# SPDX-License-Identifier: Apache-2.0
"""The tree that ``yiju read`` shows to a person at a terminal."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

from tests.reading.render.sample_reading import NOTICE, READING, document, node
from yiju.library.reading.model import Reading
from yiju.library.reading.render.outline import Outline


def lines(reading: Reading = READING, columns: int = 100) -> list[str]:
    """The lines of the tree without colours."""
    return list(Outline(columns, coloured=False).lines(reading))


def test_the_tree_shows_the_bulletin_its_documents_and_their_clauses() -> None:
    shown = lines()
    assert shown[:3] == [
        "样例政策汇编 2025年第1期",
        "样例.txt · 1,000 characters · 10 set aside · 2 documents",
        "  有目无文 (in the contents, without text)",
    ]
    assert "1  关于印发《样例指引》的通知" in shown
    assert "   一、总体要求" in shown
    assert "     （一）主要目标 到2030年达到25%左右。" in shown
    assert "     指标 | 数值 比重 | 25%" in shown


def test_what_is_stated_about_a_document_stands_in_one_line() -> None:
    shown = lines()
    assert (
        "   样发〔2025〕1号 · 样例市数据局、样例市财政局 · 2025-03-19 · in force from 2025-04-01"
        in shown
    )
    assert "   attached to 1 · incomplete" in shown


def test_facts_are_counted_and_findings_told_with_their_proposal() -> None:
    shown = lines()
    assert any(line.startswith("   facts: 1 deadline, 1 period, 2 targets") for line in shown)
    assert "   ! ocr 50:51 “坏”疑为“坯” → 坯" in shown
    assert shown[-1] == "! missing 0:0 没有正文"


def test_no_line_is_wider_than_the_terminal() -> None:
    for line in lines(columns=24):
        assert sum(2 if east_asian_width(c) in "WF" else 1 for c in line) <= 24


def test_control_signs_of_a_text_never_reach_the_terminal() -> None:
    evil = document(
        NOTICE, title="甲\x1b[2J乙", clauses=(node("paragraph", "para_1", "丙\x9b丁\r"),)
    )
    text = "\n".join(lines(Reading(READING.source, None, (evil,))))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


def test_colours_come_only_where_they_are_wanted() -> None:
    assert "\x1b[1m" in "\n".join(Outline(80, coloured=True).lines(READING))
    assert "\x1b" not in "\n".join(lines())
