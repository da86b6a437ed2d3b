# SPDX-License-Identifier: Apache-2.0
"""A whole bulletin in the library: our own sample, and the real ones where they are."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.library.texts import AT, LATER, NOBODY, PUBLISHER, READER
from yiju.library.actions.importing import ImportResult, import_source
from yiju.library.actions.rereading import reread_source
from yiju.library.models import Clause, Document, DutyUnit, Fact
from yiju.library.queries.clauses import clause_page
from yiju.library.queries.document import document_page
from yiju.library.queries.documents import document_list
from yiju.library.queries.duties import duty_list
from yiju.library.queries.home import home
from yiju.library.queries.issues import issue_page, latest_issue
from yiju.library.queries.review import review_page
from yiju.library.queries.search import search

pytestmark = pytest.mark.django_db

GUIDELINE = "国知办函运字〔2025〕193号!1"


def brought(name: str, content: bytes) -> ImportResult:
    return import_source(PUBLISHER, name=name, content=content, at=AT, publish=True)


def the_sample() -> ImportResult:
    sample = files("yiju.samples").joinpath("bulletin-sample.txt")
    return brought("bulletin-sample.txt", sample.read_bytes())


def the_bulletins() -> list[ImportResult]:
    folder = os.environ.get("YIJU_BULLETINS")
    if not folder:
        pytest.skip("the real bulletins are not here (YIJU_BULLETINS)")
    return [brought(path.name, path.read_bytes()) for path in sorted(Path(folder).glob("*.txt"))]


def test_an_issue_shows_its_contents_with_the_titles_that_have_no_text() -> None:
    result = the_sample()
    card = latest_issue(NOBODY)
    assert card is not None and result.issue == card.key
    page = issue_page(NOBODY, card.key)
    assert page is not None
    listed = [line for line in page.contents if line.document is None]
    assert len(listed) == card.titles_without_text == result.titles_without_text == 1
    shown = sum(len(section.documents) for section in page.sections)
    assert shown == len(result.documents)


def test_an_attached_document_is_reached_from_its_carrier() -> None:
    result = the_sample()
    (attached,) = [document.ref for document in result.documents if document.attached]
    carrier = document_page(NOBODY, attached.partition("!")[0])
    assert carrier is not None and [card.ref for card in carrier.attached] == [attached]
    page = document_page(NOBODY, attached)
    assert page is not None and page.card.part_of == carrier.card.ref


def test_no_page_asks_more_of_the_database_when_there_is_more_in_it() -> None:
    result = the_sample()
    largest = max(result.documents, key=lambda document: document.clauses).ref
    pages = {
        "home": (lambda: home(NOBODY, today=AT.date()), 10),
        "issue": (lambda: issue_page(NOBODY, result.issue or 0), 6),
        "document": (lambda: document_page(NOBODY, largest), 11),
        "clause": (lambda: clause_page(NOBODY, largest, "art_1"), 6),
        "documents": (lambda: document_list(NOBODY), 8),
        "duties": (lambda: duty_list(NOBODY), 5),
        "search": (lambda: search(NOBODY, "申报"), 3),
        "review": (lambda: review_page(READER, result.source), 13),
    }  # fmt: skip
    for name, (page, most) in pages.items():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert page() is not None
        assert len(asked) <= most, name


def test_a_source_read_again_is_the_same_library() -> None:
    result = the_sample()
    before = [
        list(Clause.objects.order_by("version", "position").values_list("path", "hash", "start")),
        list(Fact.objects.order_by("version", "position").values_list("anchor", "start")),
        DutyUnit.objects.count(),
    ]
    again = reread_source(
        PUBLISHER, result.source, at=LATER, publish=True, progress=lambda *_: None
    )
    after = [
        list(Clause.objects.order_by("version", "position").values_list("path", "hash", "start")),
        list(Fact.objects.order_by("version", "position").values_list("anchor", "start")),
        DutyUnit.objects.count(),
    ]
    assert after == before
    assert {document.outcome for document in again.documents} == {"same_words"}


def test_a_document_that_a_better_reader_no_longer_sees_is_taken_back() -> None:
    result = the_sample()
    phantom = Document.objects.create(
        ref="phantom", imported_at=AT, imported_by="t", published_at=AT, published_by="t"
    )
    appearance = Document.objects.get(ref=result.documents[-1].ref).versions.get()
    appearance.pk, appearance.document = None, phantom
    appearance.save()
    appearance.appearances.create(source_id=result.source, position=99, start=0, end=0)
    reread_source(PUBLISHER, result.source, at=LATER, publish=True, progress=lambda *_: None)
    phantom.refresh_from_db()
    assert phantom.published_at is None
    assert document_page(NOBODY, result.documents[0].ref) is not None


@pytest.mark.bulletins
def test_both_bulletins_come_out_whole() -> None:
    first, second = the_bulletins()
    own = [[d for d in result.documents if not d.attached] for result in (first, second)]
    assert [len(documents) for documents in own] == [10, 3]
    assert second.titles_without_text == 12
    assert DutyUnit.objects.values("fact").distinct().count() == 72
    assert DutyUnit.objects.count() == 306


@pytest.mark.bulletins
def test_a_stranger_finds_credit_repair_and_its_periods() -> None:
    the_bulletins()
    refs = [hit.ref for hit in search(NOBODY, "信用修复").hits]
    assert any(ref.startswith(f"{GUIDELINE}#art_11") for ref in refs)
    page = clause_page(NOBODY, GUIDELINE, "art_11")
    assert page is not None and page.citation.endswith("第十一条")
    periods = {
        (fact.payload["amount"], fact.payload["unit"]): fact.payload["from"]
        for fact in page.facts
        if fact.type == "period"
    }
    assert periods[(15, "working_day")] == "收到申请"
