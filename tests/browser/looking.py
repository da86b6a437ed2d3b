# SPDX-License-Identifier: Apache-2.0
"""What is looked at on every page: width, fonts, the console, accessibility."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


def faults_of(page: Page, place: str, *, status: int = 200) -> list[str]:
    """Everything that is wrong with a page, in words."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    answer = page.goto(place)
    assert answer is not None
    faults = [] if answer.status == status else [f"status {answer.status}"]
    if page.evaluate(WIDE):
        faults.append("scrolls sideways")
    chinese = {font for font in fonts_of(page, "body") if "CJK" in font}
    if "Noto Sans CJK SC" not in chinese or any(not font.endswith("SC") for font in chinese):
        faults.append(f"Chinese is drawn with {chinese}")
    if status == 200:
        faults += said
    faults += graves(page)
    return [f"{place}: {fault}" for fault in faults]


def fonts_of(page: Page, selector: str) -> set[str]:
    """The fonts that the browser really draws a part of the page with."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    found: set[str] = set()
    nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": f"{selector} *"})
    for node in nodes["nodeIds"][:80]:
        fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        found.update(font["familyName"] for font in fonts)
    session.detach()
    return found


def graves(page: Page) -> list[str]:
    """What axe-core calls serious or critical, with the first element concerned."""
    response = Axe().run(page, options={"resultTypes": ["violations"]}).response
    return [
        f"{violation['impact']}: {violation['id']} at {violation['nodes'][0]['target']}"
        for violation in response["violations"]
        if violation["impact"] in GRAVE
    ]
