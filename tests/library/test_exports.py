# SPDX-License-Identifier: Apache-2.0
"""Files out of the library, and what comes back with no change."""

from __future__ import annotations

import csv
import io
import json

import pytest
from lxml import etree

from tests.library.texts import EDITOR, LATER, NOBODY, NUMBER, READER, noted
from yiju.kernel.refusal import InvalidInput
from yiju.library.actions.deciding import correct_fact
from yiju.library.actions.deciding_table import bring_decisions
from yiju.library.exports.decisions import decisions_csv
from yiju.library.exports.documents import document_file, document_of
from yiju.library.models import Correction, Fact
from yiju.library.queries.document import DocumentPage, document_page
from yiju.office.access.roles import NotAllowed

pytestmark = pytest.mark.django_db


def the_page() -> DocumentPage:
    page = document_page(NOBODY, NUMBER)
    assert page is not None
    return page


def changed_table(column: str, change: dict[str, str]) -> bytes:
    """The exported table with some cells of a column written anew."""
    rows = list(csv.DictReader(io.StringIO(decisions_csv(the_page().facts).decode("utf-8-sig"))))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0].keys())
    writer.writeheader()
    for row in rows:
        row[column] = change.get(row["type"], row[column])
        writer.writerow(row)
    return text.getvalue().encode()


def test_a_document_is_valid_xml_with_all_its_words() -> None:
    noted()
    file = document_file(the_page(), "akn")
    words = "".join(etree.fromstring(file.content).itertext())
    assert file.name == f"{NUMBER}.xml" and "在线提交申报材料" in words


def test_a_document_is_markdown_with_its_title_and_headings() -> None:
    noted()
    text = document_file(the_page(), "md").content.decode()
    assert text.startswith("# 示例市经济和信息化局关于组织申报") and "申报条件" in text


def test_a_document_as_json_says_what_staff_corrected() -> None:
    noted()
    fact = Fact.objects.filter(type="deadline").order_by("position")[0]
    correct_fact(EDITOR, fact.pk, {**fact.payload, "on": "2026-12-11"}, at=LATER)
    value = json.loads(document_file(the_page(), "json").content)
    assert value["contract"] == 1
    corrected = [fact for fact in value["document"]["facts"] if fact["status"] == "corrected"]
    assert [fact["on"] for fact in corrected] == ["2026-12-11"]


def test_a_document_leaves_as_the_reader_read_it() -> None:
    noted()
    document = document_of(the_page())
    assert (document.id, len(document.clauses)) == (NUMBER, len(the_page().clauses))
    assert [fact.quote for fact in document.facts] == [fact.quote for fact in the_page().facts]


def test_an_exported_table_of_facts_comes_back_as_no_change() -> None:
    noted()
    table = decisions_csv(the_page().facts)
    assert table.startswith(b"\xef\xbb\xbf")
    assert bring_decisions(EDITOR, table, name="facts.csv", at=LATER) == 0
    assert not Correction.objects.exists() and decisions_csv(the_page().facts) == table


def test_a_changed_status_decides_and_a_changed_payload_corrects() -> None:
    noted()
    table = changed_table("status", {"deadline": "confirmed"})
    confirmed = bring_decisions(EDITOR, table, name="facts.csv", at=LATER)
    assert confirmed == Fact.objects.filter(type="deadline", status="confirmed").count() > 0
    date = json.dumps({"on": "2026-11-04", "what": "成文日期"})
    assert bring_decisions(EDITOR, changed_table("payload", {"date": date}), name="f", at=LATER)
    assert Fact.objects.get(type="date").status == "corrected"


@pytest.mark.parametrize(
    ("column", "change"),
    [
        ("status", {"deadline": "perhaps"}),
        ("anchor", {"deadline": "0" * 32}),
        ("payload", {"deadline": "{"}),
        ("payload", {"deadline": '{"on": 5}'}),
        ("status", {"deadline": "corrected"}),
    ],
)
def test_a_wrong_row_is_named_by_its_line_and_nothing_is_decided(
    column: str, change: dict[str, str]
) -> None:
    noted()
    table = changed_table(column, change)
    with pytest.raises(InvalidInput, match=r"facts\.csv:\d+"):
        bring_decisions(EDITOR, table, name="facts.csv", at=LATER)
    assert not Correction.objects.exists()


def test_a_quote_that_begins_like_a_formula_comes_back_as_it_was() -> None:
    noted()
    Fact.objects.filter(type="date").update(quote="=1+1")
    table = decisions_csv(the_page().facts)
    assert b"'=1+1" in table
    assert bring_decisions(EDITOR, table, name="facts.csv", at=LATER) == 0


def test_a_reader_brings_no_decisions() -> None:
    noted()
    with pytest.raises(NotAllowed):
        bring_decisions(READER, decisions_csv(the_page().facts), name="facts.csv", at=LATER)
