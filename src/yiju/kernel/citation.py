# SPDX-License-Identifier: Apache-2.0
"""The citation of a clause in an official's words: 《…》第十一条第二款第（一）项."""

from __future__ import annotations

from collections.abc import Callable

from yiju.kernel.clause_ref import ClauseRef, Step
from yiju.kernel.document_id import carrier
from yiju.kernel.numerals import chinese_numeral

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def _article(step: Step) -> str:
    inserted = f"之{chinese_numeral(step.inserted)}" if step.inserted else ""
    return f"第{chinese_numeral(step.number)}条{inserted}"


def _point(step: Step) -> str:
    within = 1 <= step.number <= len(_CIRCLED)
    return f"第{_CIRCLED[step.number - 1] if within else f'（{step.number}）'}点"


_WORDS: dict[str, Callable[[Step], str]] = {
    "part": lambda step: f"第{chinese_numeral(step.number)}编",
    "subpart": lambda step: f"第{chinese_numeral(step.number)}分编",
    "chp": lambda step: f"第{chinese_numeral(step.number)}章",
    "sec": lambda step: f"第{chinese_numeral(step.number)}节",
    "art": _article,
    # In a notice, which has no articles, an unnumbered paragraph is a 段 and not a 款.
    "para": lambda step: f"第{chinese_numeral(step.number)}段",
    "item": lambda step: f"第（{chinese_numeral(step.number)}）项",
    "subitem": lambda step: f"第{step.number}目",
    "l1": lambda step: f"第{chinese_numeral(step.number)}部分",
    "l2": lambda step: f"第（{chinese_numeral(step.number)}）项",
    "l3": lambda step: f"第{step.number}点",
    "l4": lambda step: f"第（{step.number}）小点",
    "box": lambda step: f"专栏{step.number}",
    "tbl": lambda step: f"表{step.number}",
    "point": _point,
    "note": lambda step: f"注{step.number}",
}


def citation(
    ref: ClauseRef,
    *,
    title: str | None = None,
    number: str | None = None,
    only_paragraph: bool = False,
) -> str:
    """How a letter or a decision cites the clause: document, then 条款项目 or 部分、项、点.

    Without a title the document's name in the reference stands in front, an attached document as
    附件 of its carrier. ``number`` is put in brackets behind a title. ``only_paragraph`` leaves
    out 第一款, as is usual for an article that has no other.
    """
    return _document(ref.document, title, number) + path_words(ref, only_paragraph=only_paragraph)


def path_words(ref: ClauseRef, *, only_paragraph: bool = False) -> str:
    """The clause inside its document: 第十一条第二款第（一）项; empty for the whole document."""
    words = ""
    under_article = False
    for step in ref.path:
        if step.name == "para" and under_article:
            if only_paragraph and step.number == 1:
                continue
            word = f"第{chinese_numeral(step.number)}款"
        else:
            word = _WORDS[step.name](step)
        # A number that the text gives twice can only be told apart by saying which one is meant.
        words += word + (f"（第{chinese_numeral(step.repeat)}处）" if step.repeat > 1 else "")
        under_article = step.name == "art"
    return words


def _document(document: str, title: str | None, number: str | None) -> str:
    if title:
        return f"《{title}》（{number}）" if number else f"《{title}》"
    if number:
        return number
    carried = carrier(document)
    if carried is None:
        return document
    base, position = carried
    # A single attachment bears no number in an official text; a second one always does.
    return f"{_document(base, None, None)}附件{'' if position == 1 else position}"
