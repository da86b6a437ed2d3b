# SPDX-License-Identifier: Apache-2.0
"""What looks wrong in a source: damage of scanning, contradictions, things missing, numbering.

Reads: one document's words in the clean text and its clauses. Writes: :class:`Spot` values; a
proposal is given where one exists, and nothing is ever changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Literal, NamedTuple

from yiju.library.reading import shapes
from yiju.library.reading.model import Node
from yiju.library.reading.numbering import cn_number
from yiju.library.reading.tree import Oddity

BLANK = "a blank inside a word"


class Spot(NamedTuple):
    """A finding as a range of the clean text."""

    type: Literal["ocr", "contradiction", "missing", "numbering"]
    first: int
    past: int
    message: str
    proposal: str | None


_RUBBLE = re.compile(
    r"(?:[\^_*]{1,2}|\\[A-Za-z]{2,16}|\{[^{}\n]{0,12}\})"
    r"(?:[\^_{}+$*]|\\[A-Za-z]{2,16}|[A-Za-z\d]{1,8}(?=[}\^_{]))*"
)
_COMMAND = re.compile(r"\\[A-Za-z]{2,16}(?:\{[^{}]{0,12}\})?")
_POWER = re.compile(r"\^\{\d+\}|[\^_{}*$]")
_STRAY = re.compile(r"[ ]?[|｜](?=\n|$)")
_BLANK = re.compile(r"[ \u3000][ \u3000]{0,2}(?=[\u4e00-\u9fff\d])")
_NUMERAL_FOR_DASH = re.compile(r"一(?=(?:19|20)\d\d)")
_LABEL_BEFORE = re.compile(
    r"第[一二三四五六七八九十百千零〇\d]{1,8}分?[编章节条](?:之[一二三四五六七八九十])?$"
)
_SPREAD = frozenset(("附则", "总则", "分则", "目录", "目次", "附件", "序言"))
_SPAN = re.compile(
    r"近(?P<n>[两二三四五六七八九十]|\d{1,2})[个]?年[ ]?[（(][ ]?(?P<a>(?:19|20)\d\d)[ ]?年?"
    r"[ ]?[-—–－~～至一][ ]?(?P<b>(?:19|20)\d\d)[ ]?年?[ ]?[)）]"
)
_COUNTED = re.compile(
    r"(?:以下|下列)(?P<n>[两二三四五六七八九十]|\d{1,2})(?:个?方面|[类项个种条款点])[^。；]{0,8}[:：]$"
)
_LOOKALIKE = (
    ("遂避逊磷", re.compile(r"[遂避逊磷]选"), "遴选"),
    ("坏", re.compile(r"坏料"), "坯料"),
    (("企更名",), re.compile(r"企更名"), "企业更名"),
    (("中报",), re.compile(r"中报(?=材料|书|表|单位|主体|条件|程序|截止|通知)"), "申报"),
    ("曰", re.compile(r"自公布之曰"), "自公布之日"),
    ("邵", re.compile(r"(?<=有关)邵门"), "部门"),
    (("落买",), re.compile(r"贯彻落买|落买"), "落实"),
    (("国务完",), re.compile(r"国务完"), "国务院"),
    ("俯", re.compile(r"人民政俯"), "人民政府"),
)
"""Signs of which one stands in a damaged word (rare, so sought first), that word, the right one."""
_PAIRS = {
    "（": "）)",
    "(": "）)",
    "〔": "〕",
    "[": "]",
    "【": "】",
    "《": "》",
    "〈": "〉",
    "“": "”",
}
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CITED = re.compile(r"第?[ ]?\d{1,5}[ ]?号")
_CIRCLED = re.compile(r"[①-⑳]")
_QUOTED = 2000
"""A quotation of several paragraphs is no longer than so many characters."""
_BRACKET = re.compile(r"[（(〔\[【《〈“）)〕\]】》〉”\n]")


def spots(text: str, first: int, past: int) -> Iterator[Spot]:
    """Damage and contradictions in the words ``first:past`` of the clean text."""
    for rule in _RULES:
        yield from rule(text, first, past)


def _has_any(signs: Iterable[str], text: str, first: int, past: int) -> bool:
    """Whether one of the signs stands in the range: far cheaper than a search for what has it."""
    return any(text.find(sign, first, past) >= 0 for sign in signs)


def _rubble(text: str, first: int, past: int) -> Iterator[Spot]:
    if not _has_any("^_*\\{", text, first, past):
        return
    for found in _RUBBLE.finditer(text, first, past):
        if len(found[0]) < 2:
            continue
        plain = _POWER.sub("", _COMMAND.sub("", found[0])) or None
        yield Spot("ocr", *found.span(), "remains of a formula where a sign should be", plain)


def _strays(text: str, first: int, past: int) -> Iterator[Spot]:
    if not _has_any("|｜", text, first, past):
        return
    for found in _STRAY.finditer(text, first, past):
        line = text.rfind("\n", first, found.start()) + 1
        if text.find("|", line, found.start()) >= 0:
            continue  # a row of a table
        yield Spot("ocr", *found.span(), "a stray sign at the end of a line", None)


def _blanks(text: str, first: int, past: int) -> Iterator[Spot]:
    """Blanks between the signs of a word or a date, one finding for a stretch of them."""
    start = end = -1
    for found in _BLANK.finditer(text, first + 1, past):
        if not _is_damage(text, found):
            continue
        if found.start() - 1 >= end:
            if end >= 0:
                yield _without_blanks(text, start, end)
            start = found.start() - 1
        end = found.end() + 1
    if end >= 0:
        yield _without_blanks(text, start, end)


def _without_blanks(text: str, start: int, end: int) -> Spot:
    return Spot("ocr", start, end, BLANK, shapes.compact(text[start:end]))


def _is_damage(text: str, blank: re.Match[str]) -> bool:
    """Whether a blank parts a word or a date, and not a label from its words (第五章 附则)."""
    at, after = blank.start() - 1, text[blank.end()]
    before = text[at]
    if after.isdigit():
        damaged = before in "年月"
    else:
        damaged = "\u4e00" <= before <= "\u9fff" or (before.isdigit() and after in "年月日")
    if not damaged or before + after in _SPREAD:
        return False
    label = before in "编章节条一二三" and _LABEL_BEFORE.search(text[max(0, at - 13) : at + 1])
    return not label


def _dashes(text: str, first: int, past: int) -> Iterator[Spot]:
    for found in _NUMERAL_FOR_DASH.finditer(text, first, past):
        if text[found.start() - 1 : found.start()] in tuple("0123456789年"):
            yield Spot("ocr", *found.span(), "the numeral 一 stands for a dash", "—")


def _lookalikes(text: str, first: int, past: int) -> Iterator[Spot]:
    for signs, pattern, right in _LOOKALIKE:
        if not _has_any(signs, text, first, past):
            continue
        for found in pattern.finditer(text, first, past):
            yield Spot("ocr", *found.span(), f"a word that looks like {right}", right)


def _numbers(text: str, first: int, past: int) -> Iterator[Spot]:
    """Document numbers cited with brackets that do not match."""
    for found in shapes.BROKEN_NUMBER.finditer(text, first, past):
        number = f"〔{found['year'] or found['y2']}〕{shapes.compact(found['tail'])}"
        yield Spot("ocr", *found.span(), "brackets of a document number are damaged", number)


def _brackets(text: str, first: int, past: int) -> Iterator[Spot]:
    """Brackets and quotation marks without their partner, paragraph by paragraph."""
    waiting: list[tuple[str, int]] = []
    opened: list[int] = []
    for found in _BRACKET.finditer(text, first, past):
        sign, at = found[0], found.start()
        if sign == "\n":
            yield from (_alone(s, p) for s, p in waiting[-3:] if s != "“")
            opened = [p for s, p in waiting if s == "“"][-1:] or opened
            if text.startswith("“", at + 1):
                opened = []  # a quotation goes on, each paragraph opening it again
            waiting.clear()
        elif sign in _PAIRS:
            if len(waiting) < 64:
                waiting.append((sign, at))
        elif waiting and sign in _PAIRS[waiting[-1][0]]:
            waiting.pop()
        elif waiting and waiting[-1][0] in "〔[【〈" and not _CITED.match(text, at + 1):
            message = f"{waiting[-1][0]} is closed by {sign}"
            yield Spot("ocr", waiting[-1][1], at + 1, message, None)
            waiting.pop()
        elif waiting and _CITED.match(text, at + 1):
            waiting.pop()
        elif sign == "”" and opened and at - opened[0] < _QUOTED:
            opened = []  # a quotation of several paragraphs ends
        elif sign not in "）)":
            yield _alone(sign, at)
        if opened and at - opened[0] >= _QUOTED:
            yield _alone("“", opened.pop())
    yield from (_alone("“", place) for place in opened)
    yield from (_alone(s, p) for s, p in waiting[-3:])


def _alone(sign: str, at: int) -> Spot:
    return Spot("ocr", at, at + 1, f"{sign} has no partner in its paragraph", None)


def _spans(text: str, first: int, past: int) -> Iterator[Spot]:
    """近三年(2022-2023年) is two years."""
    for found in _SPAN.finditer(text, first, past):
        said = 2 if found["n"] == "两" else cn_number(found["n"])
        begin, end = int(found["a"]), int(found["b"])
        if end - begin + 1 != said:
            message = f"{said} years are said, {begin}-{end} are {end - begin + 1}"
            proposal = f"{end - said + 1}-{end}年, or another number of years"
            yield Spot("contradiction", *found.span(), message, proposal)


def _days(text: str, first: int, past: int) -> Iterator[Spot]:
    if all(_is_in_every_year(found) for found in shapes.MONTH_AND_DAY.finditer(text, first, past)):
        return
    for found in shapes.DAY.finditer(text, first, past):
        if shapes.day_of(found) is None:
            yield Spot("contradiction", *found.span(), "the calendar has no such day", None)


def _is_in_every_year(found: re.Match[str]) -> bool:
    month = cn_number(found["m"])
    return 1 <= month <= 12 and 1 <= cn_number(found["d"]) <= _MONTH_DAYS[month - 1]


_RULES: tuple[Callable[[str, int, int], Iterator[Spot]], ...] = (
    _rubble, _strays, _blanks, _dashes, _lookalikes, _numbers, _brackets, _spans, _days,
)  # fmt: skip


def numbering_spots(odd: Sequence[Oddity]) -> Iterator[Spot]:
    """Labels whose number does not follow the one before."""
    for o in odd:
        if o.found < o.expected:
            message = f"number {o.found} comes again or too late; {o.expected} was expected"
        else:
            message = f"numbering jumps to {o.found}; {o.expected} was expected"
        yield Spot("numbering", o.at, o.past, message, None)


def clause_spots(clauses: Sequence[Node], text: str, first: int) -> Iterator[Spot]:
    """What only the tree shows: lists shorter than announced, footnotes to nothing."""
    for place, node in enumerate(clauses):
        if node.kind == "note":
            yield from _footnotes(node, text, first)
        if node.text[-1:] in (":", "："):
            below = node.children or clauses[place + 1 :]
            yield from _announced(node, below)
        yield from clause_spots(node.children, text, first)


def _announced(node: Node, below: Sequence[Node]) -> Iterator[Spot]:
    """以下三类： with four in the list."""
    found = _COUNTED.search(node.text[-24:])
    if not found or not below:
        return
    listed = list(takewhile(lambda one: one.label and one.kind == below[0].kind, below))
    said = 2 if found["n"] == "两" else cn_number(found["n"])
    counted = [one.number for one in listed] == [str(n + 1) for n in range(len(listed))]
    if listed and counted and len(listed) != said:
        message = f"{said} are announced, {len(listed)} are listed"
        yield Spot("contradiction", node.first, node.past, message, None)


def _footnotes(note: Node, text: str, first: int) -> Iterator[Spot]:
    """Footnotes ①② whose signs stand nowhere above: their table is lost."""
    marks = note.text[:4] + "".join(child.label or "" for child in note.children)
    signs = _CIRCLED.findall(marks)
    if signs and not any(text.find(sign, first, note.first) >= 0 for sign in signs):
        message = f"footnotes {''.join(signs)} refer to nothing above; a table is missing"
        past = max([note.past, *(child.past for child in note.children)])
        yield Spot("missing", note.first, past, message, None)


def title_spots(text: str, first: int, past: int, title: str) -> Iterator[Spot]:
    """Words of the title that the text repeats with one sign lost or exchanged."""
    core = shapes.compact(title).partition("关于")[2]
    past = min(past, first + 20_000)
    for place in range(2, len(core) - 4):
        left, right = core[max(0, place - 4) : place], core[place + 1 : place + 5]
        if core[place] == right[0]:
            continue
        damaged, whole = left + right, left + core[place] + right
        at = text.find(damaged, first, past + len(right))
        while at >= 0:
            end = at + len(damaged)
            yield Spot("ocr", at, end, "a sign of the title's words is lost", whole)
            at = text.find(damaged, at + len(left), past + len(right))
