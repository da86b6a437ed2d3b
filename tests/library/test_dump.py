# SPDX-License-Identifier: Apache-2.0
"""A dump brings everything back, and is the same bytes again."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.library.texts import AT, EDITOR, LATER, NOBODY, NOTICE, NUMBER, PUBLISHER, noted
from yiju.kernel.refusal import InvalidInput
from yiju.library.actions.correcting import correct_metadata
from yiju.library.actions.deciding import confirm_fact
from yiju.library.dump.loading import load_dump
from yiju.library.dump.tables import TABLES
from yiju.library.dump.writing import write_dump
from yiju.library.models import Document, Fact, SearchEntry, Source
from yiju.library.queries.search import search
from yiju.office.access.roles import NotAllowed

pytestmark = pytest.mark.django_db


def dumped() -> bytes:
    whole = BytesIO()
    write_dump(PUBLISHER, whole)
    return whole.getvalue()


def a_worked_on_library() -> bytes:
    noted()
    noted(NOTICE.replace("800万元", "600万元"), "changed.txt")
    confirm_fact(EDITOR, Fact.objects.order_by("pk")[0].pk, at=LATER)
    correct_metadata(EDITOR, NUMBER, {"kind": "公告"}, at=LATER)
    return dumped()


def emptied() -> None:
    SearchEntry.objects.all().delete()
    for table in reversed(TABLES):
        table._default_manager.all().delete()


def test_a_dump_loaded_and_dumped_again_is_the_same_bytes() -> None:
    before = a_worked_on_library()
    emptied()
    loaded = load_dump(PUBLISHER, BytesIO(before), name="a.zip", at=LATER)
    assert (loaded.documents, loaded.sources) == (1, 2)
    assert dumped() == before


def test_a_loaded_library_is_found_corrected_and_goes_on() -> None:
    before = a_worked_on_library()
    emptied()
    load_dump(PUBLISHER, BytesIO(before), name="a.zip", at=LATER)
    assert search(NOBODY, "在线提交").paging.count == 1
    assert Document.objects.get().kind == "公告"
    other = NOTICE.replace("58号", "60号").replace("技术改造", "节能降碳")
    assert noted(other, "other.txt").documents[0].outcome == "new"


def test_a_library_that_holds_something_takes_no_dump() -> None:
    before = a_worked_on_library()
    with pytest.raises(InvalidInput, match="not empty"):
        load_dump(PUBLISHER, BytesIO(before), name="a.zip", at=LATER)


def rewritten(dump: bytes, member: str, old: bytes, new: bytes) -> BytesIO:
    """A dump in which some bytes of one member are other bytes."""
    whole = BytesIO()
    with ZipFile(BytesIO(dump)) as source, ZipFile(whole, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith(member):
                assert old in content
                content = content.replace(old, new)
            target.writestr(name, content)
    return whole


@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("manifest.json", b"yiju library", b"something"),
        ("manifest.json", b'"quote"', b'"words"'),
        ("tables/clause.jsonl", b"]\n", b"\n"),
        ("tables/document.jsonl", b"2026-11-20", b"2026-99-20"),
        ("tables/clause.jsonl", b'"l1_1"', b'"l1_2"'),
        ("sources/", "技术改造".encode(), "技术改变".encode()),
    ],
)
def test_a_damaged_dump_is_refused_and_leaves_nothing(member: str, old: bytes, new: bytes) -> None:
    damaged = rewritten(a_worked_on_library(), member, old, new)
    emptied()
    with pytest.raises(InvalidInput):
        load_dump(PUBLISHER, damaged, name="a.zip", at=LATER)
    assert not Source.objects.exists() and not Document.objects.exists()


def test_what_is_no_dump_is_refused() -> None:
    with pytest.raises(InvalidInput, match="no whole dump"):
        load_dump(PUBLISHER, BytesIO(b"PK\x03\x04 and then nothing"), name="a.zip", at=AT)


def test_neither_the_public_nor_a_reader_loads_a_dump() -> None:
    with pytest.raises(NotAllowed):
        load_dump(NOBODY, BytesIO(b""), name="a.zip", at=AT)
    with pytest.raises(NotAllowed):
        write_dump(NOBODY, BytesIO())
