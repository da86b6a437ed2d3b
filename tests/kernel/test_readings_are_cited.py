# SPDX-License-Identifier: Apache-2.0
"""What the reader names, the kernel can read: every clause of our sample bulletin can be cited."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files

from yiju.kernel.citation import citation
from yiju.kernel.clause_ref import parse_ref, parse_url_path
from yiju.kernel.document_id import normal_document
from yiju.library.reading.model import Node
from yiju.library.reading.pipeline import read_text

TEXT = files("yiju.samples").joinpath("bulletin-sample.txt").read_text("utf-8")
READING = read_text(TEXT, name="sample", sha256=hashlib.sha256(TEXT.encode()).hexdigest())


def nodes(found: tuple[Node, ...]) -> Iterator[Node]:
    for node in found:
        yield node
        yield from nodes(node.children)


def test_every_clause_of_a_reading_has_a_reference_an_address_and_a_citation() -> None:
    refs = [f"{d.id}#{node.path}" for d in READING.documents for node in nodes(d.clauses)]
    assert len(refs) > 50
    for written in refs:
        ref = parse_ref(written)
        assert str(ref) == written
        assert parse_url_path(ref.url_path) == ref
        assert citation(ref) != ref.document


def test_every_document_of_a_reading_bears_its_normal_name() -> None:
    assert all(normal_document(document.id) == document.id for document in READING.documents)


def test_every_fact_of_a_reading_names_a_clause() -> None:
    cited = {fact.clause for document in READING.documents for fact in document.facts}
    assert cited
    assert all(str(parse_ref(clause)) == clause for clause in cited)
