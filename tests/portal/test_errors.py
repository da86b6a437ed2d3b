# SPDX-License-Identifier: Apache-2.0
"""Pages for requests that come to nothing say what to do, inside the frame of the site."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory

from yiju.portal import errors

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "place",
    [
        "/nothing",
        "/p/没有〔2020〕1号",
        "/p/没有〔2020〕1号/art_1",
        "/issues/99",
        "/documents?year=x",
    ],
)
def test_what_does_not_exist_is_answered_with_404_and_a_search(client: Client, place: str) -> None:
    page = client.get(place)
    assert page.status_code == 404
    assert 'role="search"' in page.content.decode()


def test_the_page_for_our_own_faults_stands_alone() -> None:
    page = errors.broken(RequestFactory().get("/"))
    assert page.status_code == 500
    assert "系统出错了" in page.content.decode()


def test_a_form_that_came_from_elsewhere_is_refused_with_a_remedy() -> None:
    browser = Client(enforce_csrf_checks=True)
    page = browser.post("/account/login/", {"login": "a", "password": "b"})
    assert page.status_code == 403
    assert "刷新后重新提交" in page.content.decode()
