# SPDX-License-Identifier: Apache-2.0
"""The reader's findings in the words of the interface: the reader itself speaks English only."""

from __future__ import annotations

import re

from django.utils.translation import get_language

CHINESE = tuple(
    (re.compile(english), chinese)
    for english, chinese in (
        (r"the head of the document is missing", "文件开头缺失"),
        (r"the end of the document is missing", "文件结尾缺失"),
        (r"a blank inside a word", "词中夹有空格"),
        (r"a stray sign at the end of a line", "行末有多余的符号"),
        (r"the numeral 一 stands for a dash", "破折号或连接号误作“一”"),
        (r"a word that looks like (.+)", r"疑为“\1”之误"),
        (r"brackets of a document number are damaged", "文号的括号有误"),
        (r"(.+) is closed by (.+)", r"“\1”与“\2”不配对"),
        (r"(.+) has no partner in its paragraph", r"“\1”在本段内没有配对"),
        (r"remains of a formula where a sign should be", "应为符号之处留有公式残迹"),
        (r"(\d+) years are said, (\d+)-(\d+) are (\d+)", r"写明\1年，而\2至\3年是\4年"),
        (r"the calendar has no such day", "日历上没有这一天"),
        (r"number (.+) comes again or too late; (.+) was expected", r"序号\1重复或错位，应为\2"),
        (r"numbering jumps to (.+); (.+) was expected", r"序号跳至\1，应为\2"),
        (r"(\d+) are announced, (\d+) are listed", r"写明\1项，实列\2项"),
        (r"footnotes (.+) refer to nothing above; a table is missing", r"注\1上文无所指，表格缺失"),
        (r"a sign of the title's words is lost", "标题中有字缺失"),
        (r"no policy document is recognised in this text", "没有认出政策文件"),
    )
)


def finding_message(message: str) -> str:
    """A finding's message in Chinese where that is the reader's language and it is known."""
    if get_language() == "en":
        return message
    for english, chinese in CHINESE:
        found = english.fullmatch(message)
        if found:
            return found.expand(chinese)
    return message
