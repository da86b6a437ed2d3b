# SPDX-License-Identifier: Apache-2.0
"""What single lines of official documents look like: titles, numbers, dates, organs, annexes.

Reads: one line or paragraph. Writes: yes or no, or the values in it. Sources: GB/T 9704-2012 for
the parts of a document, 党政机关公文处理工作条例 and 立法法 for the kinds.
"""

from __future__ import annotations

import re
from datetime import date

from yiju.library.reading.numbering import cn_number

KINDS = (
    "实施意见", "指导意见", "意见", "通知", "实施办法", "管理办法", "办法", "条例", "实施细则",
    "细则", "规定", "工作指引", "指引", "指南", "行动方案", "实施方案", "方案", "函", "公告",
    "通告", "决定", "决议", "纲要", "行动计划", "计划", "规划", "批复", "报告", "请示", "通报",
    "命令", "令", "公报", "纪要", "议案", "法", "法典", "解释", "规则", "规程", "章程", "准则",
    "规范", "标准", "目录", "清单", "名单", "措施", "要点", "公约", "制度", "说明", "解读",
    "宪法", "修正案", "预案", "导则", "倡议书", "须知", "若干政策", "政策",
)  # fmt: skip
"""Kinds of documents by the last word of their title."""

_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
_BLANK = r"[ \u3000\xa0\t]*"
_TAIL = r"(?:[（(〔\[【][^（）()〔〕\[\]【】。]{1,30}[）)〕\]】])?"
_KIND_LAST = frozenset(k[-1] for k in KINDS)
TITLE_LAST = _KIND_LAST | frozenset("）)〕]】")
_TITLE = re.compile(rf"[^。！？；;!?\t]{{1,160}}?(?P<kind>{_KIND})(?P<tail>{_TAIL}){_BLANK}")
_MONTH_AND_DAY = (
    rf"年{_BLANK}(?P<m>\d[ ]?\d?|[一二三四五六七八九十]{{1,3}})"
    rf"{_BLANK}月{_BLANK}(?P<d>\d[ ]?\d?|[一二三四五六七八九十]{{1,4}}){_BLANK}日"
)
_DAY = (
    r"(?P<y>[12](?:[ ]?\d){3}|[一二][〇○零OoＯ0一二三四五六七八九]{3})"
    rf"{_BLANK}{_MONTH_AND_DAY}"
)
DAY = re.compile(_DAY)
MONTH_AND_DAY = re.compile(_MONTH_AND_DAY)
"""The end of every :data:`DAY`; it begins with one sign, so that a search for it is quick."""
_DATE_LINE = re.compile(rf"[（(]?{_DAY}[)）]?{_BLANK}(?:印发|发布|公布|通过)?")
_ISO = re.compile(r"(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)")
NUMBER = re.compile(
    rf"(?P<word>[\u4e00-\u9fffA-Za-z（）()·、]{{1,30}}?){_BLANK}"
    rf"(?P<open>[〔\[(（【﹝〈<{{［]){_BLANK}(?P<year>(?:[12]{_BLANK}\d{_BLANK}\d{_BLANK}\d"
    r"|二[〇○零OoＯ][〇○零一二三四五六七八九]{2}))"
    rf"{_BLANK}年?(?P<close>[〕\])）】﹞〉>}}］]?){_BLANK}"
    rf"(?P<tail>第?{_BLANK}[\d ]{{1,8}}?{_BLANK}号)"
)
BROKEN_NUMBER = re.compile(
    r"[〔\[(（【{<［][ ]?(?:(?P<year>(?<=〔)[12]\d{3}|(?<=〔[ ])[12]\d{3})[ ]?[\])）】}>］]"
    r"|(?P<y2>(?<!〔)(?<!〔[ ])[12]\d{3})[ ]?〕)"
    r"(?P<tail>第?[ ]?\d{1,5}[ ]?号)"
)
"""A document number whose brackets do not match: 〔2025】108号.

It begins with the class of all that open, so that a search is quick; looking back tells which.
"""
_ORDER = re.compile(
    rf"(?:[\u4e00-\u9fff]{{2,40}}(?:令|公告))?{_BLANK}"
    rf"(?:第{_BLANK}[\d一二三四五六七八九十百〇○零]{{1,8}}{_BLANK}号"
    rf"|[12]\d{{3}}年第{_BLANK}\d{{1,4}}{_BLANK}号)"
)
_WORDLESS = re.compile(r"[〔\[（(【](?:19|20)\d\d[〕\]）)】]第?\d{1,4}号")
_ORGAN_END = (
    "部|局|厅|委|委员会|院|会|署|行|办公厅|办公室|政府|中心|公司|法院|检察院|联合会|协会|总社"
    "|集团|大学|学院|党组|总队|支队|指挥部|领导小组|常委会|管委会|人大|政协|兵团|馆|所|社|办|站|总工会"
    "|红十字会|联盟|联席会议"
)
_ORGAN = re.compile(rf"[\u4e00-\u9fff（）()·、 \u3000\xa0]{{1,160}}?(?:{_ORGAN_END})")
_ANNEX = re.compile(
    r"附[ \u3000]*(?:件|表|录|图)?[ \u3000]*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?"
    r"[ \u3000]*(?:[:：]|$|[.．、])"
    r"|附[ \u3000]*[件表录图][ \u3000]*(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"(?![\d所）)、，,中的和及至规])"
)
ADDRESSED = re.compile(
    r"[省市县区部委局厅院会处室校企业位门关构府司行团体组队站所社员区国人者心民岛办]"
    r"[ \u3000]*(?:[)）][ \u3000]*)?[:：]$"
)
_ADOPTED = re.compile(
    rf"[（(\[【][^（）()]{{0,30}}[12](?:[ ]?\d){{3}}{_BLANK}年.{{1,600}}?"
    rf"(?:通过|公布|修正|修订|批准|施行|发布|印发|修改)"
)


