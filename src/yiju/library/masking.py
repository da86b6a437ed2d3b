# SPDX-License-Identifier: Apache-2.0
"""Personal contact details in a text, made unreadable for the public.

Telephone numbers and mail addresses everywhere; names of persons where the text names whom to
ask. Length is kept, so offsets into a masked text are those of the text.
"""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"(?<![0-9])(?:1[3-9][0-9]{9}|0[0-9]{2,3}[-－—]?[0-9]{7,8})(?![0-9])", re.ASCII
)
_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}(?=@[A-Za-z0-9-]{1,63}\.)")
_ASKED = re.compile(r"(?:联系人|联络人|经办人|联系方式)[^。；;\n]{1,200}")
_OFFICE_END = "处科室部局委办院会厅司组署站所司心"
_BEFORE_NAME = rf"(?<=[：:、，,\s{_OFFICE_END}])"
_AFTER_NAME = r"(?=[、，,；;：:（(\s0-9]|$)"
_NAME = re.compile(rf"{_BEFORE_NAME}[\u4e00-\u9fff]{{2,4}}{_AFTER_NAME}")
_NO_NAME = re.compile(r"电话|手机|邮箱|邮编|地址|传真|微信|联系|方式|号码")
_SHOWN_START = 3
_SHOWN_END = 2


def masked(text: str) -> str:
    """``text`` with persons, telephone numbers and mail addresses starred out."""
    if _ASKED.search(text):
        text = _ASKED.sub(lambda asked: _NAME.sub(_masked_name, asked[0]), text)
    return _MAIL.sub(_stars, _NUMBER.sub(_masked_number, text))


def _masked_number(number: re.Match[str]) -> str:
    words = number[0]
    hidden = len(words) - _SHOWN_START - _SHOWN_END
    return words[:_SHOWN_START] + "*" * hidden + words[-_SHOWN_END:]


def _masked_name(name: re.Match[str]) -> str:
    words = name[0]
    if words[-1] in _OFFICE_END or _NO_NAME.search(words):
        return words
    return words[0] + "*" * (len(words) - 1)


def _stars(words: re.Match[str]) -> str:
    return "*" * len(words[0])
