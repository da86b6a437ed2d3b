# SPDX-License-Identifier: Apache-2.0
"""What staff do on their pages arrives where it should, and what is wrong is said."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client

from tests.cast import PASSWORD, appoint, browser_of, import_sample
from tests.library.texts import NOTICE, NUMBER, noted
from yiju.library.models import Clause, Document, Fact, Source, UnitQuestion
from yiju.library.payloads import FACT_TYPES, checked_payload
from yiju.library.web.staff.payload_form import PayloadForm, initial_of
from yiju.office.access.models import User
from yiju.office.access.roles import Role
from yiju.office.calendar.queries import current_calendar

pytestmark = [pytest.mark.django_db, pytest.mark.databases("sqlite")]

NOTICE_OF_HOLIDAYS = {
    "verb": "add",
    "year": "2027",
    "number": "国办发明电〔2026〕9号",
    "issued_on": "2026-11-04",
    "text": "一、元旦：1月1日（周五）至3日（周日）放假，共3天。",
}


def said(page: object) -> str:
    return page.content.decode()  # type: ignore[attr-defined,no-any-return]


def test_a_fact_is_corrected_field_by_field() -> None:
    import_sample()
    fact = Fact.objects.filter(type="duty").first()
    assert fact is not None
    form = {
        "units": "市财政局 牵头\n市税务局 参加",
        "task": fact.payload["task"],
    }
    browser_of(Role.EDITOR).post(f"/staff/facts/{fact.pk}/correct", form)
    fact.refresh_from_db()
    assert fact.status == "corrected"
    assert [(unit["name"], unit["role"]) for unit in fact.payload["units"]] == [
        ("市财政局", "lead"), ("市税务局", "with")]  # fmt: skip


def test_a_correction_that_makes_no_sense_is_refused_and_nothing_changes() -> None:
    import_sample()
    fact = Fact.objects.filter(type="period").first()
    assert fact is not None
    form = {**fact.payload, "amount": "十五", "next": "/staff/sources"}
    form = {key: value or "" for key, value in form.items()}
    page = browser_of(Role.EDITOR).post(f"/staff/facts/{fact.pk}/correct", form)
    fact.refresh_from_db()
    assert page.status_code == 422
    assert '<a href="#id_amount">数量：' in said(page)
    assert fact.status == "proposed"


def test_a_day_that_the_calendar_does_not_have_is_refused_beside_its_field() -> None:
    import_sample()
    fact = Fact.objects.filter(type="deadline").first()
    assert fact is not None
    form = {"on": "2026-02-30", "relation": "by"}
    page = browser_of(Role.EDITOR).post(f"/staff/facts/{fact.pk}/correct", form)
    assert page.status_code == 422
    assert "日历上没有“2026-02-30”" in said(page)


@pytest.mark.parametrize("kind", FACT_TYPES)
def test_every_fact_of_the_sample_passes_through_its_form_unchanged(kind: str) -> None:
    import_sample()
    for payload in Fact.objects.filter(type=kind).values_list("payload", flat=True):
        given = {key: value for key, value in initial_of(payload).items() if value is not None}
        form = PayloadForm(kind, given)
        assert form.is_valid(), form.errors
        assert checked_payload(kind, form.payload()) == payload


def added(quote: str) -> HttpResponse:
    """The answer to adding a period to the first clause of the sample."""
    import_sample()
    place = "?document=示政发〔2026〕19号&version=1&clause=l1_1&type=period"
    form = {"quote": quote, "amount": "10", "unit": "day", "border": "within", "from": "收到申请"}
    return browser_of(Role.EDITOR).post(f"/staff/facts/add{place}", form)


def test_a_fact_that_the_reader_missed_is_added_with_the_words_of_its_clause() -> None:
    import_sample()
    clause = Clause.objects.get(version__document__ref="示政发〔2026〕19号", path="l1_1")
    quote = ((clause.heading or "") + clause.text)[:6]
    assert added(quote).status_code == 302
    fact = Fact.objects.get(proposed__isnull=True)
    assert (fact.quote, fact.clause_id, fact.status) == (quote, clause.pk, "confirmed")
    assert fact.payload["amount"] == 10


def test_words_that_do_not_stand_in_the_clause_add_no_fact() -> None:
    page = added("这句话不在条款里")
    assert page.status_code == 422
    assert "条款里没有这句话" in said(page)
    assert not Fact.objects.filter(proposed__isnull=True).exists()


def test_a_form_sends_nobody_to_another_site() -> None:
    import_sample()
    fact = Fact.objects.all()[0]
    form = {"decision": "confirm", "next": "https://elsewhere.example/"}
    answer = browser_of(Role.EDITOR).post(f"/staff/facts/{fact.pk}", form)
    assert answer["location"] == "/staff/"


def test_a_corrected_title_is_public_at_once(client: Client) -> None:
    noted()
    browser = browser_of(Role.PUBLISHER)
    form = {"title": "关于申报的通知", "number": NUMBER, "kind": "通知", "issuers": "甲局、乙局"}
    form |= {
        "level": "municipal",
        "dated_on": "2026-11-03",
        "effective_on": "",
        "state": "in_force",
    }
    assert browser.post(f"/staff/documents/{NUMBER}", form).status_code == 302
    page = said(client.get(f"/p/{NUMBER}"))
    assert '<h1 lang="zh-CN">关于申报的通知</h1>' in page
    assert "甲局、乙局" in page and "现行有效" in page


def test_taking_a_document_back_needs_a_reason(client: Client) -> None:
    noted()
    browser, place = browser_of(Role.PUBLISHER), f"/staff/documents/{NUMBER}/publish"
    browser.post(place, {"decision": "unpublish"})
    assert client.get(f"/p/{NUMBER}").status_code == 200
    browser.post(place, {"decision": "unpublish", "because": "正文有误"})
    assert client.get(f"/p/{NUMBER}").status_code == 404


def test_with_four_eyes_the_importer_is_told_that_somebody_else_publishes(
    settings: LazySettings,
) -> None:
    noted(publish=False)
    settings.FOUR_EYES = True
    browser = browser_of(Role.PUBLISHER)
    Document.objects.update(imported_by="user:wang")
    source = Source.objects.get().pk
    form = {"next": f"/staff/sources/{source}"}
    page = browser.post(f"/staff/sources/{source}/publish", form, follow=True)
    assert "双人复核" in said(page)
    assert not Document.objects.exclude(published_at=None).exists()


def test_a_changed_document_shows_what_changed(client: Client) -> None:
    noted()
    noted(NOTICE.replace("不低于800万元", "不低于600万元"), "later.txt")
    page = said(client.get(f"/versions/{NUMBER}"))
    assert '<del class="diff">8</del><ins class="diff">6</ins>' in page
    assert "第 1 版到第 2 版：1 处不同" in page


def test_an_unknown_unit_is_identified_for_all_its_duties(client: Client) -> None:
    noted()
    name = UnitQuestion.objects.filter(name__contains="市").values_list("name", flat=True)[0]
    form = {"decision": "name", "name": name, "unit": "示例市某某局"}
    browser_of(Role.EDITOR).post("/staff/units", form)
    rows = client.get("/duties?unit=示例市某某局&format=json").json()["rows"]
    assert {row["written"] for row in rows} == {name}


def test_a_holiday_notice_is_shown_with_its_effect_before_it_is_entered() -> None:
    browser = browser_of(Role.PUBLISHER)
    page = browser.post("/staff/holidays", {**NOTICE_OF_HOLIDAYS, "step": "look"})
    assert "将有以下变化" in said(page)
    assert current_calendar().last_year == 2026
    browser.post("/staff/holidays", {**NOTICE_OF_HOLIDAYS, "step": "enter"})
    assert current_calendar().last_year == 2027


def test_a_new_account_gets_a_temporary_password_that_is_shown_once() -> None:
    browser = browser_of(Role.ADMINISTRATOR)
    form = {"username": "sun", "name": "孙某", "role": "editor"}
    page = browser.post("/staff/users", form, follow=True)
    assert "sun 的临时密码是" in said(page)
    assert "临时密码是" not in said(browser.get("/staff/users"))
    assert User.objects.get(username="sun").password_is_temporary


def test_roles_are_given_and_taken_but_not_ones_own() -> None:
    browser = browser_of(Role.ADMINISTRATOR)
    user = appoint(Role.READER)
    browser.post("/staff/users/qian", {"verb": "give", "role": "editor"})
    browser.post("/staff/users/qian", {"verb": "take", "role": "reader"})
    browser.post("/staff/users/zhao", {"verb": "give", "role": "publisher"})
    held = user.grants.filter(taken_at=None).values_list("role", flat=True)
    assert list(held) == ["editor"]
    assert not User.objects.get(username="zhao").grants.filter(role="publisher").exists()


def test_the_journal_tells_who_imported_and_verifies_whole() -> None:
    import_sample()
    browser = browser_of(Role.ADMINISTRATOR)
    assert "system:tests" in said(browser.get("/staff/journal"))
    assert "完好" in said(browser.post("/staff/journal"))


def test_signing_in_leads_to_the_desk(client: Client) -> None:
    appoint(Role.READER)
    answer = client.post("/account/login/", {"login": "qian", "password": PASSWORD})
    assert answer["location"] == "/staff/"


def test_an_upload_beyond_the_limit_is_refused(settings: LazySettings) -> None:
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    big = {"text": "政策" * 600_000, "name": "big"}
    page = browser_of(Role.EDITOR).post("/staff/import", big)
    assert page.status_code == 422
    assert not Source.objects.exists()
