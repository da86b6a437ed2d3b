# SPDX-License-Identifier: Apache-2.0
"""Stated properties of a document: title, number, addressees, annexes, contacts, addresses.

Reads: the head and the tail of one document. Writes: the values of the contract, with the fields
they were read from. What the text does not give stays ``None``.
"""

from __future__ import annotations

import re
from datetime import date

from yiju.library.reading import shapes
from yiju.library.reading.model import Annex, Contact
from yiju.library.reading.numbering import START, cn_number, label_at

_FILE = re.compile(
    r"\.(?P<f>docx?|pdf|ofd|wps|et|xlsx?|zip|rar|ceb|jpg|png|pptx?)(?![A-Za-z])", re.I
)
_ANNEX_MARK = re.compile(
    r"附[ \u3000]*件[ \u3000]*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?[ \u3000]*[:：]?[ \u3000]*"
)
_TOGETHER = re.compile(
    r"附[ \u3000]*件[ ]?\d{1,2}[ ]?[—–~～至-][ ]?\d{1,2}[ ]?"
    r"\.(?P<f>docx?|pdf|ofd|wps|xlsx?|zip|rar)",
    re.I,
)
_LISTED = re.compile(r"(?<![\d.（(第年])(\d{1,2})[ \u3000]*[.．、](?!\d)[ \u3000]*")
_PHONE = re.compile(
    r"(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[-—－ ]?\d{7,8}|[2-9]\d{6,7})(?!\d)"
)
_PERSON = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff][\u4e00-\u9fff·]{1,3}(?![\u4e00-\u9fff])")
_URL = re.compile(r"(?:https?://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'*+,;=%]+(?<![.,;:])", re.I)
_EFFECTIVE = re.compile(rf"自{shapes.DAY.pattern}起(?:正式)?(?:施行|实施|执行|生效|试行)")
_AT_ONCE = re.compile(
    r"自(?:发布|公布|印发|颁布|下发|发文|通过)之日起(?:正式)?(?:施行|实施|执行|生效|试行)"
)


_PASSED = re.compile(
    rf"(?P<day>{shapes.DAY.pattern})(?P<who>[^，。；《》（）()]{{2,60}}?)"
    r"(?:《[^《》]{4,120}》)?"
    r"(?P<how>通过|修正|修订|公布|发布|令第?[\d一二三四五六七八九十百〇]{1,6}号)"
)
_SITTING = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,5}(?:届|次)|(?:全体|常务|局务|部务|厅务|委务|办公|局长办公"
    r"|市长办公|主席|主任)?会议?(?=$|审议)|审议$|经"
)


def adoption_of(words: str) -> tuple[date | None, tuple[str, ...]]:
    """The day of the last adoption or revision that the note under a title tells, and by whom.

    第十四届某省人民代表大会常务委员会第三次会议通过: the body is 某省人民代表大会常务委员会.
    """
    plain = shapes.compact(words)
    found = list(_PASSED.finditer(plain))
    if not found:
        return None, ()
    chosen = next((f for f in reversed(found) if f["how"] in ("通过", "修正", "修订")), found[-1])
    who = _SITTING.sub("", chosen["who"])
    return shapes.day_of(chosen), ((who,) if shapes.is_organ(who) or who.endswith("大会") else ())


def title_of(words: list[str]) -> str:
    """A title from its lines, without the running number of a bulletin."""
    title = "".join(words) if len(words) > 1 else words[0]
    label = label_at(title, 0) if title[0] in START else None
    if label and label.form in ("digit", "cn", "paren_digit", "paren_cn"):
        title = title[label.past :]
    return title.strip()


_BARE = re.compile(r"(?:[12]\d{3}年)?第[\d一二三四五六七八九十百〇零]{1,8}号")


def whole_number(number: str | None, kind: str | None, issuers: tuple[str, ...]) -> str | None:
    """The number by which an order or announcement is cited: with its organ, 某局公告2025年第3号.

    第3号 alone would name the third order of every organ.
    """
    if number and issuers and kind in ("令", "公告", "通告") and _BARE.fullmatch(number):
        return f"{issuers[0]}{kind}{number}"
    return number


_ROUND = str.maketrans("○OoＯ", "〇〇〇〇")


def number_of(words: str) -> str | None:
    """A document number in its normal form: 〔〕, no blanks, damage repaired."""
    words = words.strip()
    found = shapes.NUMBER.search(words)
    if not found:
        return shapes.compact(words) if words.endswith("号") else None
    year, tail = shapes.compact(found["year"]), shapes.compact(found["tail"])
    if year[0] == "二":
        year = str(cn_number(year.translate(_ROUND)))
    return f"{shapes.compact(found['word'])}〔{year}〕{tail}"


