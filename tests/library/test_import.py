# SPDX-License-Identifier: Apache-2.0
"""Import: everything of a file or nothing, each document once, each change of words a version."""

from __future__ import annotations

import pytest
from django.db import DatabaseError

from tests.library.texts import AT, EDITOR, NOBODY, NOTICE, NUMBER, PUBLISHER, noted
from yiju.kernel.refusal import InvalidInput
from yiju.library.actions import importing
from yiju.library.actions.importing import import_source
from yiju.library.models import Appearance, Clause, Document, Fact, SearchEntry, Source, Version
from yiju.library.queries.difference import difference_page
from yiju.library.queries.document import document_page
from yiju.library.reading.pipeline import read_text
from yiju.office.access.roles import NotAllowed
from yiju.office.journal.models import Entry

pytestmark = pytest.mark.django_db

CHANGED = NOTICE.replace("不低于800万元", "不低于600万元")


def test_an_imported_notice_is_found_under_its_number_with_its_clauses_and_facts() -> None:
    (document,) = noted().documents
    page = document_page(NOBODY, NUMBER)
    assert document.ref == NUMBER and document.outcome == "new"
    assert page is not None and page.card.level == "municipal" and page.card.year == 2026
    assert [clause.heading for clause in page.clauses][-3:] == ["申报条件", "申报程序", "工作要求"]
    assert {fact.type for fact in page.facts} >= {"deadline", "period", "duty"}


def test_the_same_bytes_are_imported_once() -> None:
    first = noted()
    again = noted(name="another name.txt")
    assert not first.already and again.already
    assert (again.source, again.documents[0].ref) == (first.source, NUMBER)
    assert Source.objects.count() == Version.objects.count() == 1


def test_the_same_words_in_another_file_are_one_document_with_two_sources() -> None:
    noted()
    again = noted(NOTICE.replace("\n", "\n\n"), "saved page.txt")
    assert again.documents[0].outcome == "same_words"
    assert Document.objects.count() == Version.objects.count() == 1
    page = document_page(NOBODY, NUMBER)
    assert page is not None and [source.name for source in page.sources] == [
        "notice.txt",
        "saved page.txt",
    ]


def test_changed_words_are_a_new_version_and_the_other_clauses_keep_their_hash() -> None:
    noted()
    (document,) = noted(CHANGED, "changed.txt").documents
    assert (document.outcome, document.version) == ("new_version", 2)
    old, new = (
        dict(Clause.objects.filter(version__number=n).values_list("path", "hash")) for n in (1, 2)
    )
    assert {path for path in old if old[path] != new[path]} == {"l1_1/l2_2"}


def test_the_difference_of_two_versions_names_the_words_that_changed() -> None:
    noted()
    noted(CHANGED, "changed.txt")
    page = difference_page(NOBODY, NUMBER, old=1, new=2)
    assert page is not None
    (changed,) = [clause for clause in page.clauses if clause.change != "same"]
    assert changed.new_path == "l1_1/l2_2"
    assert [(p.text, p.stands) for p in changed.pieces if p.stands != "both"] == [
        ("8", "old"),
        ("6", "new"),
    ]


def test_a_cut_text_does_not_take_the_place_of_a_whole_one() -> None:
    noted()
    cut = NOTICE[: NOTICE.index("二、申报程序") + 30]
    noted(cut, "cut.txt")
    page = document_page(NOBODY, NUMBER)
    assert page is not None and page.version == 1 and len(page.versions) == 2


def test_a_document_that_lost_its_number_is_recognised_by_title_and_clauses() -> None:
    noted()
    (document,) = noted(NOTICE.replace(f"{NUMBER}\n", ""), "no number.txt").documents
    assert document.ref == NUMBER
    assert Document.objects.count() == 1


def test_another_notice_of_the_same_office_is_a_document_of_its_own() -> None:
    noted()
    other = NOTICE.replace("58号", "59号").replace("技术改造", "节能降碳")
    assert noted(other, "other.txt").documents[0].outcome == "new"
    assert Document.objects.count() == 2


def test_a_failure_in_the_middle_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> int:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(importing, "store_findings", fails)
    with pytest.raises(DatabaseError):
        noted()
    for table in (Source, Document, Version, Clause, Fact, Appearance, SearchEntry, Entry):
        assert not table.objects.exists()


def test_what_cannot_be_read_is_refused_and_nothing_is_written() -> None:
    with pytest.raises(InvalidInput):
        import_source(PUBLISHER, name="empty.txt", content=b"", at=AT)
    assert not Source.objects.exists()


def test_the_public_cannot_import_and_an_editor_cannot_publish_while_importing() -> None:
    content = NOTICE.encode()
    with pytest.raises(NotAllowed):
        import_source(NOBODY, name="notice.txt", content=content, at=AT)
    with pytest.raises(NotAllowed):
        import_source(EDITOR, name="notice.txt", content=content, at=AT, publish=True)


def test_an_import_tells_how_far_it_is() -> None:
    told: list[tuple[str, int, int]] = []
    import_source(
        PUBLISHER,
        name="notice.txt",
        content=NOTICE.encode(),
        at=AT,
        progress=lambda stage, done, of: told.append((stage, done, of)),
    )
    assert told[0] == ("reading", 0, 1) and told[-1] == ("storing", 1, 1)


def test_stored_clauses_are_those_of_the_reading() -> None:
    noted()
    (document,) = read_text(NOTICE, name="notice.txt", sha256="0" * 64).documents
    page = document_page(PUBLISHER, NUMBER)
    assert page is not None
    assert [(c.path, c.text, c.start, c.end) for c in page.clauses] == [
        (n.path, n.text, n.start, n.end) for n in document.clauses
    ]


def test_every_import_is_in_the_journal_of_the_source_and_of_the_document() -> None:
    result = noted()
    streams = set(Entry.objects.values_list("stream", "kind"))
    assert (f"source/{result.sha256}", "source_imported") in streams
    assert (f"document/{NUMBER}", "document_imported") in streams
