# SPDX-License-Identifier: Apache-2.0
"""Five levels of noise: what exports, scanners and web pages do to a clean text.

0 one line a paragraph · 1 wrapped at a fixed width · 2 page marks, running heads, mixed widths of
signs · 3 ragged widths, blank lines inside paragraphs, site chrome · 4 items run into the line
before, lost or split brackets, blanks inside labels and words, four kinds of furniture.

Up to level 3 the truth stays decidable: where paragraphs are not indented, a break inside a
paragraph never falls after a full stop, where nobody could tell it from the paragraph's end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from tests.reading.truth import Cell, Line, Owner

FURNITURE = Owner(None, "furniture")
HALF_SIGNS = "(),:;"
FULL_SIGNS = "\uff08\uff09\uff0c\uff1a\uff1b"
WIDEN = str.maketrans(HALF_SIGNS, FULL_SIGNS)
NARROW = str.maketrans(FULL_SIGNS, HALF_SIGNS)
LABEL_BRACKETS = "()\uff08\uff09"
STOPS = "。;:!?\uff1b\uff1a\uff01\uff1f"
NEVER_FIRST = STOPS + ",、)》”\uff0c\uff09"
IDEOGRAPHIC_SPACE = "\u3000"
CHROME_TOP = (
    "首页 > 政务公开 > 政策文件",
    "字号:大 中 小 打印 收藏 分享",
    "粉丝: {{pageData.count}}",
)
CHROME_END = (
    "扫一扫在手机打开当前页",
    "主办单位:示例网 网站地图 联系我们",
    "{{toast}}",
    "关闭窗口",
)
RUNNING_HEADS = ("政策文件汇编", "澄江政报", "政策快览", "法规选编")


@dataclass(frozen=True, slots=True)
class Layout:
    """How one source is laid out; drawn once for a source. ``tidy`` knows where lines may end."""

    width: int
    indent: bool
    tidy: bool
    spaced: bool
    page_lines: int
    head: str
    mark: int


def layout(chance: Random) -> Layout:
    return Layout(
        width=chance.randint(26, 44),
        indent=chance.random() < 0.5,
        tidy=chance.random() < 0.7,
        spaced=chance.random() < 0.3,
        page_lines=chance.randint(20, 34),
        head=chance.choice(RUNNING_HEADS),
        mark=chance.randrange(4),
    )


def damaged(chance: Random, lines: list[Line], level: int) -> list[list[Cell]]:
    """The physical lines of a source at one level of noise."""
    if level == 0:
        return [line.cells for line in lines]
    laid = layout(chance)
    if level >= 4:
        lines = run_together(chance, lines)
    physical: list[list[Cell]] = []
    for line in lines:
        cells = line.cells
        if level >= 2:
            cells = mixed_widths(chance, cells)
        if level >= 4:
            cells = blanks_inside(chance, hurt_brackets(chance, cells))
        if laid.spaced and physical:
            physical.append([])
        physical.extend(wrapped(chance, replace(line, cells=cells), laid, level))
    if level >= 2:
        physical = paged(chance, physical, laid, level)
    if level >= 3:
        physical = [furniture(text) for text in CHROME_TOP] + physical
        physical += [furniture(text) for text in CHROME_END]
    return physical


def furniture(text: str) -> list[Cell]:
    return [(character, FURNITURE) for character in text]


def run_together(chance: Random, lines: list[Line]) -> list[Line]:
    """Three items in ten stand on the line before."""
    result: list[Line] = []
    for line in lines:
        if line.item and result and not result[-1].solid and chance.random() < 0.3:
            last = result[-1]
            result[-1] = replace(last, cells=last.cells + line.cells)
        else:
            result.append(line)
    return result


def full_width(lines: list[Line]) -> list[Line]:
    """The lines with full-width signs, as a typesetter writes them."""
    return [replace(line, cells=other_width(line.cells, WIDEN)) for line in lines]


def other_width(
    cells: list[Cell], table: dict[int, int], chance: Random | None = None
) -> list[Cell]:
    """The cells with (some) signs in the other width; addresses and times keep theirs."""
    result: list[Cell] = []
    for place, (character, owner) in enumerate(cells):
        before = cells[place - 1][0] if place else ""
        after = cells[place + 1][0] if place + 1 < len(cells) else ""
        technical = before.isascii() and before.isalnum() and after.isascii()
        changes = not technical and (chance is None or chance.random() < 0.4)
        result.append((character.translate(table) if changes else character, owner))
    return result


def mixed_widths(chance: Random, cells: list[Cell]) -> list[Cell]:
    """In every second paragraph, some signs in the other width."""
    if chance.random() < 0.5:
        return cells
    return other_width(cells, chance.choice((WIDEN, NARROW)), chance)


def hurt_brackets(chance: Random, cells: list[Cell]) -> list[Cell]:
    """Brackets of labels lost (one of a pair) or split off, those of document numbers mixed up."""
    result: list[Cell] = []
    lost = False
    for character, owner in cells:
        role = owner.role if owner is not None else None
        if role == "number" and character in "〔〕" and chance.random() < 0.3:
            character = chance.choice("【[(" if character == "〔" else "】])")
        if role == "label" and character in LABEL_BRACKETS:
            if not lost and chance.random() < 0.04:
                lost = True
                continue
            if chance.random() < 0.06:
                result += [(" ", None), (character, owner), (" ", None)]
                continue
        result.append((character, owner))
    return result


def blanks_inside(chance: Random, cells: list[Cell]) -> list[Cell]:
    """Blanks between the signs of a label (第 十 二 条) and now and then inside words."""
    spread = chance.random() < 0.15
    result: list[Cell] = []
    for character, owner in cells:
        result.append((character, owner))
        if owner is None:
            continue
        chances = 0.9 if owner.role == "label" and spread else 0.004
        if chance.random() < chances:
            result.append((" ", None))
    return result


def wrapped(chance: Random, line: Line, laid: Layout, level: int) -> list[list[Cell]]:
    """A paragraph cut into lines; titles and signatures are cut like the rest."""
    if line.solid or not line.cells:
        return [line.cells]
    owner = line.cells[0][1]
    body = owner is not None and owner.role in ("label", "heading", "text")
    rest: list[Cell] = (
        [(IDEOGRAPHIC_SPACE, None)] * 2 + line.cells if laid.indent and body else line.cells
    )
    result: list[list[Cell]] = []
    while rest:
        width = laid.width if level < 3 else laid.width + chance.randint(-6, 6)
        cut = cut_place(rest, width, strict=level < 4 and not laid.indent, tidy=laid.tidy)
        result.append(rest[:cut])
        rest = rest[cut:]
        if rest and level >= 3 and chance.random() < 0.05 and result[-1][-1][0] not in STOPS:
            result.append([])
    return result


def cut_place(cells: list[Cell], width: int, *, strict: bool, tidy: bool) -> int:
    """Where to cut: (tidy) no line begins with a stop, and (strict) none ends with one.

    Strict also means that the last line of a paragraph is not exactly full: without an indent,
    before an unnumbered paragraph, nobody could tell its end.
    """
    nearly_full = strict and width - 2 <= len(cells) <= width + 1
    if len(cells) <= width + tidy and not nearly_full:
        return len(cells)
    cut = width - 5 if nearly_full else width
    while cut > width - 6 and (
        (tidy and cells[cut][0] in NEVER_FIRST)
        or (strict and (cells[cut - 1][0] in STOPS or cells[cut - 2][0] in STOPS))
    ):
        cut -= 1
    return cut


def paged(chance: Random, physical: list[list[Cell]], laid: Layout, level: int) -> list[list[Cell]]:
    """Page marks and running heads between the lines of a page and the next."""
    result: list[list[Cell]] = []
    page = 1
    for number, line in enumerate(physical):
        if number % laid.page_lines == laid.page_lines - 1:
            result.extend(page_break(laid, page, level))
            page += 1
        result.append(line)
    return result


def page_break(laid: Layout, page: int, level: int) -> list[list[Cell]]:
    """What stands between two pages: a mark, a running head, at level 4 a print footer."""
    mark = (f"第{page}页", f"- {page} -", f"— {page} —", f"第 {page} 页 共 48 页")[laid.mark]
    lines = [furniture(mark), furniture(f"{laid.head} {page + 1:02d}")]
    if level >= 4:
        lines.insert(1, furniture("http://www.example.cn/zwgk/art_1.html 2026/3/12 10:21"))
    if level >= 3:
        lines.append([])
    return lines
