# SPDX-License-Identifier: Apache-2.0
"""The record of a document on a web page: 索引号, 发布机构, 发文字号, 成文日期, …

Reads: the paragraphs around a head. Writes: which of them are rows of the record that sites of
offices set above (some: below) the title, and the values that they state (政府信息公开条例 asks for
an index of what is published; its rows are no words of the document).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yiju.library.reading.outline import Paragraph

_NUMBER = "发文字号|发文文号|公文文号|文件编号|文件字号|公文编号|文号"
_ISSUER = "发布机构|发文机关|发文机构|发文单位|制发机关|制定机关|制发单位|公开机构|印发机关"
_DAY = "成文日期|成文时间|发文日期|发文时间|生成日期|制发日期|印发日期"
_SURE = (
    f"信息索引号|索引号|主题分类|体裁分类|服务对象分类|公开方式|公开范围|{_NUMBER}|{_ISSUER}|{_DAY}"
)
_OTHER = (
    "发布日期|公开日期|发布时间|公开时间|公布日期|发布单位|发布部门|信息来源|来源|实施日期|施行日期|生效日期"
    "|失效日期|废止日期|有效性|时效性|效力状态|公文时效|有效期|信息分类|公文种类|公文类别|分类|主题词"
    "|关键词|关键字|信息名称|名称|标题|公开形式|公开程序|责任部门|统一编号|登记号|效力级别|法规类别|文章来源"
    "|更新日期|更新时间|签发人|浏览次数"
)


def _spread(names: str) -> str:
    """The names with blanks allowed between their signs: 索 引 号."""
    return "|".join(r"[ \u3000]{0,3}".join(name) for name in names.split("|"))


_SEPARATOR = r"[ \u3000]{0,3}[】\]]?[ \u3000]{0,3}(?:[:：]|\t|$)"
_KEY = re.compile(
    rf"(?:^|(?<=[\t \u3000]))[【\[]?"
    rf"(?:(?P<number>{_spread(_NUMBER)})|(?P<issuers>{_spread(_ISSUER)})"
    rf"|(?P<dated_on>{_spread(_DAY)})|{_spread(_SURE)}|{_spread(_OTHER)}){_SEPARATOR}[\t \u3000]*"
)
_SURE_KEY = re.compile(rf"[【\[]?(?:{_spread(_SURE)}){_SEPARATOR}")
_KEY_ALONE = re.compile(r"[^:：\t]{2,12}[:：]")
_REACH = 40
"""A record has at most so many rows."""


class Stated(NamedTuple):
    """A value of the record: which property, its words and where they stand in the clean text."""

    name: str
    words: str
    first: int
    past: int


def is_row(text: str) -> bool:
    """Whether a paragraph begins with the name of a property of the record."""
    return len(text) <= 400 and _KEY.match(text) is not None


def rows_above(paragraphs: Sequence[Paragraph], at: int, floor: int) -> int:
    """Where the record above the paragraph ``at`` begins (``at``: there is none)."""
    top, sure = at, False
    while top > max(floor, at - _REACH):
        text = paragraphs[top - 1].text
        if is_row(text):
            sure = sure or _SURE_KEY.match(text) is not None
        elif top - 1 <= floor or not is_key(paragraphs[top - 2].text):
            break
        top -= 1
    return top if sure else at


def rows_below(paragraphs: Sequence[Paragraph], at: int) -> int:
    """Where the rows end that stand between a title and the text."""
    past = at
    while past < min(len(paragraphs), at + _REACH) and is_row(paragraphs[past].text):
        past += 1
    return past


def is_key(text: str) -> bool:
    """Whether a paragraph is the name of a property alone; its value stands on the next line."""
    if text[-1] not in ":：" or len(text) > 16:
        return False
    return _KEY_ALONE.fullmatch(text) is not None and is_row(text)


def stated_in(paragraphs: Sequence[Paragraph]) -> Iterator[Stated]:
    """The values that the rows state; a value may stand on the line after its name."""
    waiting: str | None = None
    for row in paragraphs:
        if waiting is not None and not is_row(row.text):
            yield Stated(waiting, row.text, row.first, row.past)
            waiting = None
            continue
        waiting = None
        keys = list(_KEY.finditer(row.text))
        if not keys:
            continue
        for key, end in zip(keys, [*(k.start() for k in keys[1:]), len(row.text)], strict=True):
            name = key.lastgroup
            if name is None:
                continue
            words = row.text[key.end() : end].split("\t")[0].rstrip(" \u3000")
            if words:
                first = row.first + key.end()
                yield Stated(name, words, first, first + len(words))
            elif key is keys[-1]:
                waiting = name
