# SPDX-License-Identifier: Apache-2.0
"""Lines → paragraphs: wrapped lines are joined, across pages and empty lines too.

Reads: the lines that are left once furniture is out. Writes: the clean text, one paragraph per
line, which knows its source offsets. Evidence, in this order: what a line cannot begin or end
with, labels in sequence, the width at which the text is wrapped here, indentation.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import NamedTuple

from yiju.library.reading import shapes
from yiju.library.reading.lines import Line
from yiju.library.reading.mapped import MappedText
from yiju.library.reading.numbering import START, Label, label_at

_BLOCK = 96
_FINAL = frozenset("。；：！？;:!?…")
_CLOSING = frozenset('）)”’"」』】]》')
_CANNOT_BEGIN = frozenset("，。；：、！？）】》〕”’%％」』,;:!?)")
_SENTENCE = re.compile(r"[。；！？]")
_COMMA = re.compile(r"[，,]")
_PAUSE = re.compile(r"[，,、]")
_ISSUE = re.compile(r"第[ \u3000]*\d{1,4}[ \u3000]*期")
_ASSIGNED = re.compile(r"(?:负责|牵头|参加|配合|参与|落实|实施)[）)]$")
_EDITED = re.compile(r"(?:主办|协办|承办|编印|编辑|主编|主管)(?:单位|部门)?[ \u3000]*[:：]")
_CONTACT = re.compile(
    r"(?:业务|政策|技术|平台)?(?:联系(?:人|电话|方式|地址)|咨询电话|电子?邮[箱件]|传真|联系单位)"
    r"[^。]{0,12}?[:：]|(?:发布|上传|更新)(?:时间|日期)[ \u3000]*[:：]"
)
_OPEN_END = frozenset("第（(〔[【《“‘「『、，,和与及或的之为在对将把从由被向于")
_ANNEX_WORD = re.compile(r"附[ \u3000]*件")


class Width(NamedTuple):
    """How lines are wrapped in a stretch: ``full`` is the length from which a line is full.

    ``exact`` means nearly all full lines have the same length; ``wrapped`` is false where every
    paragraph stands on one line.
    """

    wrapped: bool
    exact: bool
    full: int
    indented: bool


def is_finished(words: str) -> bool:
    """Whether a sentence can end with the last character of ``words``."""
    words = words.rstrip(" |｜\t")
    if not words:
        return False
    last = words[-1]
    if last in _FINAL:
        return True
    if last not in _CLOSING:
        return False
    return len(words) > 1 and (words[-2] in _FINAL or bool(_ASSIGNED.search(words)))


def widths(lines: Sequence[Line], finished: Sequence[bool]) -> list[Width]:
    """The wrapping of each block of lines."""
    return [
        _width(lines[at : at + _BLOCK + 32], finished[at : at + _BLOCK + 32])
        for at in range(0, len(lines), _BLOCK)
    ]


def _width(lines: Sequence[Line], finished: Sequence[bool]) -> Width:
    open_sizes = sorted(
        len(line.text)
        for line, ended in zip(lines, finished, strict=True)
        if not ended and len(line.text) > 12 and _PAUSE.search(line.text)
    )
    indents = sum(line.lead >= 2 for line in lines)
    indented = len(lines) * 0.08 < indents < len(lines) * 0.9
    if len(open_sizes) < 3 or len(open_sizes) < len(lines) * 0.2:
        return Width(False, False, 10**9, indented)
    middle = open_sizes[len(open_sizes) // 2]
    if middle > 160:
        return Width(False, False, 10**9, indented)
    body = [size for size in open_sizes if size > middle * 0.6]
    low, high = body[len(body) // 5], body[len(body) * 4 // 5]
    exact = high - low <= max(3, middle // 10)
    return Width(True, exact, low - 2 if exact else low, indented)


class _Joiner:
    """Decides line by line; remembers the numbers seen so that sequence can speak."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.finished = [is_finished(line.text) for line in lines]
        self.widths = widths(lines, self.finished)
        self.last: dict[str, int] = {}
        self.label: Label | None = None
        self.opened = 0

    def begins(self, i: int) -> bool:
        """Whether line ``i`` begins a paragraph; ``opened`` is the line where the last began."""
        label = self._label(i)
        new = i == 0 or self._begins(i, label)
        if new:
            self.opened, self.label = i, label
            if label:
                self.last[label.form] = label.number
        return new

    def _label(self, i: int) -> Label | None:
        words = self.lines[i].text
        return label_at(words, 0) if words[0] in START else None

    def _begins(self, i: int, label: Label | None) -> bool:
        before, line = self.lines[i - 1], self.lines[i]
        words, width = line.text, self.widths[i // _BLOCK]
        if "\t" in words or "\t" in before.text:
            return True
        if words[0] in _CANNOT_BEGIN and not (label and label.form == "paren_cn"):
            return False
        if self._stands_alone(i - 1) or _hard_start(words, self.finished[i - 1]):
            return True
        full = len(before.text) >= width.full
        if label:
            return self._label_begins(before.text, label, self.finished[i - 1], full)
        if self.finished[i - 1]:
            return self._after_sentence(before, line, width, full)
        return self._after_open_line(before, line, width, full)

    def _stands_alone(self, i: int) -> bool:
        """Whether the paragraph that line ``i`` ends is a title, a number or a date."""
        words = self.lines[i].text
        last = words[-1]
        if len(words) <= 60 and self.opened == i and _is_imprint(words):
            return True
        if last in "日）)发布" and self.opened == i and shapes.is_date_line(words):
            return True
        if last == "号" and self.opened == i and shapes.is_number_line(words):
            return True
        if last in shapes.TITLE_LAST and i - self.opened <= 4:
            whole = "".join(line.text for line in self.lines[self.opened : i + 1])
            return "，" not in whole and "关于" in whole and shapes.title_kind(whole) is not None
        return False

    def _label_begins(self, before: str, label: Label, finished: bool, full: bool) -> bool:
        if finished:
            return not label.damaged or self._expected(label)
        if before[-1] in _OPEN_END or label.reference:
            return False
        if not full and not label.damaged:
            return True
        return self._expected(label)

    def _expected(self, label: Label) -> bool:
        last = self.last.get(label.form, 0)
        return label.number == last + 1 or (label.number == 1 and label.form != "article")

    def _after_sentence(self, before: Line, line: Line, width: Width, full: bool) -> bool:
        if width.indented:
            return line.lead >= 2 or not full or not width.exact
        return not (full and width.exact and line.gap == 0 and len(before.text) > 16)

    def _after_open_line(self, before: Line, line: Line, width: Width, full: bool) -> bool:
        """After a line that ends in the middle of a sentence, or a heading, name or date."""
        words = before.text
        if width.indented and line.lead >= 2 and not full:
            return True
        opening = self.lines[self.opened].text
        single = before is self.lines[self.opened]
        if not single or _SENTENCE.search(words):
            return False
        if "关于" in opening and shapes.title_kind(opening + line.text):
            return False
        if words[-1] in _OPEN_END or (line.text[0] in "（(" and "http" in line.text[:8]):
            return False
        if self.label and self.label.form != "article":
            return not full or (not _COMMA.search(words) and not width.exact)
        if self.label:
            return len(words) < min(width.full, 14)
        if full:
            return False
        return not _COMMA.search(words) or len(words) < min(width.full, 14)


def _is_imprint(words: str) -> bool:
    """Whether a line tells the issue of a bulletin or who edits it."""
    if _ISSUE.search(words):
        return not _PAUSE.search(words)
    return bool(_EDITED.match(words))


def _hard_start(words: str, after_sentence: bool) -> bool:
    """Whether a line begins a paragraph whatever stands before it."""
    if words[-1] == "日" and shapes.is_date_line(words):
        return True
    if words[-1] == "号" and shapes.is_number_line(words):
        return True
    if words[0] == "附" and shapes.is_annex_start(words):
        return after_sentence or not words.endswith(("）", ")"))
    if words[:2] == "目录" and len(words) == 2:
        return True
    return bool(_CONTACT.match(words) or _EDITED.match(words))


def join(lines: Sequence[Line]) -> MappedText:
    """The clean text of ``lines``: one paragraph per line, each piece knowing its origin."""
    joiner = _Joiner(lines)
    pieces: list[str] = []
    firsts, origins = array("q"), array("q")
    at = 0
    for i, line in enumerate(lines):
        glue = ""
        if joiner.begins(i):
            glue = "\n" if i else ""
        elif _needs_blank(lines[i - 1].text, line.text):
            glue = " "
        if glue:
            firsts.append(at)
            origins.append(lines[i - 1].end)
            pieces.append(glue)
            at += 1
        firsts.append(at)
        origins.append(line.start)
        pieces.append(line.text)
        at += len(line.text)
    return MappedText("".join(pieces), firsts, origins)


def _needs_blank(before: str, after: str) -> bool:
    """Whether two lines were parted by a blank: words of a Latin script, not an address."""
    if not ("a" <= before[-1].lower() <= "z" and "a" <= after[0].lower() <= "z"):
        return False
    return "/" not in before[-24:] and "www" not in before[-24:]
