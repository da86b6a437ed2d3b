# SPDX-License-Identifier: Apache-2.0
"""Inputs that no office ever meant: broken, repeated, nested, mixed with every kind of sign."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from random import Random

from tests.reading.books import Sort, source

RARE = "\x00\x0b\x0c\r\x1c\x85\u2028\u2029\ufeff\u200b\u202e\u0301\ue000\U0001f600\U00020000\t|^_"
FRAGMENTS = (
    "第一条", "第零条", "第十十条", "第九百九十九条之九", "第", "条", "(一)", "(一", "一)", "一、",
    "1.", "1、", "(1)", "①", "⑳", "〔2026〕1号", "〔2026】", "《", "》", "《》", "2026年13月45日",
    "0000年0月0日", "99999年", "到2030年", "达到", "%", "不低于", "分别", "万元", "(牵头负责)",
    "(、负责)", "附件:", "附件1", "目录", "专栏1", "注:", "第一章", "第一编", "第1页", "{{x}}",
    "前款", "第一条第一款第(一)项", "以下简称", "个工作日内", "三十日内", "关于的通知", "通知",
    "http://", "联系人:", "电话:", "……", "——", "\n\n", "\n", "\f", " ", "\u3000", "\t",
)  # fmt: skip


def base_text(chance: Random) -> str:
    """A text to start from: generated at some level, or our sample bulletin."""
    if chance.random() < 0.15:
        return files("yiju.samples").joinpath("bulletin-sample.txt").read_text("utf-8")
    sort: Sort = chance.choice(("law", "notice", "notice"))
    return source(sort, chance.randrange(10_000), chance.randrange(5)).text


def span(chance: Random, text: str) -> tuple[int, int]:
    first = chance.randrange(len(text) + 1)
    return first, min(len(text), first + chance.choice((1, 2, 5, 30, 300)))


def cut_out(chance: Random, text: str) -> str:
    first, past = span(chance, text)
    return text[:first] + text[past:]


def repeat(chance: Random, text: str) -> str:
    first, past = span(chance, text)
    return text[:past] + text[first:past] * chance.choice((1, 2, 20)) + text[past:]


def move(chance: Random, text: str) -> str:
    first, past = span(chance, text)
    rest = text[:first] + text[past:]
    place = chance.randrange(len(rest) + 1)
    return rest[:place] + text[first:past] + rest[place:]


def put_in(chance: Random, text: str) -> str:
    place = chance.randrange(len(text) + 1)
    pieces = chance.choices((*FRAGMENTS, *RARE), k=chance.choice((1, 3, 10)))
    return text[:place] + "".join(pieces) + text[place:]


def put_in_anything(chance: Random, text: str) -> str:
    place = chance.randrange(len(text) + 1)
    signs = [chr(chance.choice((chance.randrange(0xD800), chance.randrange(0xE000, 0x11000))))
             for _ in range(chance.choice((1, 10)))]  # fmt: skip
    return text[:place] + "".join(signs) + text[place:]


def one_line(chance: Random, text: str) -> str:
    return text.replace("\n", chance.choice(("", " ", "\r")))


def every_sign_a_line(chance: Random, text: str) -> str:
    first, past = span(chance, text)
    return text[:first] + "\n".join(text[first:past]) + text[past:]


def lose_a_sign(chance: Random, text: str) -> str:
    return text.replace(chance.choice("。,;:()《》、\n第条一1"), "")


def shuffle_lines(chance: Random, text: str) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


MUTATIONS: tuple[Callable[[Random, str], str], ...] = (
    cut_out, cut_out, repeat, move, put_in, put_in, put_in_anything, one_line, every_sign_a_line,
    lose_a_sign, shuffle_lines,
)  # fmt: skip


def mutant(seed: int) -> str:
    """The input number ``seed``: a text changed one to eight times, or fragments alone."""
    chance = Random(f"mutant-{seed}")
    if chance.random() < 0.15:
        return "".join(chance.choices((*FRAGMENTS, *RARE), k=chance.choice((0, 1, 5, 50, 500))))
    text = base_text(chance)
    for _ in range(chance.randint(1, 8)):
        text = chance.choice(MUTATIONS)(chance, text)
    return text


def monsters(length: int) -> dict[str, str]:
    """Texts of about ``length`` characters that tempt a reader into more than linear work."""
    return {
        "one line of prose": "鼓励申请人主动细化工作指引和数据质量,核查管理台账。" * (length // 26),
        "one line without stops": "健全协调机制" * (length // 6),
        "nested brackets": "(" * (length // 2) + ")" * (length // 2),
        "open brackets": "(" * length,
        "open titles": "《" * length,
        "nested titles": "《关于" * (length // 3),
        "labels in one line": "(一)(二)" * (length // 6),
        "articles in one line": "第一条第二条" * (length // 6),
        "article sign": "第" * length,
        "numerals": "十" * length,
        "digits": "1" * length,
        "dots": "1." * (length // 2),
        "blanks": " " * length + "完",
        "ideographic blanks": "\u3000" * length + "完",
        "empty lines": "\n" * length + "完",
        "short lines": "一、\n" * (length // 3),
        "units": "(" + "市财政局、" * (length // 5) + "负责)",
        "closed duties": "市财政局负责)" * (length // 7),
        "dates": "2026年3月1日至" * (length // 10),
        "percentages": "达到5%" * (length // 4),
        "template variables": "{{" * (length // 2),
        "addresses": "https://" * (length // 8),
        "issuers": "市财政局" * (length // 4) + "2026年3月1日",
        "document numbers": "〔2026〕" * (length // 6),
        "tabs": "表\t格\t" * (length // 4),
    }
