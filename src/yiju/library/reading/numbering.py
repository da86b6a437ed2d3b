# SPDX-License-Identifier: Apache-2.0
"""Labels of clauses as Chinese drafting writes them, whole or damaged.

Reads: text. Writes: :class:`Label` values, which are candidates only. Whether a candidate is a
label is decided by its sequence (:mod:`sequence`): 第七 after 第六 is one, a reference is not.
Form follows GB/T 9704 for notices (一、（一）1.（1）) and the Legislation Law for statutes
(编 章 节 条 款 项 目).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

Form = Literal[
    "part", "subpart", "chapter", "section", "article",
    "cn", "paren_cn", "digit", "paren_digit", "circle", "box", "note",
]  # fmt: skip

CN = "〇○零一二三四五六七八九十百千两"
_B = r"[ \u3000\xa0\t\u200b]{0,3}"
_OPEN = r"[（(〔\[【{﹙［]"
_CLOSE = r"[）)〕\]】}﹚］]"
_DIGIT = "0-9０-９"

LABEL = re.compile(
    rf"第{_B}(?P<n>(?:[{CN}{_DIGIT}]{_B}){{1,9}})(?P<u>分{_B}编|[编章节条])"
    rf"(?:{_B}之{_B}(?P<s>(?:[{CN}]{_B}){{1,4}}))?"
    rf"|{_OPEN}{_B}(?P<pc>(?:[{CN}]{_B}){{1,5}})(?P<pcx>{_CLOSE})?"
    rf"|{_OPEN}{_B}(?P<pd>[{_DIGIT}]{{1,3}})(?![{_DIGIT}]){_B}(?:(?P<pdx>{_CLOSE})|(?![{_DIGIT}—–-]))"
    rf"|(?P<c>(?:[{CN}]{_B}){{1,5}})(?P<cx>[、．.]|[）)])"
    rf"|(?P<d>[{_DIGIT}]{{1,3}}){_B}(?P<dx>[.．、]|[）)])"
    rf"(?P<dd>(?=[{_DIGIT}])(?!(?:19|20)\d\d[ ]?[年—–-]))?"
    r"|(?P<o>[①-⑳㉑-㉟㊱-㊿❶-❿]+)"
    r"|(?P<k>[㈠-㈩⑴-⒇⒈-⒛])"
    rf"|专{_B}栏{_B}(?P<b>[{_DIGIT}]{{1,2}}|[{CN}]{{1,3}})(?![{_DIGIT}年月日个类所])"
    r"|(?P<t>注)(?P<tn>[0-9]{0,2})[ ]?[:：]"
)
"""Anything that may be a label, tried at one position."""

START = frozenset(
    "第（(〔[【{﹙［注专" + CN + "0123456789０１２３４５６７８９"
    + "".join(map(chr, (*range(0x2460, 0x249C), *range(0x3220, 0x322A))))
    + "".join(map(chr, (*range(0x3251, 0x3260), *range(0x32B1, 0x32C0), *range(0x2776, 0x2780))))
)  # fmt: skip
"""Characters a label can begin with: a cheap test before the regex."""

_UNIT_FORM: dict[str, Form] = {
    "编": "part", "分编": "subpart", "章": "chapter", "节": "section", "条": "article",
}  # fmt: skip
_UNITS = frozenset(_UNIT_FORM.values())
_REFERENCE = re.compile(
    rf"[ ]?(?:的?规定|所[称列述定指规]|的|第(?![{CN}{_DIGIT}]{{1,5}}[^{CN}{_DIGIT}款项目条章节编 ])"
    r"|中的|[和及或与至、,，][ ]?第|以[上下]|款|项(?!目)|之一|前款)"
)
_ITEM_REFERENCE = re.compile(
    r"[ ]?(?:项(?!目)|款|种情形|目(?!标|录|前|的)|[和及或与至、][ ]?第?[（(])"
)
_CN_VALUE = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_CN_UNIT = {"十": 10, "百": 100, "千": 1000}
_COUNTED = re.compile(r"[些是定般个种年月日项类级方面次批期条款章节起直旦切致样带]")


class Label(NamedTuple):
    """A possible label: its form and number, where it starts and where its words begin.

    ``sub`` is the number after 之 (第一百二十条之一), else 0. ``damaged`` labels (a bracket lost)
    count only where the sequence expects exactly them.
    """

    form: Form
    number: int
    sub: int
    at: int
    past: int
    strong: bool
    damaged: bool
    reference: bool


def cn_number(words: str) -> int:
    """Value of a Chinese or Arabic numeral up to 9999: 一百二十 is 120, 二〇二五 is 2025."""
    words = "".join(words.replace("\u200b", "").split())
    if words.isdecimal():
        return int(words)
    if not any(c in _CN_UNIT for c in words):
        return int("".join(str(_CN_VALUE.get(c, c)) for c in words) or 0)
    total = digit = 0
    for c in words:
        if c in _CN_UNIT:
            total += (digit or 1) * _CN_UNIT[c]
            digit = 0
        else:
            digit = _CN_VALUE[c] if c in _CN_VALUE else int(c)
    return total + digit


def _circled(sign: str) -> tuple[Form, int]:
    code = ord(sign)
    for first, count, form, start in (
        (0x2460, 20, "circle", 1), (0x3251, 15, "circle", 21), (0x32B1, 15, "circle", 36),
        (0x2776, 10, "circle", 1), (0x3220, 10, "paren_cn", 1), (0x2474, 20, "paren_digit", 1),
        (0x2488, 20, "digit", 1),
    ):  # fmt: skip
        if first <= code < first + count:
            return form, code - first + start  # type: ignore[return-value]
    raise ValueError(sign)


@lru_cache(maxsize=4096)
def _parsed(label: str) -> tuple[Form, int, int, bool] | None:
    """Form, number, number after 之, and whether a bracket is lost; labels come again and again."""
    found = LABEL.match(label)
    if found is None:
        return None
    if found["n"]:
        unit = found["u"][0] + found["u"][-1] if len(found["u"]) > 1 else found["u"]
        after = cn_number(found["s"]) if found["s"] else 0
        return _UNIT_FORM[unit], cn_number(found["n"]), after, False
    if found["pc"]:
        return "paren_cn", cn_number(found["pc"]), 0, not found["pcx"]
    if found["pd"]:
        return "paren_digit", int(found["pd"]), 0, not found["pdx"]
    if found["c"]:
        whole = found["cx"] in "、．."
        return ("cn" if whole else "paren_cn"), cn_number(found["c"]), 0, not whole
    if found["d"]:
        return ("digit" if found["dx"] in ".．、" else "paren_digit"), int(found["d"]), 0, False
    return _rarely(found)


def _rarely(found: re.Match[str]) -> tuple[Form, int, int, bool]:
    """The forms of one character, boxes and notes."""
    sign = found["o"] or found["k"]
    if sign:
        return *_circled(sign[0]), 0, False
    if found["b"]:
        return "box", cn_number(found["b"]), 0, False
    return "note", int(found["tn"] or 0), 0, False


def label_at(text: str, at: int, *, strong: bool = True) -> Label | None:
    """The label that may stand at ``at``, or ``None``."""
    found = LABEL.match(text, at)
    return _label(found, at, strong) if found else None


def _label(found: re.Match[str], at: int, strong: bool) -> Label | None:
    text, past = found.string, found.end()
    parsed = _parsed(text[at:past])
    if parsed is None:
        return None
    form, number, sub, damaged = parsed
    if number == 0 and form not in ("note", "article"):
        return None
    reference = False
    if form == "paren_cn":
        if damaged and not strong and _COUNTED.match(text, past):
            return None
        reference = _ITEM_REFERENCE.match(text, past) is not None
    elif form == "digit":
        damaged = damaged or found["dd"] is not None
    elif form in _UNITS:
        reference = _REFERENCE.match(text, past) is not None
    return Label(form, number, sub, at, past, strong, damaged, reference)


_INSIDE = re.compile(
    rf"[。；;：:！？!?）)\n][ \u3000\xa0\t”’\"」』]{{0,4}}(?P<label>{LABEL.pattern})"
)


def labels_in(text: str, first: int, past: int) -> Iterator[Label]:
    """All candidates at paragraph starts (strong) and after sentence punctuation (weak)."""
    opening = label_at(text, first) if first < past and text[first] in START else None
    if opening:
        yield opening
    for found in _INSIDE.finditer(text, first, past):
        label = _label(found, found.start("label"), text[found.start()] == "\n")
        if label:
            yield label
