# SPDX-License-Identifier: Apache-2.0
"""Page furniture: what belongs to the page or the site, and to no document.

Reads: the lines of a source. Writes: the reason for each line that is set aside. It is learnt
from repetition and position (a running head comes again on every page, beside a page mark, with
a number that ascends); only the commonest words of web pages are known beforehand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from yiju.library.reading.lines import Line
from yiju.library.reading.numbering import START, label_at
from yiju.library.reading.wrapping import has_pause

PAGE = "page mark"
FOOTER = "print footer"
HEAD = "running head"
CHROME = "site chrome"
TEMPLATE = "template variable"
TEASER = "teaser"

_PAGE_MARK = re.compile(
    r"第\s*\d{1,5}\s*页(?:\s*[,，/|]?\s*共\s*\d{1,5}\s*页)?|共\s*\d{1,5}\s*页"
    r"|[-—–―－─·•~～\[【(（<〈=|]{1,3}\s*\d{1,4}\s*[-—–―－─·•~～\]】)）>〉=|]{1,3}"
    r"|(?i:page|p\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
    r"|\d{1,4}\s*/\s*\d{1,4}(?:\s*页)?|[-—–―－]\s*第\s*\d{1,4}\s*页\s*[-—–―－]"
)
_PRINT_FOOTER = re.compile(
    r"(?:https?://|www\.)\S{4,160}(?:\s+\d{4}[/.-]\d{1,2}[/.-]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|\s+(?:第?\s*\d+\s*页|\d+\s*/\s*\d+))+"
    r"|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s+\S.{0,80}(?:https?://|www\.)\S+"
)
_NUMBERED_HEAD = re.compile(
    r"[^\d。；，：:;,《》“”（）()\t]{2,24}?[ ·|—-]*(\d{1,3})"
    r"|(\d{1,3})[ ·|—-]*[^\d。；，：:;,《》“”（）()\t]{2,24}"
)
_TEMPLATE = re.compile(r"\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{1,60}\}|<%[^%\n]{0,60}%>")
_TEASER = re.compile(
    r"(?:\.{3}|…+|。{3})\s*[\[【(（<]?\s*(?:收起|展开|更多|详细|详情|阅读全文|查看全文|全文|展开全文)"
    r"\s*[\]】)）>]?$|^[\[【(（]\s*(?:收起|展开|展开全文|收起全文|更多|详细)\s*[\]】)）]$"
)
_CHROME_WORD = (
    r"首页|网站首页|返回首页|返回|返回顶部|回到顶部|顶部|上一[篇页条]|下一[篇页条]|末页|尾页|打印本?[页文]?"
    r"|关闭(?:本页|窗口|页面)?|分享(?:到|至)?|收藏(?:本页|本站)?|转发|下载|点赞|评论|举报|纠错|我要纠错"
    r"|更多(?:内容|案例|精彩)?|其他案例|免费制作|登[录陆]|注册|搜索|站内搜索|无障碍(?:浏览)?|长者模式"
    r"|大|中|小|微信|微博|朋友圈|QQ空间|QQ|新浪微博|腾讯微博|手机版|电脑版|客户端|网站地图|联系我们|关于我们"
    r"|文本内容|正文|全文|目录导航|设为首页|加入收藏|简体|繁体|English|EN|RSS|[xX×]|APP|阅读|播放|语音播报"
    r"|政务公开|政府信息公开|政策文件|新闻中心|通知公告|办事服务|互动交流|信息公开|展开|收起|复制链接|扫码"
)
_CHROME_LINE = re.compile(rf"(?:(?:{_CHROME_WORD})[\s|｜丨/、,，>›»·\-\[\]【】()（）:：]*)+$")
_CHROME_START = frozenset(part[0] for part in _CHROME_WORD.split("|")) | frozenset("[【xX×(?:")
_COUNT = "(?:次数|量|数|人数)"
_PLACE = r"(?:的)?位置\s*[:：]"
# Every alternative begins with a plain sign, so that the search skips what none begins with.
_CHROME_MARK = re.compile(
    rf"当前{_PLACE}|您的?(?:所在)?{_PLACE}|你的?(?:所在)?{_PLACE}|所在{_PLACE}"
    rf"|ICP\s*[备证]|公网安备|网安备|版权所有|Copyright|copyright|©|浏览{_COUNT}|阅读{_COUNT}"
    rf"|点击{_COUNT}|访问{_COUNT}|扫一扫|扫码|扫描二维码|分享[到至]\s*[:：]?|打印\s*[|｜]?\s*关闭"
    r"|网站标识码|网站地图|联系我们|隐私声明|粉丝数|关注我们|点击(?:下载|查看|阅读|关注|展开|进入|上方|下方)"
    r"|长按|一键(?:上传|分享|复制)|二维码|浏览器|用户登录|Loading|loading"
)
_CHROME_OPENING = re.compile(
    r"(?:网站)?首页\s*[>›»/＞→-]|字[号体]\s*[:：]?\s*[\[【（(]?\s*大|[上下]一[篇页条]\s*[:：]"
    r"|来源\s*[:：]\s*(?:[^，。；]{2,24}(?:[网局厅委部府办院社]|网站|日报|中心)|[^。；]*\d{4}[年/.-])"
    r"|责任编辑\s*[:：]|编辑\s*[:：]|(?:信息|文章|稿件)来源\s*[:：]|粉丝\s*[:：]?|(?:微信)?公众号"
    r"|(?:技术支持|网站管理|联系电话及邮箱)\s*[:：]|相关(?:阅读|链接|文章|新闻)|(?:杂志)?分类\s*[:：]"
    r"|标签\s*[:：]|\d+\s*次?(?:浏览|阅读|点赞)|\[?(?:打印|关闭|收藏)\]?\s"
)
_CHROME_SAYS = re.compile("二维码|版权所有|扫一扫|扫码|一键上传|Copyright|©|公众号|浏览器")
_SENTENCE = re.compile(r"[。；！？]")
_DIGITS = re.compile(r"\d+")
_NOT_HEAD = re.compile(
    r"附件|各.*[:：]$|\d{4}年\d{1,2}月|[〔\[(（【]\s*\d{4}|.{2,60}[:：]$|[^\d]*(?:负责|施行|执行|通知)[)）]?$"
)


def furniture_of(lines: Sequence[Line]) -> dict[int, str]:
    """The reason for each line (by position) that is furniture."""
    reasons: dict[int, str] = {}
    numbers: list[int] = []
    for i, line in enumerate(lines):
        words = line.text
        if len(words) <= 240 or words[-1] in "]】)）>":
            why = _known(words)
            if why:
                reasons[i] = why
            elif len(words) <= 4 and words.isascii() and words.isdigit():
                numbers.append(i)
    _lone_numbers(lines, numbers, reasons)
    _running_heads(lines, reasons)
    _heads_beside_marks(lines, reasons)
    return reasons


def _known(words: str) -> str | None:
    """Furniture that a line alone shows."""
    size = len(words)
    if size <= 24 and _PAGE_MARK.fullmatch(words):
        return PAGE
    if "{" in words or "<%" in words:
        rest, count = _TEMPLATE.subn("", words)
        if count and len(rest.strip(" :：|,，")) <= 8:
            return TEMPLATE
    if (words[0] in "hHwW" or words[0].isdigit()) and _PRINT_FOOTER.fullmatch(words):
        return FOOTER
    if words[-1] in "]】)）>起开多情文细" and _may_tease(words) and _TEASER.search(words):
        return TEASER
    if size <= 60 and words[-1] in "。；;":
        return None
    if size <= 120 and words[0] in _CHROME_START and _CHROME_LINE.match(words):
        return CHROME
    if size > 120 or words[-1] in "，、":
        return None
    if size > 16 and ("，" in words or "," in words or "。" in words):
        # A sentence: only what no policy would say speaks for chrome.
        return CHROME if _CHROME_SAYS.search(words) else None
    return CHROME if _CHROME_OPENING.match(words) or _CHROME_MARK.search(words) else None


def _may_tease(words: str) -> bool:
    """Whether anything of a teaser is there: a bracket at the start, dots."""
    return words[0] in "[【(（" or "…" in words or "..." in words or "。。。" in words


def _lone_numbers(lines: Sequence[Line], numbers: list[int], reasons: dict[int, str]) -> None:
    """Bare numbers on lines of their own that count the pages: each one more than the last."""
    chain: list[int] = []
    for i in numbers:
        if chain and int(lines[i].text) != int(lines[chain[-1]].text) + 1:
            if len(chain) >= 3:
                reasons.update(dict.fromkeys(chain, PAGE))
            chain = []
        chain.append(i)
    if len(chain) >= 3:
        reasons.update(dict.fromkeys(chain, PAGE))
    for i in numbers:
        if lines[i].turned or (i + 1 < len(lines) and lines[i + 1].turned):
            reasons[i] = PAGE


def _running_heads(lines: Sequence[Line], reasons: dict[int, str]) -> None:
    """Short lines that come again and again, with a number that ascends or beside page marks."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        words = line.text
        if i in reasons or not 3 < len(words) <= 60 or words[-1] in "。；，、;,：:)）":
            continue
        if words[0].isdigit() or words[-1].isdigit() or words[-1] in "页—-·|】]":
            words = _DIGITS.sub("#", words)
        places[words].append(i)
    marks = dict(reasons)
    for mask, where in places.items():
        if len(where) >= 3 and _is_running(mask, where, lines, marks):
            # The first naming of the issue, before any page, is the bulletin's title.
            kept = 1 if "期" in mask and where[0] < 12 else 0
            reasons.update(dict.fromkeys(where[kept:], HEAD))