def addressees_of(words: str) -> tuple[str, ...]:
    """Addressees as the line groups them, by commas."""
    groups = re.split(r"[，,;；]", words.strip().rstrip(":：").strip())
    return tuple(group.strip() for group in groups if group.strip())


def annexes_of(words: str) -> tuple[Annex, ...]:
    """The annexes that a list names, each with the ending of its file where given."""
    words = words.replace("\n", " ")
    together = _TOGETHER.search(words)
    if together:  # 附件1—6.wps: one file, or one format, for all of them
        words = words[: together.start()] + words[together.end() :]
    rest = _ANNEX_MARK.sub("\0", words)
    found: list[Annex] = []
    for chunk in rest.split("\0"):
        for piece in _numbered(chunk):
            found.extend(_files(piece))
    if together:
        return tuple(Annex(a.title, a.format or together["f"].lower()) for a in found)
    return tuple(found)


def _numbered(words: str) -> list[str]:
    """Split at 1. 2. 3. as long as they count up."""
    cuts, wanted = [], 1
    for found in _LISTED.finditer(words):
        if int(found[1]) == wanted:
            cuts.append((found.start(), found.end()))
            wanted += 1
    if not cuts:
        return [words]
    starts = [past for _, past in cuts]
    ends = [at for at, _ in cuts[1:]] + [len(words)]
    return [words[: cuts[0][0]], *(words[a:b] for a, b in zip(starts, ends, strict=True))]


def _files(words: str) -> list[Annex]:
    """The titles in one entry; several files may stand side by side."""
    found, at = [], 0
    for end in _FILE.finditer(words):
        title = words[at : end.start()].strip(" \u3000。;；,，")
        if title:
            found.append(Annex(title, end["f"].lower()))
        at = end.end()
    rest = words[at:].strip(" \u3000。;；,，")
    if rest and rest not in ("-", "—"):
        found.append(Annex(rest, None))
    return found


def contacts_of(words: str) -> tuple[Contact, ...]:
    """Contacts with names and numbers masked: 张** 0571-****9695."""
    contacts = []
    for line in words.split("\n"):
        role = re.match(r"[（(]?([\u4e00-\u9fff]{2,12})[^:：]{0,12}[:：]", line)
        masked = _PERSON.sub(lambda m: _masked_name(m[0]), _PHONE.sub(_masked_phone, line))
        masked = _AFTER_OFFICE.sub(lambda m: m[0][0] + "*" * (len(m[0]) - 1), masked)
        contacts.append(Contact(role[1] if role else None, masked.strip()))
    return tuple(contacts)


def _masked_phone(found: re.Match[str]) -> str:
    digits = found[0]
    return digits[:3] + "*" * (len(digits) - 5) + digits[-2:]


_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_AFTER_OFFICE = re.compile(
    rf"(?<=[处室科部局厅委院会心司站所组办队])[{_SURNAMES}][\u4e00-\u9fff]{{0,1}}"
    r"[\u4e00-\u9fff](?<![处室科部局厅委院会心司站所组话真箱])(?=[、，,;；。\s:：(（\d*]|$)"
)
"""A person's name run into the office before it: 高新处吴某某."""
_OFFICE_END = re.compile(r"[处室科部局厅委院会心司站所组人话真箱址件编号]$|电话|传真|邮")


def _masked_name(word: str) -> str:
    """A person's name keeps its family name; an office's name stays."""
    return word if _OFFICE_END.search(word) else word[0] + "*" * (len(word) - 1)


def urls_of(words: str) -> tuple[str, ...]:
    """Addresses of sites, each once; the clean text has already joined those cut over lines."""
    if "://" not in words and "w." not in words and "W." not in words:
        return ()
    return tuple(dict.fromkeys(found[0] for found in _URL.finditer(words)))


def effective_on(words: str, dated_on: date | None) -> date | None:
    """The day of coming into force: 自2025年5月1日起施行, or the date for 自发布之日起施行."""
    if "日起" not in words:
        return None
    found = list(_EFFECTIVE.finditer(words))
    if found:
        return shapes.day_of(found[-1])
    return dated_on if _AT_ONCE.search(words) else None


def annex_title(words: str) -> str:
    """The title in a line such as 附件1 某某实施方案."""
    return _ANNEX_MARK.sub("", words, count=1).strip() or words
