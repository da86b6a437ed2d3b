# SPDX-License-Identifier: Apache-2.0
"""What of a web page is surely not its text: scripts, forms, menus, lists of links, hidden parts.

Judged carefully, since what is dropped here is never seen again: an element goes for what it is
(``nav``), for being hidden, for its name if it is small, or because nearly all of it is links to
other pages. Links to files (annexes) and within the page (contents) are text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

NEVER_TEXT_WORDS = """
    script style template noscript svg math iframe object embed audio video canvas map
    select option button textarea input nav dialog head title
"""
NEVER_TEXT = frozenset(NEVER_TEXT_WORDS.split())
OUTSIDE_THE_ARTICLE = frozenset(("header", "footer", "aside"))
ARTICLES = frozenset(("article", "main"))

# Class and id names of the parts around the text, as they recur on the sites of offices.
CHROME_NAMES_WORDS = """
    nav navbar menu topnav mainnav subnav breadcrumb breadcrumbs crumb crumbs bread footer foot
    bottom copyright header head top topbar banner share bdsharebuttonbox sidebar side search
    searchbox toolbar tools pager pagination login logo qrcode ewm friendlink links
"""
CHROME_NAMES = frozenset(CHROME_NAMES_WORDS.split())
MOST_CHROME_CHARACTERS = 200

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
FILE_LINK = re.compile(
    r"\.(?:docx?|wps|pdf|ofd|xlsx?|et|zip|rar|txt|rtf|pptx?)(?:$|[?#])", re.IGNORECASE
)
FEWEST_LINKS = 3
LINK_SHARE_PERCENT = 80
LISTS = frozenset(("ul", "ol", "div", "table", "section", "dl"))


@dataclass(slots=True)
class Measure:
    """How much text an element holds, and how much of it is links to other pages."""

    characters: int = 0
    linked: int = 0
    links: int = 0
    headings: int = 0

    def add(self, other: Measure) -> None:
        """Counts what an inner element holds."""
        self.characters += other.characters
        self.linked += other.linked
        self.links += other.links
        self.headings += other.headings


def without_chrome(root: Element) -> Element:
    """The page with all that is no text taken out; changes and returns the same tree."""
    for element in list(root.iter(*NEVER_TEXT)):
        _drop(element)
    for element in list(root.iter("*")):
        if _is_hidden(element) or _is_outside(element):
            _drop(element)
    measures: dict[Element, Measure] = {}
    for element in _inside_out(root):
        measure = _measured(element, measures)
        if _is_chrome(element, measure):
            _drop(element)
        else:
            measures[element] = measure
    return root


def _inside_out(root: Element) -> list[Element]:
    """All elements, each after those inside it."""
    return list(root.iter("*"))[::-1]


def _drop(element: Element) -> None:
    """Takes an element out; the text after it stays where it was."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _is_hidden(element: Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("role") == "navigation"
        or HIDDEN.search(element.get("style", "")) is not None
    )


def _is_outside(element: Element) -> bool:
    """Whether it is the header or footer of the page, not that of an article."""
    return element.tag in OUTSIDE_THE_ARTICLE and not any(
        outer.tag in ARTICLES for outer in element.iterancestors()
    )


def _measured(element: Element, measures: dict[Element, Measure]) -> Measure:
    measure = Measure(characters=_length(element.text))
    for inner in element:
        measure.add(measures.pop(inner, Measure()))
        measure.characters += _length(inner.tail)
    if element.tag in ("h1", "h2"):
        measure.headings += 1
    if element.tag == "a" and _leads_elsewhere(element.get("href", "")):
        measure.linked, measure.links = measure.characters, 1
    return measure


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _leads_elsewhere(address: str) -> bool:
    return bool(address) and not address.startswith("#") and not FILE_LINK.search(address)


def _is_chrome(element: Element, measure: Measure) -> bool:
    if element.tag not in LISTS or measure.headings:
        return False
    if measure.links >= FEWEST_LINKS:
        return measure.linked * 100 >= measure.characters * LINK_SHARE_PERCENT
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    unlinked = measure.characters - measure.linked
    return unlinked <= MOST_CHROME_CHARACTERS and not CHROME_NAMES.isdisjoint(names)