def _is_running(mask: str, where: list[int], lines: Sequence[Line], marks: dict[int, str]) -> bool:
    sample = lines[where[0]].text
    if _NOT_HEAD.match(sample) or "\t" in sample:
        return False
    if "#" in mask and _ascends([lines[i].text for i in where]):
        return sample[0] not in START or not label_at(sample, 0)
    if sample[0] in START and label_at(sample, 0):
        return False
    beside = sum(
        lines[i].turned or marks.get(i - 1) == PAGE or marks.get(i + 1) == PAGE for i in where
    )
    if beside * 2 > len(where):
        return True
    if any(line.turned for line in (lines[i] for i in where)) or PAGE in marks.values():
        return False  # where pages are marked, a head stands beside the mark
    within = sum(_cuts_sentence(lines, marks, i) and not _is_full(lines, i) for i in where)
    return within * 2 > len(where)


def _is_full(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is as long as the one before: the words of a formula wrapped alike."""
    return i > 0 and len(lines[i].text) >= len(lines[i - 1].text) - 2


def _heads_beside_marks(lines: Sequence[Line], reasons: dict[int, str]) -> None:
    """Heads that come too seldom to be counted: a name and a number beside a page mark."""
    for mark in [i for i, why in reasons.items() if why == PAGE]:
        for step in (1, -1):
            i = mark + step
            while reasons.get(i) in (FOOTER, HEAD):
                i += step
            if not 0 <= i < len(lines) or i in reasons or len(lines[i].text) > 32:
                continue
            words = lines[i].text
            found = _NUMBERED_HEAD.fullmatch(words)
            if (
                found
                and not _NOT_HEAD.match(words)
                and not (words[0] in START and label_at(words, 0))
            ):
                reasons[i] = HEAD


def _ascends(samples: list[str]) -> bool:
    """True where some number in the samples grows from nearly each one to the next."""
    rows = [[int(d) for d in _DIGITS.findall(s)[:4]] for s in samples]
    columns = zip(*rows, strict=False)
    for column in columns:
        steps = sum(0 < b - a <= 4 for a, b in pairwise(column))
        if steps >= max(2, (len(column) - 1) * 0.6):
            return True
    return False


def _cuts_sentence(lines: Sequence[Line], marks: dict[int, str], i: int) -> bool:
    before = i - 1
    while before >= 0 and before in marks:
        before -= 1
    if before < 0:
        return False
    words = lines[before].text
    open_end = len(words) > 12 and words[-1] not in "。；：:！？;)）" and has_pause(words)
    if not open_end or _is_label(words):
        return False
    after = i + 1
    while after < len(lines) and after in marks:
        after += 1
    if after == len(lines):
        return False
    rest = lines[after].text
    return not (rest[0] in START and label_at(rest, 0))


def _is_label(words: str) -> bool:
    return words[0] in START and label_at(words, 0) is not None and not _SENTENCE.search(words)
