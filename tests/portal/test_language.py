# SPDX-License-Identifier: Apache-2.0
"""The interface speaks Chinese first, English on request, and remembers."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_page_is_chinese_whatever_the_browser_prefers(client: Client) -> None:
    page = client.get("/about", headers={"accept-language": "en"})
    assert b'<html lang="zh-CN">' in page.content


def test_a_page_is_english_when_the_address_asks_for_it(client: Client) -> None:
    page = client.get("/about?lang=en")
    assert b'<html lang="en">' in page.content


def test_the_choice_of_language_is_remembered(client: Client) -> None:
    client.get("/about?lang=en")
    assert b'<html lang="en">' in client.get("/guide").content
    client.get("/guide?lang=zh-CN")
    assert b'<html lang="zh-CN">' in client.get("/about").content


def test_an_unknown_language_changes_nothing(client: Client) -> None:
    page = client.get("/about?lang=tlh")
    assert b'<html lang="zh-CN">' in page.content
    assert not page.cookies


def test_the_switch_keeps_the_filter_of_a_list(client: Client) -> None:
    page = client.get("/documents?year=2025")
    assert b'href="/documents?year=2025&amp;lang=en"' in page.content


def test_reading_sets_no_cookie(client: Client) -> None:
    for place in ("/", "/search?q=a", "/search?q=信用", "/documents", "/about"):
        assert not client.get(place).cookies
