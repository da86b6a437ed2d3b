# SPDX-License-Identifier: Apache-2.0
"""Automatic numbers of Word: the labels that a reader sees and that no text of the file holds.

A paragraph names a list (``numId``) and a level, itself or through its style. Lists made from
one abstract list count on together; a list may restart levels (``startOverride``). ECMA-376
part 1, 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from yiju.library.formats.numerals import numeral
from yiju.library.formats.xml_parts import attribute, child, local, value_of

LEVELS = 9
NO_LABEL = "bullet"
PLACE = re.compile(r"%([1-9])")
CLOSED = "、.．）)：:,，。 　"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is counted and shown."""

    start: int
    form: str
    text: str
    restarts_after: int
    all_decimal: bool


@dataclass(frozen=True, slots=True)
class List:
    """A list of the document: the abstract list it counts in, its levels, and its restarts."""

    counted_in: str
    levels: dict[int, Level]
    restarts: frozenset[int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counting while its paragraphs are read in their order."""

    lists: dict[str, List]
    styles: dict[str, tuple[str, int]]
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def label(self, properties: Element | None) -> str:
        """The label of a paragraph with these properties (``w:pPr``), or nothing."""
        found = self._place(properties)
        if found is None:
            return ""
        list_id, depth = found
        numbered = self.lists.get(list_id)
        level = None if numbered is None else numbered.levels.get(depth)
        if numbered is None or level is None:
            return ""
        counts = self._counted(list_id, numbered, depth)
        if level.form == NO_LABEL:
            return ""
        return _ended(_shown(numbered, level, counts))

    def _place(self, properties: Element | None) -> tuple[str, int] | None:
        """The list and level of a paragraph: its own, else its style's."""
        own = child(properties, "numPr")
        style = self.styles.get(value_of(properties, "pStyle") or "")
        if own is None:
            return style
        list_id = value_of(own, "numId")
        depth = _integer(value_of(own, "ilvl"), style[1] if style else 0)
        if list_id is None:
            return (style[0], depth) if style else None
        return None if list_id == "0" else (list_id, depth)

    def _counted(self, list_id: str, numbered: List, depth: int) -> list[int | None]:
        counts = self._counts.setdefault(numbered.counted_in, [None] * LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for restarted in numbered.restarts:
                counts[restarted] = None
        for upper in range(depth + 1):
            level = numbered.levels.get(upper)
            start = 1 if level is None else level.start
            count = counts[upper]
            if count is None:
                counts[upper] = start
            elif upper == depth:
                counts[upper] = count + 1
        for deeper in range(depth + 1, LEVELS):
            level = numbered.levels.get(deeper)
            if level is None or depth < level.restarts_after:
                counts[deeper] = None
        return counts


def _shown(numbered: List, level: Level, counts: list[int | None]) -> str:
    def count(place: re.Match[str]) -> str:
        upper = int(place[1]) - 1
        number = counts[upper]
        of_level = numbered.levels.get(upper)
        if number is None or of_level is None:
            return ""
        return numeral(number, "decimal" if level.all_decimal else of_level.form)

    return PLACE.sub(count, level.text)


def _ended(label: str) -> str:
    """Where a label does not end with a mark of its own, a blank parts it from the text."""
    return label if not label or label[-1] in CLOSED else label + " "


def numbering_of(numbering: Element | None, styles: Element | None) -> Numbering:
    """The lists that ``numbering.xml`` defines and the styles that use them."""
    if numbering is None:
        return Numbering({}, {})
    abstract: dict[str, Element] = {}
    lists: dict[str, List] = {}
    links: dict[str, str] = {}
    for element in numbering:
        if local(element) == "abstractNum":
            abstract[attribute(element, "abstractNumId") or ""] = element
            link = value_of(element, "styleLink")
            if link is not None:
                links[link] = attribute(element, "abstractNumId") or ""
    for element in numbering:
        if local(element) == "num":
            counted_in = value_of(element, "abstractNumId") or ""
            linked = value_of(abstract.get(counted_in), "numStyleLink")
            source = abstract.get(links.get(linked or "", counted_in))
            lists[attribute(element, "numId") or ""] = _list(counted_in, source, element)
    return Numbering(lists, _numbered_styles(styles, numbering_levels=_style_levels(abstract)))


def _list(counted_in: str, source: Element | None, element: Element) -> List:
    levels = _levels(source)
    restarts = set()
    for override in element:
        if local(override) != "lvlOverride":
            continue
        depth = _depth(override)
        levels.update(_levels(override))
        start = value_of(override, "startOverride")
        if start is not None and depth in levels:
            levels[depth] = replace(levels[depth], start=_integer(start, 1))
            restarts.add(depth)
    return List(counted_in, levels, frozenset(restarts))


def _levels(element: Element | None) -> dict[int, Level]:
    found = () if element is None else (inner for inner in element if local(inner) == "lvl")
    return {_depth(inner): _level(inner) for inner in found}


def _level(element: Element) -> Level:
    forms = [attribute(inner, "val") or "" for inner in element.iter() if local(inner) == "numFmt"]
    return Level(
        start=_integer(value_of(element, "start"), 1),
        # A form of later versions comes as "custom" beside one that all versions know.
        form=next((form for form in forms if form != "custom"), "decimal"),
        text=value_of(element, "lvlText") or "",
        restarts_after=_integer(value_of(element, "lvlRestart"), _depth(element)),
        all_decimal=child(element, "isLgl") is not None,
    )


def _style_levels(abstract: dict[str, Element]) -> dict[str, int]:
    """Styles that a level of a list names as its own."""
    return {
        style: _depth(level)
        for element in abstract.values()
        for level in element
        if local(level) == "lvl" and (style := value_of(level, "pStyle")) is not None
    }


def _numbered_styles(
    styles: Element | None, *, numbering_levels: dict[str, int]
) -> dict[str, tuple[str, int]]:
    """For each style that numbers its paragraphs, itself or through what it is based on: how."""
    if styles is None:
        return {}
    defined = {attribute(s, "styleId") or "": s for s in styles if local(s) == "style"}
    numbered: dict[str, tuple[str, int]] = {}
    for style_id in defined:
        current, seen = style_id, set()
        while current in defined and current not in seen:
            seen.add(current)
            properties = child(child(defined[current], "pPr"), "numPr")
            list_id = value_of(properties, "numId")
            if list_id is not None:
                if list_id != "0":
                    depth = numbering_levels.get(
                        style_id, _integer(value_of(properties, "ilvl"), 0)
                    )
                    numbered[style_id] = (list_id, depth)
                break
            current = value_of(defined[current], "basedOn") or ""
    return numbered


def _depth(element: Element) -> int:
    return min(max(_integer(attribute(element, "ilvl"), 0), 0), LEVELS - 1)


def _integer(given: str | None, otherwise: int) -> int:
    return int(given) if given and re.fullmatch(r"-?[0-9]{1,6}", given) else otherwise
