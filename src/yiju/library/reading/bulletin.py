# SPDX-License-Identifier: Apache-2.0
"""The head of a bulletin: its title and issue, who edits it, its sections and contents.

Reads: the paragraphs before and between the documents. Writes: the parts of :class:`Bulletin`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from yiju.library.reading import shapes
from yiju.library.reading.heads import title_words, without_leader
from yiju.library.reading.numbering import START, label_at
from yiju.library.reading.outline import Paragraph

_ISSUE = re.compile(
    r"(?:(?:19|20)\d\d[ \u3000]*年[ \u3000]*)?"
    r"第[ \u3000]*(?:\d{1,4}|[一二三四五六七八九十百]{1,5})[ \u3000]*期"
)
_TOTAL = re.compile(r"总[ \u3000]*第?[ \u3000]*(\d{1,5})[ \u3000]*期")
_ORGANISER = re.compile(
    r"(?:主办|协办|承办|编印|编辑|主编|编制|出品|印发|主管)(?:单位|部门)?"
    r"[ \u3000]*[:：][ \u3000]*(?P<names>[^\d:：]{3,80})"
)
_POSTED = re.compile(r"(?:发布|上传|更新|发表)(?:时间|日期)[ \u3000]*[:：]")
_CONTENTS = re.compile(r"目[ \u3000]*[录次]")


@dataclass(slots=True)
class Cover:
    """What the paragraphs outside the documents say; ranges are in the clean text."""

    title: str | None = None
    issue: str | None = None
    total_issue: int | None = None
    organisers: list[str] = field(default_factory=list)
    published_on: date | None = None
    posted_on: date | None = None
    fields: list[tuple[str, int, int]] = field(default_factory=list)
    contents: list[tuple[str, int, int]] = field(default_factory=list)
    sections: list[tuple[str, int, int]] = field(default_factory=list)
    other: list[tuple[int, int]] = field(default_factory=list)

    def part_contents(self) -> None:
        """A section title that comes again stood in the contents before."""
        last = {title: first for title, first, _ in self.sections}
        again = [s for s in self.sections if s[1] != last[s[0]]]
        self.fields.extend(("contents", first, past) for _, first, past in again)
        self.sections = [s for s in self.sections if s[1] == last[s[0]]]


def known_titles(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Titles that come twice or stand in a row of titles: evidence from a contents page."""
    seen: dict[str, int] = {}
    for paragraph in paragraphs:
        if len(paragraph.text) <= 160 and (words := entry_words(paragraph.text)):
            seen[words] = seen.get(words, 0) + 1
    return frozenset(words for words, count in seen.items() if count > 1)


def entry_words(text: str) -> str | None:
    """An entry of a contents page for comparison, or ``None`` where it is none."""
    bare = without_leader(text).strip()
    if not bare or bare[-1] not in shapes.TITLE_LAST or not shapes.title_kind(bare):
        return None
    return title_words(bare)


def cover_of(paragraphs: Sequence[Paragraph], outside: Sequence[int]) -> Cover:
    """The cover read from the paragraphs at the positions ``outside``."""
    cover = Cover()
    heads = {p.text for i in outside if len((p := paragraphs[i]).text) <= 16}
    for place in outside:
        paragraph = paragraphs[place]
        text, first, past = paragraph.text, paragraph.first, paragraph.past
        if paragraph.shape == "section":
            cover.sections.append((shapes.compact(text).strip("【】[]"), first, past))
        elif _CONTENTS.fullmatch(text):
            cover.fields.append(("contents", first, past))
        elif _is_entry(text):
            cover.contents.append((_entry_title(text[_column(text, heads) :]), first, past))
        elif not _read_field(cover, text, first, past):
            cover.other.append((first, past))
    if cover.issue and cover.title is None:
        _take_masthead(cover, {(p.first, p.past): p for i in outside[:12] if (p := paragraphs[i])})
    return cover


def _take_masthead(cover: Cover, top: dict[tuple[int, int], Paragraph]) -> None:
    """The first short line of the cover is the bulletin's title where no line has it whole."""
    for place in cover.other:
        paragraph = top.get(place)
        if paragraph is None:
            return
        text = paragraph.text
        if 4 <= len(text) <= 40 and text[-1] not in "。；：:，、" and not paragraph.label:
            cover.title = text
            cover.other.remove(place)
            cover.fields.append(("title", *place))
            return


def _is_entry(text: str) -> bool:
    if len(text) > 240:
        return False
    bare = without_leader(text).strip()
    return 8 <= len(bare) <= 160 and bool(shapes.title_kind(bare)) and not _ISSUE.search(bare)


def _entry_title(text: str) -> str:
    """An entry without its running number and the page it points to."""
    text = without_leader(text).strip()
    label = label_at(text, 0) if text[0] in START else None
    if label and label.form in ("digit", "cn", "paren_cn", "paren_digit"):
        text = text[label.past :].strip() or text
    return text


def _column(text: str, heads: set[str]) -> int:
    """How long the name of a column is that stands before an entry: 政策快讯 关于…"""
    found = re.match(r"([\u4e00-\u9fff]{2,8})[ \u3000]+(?=关于)", text)
    if not found:
        return 0
    named = found[1]
    known = named in heads or any(len(set(named) & set(h)) >= 3 for h in heads)
    return found.end() if known or not shapes.is_organ(named) else 0


def _read_field(cover: Cover, text: str, first: int, past: int) -> bool:
    """Whether a line of the cover states something; it is then put down."""
    names: list[str] = []
    organiser = _ORGANISER.search(text) if len(text) <= 160 else None
    if organiser:
        name = organiser["names"].strip(" \u3000,，;；")
        if name not in cover.organisers:
            cover.organisers.append(name)
        names.append("organisers")
    if _POSTED.search(text):
        cover.posted_on = cover.posted_on or shapes.day_in(text)
        names.append("posted_on")
    elif len(text) <= 120:
        issue = _ISSUE.search(text)
        if issue:
            names.append("title" if issue.start() else "issue")
            _read_issue(cover, text, issue)
        day = shapes.day_in(text)
        if day and (organiser or issue or shapes.is_date_line(text)):
            cover.published_on = cover.published_on or day
            names.append("published_on")
    for name in names[:1]:
        cover.fields.append((name, first, past))
    return bool(names)


def _read_issue(cover: Cover, text: str, issue: re.Match[str]) -> None:
    cover.issue = cover.issue or shapes.compact(issue[0])
    total = _TOTAL.search(text)
    if total and cover.total_issue is None:
        cover.total_issue = int(total[1])
    if issue.start() > 2 and cover.title is None and not (total and total.start() <= issue.start()):
        cover.title = text
