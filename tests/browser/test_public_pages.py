# SPDX-License-Identifier: Apache-2.0
"""Every public page, in both languages, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.looking import faults_of, fonts_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Opened = Callable[..., Page]
NOTICE = "/p/示政发〔2026〕19号"
MEASURES = "/p/示政办发〔2026〕27号!1"
PLACES = (
    "/",
    "/search",
    "/search?q=信用修复",
    "/search?q=没有这样的词",
    "/documents",
    "/documents?level=municipal",
    "/issues",
    "/deadlines",
    "/deadlines?month=2026-12",
    "/targets",
    "/duties",
    "/open-data",
    NOTICE,
    MEASURES,
    f"{MEASURES}/art_9",
    "/versions/示政发〔2026〕19号",
    "/about",
    "/guide",
    "/accessibility",
    "/privacy",
    "/account/login/",
)


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_page_is_sound(opened: Opened, language: str, width: int) -> None:
    page = opened(width=width)
    page.goto(f"/?lang={language}")
    assert page.locator("html").get_attribute("lang") == language
    faults = [fault for place in PLACES for fault in faults_of(page, place)]
    assert not faults, "\n".join(faults)


def test_a_page_that_is_not_there_is_sound_too(opened: Opened) -> None:
    assert not faults_of(opened(), "/nothing", status=404)


def test_rare_characters_are_drawn_in_the_chinese_form(opened: Opened) -> None:
    page = opened()
    page.goto("/")
    page.evaluate("document.querySelector('h1').innerHTML = '<span>龘靐齉爩直骨</span>'")
    assert fonts_of(page, "h1") == {"Noto Sans CJK SC"}


def test_pages_hold_together_at_twice_the_size(opened: Opened) -> None:
    page = opened(width=640)  # 1280 px at 200 %
    for place in ("/", NOTICE, "/deadlines", "/targets", "/search?q=信用"):
        page.goto(place)
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, place


def test_a_clause_is_found_and_cited_without_javascript(opened: Opened) -> None:
    page = opened(javascript=False)
    page.goto("/")
    page.fill("#home-search", "信用修复")
    page.press("#home-search", "Enter")
    page.locator("ol.list .title a").first.click()
    assert "信用" in page.locator("main").inner_text()
    assert "信用评价管理办法" in page.locator("#citation").input_value()


def test_the_keyboard_reaches_content_and_search(opened: Opened) -> None:
    page = opened()
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "跳到正文"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("id") == "home-search"
    page.keyboard.type("信用修复")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    assert page.locator("mark").first.inner_text() == "信用修复"


def test_the_print_leaves_text_and_citation_only(opened: Opened) -> None:
    page = opened()
    page.goto(NOTICE)
    page.emulate_media(media="print")
    for hidden in (".site-head", ".site-foot", ".tree", ".cite-link"):
        assert not page.locator(hidden).first.is_visible()
    assert page.locator("article.clauses").is_visible()
