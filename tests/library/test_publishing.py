# SPDX-License-Identifier: Apache-2.0
"""Who sees what: the public sees what is published, and no contacts; four eyes where wanted."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django import Settings

from tests.library.texts import (
    AT,
    EDITOR,
    LATER,
    NOBODY,
    NOTICE,
    NUMBER,
    PUBLISHER,
    READER,
    noted,
)
from yiju.kernel.actor import party_actor
from yiju.kernel.refusal import InvalidInput, Refusal
from yiju.library.actions.correcting import choose_version
from yiju.library.actions.importing import import_source
from yiju.library.actions.publishing import publish_document, publish_source, unpublish_document
from yiju.library.queries.clauses import clause_page
from yiju.library.queries.deadlines import deadline_list
from yiju.library.queries.difference import difference_page
from yiju.library.queries.document import VersionRow, document_page
from yiju.library.queries.documents import document_list, document_named, suggestions
from yiju.library.queries.duties import duty_list
from yiju.library.queries.facts import fact_page
from yiju.library.queries.finding import meant
from yiju.library.queries.home import home
from yiju.library.queries.issues import issue_list
from yiju.library.queries.review import review_page, source_list
from yiju.library.queries.search import search
from yiju.office.access.roles import NotAllowed

pytestmark = pytest.mark.django_db

SECOND = party_actor("user:fuhe", "publisher")
TODAY = date(2026, 11, 20)


def test_a_draft_is_nowhere_for_the_public() -> None:
    noted(publish=False)
    assert document_page(NOBODY, NUMBER) is None
    assert clause_page(NOBODY, NUMBER, "l1_1") is None
    assert difference_page(NOBODY, NUMBER, old=1, new=1) is None
    assert document_list(NOBODY).documents == ()
    assert document_list(NOBODY).choices.issuers == ()
    assert document_named(NOBODY, NUMBER) is None and suggestions(NOBODY, NUMBER) == ()
    assert meant(NOBODY, NUMBER).ref is None
    assert deadline_list(NOBODY).rows == () and deadline_list(NOBODY).months == ()
    assert fact_page(NOBODY, "period").rows == () and duty_list(NOBODY).units == ()
    assert search(NOBODY, "申报").hits == () and issue_list(NOBODY).issues == ()
    page = home(NOBODY, today=TODAY)
    assert (page.counts.documents, page.counts.clauses, page.counts.facts) == (0, 0, 0)
    assert page.closing_soon == () and page.new_documents == ()


def test_staff_read_a_draft() -> None:
    noted(publish=False)
    assert document_page(READER, NUMBER) is not None
    assert home(READER, today=TODAY).counts.documents == 1


def test_the_review_side_does_not_answer_to_the_public() -> None:
    result = noted()
    assert source_list(NOBODY) is None and review_page(NOBODY, result.source) is None
    assert review_page(READER, result.source) is not None


def test_the_public_reads_no_name_and_no_telephone_number() -> None:
    noted()
    page = document_page(NOBODY, NUMBER)
    assert page is not None and page.contacts
    assert "81234567" not in repr(page) and "王小明" not in repr(page)


def test_the_public_reads_no_telephone_number_where_a_duty_names_its_task() -> None:
    noted(NOTICE.replace("各区县主管部门自收到", "咨询电话0571-81234567,各区县主管部门自收到"))
    words = [row.task_words for row in duty_list(NOBODY).rows]
    assert any("咨询电话" in each for each in words) and "81234567" not in repr(words)
    assert "81234567" in repr([row.task_words for row in duty_list(READER).rows])


def test_the_public_reads_no_telephone_number_in_what_a_deadline_asks() -> None:
    noted(NOTICE.replace("在线提交申报材料", "向投资处(电话0571-81234567)提交申报材料"))
    asked = [row.payload for row in fact_page(NOBODY, "deadline").rows]
    assert asked and "81234567" not in repr(asked)
    assert "81234567" in repr([row.payload for row in fact_page(READER, "deadline").rows])


def test_publishing_shows_a_document_and_unpublishing_hides_it() -> None:
    noted(publish=False)
    assert publish_document(PUBLISHER, NUMBER, at=LATER) is None
    assert document_page(NOBODY, NUMBER) is not None
    unpublish_document(PUBLISHER, NUMBER, at=LATER, because="wrong text")
    assert document_page(NOBODY, NUMBER) is None


def test_only_a_publisher_publishes() -> None:
    result = noted(publish=False)
    for actor in (NOBODY, READER, EDITOR):
        with pytest.raises(NotAllowed):
            publish_document(actor, NUMBER, at=LATER)
        with pytest.raises(NotAllowed):
            publish_source(actor, result.source, at=LATER)
        with pytest.raises(NotAllowed):
            unpublish_document(actor, NUMBER, at=LATER, because="")


def test_under_four_eyes_the_importer_does_not_publish_and_another_does(
    settings: Settings,
) -> None:
    settings.FOUR_EYES = True
    result = noted(publish=False)
    refusal = publish_source(PUBLISHER, result.source, at=LATER)
    assert isinstance(refusal, Refusal)
    assert NUMBER in refusal.shortfalls[0].required
    assert document_page(NOBODY, NUMBER) is None
    assert publish_source(SECOND, result.source, at=LATER) is None
    assert document_page(NOBODY, NUMBER) is not None


def test_under_four_eyes_nothing_is_published_while_it_is_imported(
    settings: Settings,
) -> None:
    settings.FOUR_EYES = True
    with pytest.raises(InvalidInput, match="draft"):
        import_source(PUBLISHER, name="notice.txt", content=NOTICE.encode(), at=AT, publish=True)


def test_newer_words_of_a_public_document_wait_until_they_are_published() -> None:
    noted()
    noted(NOTICE.replace("10个工作日", "15个工作日"), "newer.txt", publish=False)
    page = document_page(NOBODY, NUMBER)
    assert page is not None and (page.version, len(page.versions)) == (1, 1)
    assert document_page(NOBODY, NUMBER, version=2) is None
    assert difference_page(NOBODY, NUMBER, old=1, new=2) is None
    assert [row.published for row in _versions_for_staff()] == [False, True]
    assert publish_document(PUBLISHER, NUMBER, at=LATER) is None
    page = document_page(NOBODY, NUMBER)
    assert page is not None and (page.version, len(page.versions)) == (2, 2)


def test_words_that_wait_are_not_chosen_for_the_public_before_they_are_published() -> None:
    noted()
    noted(NOTICE.replace("10个工作日", "15个工作日"), "newer.txt", publish=False)
    with pytest.raises(InvalidInput, match="not published yet"):
        choose_version(EDITOR, NUMBER, 2, at=LATER)


def test_under_four_eyes_newer_words_are_published_by_another_too(settings: Settings) -> None:
    noted()
    settings.FOUR_EYES = True
    noted(NOTICE.replace("10个工作日", "15个工作日"), "newer.txt", publish=False)
    assert isinstance(publish_document(PUBLISHER, NUMBER, at=LATER), Refusal)
    assert publish_document(SECOND, NUMBER, at=LATER) is None
    page = document_page(NOBODY, NUMBER)
    assert page is not None and page.version == 2


def _versions_for_staff() -> tuple[VersionRow, ...]:
    page = document_page(EDITOR, NUMBER)
    assert page is not None
    return page.versions


def test_what_is_meant_is_found_by_number_in_any_brackets_by_title_and_by_address() -> None:
    noted()
    title = "示例市经济和信息化局关于组织申报技术改造项目的通知"
    for words in (NUMBER, "示经信投资[2026]58号", f"《{title}》", title):
        assert str(meant(NOBODY, words).ref) == NUMBER
    assert str(meant(NOBODY, f"/p/{NUMBER}/l1_1").ref) == f"{NUMBER}#l1_1"


def test_what_is_not_there_is_answered_with_the_nearest() -> None:
    noted()
    assert meant(NOBODY, "示经信投资〔2026〕57号").nearest == (NUMBER,)
    assert meant(NOBODY, f"{NUMBER}#l1_2/l2_9").nearest[:2] == (
        f"{NUMBER}#l1_2",
        f"{NUMBER}#l1_2/l2_1",
    )
    with pytest.raises(InvalidInput):
        meant(NOBODY, f"{NUMBER}#nonsense")


def test_a_clause_that_only_an_older_version_has_keeps_its_address() -> None:
    noted()
    shorter = NOTICE.replace("(二)各区县", "各区县")
    noted(shorter, "changed.txt")
    page = clause_page(NOBODY, NUMBER, "l1_2/l2_2")
    assert page is not None and (page.version, page.found_in_version) == (2, 1)


def test_a_clause_says_under_which_it_stands() -> None:
    noted()
    page = clause_page(NOBODY, NUMBER, "l1_2/l2_1")
    assert page is not None and [step.path for step in page.trail] == ["l1_2"]
