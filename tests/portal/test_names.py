# SPDX-License-Identifier: Apache-2.0
"""People are shown names, never the reference that an address needs."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import Client

from tests.cast import import_sample
from yiju.library.models import Clause, Document
from yiju.library.queries.cards import FIRST_WORDS, document_name

pytestmark = [pytest.mark.django_db, pytest.mark.databases("sqlite")]


def nameless(**lost: str) -> Document:
    """The first document of the sample without a title, and without what else is ``lost``."""
    import_sample()
    Document.objects.filter(ref="示政发〔2026〕19号").update(title="", **lost)
    return Document.objects.get(ref="示政发〔2026〕19号")


def test_a_document_without_a_title_goes_by_its_number() -> None:
    assert document_name(nameless()) == "示政发〔2026〕19号"


def test_a_document_without_title_and_number_goes_by_its_first_words(client: Client) -> None:
    document = nameless(number="")
    clauses = Clause.objects.filter(version__document=document).order_by("position")
    words = next(heading or text for heading, text in clauses.values_list("heading", "text"))
    name = document_name(document)
    assert name.startswith("（原文缺标题）")
    assert words.startswith(name.removeprefix("（原文缺标题）").removesuffix("…"))
    assert len(name) <= len("（原文缺标题）…") + FIRST_WORDS
    assert name in client.get("/documents").content.decode()


def test_a_clause_of_a_document_without_name_is_cited_by_its_first_words(client: Client) -> None:
    name = document_name(nameless(number=""))
    page = client.get("/p/示政发〔2026〕19号/l1_1").content.decode()
    assert f"{name}第一部分" in page


def test_an_attached_document_without_a_title_goes_by_its_carrier() -> None:
    import_sample()
    Document.objects.filter(ref="示政办发〔2026〕27号!1").update(title="")
    document = Document.objects.get(ref="示政办发〔2026〕27号!1")
    assert document_name(document) == "示政办发〔2026〕27号附件"


@pytest.mark.parametrize(
    ("licence", "said"), [("", "由发布单位确定"), ("CC BY 4.0", "按 CC BY 4.0")]
)
def test_the_licence_of_the_data_is_what_the_office_set(
    client: Client, settings: LazySettings, licence: str, said: str
) -> None:
    settings.OPEN_DATA_LICENCE = licence
    assert said in client.get("/open-data").content.decode()
