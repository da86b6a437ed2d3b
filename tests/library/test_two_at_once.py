# SPDX-License-Identifier: Apache-2.0
"""Two people work at the same moment: one document, one source, one state of the library."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection

from tests.library.texts import NOTICE, PUBLISHER, noted
from yiju.library.actions.importing import ImportResult
from yiju.library.dump.writing import write_dump
from yiju.library.models import Document, Source, Version

pytestmark = pytest.mark.django_db(transaction=True)


def _in_a_thread(text: str, name: str) -> ImportResult:
    try:
        return noted(text, name)
    finally:
        connection.close()


def test_the_same_file_imported_by_two_at_once_is_there_once() -> None:
    with ThreadPoolExecutor(4) as people:
        results = list(people.map(lambda n: _in_a_thread(NOTICE, f"{n}.txt"), range(4)))
    assert sorted(result.already for result in results) == [False, True, True, True]
    assert Source.objects.count() == Version.objects.count() == 1


def test_two_bulletins_with_one_document_imported_at_once_make_one_document() -> None:
    texts = [NOTICE, NOTICE.replace("\n", "\n\n")]
    with ThreadPoolExecutor(2) as people:
        list(people.map(_in_a_thread, texts, ["one.txt", "two.txt"]))
    assert Document.objects.count() == Version.objects.count() == 1
    assert Source.objects.count() == 2


class _InterruptedFile(BytesIO):
    """A file during whose writing somebody else imports a notice."""

    interrupted = False

    def write(self, given: object) -> int:
        if not self.interrupted:
            self.interrupted = Source.objects.count() == 1  # the dump's first look
            other = NOTICE.replace("58号", "60号").replace("技术改造", "节能降碳")
            with ThreadPoolExecutor(1) as people:
                people.submit(_in_a_thread, other, "other.txt").result()
        return super().write(given)  # type: ignore[arg-type]


@pytest.mark.databases("postgres")  # on SQLite who writes waits for the dump to end
def test_a_dump_holds_the_library_of_one_moment_whatever_comes_in_meanwhile() -> None:
    noted()
    file = _InterruptedFile()
    write_dump(PUBLISHER, file)
    manifest = json.loads(ZipFile(file).read("manifest.json"))
    rows = {name: table["rows"] for name, table in manifest["tables"].items()}
    assert (rows["source"], rows["document"], rows["version"]) == (1, 1, 1)
    assert Source.objects.count() == 2
