# SPDX-License-Identifier: Apache-2.0
"""What programs take: calendars, feeds, tables and documents as files."""

from __future__ import annotations

import csv
import io
from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import Client
from icalendar import Calendar, Event

from tests.cast import import_sample
from tests.library.texts import AT, EDITOR
from yiju.library.actions.deciding import confirm_fact, correct_fact
from yiju.library.models import Fact

pytestmark = [pytest.mark.django_db, pytest.mark.databases("sqlite")]

NUMBER = "示政发〔2026〕19号"
ATOM = {"atom": "http://www.w3.org/2005/Atom"}


@pytest.fixture(autouse=True)
def library() -> None:
    import_sample()


def exact_deadline() -> Fact:
    facts = Fact.objects.filter(type="deadline", payload__until=None)
    return next(fact for fact in facts if len(fact.payload["on"] or "") == len("2026-12-10"))


def event_of(client: Client, fact: Fact) -> Event:
    feed = Calendar.from_ical(client.get("/deadlines.ics").content)
    (event,) = (each for each in feed.walk("VEVENT") if each["UID"].startswith(fact.anchor))
    return event


def test_every_dated_deadline_is_in_the_calendar_and_none_twice(client: Client) -> None:
    feed = Calendar.from_ical(client.get("/deadlines.ics").content)
    uids = [str(event["UID"]) for event in feed.walk("VEVENT")]
    dated = Fact.objects.filter(type="deadline").exclude(day=None)
    assert len(uids) == len(set(uids)) == dated.count() > 0


def test_an_unconfirmed_deadline_is_tentative_until_staff_confirm_it(client: Client) -> None:
    fact = exact_deadline()
    before = event_of(client, fact)
    assert before["STATUS"] == "TENTATIVE" and "（待核）｜" in before["SUMMARY"]
    confirm_fact(EDITOR, fact.pk, at=AT)
    after = event_of(client, fact)
    assert after["STATUS"] == "CONFIRMED" and "（待核）" not in after["SUMMARY"]


def test_a_deadline_that_moves_keeps_its_uid_and_counts_up_its_sequence(client: Client) -> None:
    fact = exact_deadline()
    before = event_of(client, fact)
    correct_fact(EDITOR, fact.pk, {**fact.payload, "on": "2027-03-01"}, at=AT)
    after = event_of(client, fact)
    assert after["UID"] == before["UID"]
    assert after.decoded("SEQUENCE") > before.decoded("SEQUENCE")
    assert after.decoded("DTSTART") == date(2027, 3, 1)


def test_the_feeds_of_documents_and_issues_lead_to_their_pages(client: Client) -> None:
    for feed, entries in (("/documents.atom", 7), ("/issues.atom", 1)):
        root = ElementTree.fromstring(client.get(feed).content)
        links = root.findall("atom:entry/atom:link", ATOM)
        assert len(links) == entries
        assert {client.get(link.attrib["href"]).status_code for link in links} == {200}
        assert len(root.findall("atom:entry/atom:updated", ATOM)) == entries


def test_the_sitemap_names_every_public_document(client: Client) -> None:
    listed = client.get("/documents?format=json").json()["rows"]
    assert client.get("/sitemap.xml").content.decode().count("/p/") == len(listed) == 7


@pytest.mark.parametrize("place", ["documents", "issues", "deadlines", "targets", "duties"])
def test_a_table_has_the_same_rows_as_csv_and_as_json(client: Client, place: str) -> None:
    written = client.get(f"/{place}?month=all&format=csv").content.decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"))))
    listed = client.get(f"/{place}?month=all&format=json").json()["rows"]
    assert written.startswith("\ufeff")
    assert len(rows) == len(listed) > 0
    assert [list(row) for row in rows] == [list(row) for row in listed]


def test_a_download_is_narrowed_as_the_page_is(client: Client) -> None:
    rows = client.get("/documents?level=provincial&format=json").json()["rows"]
    assert {row["level"] for row in rows} == {"provincial"}


@pytest.mark.parametrize("form", ["md", "akn", "json"])
def test_a_document_can_be_had_as_a_file_without_telephone_numbers(
    client: Client, form: str
) -> None:
    answer = client.get(f"/files/{form}/{NUMBER}")
    assert answer.status_code == 200
    assert "绿色低碳园区" in answer.content.decode()
    assert answer["content-disposition"].startswith("attachment")


def test_a_file_of_an_unknown_form_is_not_there(client: Client) -> None:
    assert client.get(f"/files/exe/{NUMBER}").status_code == 404
