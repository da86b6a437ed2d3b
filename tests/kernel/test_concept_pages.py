# SPDX-License-Identifier: Apache-2.0
"""The worked examples of the concept pages are what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from yiju.cli import main
from yiju.kernel.citation import citation
from yiju.kernel.clause_ref import parse_ref

CONCEPTS = Path(__file__).resolve().parents[2] / "docs" / "concepts"
CALL = re.compile(r"^\$ yiju (.+)\n((?:(?!\$|```).*\n)+)", re.MULTILINE)
CITED = re.compile(r"^\| `([^`]+#[^`]+)` \| (.+) \|$", re.MULTILINE)
CALLS = CALL.findall((CONCEPTS / "deadline.md").read_text("utf-8"))
CITATIONS = CITED.findall((CONCEPTS / "clause.md").read_text("utf-8"))


@pytest.mark.parametrize(("words", "printed"), CALLS)
def test_a_command_on_the_page_prints_what_the_page_shows(
    words: str, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words.split()) == 0
    assert capsys.readouterr().out == printed


@pytest.mark.parametrize(("ref", "words"), CITATIONS)
def test_a_clause_on_the_page_is_cited_as_the_page_shows(ref: str, words: str) -> None:
    assert citation(parse_ref(ref)) == words


def test_the_pages_have_examples() -> None:
    assert len(CALLS) >= 4
    assert len(CITATIONS) >= 4
