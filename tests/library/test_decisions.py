# SPDX-License-Identifier: Apache-2.0
"""What staff decide: kept through new readings, recorded, and counted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.library.texts import AT, EDITOR, LATER, NOBODY, NOTICE, NUMBER, PUBLISHER, READER, noted
from yiju.kernel.refusal import InvalidInput
from yiju.library.actions.correcting import choose_version, correct_metadata, set_state
from yiju.library.actions.deciding import (
    add_fact,
    confirm_fact,
    correct_fact,
    judge_finding,
    reject_fact,
    reopen_fact,
)
from yiju.library.actions.naming import dismiss_unit_name, name_unit
from yiju.library.actions.recording import NotInLibrary
from yiju.library.models import Clause, Fact, Finding
from yiju.library.queries.deadlines import deadline_list
from yiju.library.queries.document import DocumentPage, document_page
from yiju.library.queries.duties import duty_list, unit_queue
from yiju.library.queries.statistics import proposal_accuracy
from yiju.office.access.roles import NotAllowed
from yiju.office.journal.models import Entry

pytestmark = pytest.mark.django_db

CHANGED = NOTICE.replace("总投资不低于800万元", "总投资不低于600万元")


def the_fact(kind: str) -> Fact:
    return Fact.objects.filter(type=kind, version__is_current=True).order_by("position")[0]


def the_page() -> DocumentPage:
    page = document_page(NOBODY, NUMBER)
    assert page is not None
    return page


def test_a_confirmed_fact_stays_confirmed_when_other_words_of_the_document_change() -> None:
    noted()
    confirm_fact(EDITOR, the_fact("deadline").pk, at=LATER)
    noted(CHANGED, "changed.txt")
    fact = the_fact("deadline")
    assert fact.version.number == 2
    assert (fact.status, fact.decided_by, fact.decided_at) == ("confirmed", EDITOR.party, LATER)


def test_a_corrected_fact_says_what_staff_said_in_the_next_version_too() -> None:
    noted()
    fact = the_fact("deadline")
    correct_fact(EDITOR, fact.pk, {**fact.payload, "on": "2026-12-11"}, at=LATER)
    noted(CHANGED, "changed.txt")
    (row,) = deadline_list(NOBODY, month="2026-12").rows
    assert row.day == "2026-12-11" and row.status == "corrected" and not row.provisional
    assert row.proposed is not None and row.proposed["on"] == "2026-12-10"


def test_a_rejected_fact_is_shown_to_nobody_and_can_be_opened_again() -> None:
    noted()
    fact = the_fact("deadline")
    reject_fact(EDITOR, fact.pk, at=LATER)
    assert fact.pk not in {row.key for row in the_page().facts}
    reopen_fact(EDITOR, fact.pk, at=LATER)
    assert fact.pk in {row.key for row in the_page().facts}


def test_a_decision_on_words_that_changed_waits_anew() -> None:
    noted()
    confirm_fact(EDITOR, the_fact("deadline").pk, at=LATER)
    noted(NOTICE.replace("2026年12月10日前", "2026年12月15日前"), "changed.txt")
    fact = the_fact("deadline")
    assert (fact.status, fact.day) == ("proposed", "2026-12-15")


def test_a_fact_that_staff_added_is_there_in_the_next_version() -> None:
    noted()
    clause = Clause.objects.get(path="l1_1/l2_2")
    payload = {
        "subject": "项目", "comparison": ">=", "value": "800", "unit": "万元", "group": None,
    }  # fmt: skip
    add_fact(EDITOR, clause.pk, type_="threshold", quote="800万元", payload=payload, at=LATER)
    noted(NOTICE.replace("12月10日", "12月12日"), "changed.txt")
    added = Fact.objects.filter(version__is_current=True, proposed__isnull=True)
    assert [(fact.quote, fact.payload["value"]) for fact in added] == [("800万元", "800")]


@pytest.mark.parametrize(
    "payload",
    [
        {"on": "2026-12-10"},
        {"on": 5, "until": None, "relation": "before", "what": None, "who": None},
        {"on": None, "until": None, "relation": "soon", "what": None, "who": None},
        {"on": None, "until": None, "relation": "on", "what": None, "who": None, "colour": "red"},
    ],
)
def test_a_correction_that_the_contract_does_not_know_is_refused(payload: dict[str, str]) -> None:
    noted()
    fact = the_fact("deadline")
    with pytest.raises(InvalidInput):
        correct_fact(EDITOR, fact.pk, payload, at=LATER)
    fact.refresh_from_db()
    assert fact.status == "proposed"


def test_a_quote_that_does_not_stand_in_the_clause_makes_no_fact() -> None:
    noted()
    clause = Clause.objects.get(path="l1_1/l2_2")
    payload = {"value": "900", "unit": "万元", "what": None}
    with pytest.raises(InvalidInput, match="does not stand"):
        add_fact(EDITOR, clause.pk, type_="money", quote="900万元", payload=payload, at=LATER)


def test_corrected_properties_outlive_a_new_version() -> None:
    noted()
    properties = {"title": "改正的题目", "issuers": ["示例省人民政府"], "dated_on": None}
    correct_metadata(EDITOR, NUMBER, properties, at=LATER)
    noted(CHANGED, "changed.txt")
    card = the_page().card
    assert (card.title, card.issuers, card.dated_on) == ("改正的题目", ("示例省人民政府",), None)
    assert card.level == "provincial"


@pytest.mark.parametrize(
    "properties",
    [{"colour": "red"}, {"level": "high"}, {"dated_on": "yesterday"}, {"issuers": "one"}],
)
def test_a_property_that_cannot_be_is_refused(properties: dict[str, str]) -> None:
    noted()
    with pytest.raises(InvalidInput):
        correct_metadata(EDITOR, NUMBER, properties, at=LATER)


def test_only_a_publisher_retires_a_document_and_it_stays_readable() -> None:
    noted()
    with pytest.raises(NotAllowed):
        set_state(EDITOR, NUMBER, "repealed", at=LATER)
    set_state(PUBLISHER, NUMBER, "repealed", at=LATER)
    assert the_page().card.state == "repealed" and the_page().clauses


def test_the_version_that_staff_chose_stays_when_others_come() -> None:
    noted()
    noted(CHANGED, "changed.txt")
    choose_version(EDITOR, NUMBER, 1, at=LATER)
    noted(NOTICE.replace("800万元", "700万元"), "third.txt")
    assert the_page().version == 1 and len(the_page().versions) == 3


def test_a_judged_finding_stays_judged_in_a_new_reading_of_the_document() -> None:
    damaged = NOTICE.replace("〔2026〕", "〔2026】")
    noted(damaged)
    finding = Finding.objects.get()
    judge_finding(EDITOR, finding.pk, accept=True, at=LATER)
    assert the_page().accepted_findings == (finding.message,)
    noted(damaged.replace("800万元", "600万元"), "changed.txt")
    assert the_page().version == 2 and the_page().accepted_findings == (finding.message,)


def test_how_often_proposals_were_right_is_counted_by_type() -> None:
    noted()
    periods = Fact.objects.filter(type="period").order_by("pk")
    confirm_fact(EDITOR, periods[0].pk, at=LATER)
    reject_fact(EDITOR, periods[1].pk, at=LATER)
    counted = {row.type: row for row in proposal_accuracy(READER)}
    assert counted["period"].right_per_cent == Decimal("50.0")
    assert counted["deadline"].right_per_cent is None
    assert proposal_accuracy(NOBODY) == ()


def test_an_unknown_unit_waits_in_the_queue_until_somebody_names_it() -> None:
    noted()
    assert [row.name for row in unit_queue(EDITOR)] == ["市经信局", "市财政局"]
    assert unit_queue(NOBODY) == ()
    name_unit(EDITOR, "市经信局", unit="示例市经济和信息化局", at=LATER)
    assert [row.name for row in unit_queue(EDITOR)] == ["市财政局"]
    duties = duty_list(NOBODY, unit="示例市经济和信息化局")
    assert [row.written for row in duties.rows] == ["市经信局", "市经信局"]


def test_a_named_unit_is_known_in_the_next_import() -> None:
    noted()
    name_unit(EDITOR, "市经信局", unit="示例市经济和信息化局", at=LATER)
    noted(CHANGED, "changed.txt")
    assert {row.unit for row in duty_list(NOBODY).rows} == {"示例市经济和信息化局", None}


def test_a_name_that_names_no_unit_leaves_the_queue() -> None:
    noted()
    dismiss_unit_name(EDITOR, "市财政局", at=LATER)
    assert [row.name for row in unit_queue(EDITOR)] == ["市经信局"]
    with pytest.raises(NotInLibrary):
        dismiss_unit_name(EDITOR, "不在队列", at=LATER)


def test_readers_and_the_public_decide_nothing() -> None:
    noted()
    fact = the_fact("deadline").pk
    for actor in (READER, NOBODY):
        with pytest.raises(NotAllowed):
            confirm_fact(actor, fact, at=AT)
        with pytest.raises(NotAllowed):
            correct_metadata(actor, NUMBER, {"kind": "办法"}, at=AT)
        with pytest.raises(NotAllowed):
            name_unit(actor, "市经信局", unit="某局", at=AT)


def test_every_decision_is_in_the_journal_with_who_and_what() -> None:
    noted()
    confirm_fact(EDITOR, the_fact("deadline").pk, at=LATER)
    entry = Entry.objects.filter(stream=f"document/{NUMBER}").order_by("-sequence")[0]
    assert (entry.kind, entry.actor, entry.at) == ("fact_decided", EDITOR.party, LATER)
    assert '"status":"confirmed"' in entry.body
