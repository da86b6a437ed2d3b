# SPDX-License-Identifier: Apache-2.0
"""The main path of staff: sign in, paste a notice, check it, publish it; the public reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import faults_of
from tests.cast import PASSWORD, STAFF, appoint
from tests.library.texts import NOTICE as OTHER_NOTICE
from yiju.library.models import Source
from yiju.office.access.roles import Role
from yiju.office.jobs.worker import do_one_job

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NUMBER = "示经信投资〔2026〕90号"
NOTICE = OTHER_NOTICE.replace("58号", "90号").replace("技术改造", "数字化转型")
Opened = Callable[..., Page]


def signed_in(page: Page, role: Role) -> Page:
    appoint(role)
    page.goto("/account/login/")
    page.fill("input[name=login]", STAFF[role][0])
    page.fill("input[name=password]", PASSWORD)
    page.locator("main button[type=submit]").click()
    expect(page.locator("h1")).to_have_text("工作台")
    return page


def paste(page: Page) -> None:
    page.goto("/staff/import")
    page.fill("textarea[name=text]", NOTICE)
    page.fill("input[name=name]", "示例通知")
    page.locator("main button[type=submit]").click()
    expect(page.locator(".tag").first).to_have_text("排队中")
    do_one_job()
    page.reload()
    page.get_by_role("link", name="去校对").click()
    page.wait_for_url("**/staff/sources/*", wait_until="load")


def test_a_pasted_notice_is_checked_published_and_read_by_the_public(opened: Opened) -> None:
    page = signed_in(opened(), Role.PUBLISHER)
    paste(page)
    first = page.locator(".proposal").first
    first.get_by_role("button", name="确认").click()
    expect(page.locator(".proposal .tag.good").first).to_have_text("已核")
    public = opened()
    assert public.goto(f"/p/{NUMBER}").status == 404  # type: ignore[union-attr]
    page.get_by_role("button", name="发布本文件").click()
    expect(page.locator(".message.success")).to_have_text("已发布。")
    assert public.goto(f"/p/{NUMBER}").status == 200  # type: ignore[union-attr]


def test_the_review_is_walked_through_by_the_keyboard(opened: Opened) -> None:
    page = signed_in(opened(), Role.EDITOR)
    paste(page)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator(".proposal.here")).to_have_attribute(
        "data-mark", page.locator(".proposal").first.get_attribute("data-mark") or ""
    )
    page.keyboard.press("x")
    expect(page.locator(".proposal").first.locator(".tag").first).to_have_text("已否定")


def test_a_correction_is_kept_without_javascript(opened: Opened) -> None:
    page = signed_in(opened(javascript=False), Role.EDITOR)
    paste(page)
    proposal = page.locator(".proposal", has_text="期限").first
    proposal.get_by_role("link", name="更正").click()
    page.locator("input[name=who]").fill("各有关单位")
    page.get_by_role("button", name="保存更正").click()
    expect(page.locator(".proposal", has_text="期限").first.locator(".tag").first).to_have_text(
        "已更正"
    )


@pytest.mark.parametrize("width", [1280, 375])
def test_every_staff_page_is_sound(opened: Opened, width: int) -> None:
    page = signed_in(opened(width=width), Role.PUBLISHER)
    places = [
        "/staff/",
        "/staff/import",
        "/staff/sources",
        f"/staff/sources/{Source.objects.get().pk}",
        "/staff/documents/示政发〔2026〕19号",
        "/staff/units",
        "/staff/holidays",
        "/account/two-factor/",
    ]
    faults = [fault for place in places for fault in faults_of(page, place)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [1280, 375])
def test_every_page_of_administrators_is_sound(opened: Opened, width: int) -> None:
    page = signed_in(opened(width=width), Role.ADMINISTRATOR)
    places = ["/staff/", "/staff/users", "/staff/users/zhao", "/staff/journal", "/staff/holidays"]
    faults = [fault for place in places for fault in faults_of(page, place)]
    assert not faults, "\n".join(faults)
