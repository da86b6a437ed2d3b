# SPDX-License-Identifier: Apache-2.0
"""Texts that no office meant: imported whole or refused, never half, on both databases."""

from __future__ import annotations

import pytest

from tests.library.texts import NOBODY, NOTICE, PUBLISHER, noted
from yiju.kernel.refusal import InvalidInput
from yiju.library.models import Document, Source
from yiju.library.queries.documents import document_list
from yiju.library.queries.search import search
from yiju.library.words import REF_LENGTH, fitting

pytestmark = pytest.mark.django_db

BEGINNING, SIGNATURE = NOTICE.split("一、申报条件")[0], NOTICE.split("联系人")[1]


@pytest.mark.parametrize(
    "text",
    [
        NOTICE.replace("技术改造", "技术改造" * 400),
        NOTICE.replace("示经信投资", "示经信投资" * 200),
        NOTICE.replace("示例市经济和信息化局", "示例市经济和信息化局" * 150),
        NOTICE.replace("市财政局", "市财政" * 300 + "局"),
        NOTICE.replace("示经信投资〔2026〕58号\n", "").replace("关于组织", "关于" * 500),
        BEGINNING + "一、" * 3000 + SIGNATURE,
        BEGINNING + "(" * 20_000 + SIGNATURE,
        NOTICE * 3,
        NOTICE + NOTICE.replace("800万元", "900万元"),
        NOTICE.replace("企业", "𠀀\u200d\ufeffé"),
        "没有任何政策的一行。" * 20_000,
    ],
    ids=[
        "long title", "long number", "long issuer", "long unit", "no number", "labels", "brackets",
        "three times", "one number over two texts", "strange characters", "one long line",
    ],
)  # fmt: skip
def test_a_strange_text_is_imported_whole(text: str) -> None:
    result = noted(text)
    assert Source.objects.get().text == text
    assert len(document_list(NOBODY).documents) == len({d.ref for d in result.documents})


def test_one_number_over_two_texts_in_one_source_are_two_documents() -> None:
    result = noted(NOTICE + NOTICE.replace("800万元", "900万元"))
    assert [document.outcome for document in result.documents] == ["new", "new"]
    assert len({document.ref for document in result.documents}) == 2
    assert search(NOBODY, "800万元").paging.count == search(NOBODY, "900万元").paging.count == 1


def test_a_nul_in_a_text_is_refused_or_read_but_breaks_nothing() -> None:
    try:
        noted(NOTICE.replace("企业", "企\x00业"))
    except InvalidInput:
        assert not Source.objects.exists()
    else:
        assert Document.objects.exists()


def test_a_page_that_holds_no_policy_is_kept_with_a_finding() -> None:
    result = noted("今天天气很好。")
    assert result.documents == () and result.findings == 1
    assert search(PUBLISHER, "天气").paging.count == 0


def test_names_too_long_for_a_column_stay_apart() -> None:
    one, other = "长" * 400 + "一", "长" * 400 + "二"
    assert len(fitting(one, REF_LENGTH)) == REF_LENGTH
    assert fitting(one, REF_LENGTH) != fitting(other, REF_LENGTH)
    assert fitting("短", REF_LENGTH) == "短"
