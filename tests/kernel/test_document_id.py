# SPDX-License-Identifier: Apache-2.0
"""Names of documents: numbers repaired, stand-ins built, attachments counted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kernel.worked_examples import examples
from yiju.kernel.clause_ref import parse_ref
from yiju.kernel.document_id import attached, carrier, document_id, normal_document, normal_number

SHA256 = "0A1B2C3D" + "0" * 56


@pytest.mark.parametrize("row", examples("clause_refs.toml", "number"))
def test_a_damaged_number_is_repaired(row: dict[str, Any]) -> None:
    assert normal_number(row["written"]) == row["stored"]


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normal_document(text)
    assert normal_document(once) == once


@given(
    number=st.none() | st.text(max_size=20),
    issuer=st.none() | st.text(max_size=9),
    dated_on=st.none() | st.dates(),
    title=st.none() | st.text(max_size=40),
)
def test_every_name_of_a_document_survives_a_reference(
    number: str | None, issuer: str | None, dated_on: date | None, title: str | None
) -> None:
    name = document_id(number=number, issuer=issuer, dated_on=dated_on, title=title, sha256=SHA256)
    assert parse_ref(f"{name}#art_1").document == name


def test_the_number_is_the_name_where_there_is_one() -> None:
    name = document_id(
        number="国办发 [2021] 40号", issuer="甲", dated_on=None, title="乙", sha256=SHA256
    )
    assert name == "国办发〔2021〕40号"


def test_without_a_number_issuer_date_and_title_stand_in() -> None:
    name = document_id(
        number=None,
        issuer="样例委员会",
        dated_on=date(2025, 4, 1),
        title="关于开展2025年度样例企业更名和重大变化申报工作的通知",
        sha256=SHA256,
    )
    assert name == "样例委员会_2025-04-01_关于开展2025年度样例企业更名和重大变"


def test_what_the_text_does_not_give_is_left_out_of_the_name() -> None:
    name = document_id(number=None, issuer=None, dated_on=None, title="关于 PPP/BOT #1", sha256="")
    assert name == "关于PPP／BOT＃1"


def test_without_a_title_the_text_itself_gives_the_name() -> None:
    name = document_id(number=None, issuer="甲", dated_on=None, title=None, sha256=SHA256)
    assert name == "untitled_0a1b2c3d"


def test_attached_documents_are_counted_from_one() -> None:
    assert attached("国办发〔2021〕40号", 2) == "国办发〔2021〕40号!2"
    with pytest.raises(ValueError, match="counted from 1"):
        attached("国办发〔2021〕40号", 0)


def test_an_attached_document_knows_its_carrier() -> None:
    assert carrier("国办发〔2021〕40号!2") == ("国办发〔2021〕40号", 2)
    assert carrier("国办发〔2021〕40号") is None
    assert carrier("样例！2") is None
    assert carrier("样例!乙") is None
