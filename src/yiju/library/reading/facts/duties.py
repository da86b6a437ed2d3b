# SPDX-License-Identifier: Apache-2.0
"""Duties: which units answer for a task (责任单位), and in which role.

Most stand in brackets at the end of the task: (甲部牵头,乙部、丙局等按职责分工负责). The units keep
the names that the text gives them, with marks in one form; 等 leaves the list open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiju.library.reading.facts.units import names_of, roles_of
from yiju.library.reading.facts.view import FactView, Place
from yiju.library.reading.model import Duty, Fact

_ENDED = r"(?:落实|实施|推进)?(?:[)]|(?=\n))"
_LISTED = r"(?:单位|部门|处室)[:为](?:[^()\n]|\([^()\n]{0,12}\)){2,300}[)]"
# Alternatives that each begin with a plain sign: the search skips what none begins with.
_CLOSED = re.compile(
    "|".join(f"{word}{_ENDED}" for word in (
        "负责", "牵头", "参加", "参与", "配合", "协助", "落实", "承担", "分工"
    ))
    + "|"
    + "|".join(f"{word}{_LISTED}" for word in ("责任", "牵头", "主办", "承办"))
)  # fmt: skip
_STATED = re.compile(
    r"(?:责任|牵头|承办|配合|参与|参加|协助|协同|协办|主办)(?:落实)?(?:单位|部门|处室)[:为]"
    r"[^。\n〔〕]{2,300}"
)
_BY = re.compile(
    r"由[^,。;:()\n由]{2,80}?(?:(?:牵头)?(?:按照?(?:各自)?职责分工)?负责(?!解释|人)"
    r"(?:,[^,。;:()\n]{2,80}?(?:配合|参加|参与|协助|协同)(?=[。;,\n]))?"
    r"|牵头,[^。;:()\n]{2,120}?(?:配合|参加|参与|协助|按职责分工负责))"
)
_BARE = re.compile(r"。(?P<units>\((?:[^()\n0-9:。]|\([^()\n]{0,12}\)){4,300}\))(?=\n|$)")
_OFFICES = ("委", "局", "部", "厅", "办", "政府", "部门", "单位", "委员会", "银行", "法院")
_NOT_BY_AFTER = frozenset("自理缘事")
_REACH = 600
_LONGEST = 300
_LINES_IN_BRACKETS = 2


def duties(view: FactView) -> Iterator[tuple[int, Fact]]:
    """Every assignment of every document."""
    taken = -1
    for first, past, words in _assignments(view.text):
        if first < taken:
            continue
        units, open_ended = roles_of(words)
        stand = view.stand(first, past) if units else None
        if stand is None:
            continue
        taken = past
        yield (
            stand.place.document,
            Duty(
                clause=stand.place.clause,
                quote=stand.quote,
                start=stand.start,
                end=stand.end,
                units=units,
                open_ended=open_ended,
                task=_task(stand.place, stand.start, stand.end),
            ),
        )


def _assignments(text: str) -> list[tuple[int, int, str]]:
    """The ranges that look like assignments, with the words that name units and roles."""
    found = list(_bracketed(text))
    closed = {first for first, _, _ in found}
    for stated in _STATED.finditer(text):
        if text[max(0, stated.start() - 1) : stated.start()] not in ("(",):
            found.append((stated.start(), stated.end(), stated.group()))
    found += [
        (by.start(), by.end(), by.group()[1:])
        for by in _BY.finditer(text)
        if by.start() - 1 not in closed and text[by.start() - 1 : by.start()] not in _NOT_BY_AFTER
    ]
    if "。(" in text:
        found += _bare(text, closed)
    return sorted(found)


def _bare(text: str, closed: set[int]) -> Iterator[tuple[int, int, str]]:
    """(市财政局,市级有关部门) after the last sentence of a task: units without a word of duty."""
    for found in _BARE.finditer(text):
        if found.start("units") in closed:
            continue
        words = found["units"][1:-1].replace(",", "、")
        names = names_of(f"{words}按职责分工负责")
        if len(names) > 1 and all(name.removesuffix("等").endswith(_OFFICES) for name in names):
            yield found.start("units"), found.end(), f"{words}按职责分工负责"


def _bracketed(text: str) -> Iterator[tuple[int, int, str]]:
    """The brackets that end with a role; where the opening one is lost, the sentence's end."""
    for close in _CLOSED.finditer(text):
        past = close.end()
        inner = past - 1 if text[past - 1] == ")" else past
        opened = _opening(text, inner)
        if opened is not None:
            # No paragraph ends inside brackets; where a line was not joined, it is joined here.
            yield opened, past, text[opened + 1 : inner].replace("\n", "")
            continue
        lowest = max(0, past - _REACH)
        first = max(text.rfind(mark, lowest, past) for mark in "。;\n") + 1
        if first < lowest:
            continue
        words = text[first:inner]
        if 3 < inner - first <= _LONGEST and ")" not in words and names_of(words):
            yield first, past, words


def _opening(text: str, close: int) -> int | None:
    """The bracket that the one at ``close`` closes; 财政厅(局) may stand between."""
    lowest = max(0, close - _REACH)
    at = close
    wanted = 1
    for _ in range(24):
        opened = text.rfind("(", lowest, at)
        if opened < 0:
            return None
        wanted += text.count(")", opened, at) - 1
        if wanted == 0:
            return opened if text.count("\n", opened, close) <= _LINES_IN_BRACKETS else None
        at = opened
    return None


def _task(place: Place, start: int, end: int) -> str:
    """The clause that the assignment closes: its own, or where it stands alone the one before."""
    node = place.node
    if node is not None and node.start >= start and node.end <= end + 1:
        if place.before is not None:
            return place.before.clause
        if place.above is not None:
            return place.above.clause
    return place.clause
