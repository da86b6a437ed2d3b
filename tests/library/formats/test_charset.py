# SPDX-License-Identifier: Apache-2.0
"""Texts in every charset that offices use come out as written, or are refused by name."""

from __future__ import annotations

import codecs
import random

import pytest

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats import extract

SIMPLIFIED = (
    "关于印发《样例市数据开放管理办法》的通知\n各县(市、区)人民政府,市级各单位:\n"
    "第一条 为了规范公共数据开放,根据有关规定,制定本办法。\n第二条 本办法自2025年3月1日起施行。\n"
)
TRADITIONAL = (
    "樣例縣資料開放管理辦法\n第一條 為規範公共資料開放,依有關規定,訂定本辦法。\n"
    "第二條 各機關應於收到申請後十五日內,將處理結果通知申請人;屆期未通知者,視為同意。\n"
)


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be"])
def test_simplified_text_without_a_mark_is_read_in_its_charset(charset: str) -> None:
    assert extract("a.txt", SIMPLIFIED.encode(charset)).text == SIMPLIFIED


@pytest.mark.parametrize("charset", ["utf-8", "big5", "cp950", "gb18030"])
def test_traditional_text_without_a_mark_is_read_in_its_charset(charset: str) -> None:
    assert extract("a.txt", TRADITIONAL.encode(charset)).text == TRADITIONAL


@pytest.mark.parametrize(
    ("mark", "charset"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_character(mark: bytes, charset: str) -> None:
    assert extract("a.txt", mark + SIMPLIFIED.encode(charset)).text == SIMPLIFIED


@pytest.mark.parametrize("length", [30, 60, 200])
def test_any_stretch_of_a_text_is_told_apart_between_gb18030_and_big5(length: int) -> None:
    chance = random.Random(length)
    for text, charset in ((SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5")):
        for _ in range(50):
            first = chance.randrange(max(1, len(text) - length))
            stretch = text[first : first + length]
            assert extract("a.txt", stretch.encode(charset)).text == stretch


def test_rare_characters_of_names_do_not_make_a_gb18030_text_unknown() -> None:
    text = SIMPLIFIED + "联系人:龘靐、㐂𠮷。\n"
    assert extract("a.txt", text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("Der Müller ißt Käse auf der Straße. " * 5, "latin-1"),
        ("О введении в действие правил управления и оценки доверия", "koi8-r"),
        ("国家知的財産権局の商標代理信用評価管理試行業務の実施に関する通知", "shift-jis"),
        ("국가지식재산권국의 상표 대리 신용 평가 관리 시범 사업에 관한 통지" * 3, "euc-kr"),
    ],
)
def test_a_charset_that_is_not_chinese_is_refused(text: str, charset: str) -> None:
    with pytest.raises(InvalidInput, match="save it as UTF-8"):
        extract("a.txt", text.encode(charset))


def test_a_utf8_file_cut_inside_a_character_is_refused_with_its_line() -> None:
    with pytest.raises(InvalidInput, match=r"^a\.txt:4: UTF-8 up to byte"):
        extract("a.txt", SIMPLIFIED.encode()[:-5])


def test_a_wrong_byte_order_mark_is_refused() -> None:
    with pytest.raises(InvalidInput, match="begins with the mark of UTF-16-LE"):
        extract("a.txt", codecs.BOM_UTF16_LE + b"abc")


@pytest.mark.parametrize("content", [b"abc\0def", bytes(range(256)) * 20, "通知\0".encode()])
def test_a_binary_file_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidInput):
        extract("a.txt", content)


def test_every_kind_of_line_end_becomes_a_line_feed() -> None:
    assert extract("a.txt", b"a\r\nb\rc\nd\x0ce").text == "a\nb\nc\nd\x0ce"
