# SPDX-License-Identifier: Apache-2.0
"""Paragraphs and what each looks like: a title, a number, addressees, a date, an annex, …

Reads: the clean text. Writes: :class:`Paragraph` values; the shape of one is evidence only, the
splitting decides what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yiju.library.reading import shapes
from yiju.library.reading.numbering import START, Label, label_at

SECTION = re.compile(
    r"[【\[]?(?:国家|中央|部委|国务院|地方|省|市|区|县|园区"
    r"|[\u4e00-\u9fff]{1,8}(?:省|市|区|县|州|新区|自治区))级?(?:层面|部门)?[ \u3000]*"
    r"(?:有关|相关|重要|惠企|产业|最新)?(?:政策|文件|法规|法律)?[ \u3000]*"
    r"(?:篇|部分|板块|栏目|专栏|政策|文件|法规)[】\]]?"
)


_MASTHEADS = frozenset(("公告", "通告", "通知", "令", "命令", "决定"))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the clean text and what it looks like."""

    first: int
    past: int
    text: str
    shape: str
    label: Label | None


def paragraphs_of(clean: str) -> list[Paragraph]:
    """The paragraphs of the clean text, each with its shape."""
    found: list[Paragraph] = []
    at = 0
    for text in clean.split("\n"):
        past = at + len(text)
        if text:
            label = label_at(text, 0) if text[0] in START else None
            found.append(Paragraph(at, past, text, _shape(text, label), label))
        at = past + 1
    return found


def _shape(text: str, label: Label | None) -> str:
    """title, number, addressees, date, adopted, annex, contents, section, organ or text."""
    size, last = len(text), text[-1]
    if size > 900:
        return "text"
    if last in ":：":
        if text[0] == "附" and shapes.is_annex_start(text):
            return "annex"
        return "addressees" if _is_addressed(text, label) else "text"
    if text[0] in "（([【" and shapes.is_adopted(text):
        return "adopted"
    if size > 200:
        return "text"
    if (last == "号" or "签发" in text) and shapes.is_number_line(text):
        return "number"
    if last in "日）)发布" and shapes.is_date_line(text):
        return "date"
    if text[0] == "附" and shapes.is_annex_start(text):
        return "annex"
    if size <= 24 and text[-1] in "篇分块目栏策件规】]" and SECTION.fullmatch(shapes.compact(text)):
        return "section"
    if "目" in text and shapes.compact(text) in ("目录", "目次"):
        return "contents"
    if last in shapes.TITLE_LAST and _is_title(text, label):
        return "title"
    return _name_shape(text, label)


def _name_shape(text: str, label: Label | None) -> str:
    """masthead (某某局文件), organ, or text."""
    size, last = len(text), text[-1]
    if last in "告知令定" and size <= 12 and shapes.compact(text) in _MASTHEADS:
        return "masthead"
    if last == "件" and size <= 60 and text.endswith("文件") and shapes.is_organ(text[:-2].strip()):
        return "masthead"
    if label is None and 2 < size <= 160 and last not in "。；，、！？" and shapes.is_organ(text):
        return "organ"
    return "text"


def _is_addressed(text: str, label: Label | None) -> bool:
    if label or "。" in text or len(text) > 700:
        return False
    return bool(shapes.ADDRESSED.search(text)) and not text.startswith(("附", "联系", "注"))


def _is_title(text: str, label: Label | None) -> bool:
    if label and label.form not in ("digit",):
        return False
    words = text[label.past :] if label else text
    if "，" in words and not shapes.is_about(words):
        return False
    return shapes.title_kind(words.strip()) is not None
