# SPDX-License-Identifier: Apache-2.0
"""Our own short laws and notices, each beside what an official would say stands in it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.reading.invariants import broken_promises, read
from tests.reading.scoring import tree_key, value_of
from tests.reading.tally import nodes_of, plain
from yiju.library.reading.model import Document, Fact, Reading

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.txt"))
PROPERTIES = ("id", "title", "number", "kind", "dated_on", "effective_on", "complete", "part_of")
Expected = dict[str, Any]  # a TOML table


def sample(path: Path) -> tuple[Reading, Expected]:
    """The reading of a sample, and what is expected of it."""
    expected = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    return read(path.read_text("utf-8"), path.name), expected


def by_name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", SAMPLES, ids=by_name)
def test_a_sample_is_read_without_a_broken_promise(path: Path) -> None:
    text = path.read_text("utf-8")
    assert broken_promises(text, read(text)) == []


@pytest.mark.parametrize("path", SAMPLES, ids=by_name)
def test_a_sample_has_the_properties_that_its_text_states(path: Path) -> None:
    reading, expected = sample(path)
    assert len(reading.documents) == len(expected["document"])
    for document, wanted in zip(reading.documents, expected["document"], strict=True):
        assert properties(document, wanted) == wanted_properties(wanted)


def properties(document: Document, wanted: Expected) -> Expected:
    """The properties of a document that its sample names."""
    given = {name: comparable(getattr(document, name)) for name in PROPERTIES if name in wanted}
    if "issuers" in wanted:
        given["issuers"] = [plain(issuer) for issuer in document.issuers]
    if "annexes" in wanted:
        given["annexes"] = [plain(annex.title) for annex in document.annexes]
    return given


def wanted_properties(wanted: Expected) -> Expected:
    names = (*PROPERTIES, "issuers", "annexes")
    return {name: comparable(wanted[name]) for name in names if name in wanted}


def comparable(value: Any) -> Any:
    """Words without blanks and in one width; the rest as it is."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    return plain(value) if isinstance(value, str) else value


@pytest.mark.parametrize("path", SAMPLES, ids=by_name)
def test_a_sample_has_the_clauses_that_an_official_sees(path: Path) -> None:
    reading, expected = sample(path)
    for document, wanted in zip(reading.documents, expected["document"], strict=True):
        given = [
            (tree_key(node.path, "")[0], plain(node.heading), plain(node.text))
            for node in nodes_of(document.clauses)
        ]
        assert given == [
            (clause["path"], plain(clause.get("heading")), plain(clause.get("text")))
            for clause in wanted["clause"]
        ]


@pytest.mark.parametrize("path", SAMPLES, ids=by_name)
def test_the_labels_of_a_sample_keep_their_marks(path: Path) -> None:
    reading, expected = sample(path)
    for document, wanted in zip(reading.documents, expected["document"], strict=True):
        labels = {node.path: plain(node.label) for node in nodes_of(document.clauses)}
        for clause in wanted["clause"]:
            if "label" in clause:
                assert labels[clause["path"]] == plain(clause["label"])


@pytest.mark.parametrize("path", SAMPLES, ids=by_name)
def test_the_facts_of_a_sample_are_found_in_their_clauses(path: Path) -> None:
    reading, expected = sample(path)
    for document, wanted in zip(reading.documents, expected["document"], strict=True):
        for fact in wanted.get("fact", []):
            assert any(states(found, fact, document) for found in document.facts), fact


def states(found: Fact, wanted: Expected, document: Document) -> bool:
    """Whether a fact read has the type, the clause and the values that are expected."""
    clause = found.clause.removeprefix(f"{document.id}#")
    if (found.type, clause) != (wanted["type"], wanted["clause"]):
        return False
    for key, value in wanted.items():
        if key == "target":
            value = f"{document.id}#{value}"
        if key == "units":
            value = tuple(sorted((name, role) for name, role in value))
        if key not in ("type", "clause") and value_of(found, key) != comparable(value):
            return False
    return True


@pytest.mark.parametrize("path", SAMPLES, ids=by_name)
def test_the_findings_of_a_sample_are_made(path: Path) -> None:
    reading, expected = sample(path)
    made = {finding.type for document in reading.documents for finding in document.findings}
    made |= {finding.type for finding in reading.findings}
    assert set(expected["document"][0].get("findings", [])) <= made
