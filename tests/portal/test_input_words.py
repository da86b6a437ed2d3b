# SPDX-License-Identifier: Apache-2.0
"""Every sentence about wrong input that can reach a screen has its Chinese saying."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from django.utils import translation

import yiju
from yiju.kernel.refusal import InvalidInput
from yiju.library.formats.sniffing import NOT_TEXT, ZIP_KINDS, format_of
from yiju.library.web.input_words import (
    CHINESE,
    CHINESE_REMEDIES,
    THINGS,
    input_message,
    job_message,
)

ROOT = Path(yiju.__file__).parent
WALKED = (
    "kernel",
    "office/access",
    "office/calendar",
    "office/parties",
    "library/formats",
    "library/actions",
    "library/web",
    "library/reading/render",
)
"""Where forms may be told of wrong input; commands and backups answer on the terminal only."""

RAISED = {"InvalidInput": 1, "AccountRefused": 2, "_wrong": 1, "wrong": 1}
"""What makes such an error, and which of its arguments says what is wrong."""

WORD = re.compile(r"[A-Za-z]{2}")
HAN = re.compile(r"[\u4e00-\u9fff：]")
Patterns = Sequence[tuple[re.Pattern[str], str]]
Written = Mapping[str, Iterable[ast.expr]]


def modules() -> list[ast.Module]:
    paths = [path for place in WALKED for path in sorted((ROOT / place).rglob("*.py"))]
    paths.append(ROOT / "library/payloads.py")
    return [ast.parse(path.read_text("utf-8")) for path in paths]


def constants(codes: Iterable[ast.Module]) -> Written:
    """The names of the modules that stand for sentences."""
    written: dict[str, list[ast.expr]] = defaultdict(list)
    for code in codes:
        for node in ast.walk(code):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                written[node.targets[0].id].append(node.value)
    return written


def sentences(value: ast.expr, written: Written) -> Iterator[str]:
    """What an argument says, with 3 for what it fills in; nothing for the words of others."""
    if isinstance(value, ast.Constant):
        yield str(value.value)
    elif isinstance(value, ast.JoinedStr):
        parts = (p.value if isinstance(p, ast.Constant) else "3" for p in value.values)
        yield "".join(map(str, parts))
    elif isinstance(value, ast.Name):
        for known in written.get(value.id, ()):
            if isinstance(known, ast.Constant | ast.JoinedStr):
                yield from sentences(known, written)


def raised(argument: int) -> list[str]:
    """The sentences in one argument: 0 says what is wrong, 1 what to do."""
    codes = modules()
    written = constants(codes)
    calls = [node for code in codes for node in ast.walk(code) if isinstance(node, ast.Call)]
    said = [
        sentence
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in RAISED
        for value in call.args[RAISED[call.func.id] + argument :][:1]
        for sentence in sentences(value, written)
    ]
    return [sentence for sentence in said if WORD.search(sentence) and not HAN.search(sentence)]


def unsaid(found: Iterable[str], known: Patterns) -> list[str]:
    return [each for each in found if not any(english.fullmatch(each) for english, _ in known)]


def test_every_sentence_of_what_is_wrong_has_its_chinese_words() -> None:
    found = raised(0)
    assert len(found) > 80
    assert unsaid(found, CHINESE) == []


def test_every_remedy_has_its_chinese_words() -> None:
    found = [*raised(1), *(remedy for _, _, remedy in NOT_TEXT)]
    assert len(found) > 60
    assert unsaid(found, CHINESE_REMEDIES) == []


def test_every_kind_of_file_that_is_not_read_has_a_chinese_name() -> None:
    kinds = {what for _, what, _ in NOT_TEXT} | {what for _, what in ZIP_KINDS}
    assert kinds <= set(THINGS)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "通知.txt：文件是空的；请选择有文字的文件"),
        (b"Rar!\x1a", "通知.txt：这是压缩包（RAR），不是文本；请解压后逐个导入"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained_in_chinese(content: bytes, said: str) -> None:
    with pytest.raises(InvalidInput) as raised, translation.override("zh-hans"):
        format_of("通知.txt", content)
    with translation.override("zh-hans"):
        assert input_message(raised.value) == said
    with translation.override("en"):
        assert input_message(raised.value) == str(raised.value)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("a.pdf: page 3 of this PDF is damaged; save it as docx or pdf",
         "a.pdf：PDF 第 3 页已损坏；请另存为 DOCX 或 PDF"),
        ("a.pdf: pages 2, 5-7: scanned pictures without text; save it as docx or pdf",
         "a.pdf：第 2, 5-7 页是扫描图片，没有文字；请另存为 DOCX 或 PDF"),
        ("its worker ended 3 times during it", "处理中断 3 次，已停止；请联系管理员"),
    ],
)  # fmt: skip
def test_why_an_import_came_to_nothing_is_said_in_chinese(kept: str, said: str) -> None:
    with translation.override("zh-hans"):
        assert job_message(kept) == said


def test_beside_its_field_a_message_does_not_repeat_the_field() -> None:
    wrong = InvalidInput("fact.on", "is '2025-13-01', no date YYYY-MM-DD", "write YYYY-MM-DD")
    with translation.override("zh-hans"):
        assert input_message(wrong, place=False) == (
            "“2025-13-01”不是日期；请写成“年-月-日”，如 2025-09-26"
        )
