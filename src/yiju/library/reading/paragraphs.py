# SPDX-License-Identifier: Apache-2.0
"""Lines → paragraphs: wrapped lines are joined, across pages and empty lines too.

Reads: the lines that are left once furniture is out. Writes: the clean text, one paragraph per
line, which knows its source offsets. Evidence, in this order: what a line cannot begin or end
with, labels in sequence, the width at which the text is wrapped here, indentation.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from yiju.library.reading import shapes
from yiju.library.reading.lines import Line
from yiju.library.reading.mapped import MappedText
from yiju.library.reading.numbering import START, Label, label_at
from yiju.library.reading.wrapping import STRETCH, Layout, is_finished, layouts, size_of

_CANNOT_BEGIN = frozenset("，。；：、！？）】》〕”’%％」』,;:!?)")
_SENTENCE = re.compile(r"[。；！？]")
_PAUSE = re.compile(r"[，,]")
_ANY_PAUSE = re.compile(r"[，,、]")
_ISSUE = re.compile(r"第[ \u3000]*\d{1,4}[ \u3000]*期")
_EDITED = re.compile(r"(?:主办|协办|承办|编印|编辑|主编|主管)(?:单位|部门)?[ \u3000]*[:：]")
_CONTACT = re.compile(
    r"(?:业务|政策|技术|平台)?(?:联系(?:人|电话|方式|地址)|咨询电话|电子?邮[箱件]|传真|联系单位)"
    r"[^。]{0,12}?[:：]|(?:发布|上传|更新)(?:时间|日期)[ \u3000]*[:：]"
)
_FIELD_STARTS = frozenset("主协承编业政技平联咨电邮传发上更")
"""The signs with which :data:`_EDITED` and :data:`_CONTACT` can begin: a test before them."""
_OPEN_END = frozenset("第（(〔[【《“‘「『、，,和与及或之")
_MODAL = re.compile(r"应当|不得|可以|必须|力争|鼓励|之日|\d月")
"""Words of a sentence, which headings do not have."""
_AFTER_STOP = re.compile(r"[。；;）)][ ]?(?=[（(一二三四五六七八九十\d])")
_TITLE_ONLY = re.compile(
    r"(?:[（(][ ]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[ ]?[)）]|\d{1,2}[.．、])"
    r"[^。，、；：,;]{2,14}。$"
)
"""A label and the title of its text: 3.强化要素保障。 – the text must follow."""
_TITLE_REST = re.compile(
    r"(?!关于)(?:[^，。：:]{0,14}的|[^，。：:]{0,4})(?:通知|意见|公告|函|决定|通告|批复|办法|方案|规定|条例|细则)"
    r"(?:[（(].{1,12}[)）])?"
)
_NO_TITLE = re.compile(r"[，,、。；：;:“”《》%％]|\d")
_END_OF_SENTENCE = re.compile(r"[^，。；：、,;:]{1,3}[。；）;)]")
_ADOPTED_START = re.compile(
    r"[（(](?:19|20)\d\d年\d{1,2}月\d{1,2}日[^，。；]{0,60}(?:会议|常委会|常务委员会|大会|令|公布|发布)"
)
_ITEMS = frozenset(("paren_cn", "digit"))
_LONG_NAME = 160
_BEYOND_LATIN = "\u2fff"
_LEADER = re.compile(r"[.．·…⋯]{2,}[ \u3000]*[（(]?\d{1,4}[)）]?$")
_HEADED = frozenset(("part", "subpart", "chapter", "section", "box"))


class _Joiner:
    """Decides line by line; remembers the numbers seen so that sequence can speak."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.finished = [is_finished(line.text) for line in lines]
        self.labels = [label_at(line.text, 0) if line.text[0] in START else None for line in lines]
        self.layouts = layouts(lines, self.finished, self.labels)
        self.last: dict[str, int] = {}
        self.label: Label | None = None
        self.opened = 0
        self.before_last = ""

    def begins(self, i: int) -> bool:
        """Whether line ``i`` begins a paragraph; ``opened`` is the line where the last began."""
        label = self.labels[i]
        new = i == 0 or self._begins(i, label)
        if new:
            self.opened, self.label = i, label
            if label:
                self.last[label.form] = label.number
                if label.form == "cn" and label.number == 1:
                    self.last.pop("article", None)
        return new

    def _begins(self, i: int, label: Label | None) -> bool:
        before, line = self.lines[i - 1], self.lines[i]
        self.before_last = self.lines[i - 2].text if i > 1 else ""
        words, layout = line.text, self.layouts[i // STRETCH]
        if "\t" in words or "\t" in before.text:
            return True
        if words[0] in "…．.·⋯" and _LEADER.fullmatch(words):
            return False
        if words[0] in "年月日%％" and before.text[-1].isdigit():
            return False
        if words[0] in _CANNOT_BEGIN and not (label and label.form == "paren_cn"):
            return False
        if self._stands_alone(i - 1, layout) or _hard_start(words, self.finished[i - 1]):
            return True
        if layout.indented and line.lead >= 2 and not (label and label.reference):
            return True
        if label:
            return self._label_begins(before, label, layout, finished=self.finished[i - 1])
        if self.finished[i - 1]:
            return self._after_sentence(before, line, layout)
        return self._after_open_line(before, line, layout)

    def _stands_alone(self, i: int, layout: Layout) -> bool:
        """Whether the paragraph that line ``i`` ends is a title, a number or a date."""
        words = self.lines[i].text
        last = words[-1]
        if last.isdigit() and _LEADER.search(words[-40:]):
            return True
        if self.opened == i:
            if len(words) <= 60 and _is_imprint(words):
                return True
            if last in "日）)发布" and shapes.is_date_line(words):
                return True
            if (last == "号" or "签发" in words) and shapes.is_number_line(words):
                return True
            if words[0] == "目" and len(words) <= 6 and shapes.compact(words) in ("目录", "目次"):
                return True
        if (last in shapes.TITLE_LAST or last == "日") and i - self.opened <= 4:
            return self._is_named(i, layout)
        return False

    def _is_named(self, i: int, layout: Layout) -> bool:
        """Whether the lines up to ``i`` are a title, a signature or a line of adoption."""
        whole = "".join(line.text for line in self.lines[self.opened : i + 1])
        if whole[-1] == "日":
            return self.label is None and _is_apart(whole)
        if whole[-1] in "）)】]" and shapes.is_adopted(whole):
            return True
        if "，" in whole or shapes.title_kind(whole) is None:
            return False
        if shapes.is_about(whole):
            return not _TITLE_REST.fullmatch(self.lines[i + 1].text)
        alone = self.opened == i and self.label is None and not _is_unclosed(whole)
        return alone and size_of(self.lines[i]) < layout.heading and not _MODAL.search(whole)

    def _label_begins(self, before: Line, label: Label, layout: Layout, *, finished: bool) -> bool:
        words = before.text
        if finished:
            return not label.damaged or self._expected(label)
        if words[-1] in _OPEN_END or label.reference:
            return False
        full = size_of(before) >= layout.full
        split_number = full and words[-1].isdigit() and not _LEADER.search(words[-40:])
        if split_number or (label.damaged and (full or label.form == "digit")):
            return False
        if not label.damaged and not full:
            return True
        return self._expected(label)

    def _expected(self, label: Label) -> bool:
        last = self.last.get(label.form, 0)
        if label.form == "article":
            return label.number in (last, last + 1)
        # Items that were run into the line before have not been counted here.
        return label.number == 1 or last < label.number <= last + 5

    def _after_sentence(self, before: Line, line: Line, layout: Layout) -> bool:
        """After a full stop: a full line may end with one in the middle of a paragraph."""
        if layout.wrapped and before.text[-1] in "；;：:" and _is_unclosed(before.text):
            return False
        if not layout.wrapped or size_of(before) < layout.full or len(before.text) < 12:
            return True
        if _is_apart(line.text):
            return True
        if layout.indented:
            return line.lead >= 2
        if layout.spaced:
            return line.gap > 0
        if line.text[0] in "（(":
            return False  # who answers for it
        room = layout.even and size_of(before) <= layout.full
        if room and line.text[1:2] not in _CANNOT_BEGIN:
            return True  # the next sign would have had room on the line
        if line.text[-1] in "：:" and size_of(line) < layout.full:
            return True
        if self.label and self.label.form in _ITEMS and "article" in self.last:
            return before.text[-1] == "。"  # the last item of a statute's list
        if (
            before.text[-1] in "；;"
            or line.text[0] in "（("
            or _TITLE_ONLY.search(before.text[-26:])
        ):
            return False
        return layout.guarded or not layout.exact or line.gap > 0

    def _after_open_line(self, before: Line, line: Line, layout: Layout) -> bool:
        """After a line that ends in the middle of a sentence, or a heading, name or date."""
        words = before.text
        opening = self.lines[self.opened].text
        if layout.wrapped and _END_OF_SENTENCE.match(line.text):
            return False
        if layout.indented and self.lines[self.opened].lead >= 2:
            return _is_apart(line.text)
        size = size_of(before)
        if before is not self.lines[self.opened] or _SENTENCE.search(words):
            if size < layout.short and before is not self.lines[self.opened]:
                words = self.before_last + words
            return size < layout.full and layout.wrapped and _ends_in_heading(words)
        if shapes.is_about(opening) and shapes.title_kind(opening + line.text):
            return False
        if words[-1] in _OPEN_END or (line.text[0] in "（(" and "http" in line.text[:8]):
            return False
        if _is_unclosed(words) or (layout.wrapped and _MODAL.search(words)):
            return False
        if self.label and self.label.form == "article":
            return size < min(layout.short, 14)
        if self.label:
            return self._ends_heading(self.label, words, size, layout)
        if _ANY_PAUSE.search(words):
            return size < min(layout.short, 14)
        return size < (layout.short or _LONG_NAME)

    def _ends_heading(self, label: Label, words: str, size: int, layout: Layout) -> bool:
        """Whether a labelled line without a stop is a whole heading, not the first of a text."""
        if label.form in _HEADED:
            return size < layout.full or not layout.exact
        in_law = "article" in self.last and label.form != "cn"
        if in_law and not layout.wrapped:
            return True
        if in_law or (_PAUSE.search(words) and not layout.exact):
            return size < layout.short
        return size < layout.heading


def _ends_in_heading(words: str) -> bool:
    """Whether a line ends with a label and its heading, run into the sentence before."""
    found = None
    for stop in _AFTER_STOP.finditer(words):
        found = stop
    if found is None:
        return False
    label = label_at(words, found.end(), strong=False)
    if label is None or label.damaged or label.form == "article":
        return False
    tail = words[label.past :]
    return 4 <= len(tail) <= 30 and not (_NO_TITLE.search(tail) or _MODAL.search(tail))


def _is_unclosed(words: str) -> bool:
    """Whether a bracket or quotation opens in ``words`` and does not close."""
    wide, narrow = words.rfind("（"), words.rfind("(")
    opened = max(wide, narrow)
    if (
        (opened > 4 or (opened == 0 and not label_at(words, 0)))
        and words.find("）", opened) < 0
        and words.find(")", opened) < 0
    ):
        return True
    return words.rfind("《") > words.rfind("》") or words.rfind("“") > words.rfind("”")


def _is_apart(words: str) -> bool:
    """Whether a line has the look of a title or of a signature."""
    if words[-1] in shapes.TITLE_LAST and shapes.title_kind(words):
        return shapes.is_about(words)
    if words[-1] == "日" and len(words) <= 160 and "。" not in words and "，" not in words:
        return shapes.DAY.search(shapes.compact(words)[-13:]) is not None
    return len(words) <= 40 and "，" not in words and shapes.is_organ(words)


def _is_imprint(words: str) -> bool:
    """Whether a line tells the issue of a bulletin or who edits it."""
    if "期" in words and _ISSUE.search(words):
        return not _ANY_PAUSE.search(words)
    return words[0] in _FIELD_STARTS and bool(_EDITED.match(words))


def _hard_start(words: str, after_sentence: bool) -> bool:
    """Whether a line begins a paragraph whatever stands before it."""
    if words[-1] == "日" and shapes.is_date_line(words):
        return True
    if words[-1] == "号" and shapes.is_number_line(words):
        return True
    if words[0] == "附" and shapes.is_annex_start(words):
        return after_sentence or not words.endswith(("）", ")"))
    if words[0] == "目" and len(words) <= 6 and shapes.compact(words) in ("目录", "目次"):
        return True
    if words[0] in "（(" and _ADOPTED_START.match(words):
        return True
    return words[0] in _FIELD_STARTS and bool(_CONTACT.match(words) or _EDITED.match(words))


def join(lines: Sequence[Line]) -> MappedText:
    """The clean text of ``lines``: one paragraph per line, each piece knowing its origin."""
    joiner = _Joiner(lines)
    pieces: list[str] = []
    # Searched again and again, hence a list; the origins are only looked up, and an array is small.
    firsts: list[int] = []
    origins = array("q")
    at = 0
    for i, line in enumerate(lines):
        glue = ""
        if joiner.begins(i):
            glue = "\n" if i else ""
        elif _needs_blank(lines[i - 1].text, line.text):
            glue = " "
        if glue:
            firsts.append(at)
            origins.append(lines[i - 1].end)
            pieces.append(glue)
            at += 1
        firsts.append(at)
        origins.append(line.start)
        pieces.append(line.text)
        at += len(line.text)
    return MappedText("".join(pieces), firsts, origins)


def _needs_blank(before: str, after: str) -> bool:
    """Whether two lines were parted by a blank: words of a Latin script, not an address."""
    if before[-1] > _BEYOND_LATIN or after[0] > _BEYOND_LATIN:
        return False
    if not ("a" <= before[-1].lower() <= "z" and "a" <= after[0].lower() <= "z"):
        return False
    return "/" not in before[-24:] and "www" not in before[-24:]
