# SPDX-License-Identifier: Apache-2.0
"""Two people import at the same moment: one document, one source, no error."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.library.texts import NOTICE, noted
from yiju.library.actions.importing import ImportResult
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
