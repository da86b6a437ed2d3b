# SPDX-License-Identifier: Apache-2.0
"""What looks wrong is shown with a proposal, and never changed."""

from __future__ import annotations

import pytest

from tests.reading.own_samples import NOTICE, reading_of
from yiju.library.reading.findings import spots


@pytest.mark.parametrize(
    ("words", "type_", "proposal"),
    [
        ("设^{66}{A}+^{39}等级", "ocr", "A+"), ("近三年(2022-2023年)上市", "contradiction", None),
        ("规划(2021一2035年)要求", "ocr", "—"), ("开展遂选工作", "ocr", "遴选"),
        ("于2月30日、2023年2月30日报送", "contradiction", None), ("绿色电力 消费", "ocr", "力消"),
        ("按〔2023]14号办理", "ocr", "〔2023〕14号"), ("落实《办法要求", "ocr", None),
        ("打造基地 |", "ocr", None),
    ],
)  # fmt: skip
def test_damage_is_found(words: str, type_: str, proposal: str | None) -> None:
    found = list(spots(words, 0, len(words)))
    assert type_ in [s.type for s in found]
    if proposal is not None:
        assert proposal in [s.proposal for s in found]


@pytest.mark.parametrize(
    "words", ["第一章 总则", "附 则", "近三年(2021-2023年)", "按〔2023〕14号办理"]
)
def test_sound_words_give_no_finding(words: str) -> None:
    assert list(spots(words, 0, len(words))) == []


def test_a_finding_changes_no_text() -> None:
    text = NOTICE.replace("坚持公开公平。", "开展遂选工作。")
    document = reading_of(text).documents[0]
    finding = next(f for f in document.findings if f.proposal == "遴选")
    assert text[finding.start : finding.end] == "遂选"
    assert "遂选" in document.clauses[1].children[0].text


def test_a_list_shorter_than_announced_is_a_contradiction() -> None:
    text = NOTICE.replace("坚持公开公平。\n", "包括以下三类：\n（一）甲类；\n（二）乙类。\n")
    found = [f for f in reading_of(text).documents[0].findings if f.type == "contradiction"]
    assert [f.message for f in found] == ["3 are announced, 2 are listed"]


def test_a_word_of_the_title_with_a_sign_lost_is_found() -> None:
    text = NOTICE.replace("为做好样例申报工作", "为开展样申报工作的需要")
    proposals = [f.proposal for f in reading_of(text).documents[0].findings]
    assert "开展样例申报工作" in "".join(p or "" for p in proposals)
