# SPDX-License-Identifier: Apache-2.0
"""The English interface is whole: compiled as written, and no Chinese but that of the policies."""

from __future__ import annotations

import ast
import re
from gettext import GNUTranslations
from importlib.resources import files

import pytest
from django.test import Client
from lxml import html

from tests.cast import browser_of, import_sample
from yiju.library.models import Source
from yiju.office.access.roles import Role

CATALOGUE = files("yiju.portal").joinpath("locale/en/LC_MESSAGES")
STRING = r'(?:"(?:[^"\\]|\\.)*"\s*)+'
MESSAGE = re.compile(
    rf"^msgid ({STRING})(?:msgid_plural {STRING}msgstr\[0\] ({STRING})|msgstr ({STRING}))", re.M
)
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
UNTAGGED = "//body//text()[not(ancestor::*[@lang='zh-CN']) and not(ancestor::script)]"
PLACES = (
    "/",
    "/search?q=信用",
    "/documents",
    "/issues",
    "/deadlines?month=2026-12",
    "/targets",
    "/duties",
    "/open-data",
    "/p/示政发〔2026〕19号",
    "/p/示政发〔2026〕19号/l1_1",
    "/versions/示政发〔2026〕19号",
    "/about",
    "/guide",
    "/accessibility",
    "/privacy",
    "/nothing",
    "/account/login/",
)
STAFF_PLACES = ("/staff/", "/staff/import", "/staff/sources", "/staff/units")


def unquoted(strings: str) -> str:
    return "".join(ast.literal_eval(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', strings))


def test_the_compiled_catalogue_says_what_the_written_one_says() -> None:
    written = CATALOGUE.joinpath("django.po").read_text("utf-8")
    with CATALOGUE.joinpath("django.mo").open("rb") as file:
        compiled = GNUTranslations(file)
    messages = [(unquoted(m[1]), unquoted(m[2] or m[3])) for m in MESSAGE.finditer(written)]
    assert len(messages) > 300
    for message, said in messages[1:]:
        assert said, message
        assert said in (compiled.gettext(message), compiled.ngettext(message, message, 1)), message


def untagged_chinese(page: bytes) -> list[str]:
    """The Chinese of a page that is not marked as such."""
    texts = html.fromstring(page.decode()).xpath(UNTAGGED)
    return [found for text in texts for found in CHINESE.findall(text)]


@pytest.mark.django_db
@pytest.mark.databases("sqlite")
def test_an_english_page_has_no_chinese_but_that_of_the_policies(client: Client) -> None:
    import_sample()
    client.get("/?lang=en")
    left = {place: untagged_chinese(client.get(place).content) for place in PLACES}
    assert {place: words for place, words in left.items() if words} == {}


@pytest.mark.django_db
@pytest.mark.databases("sqlite")
def test_an_english_staff_page_has_no_chinese_but_that_of_the_policies() -> None:
    import_sample(publish=False)
    browser = browser_of(Role.PUBLISHER)
    places = (*STAFF_PLACES, f"/staff/sources/{Source.objects.get().pk}")
    browser.get("/?lang=en")
    left = {place: untagged_chinese(browser.get(place).content) for place in places}
    assert {place: words for place, words in left.items() if words} == {}
