# SPDX-License-Identifier: Apache-2.0
"""Pages ask the database a bounded number of questions, and none while they are written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.template import Template
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import browser_of, import_sample
from yiju.library.models import Source
from yiju.office.access.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.databases("sqlite")]

MOST = {
    "/": 12,
    "/search?q=信用": 8,
    "/documents": 10,
    "/issues": 4,
    "/deadlines": 10,
    "/targets": 6,
    "/duties": 8,
    "/p/示政发〔2026〕19号": 16,
    "/p/示政办发〔2026〕27号!1/art_9": 10,
    "/versions/示政发〔2026〕19号": 16,
}


@contextmanager
def silent_while_writing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Makes any query during the rendering of a template fail."""
    render = Template.render

    def refuse(*_: object) -> object:
        raise AssertionError("a query while a template was rendered")

    def guarded(template: Template, *arguments: object) -> object:
        with connection.execute_wrapper(refuse):
            return render(template, *arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Template, "render", guarded)
        yield


@pytest.mark.parametrize("place", MOST)
def test_a_public_page_asks_few_questions_and_none_while_it_is_written(
    client: Client, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_sample()
    with CaptureQueriesContext(connection) as asked, silent_while_writing(monkeypatch):
        assert client.get(place).status_code == 200
    assert len(asked) <= MOST[place], [query["sql"][:120] for query in asked]


def test_the_review_asks_as_often_for_ten_documents_as_for_one() -> None:
    import_sample(publish=False)
    browser = browser_of(Role.EDITOR)
    place = f"/staff/sources/{Source.objects.get().pk}"
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(place).status_code == 200
    assert len(asked) <= 26, [query["sql"][:120] for query in asked]
