# SPDX-License-Identifier: Apache-2.0
"""Whole sources: a law or a notice alone, or a bulletin of twelve with cover and contents."""

from __future__ import annotations

from random import Random
from typing import Literal

from tests.reading.damage import damaged, full_width
from tests.reading.laws import law
from tests.reading.notices import notice
from tests.reading.truth import ContentsTruth, DocumentTruth, Line, Owner, SourceText, assembled
from tests.reading.words import DOMAINS, PLACES

Sort = Literal["law", "notice", "book"]
SORTS: tuple[Sort, ...] = ("law", "notice", "book")
COVER = Owner(None, "cover")
CONTENTS = Owner(None, "contents")
SECTION = Owner(None, "section")


def source(sort: Sort, seed: int, level: int) -> SourceText:
    """The source number ``seed`` of a sort at one level of noise; the same for ever."""
    chance = Random(f"{sort}-{seed}")
    noise = Random(f"{sort}-{seed}-{level}")
    name = f"{sort}-{seed}-level{level}"
    if sort == "book":
        return book(chance, noise, level, name)
    if sort == "law":
        document = law(chance, contents=noise.random() < 0.7 if level >= 4 else None)
    else:
        document = notice(chance)
    lines = typeset(chance, document.all_lines())
    return assembled(name, damaged(noise, lines, level), document.family())


def typeset(chance: Random, lines: list[Line]) -> list[Line]:
    """Two sources in three have full-width signs, the rest came through an old converter."""
    return full_width(lines) if chance.random() < 0.67 else lines


def marked(text: str, owner: Owner) -> Line:
    return Line([(character, owner) for character in text])


def book(chance: Random, noise: Random, level: int, name: str) -> SourceText:
    """A bulletin: cover, contents (three titles without text), sections, twelve documents."""
    sections = chance.sample([f"{place}政策篇" for place in PLACES], chance.choice((0, 1, 2, 3)))
    documents: list[DocumentTruth] = []
    lines: list[Line] = []
    contents: list[ContentsTruth] = []
    listed: list[Line] = []
    starts = section_starts(sections)
    number, dotted = 0, chance.random() < 0.3
    for count in range(12):
        if count in starts:
            lines.append(marked(starts[count], SECTION))
            listed.append(marked(starts[count], CONTENTS))
            number = 0
        number += 1
        mark = f"{number}." if sections else ""
        document = in_book(chance, len(documents), mark)
        contents.append(ContentsTruth(document.title, len(documents)))
        listed.append(marked(mark + document.title + dots(chance, dotted, count), CONTENTS))
        documents += document.family()
        lines += document.all_lines()
        if count in (3, 7, 10):
            title = f"关于组织参加{chance.choice(DOMAINS)}成果展示活动的通知"
            number += 1
            contents.append(ContentsTruth(title, None))
            mark = f"{number}." if sections else ""
            listed.append(marked(mark + title + dots(chance, dotted, count), CONTENTS))
    front = [*cover(chance), marked("目录", CONTENTS), *listed]
    physical = damaged(noise, typeset(chance, front + lines), level)
    return assembled(name, physical, documents, contents, sections)


def section_starts(sections: list[str]) -> dict[int, str]:
    """Before which document each section begins."""
    if not sections:
        return {}
    size = 12 // len(sections)
    return {place * size: title for place, title in enumerate(sections)}


def dots(chance: Random, dotted: bool, count: int) -> str:
    """The dots and the page number after a title of the contents page."""
    return f"{'…' * chance.randint(3, 9)}{count * 3 + 1}" if dotted else ""


def in_book(chance: Random, index: int, mark: str) -> DocumentTruth:
    """A document of a bulletin: mostly notices, some with a guideline attached, some laws."""
    if chance.random() < 0.1:
        return law(chance, index=index, articles=10, contents=False, running_number=mark)
    return notice(chance, index=index, running_number=mark)


def cover(chance: Random) -> list[Line]:
    """The head of a bulletin."""
    place = chance.choice(PLACES)
    issue, total = chance.randint(1, 12), chance.randint(20, 99)
    return [
        marked(f"{place}政策快览", COVER),
        marked(f"2026年第{issue}期(总第{total}期)", COVER),
        marked(f"主办:{place}经济和信息化局", COVER),
        marked(f"2026年{issue}月15日", COVER),
    ]