def compact(words: str) -> str:
    """``words`` without any blanks."""
    return "".join(words.split())


def is_about(words: str) -> bool:
    """Whether ``words`` hold the 关于 of a title, a blank inside it allowed for."""
    return "关于" in words or "关 于" in words


def title_kind(words: str) -> str | None:
    """The kind of document when ``words`` can be a title (…的通知), else ``None``."""
    if not 4 <= len(words) <= 200 or words[-1] not in TITLE_LAST:
        return None
    if words[-1] in _KIND_LAST and " " not in words and not words.endswith(KINDS):
        return None
    found = _TITLE.fullmatch(words) or (" " in words and _TITLE.fullmatch(compact(words)))
    return found["kind"] if found else None


def short_kind(kind: str) -> str:
    """The kind proper: 指导意见 is an 意见, 行动方案 a 方案."""
    for base in ("意见", "办法", "细则", "指引", "方案", "计划", "政策"):
        if kind.endswith(base):
            return base
    return kind


def is_date_line(words: str) -> bool:
    """Whether ``words`` is nothing but a date."""
    return len(words) <= 30 and words[-1] in "日）)发布" and bool(_DATE_LINE.fullmatch(words))


_SIGNER = re.compile(
    r"[ \u3000\t]+签发人?[ \u3000]*[:：].{0,30}$|^签发人[ \u3000]*[:：].{1,20}?[ \u3000\t]+"
)


def is_number_line(words: str) -> bool:
    """Whether ``words`` is nothing but a document number (国发〔2021〕20号), signer aside."""
    if "签发" in words and len(words) <= 120:
        words = _SIGNER.sub("", words)
    words = compact(words.strip("（）() \u3000")) if len(words) <= 60 else words
    return (
        len(words) <= 48
        and words.endswith("号")
        and bool(NUMBER.fullmatch(words) or _ORDER.fullmatch(words) or _WORDLESS.fullmatch(words))
    )


def is_organ(words: str) -> bool:
    """Whether ``words`` can be the name of one or more issuing organs."""
    if len(words) > 200:
        return False
    parts = words.replace("，", " ").split()
    if all(_ORGAN.fullmatch(part) for part in parts):
        return True
    return len(parts) > 1 and _ORGAN.fullmatch("".join(parts)) is not None


def is_annex_start(words: str) -> bool:
    """Whether ``words`` begins a list of annexes or an annex."""
    return words[0] == "附" and bool(_ANNEX.match(words))


def is_adopted(words: str) -> bool:
    """Whether ``words`` is the line under a law's title that tells its adoption."""
    return words[0] in "（([【" and len(words) <= 900 and bool(_ADOPTED.match(words))


def day_in(words: str) -> date | None:
    """The first day named in ``words``: 2025年3月19日, 二〇二五年三月十九日, 2025-03-19."""
    for pattern in (DAY, _ISO):
        for found in pattern.finditer(words):
            value = day_of(found)
            if value:
                return value
    return None


def day_of(found: re.Match[str]) -> date | None:
    """The day of a match, or ``None`` where the calendar has no such day."""
    year = found["y"].translate(str.maketrans("OoＯ○", "〇〇〇〇"))
    try:
        return date(cn_number(year), cn_number(found["m"]), cn_number(found["d"]))
    except ValueError:
        return None
