# SPDX-License-Identifier: Apache-2.0
"""Generated notices: 一、(一)1.(1), headings and run-in titles, boxes, notes, signatures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from tests.reading.harder_facts import HARDER_NOTICE_WRITERS
from tests.reading.laws import law
from tests.reading.stated_facts import NOTICE_WRITERS, Setting, Writer, duty
from tests.reading.truth import DocumentTruth, FactTruth, Run
from tests.reading.words import (
    DOMAINS,
    HEADINGS,
    LAW_HEADINGS,
    OBJECTS,
    PLACES,
    RUN_IN_NOUNS,
    VERBS,
    bodies,
    chinese_number,
    sentence,
    sentences,
)

ADDRESSEES = (
    "各县(市、区)人民政府,市政府各部门、各直属单位:",
    "各设区市主管部门,有关企业:",
    "各省、自治区、直辖市及计划单列市有关主管部门,各有关中央企业:",
    "各有关单位:",
)
OPENINGS = (
    "为贯彻落实上级部署要求,现将有关事项通知如下:",
    "为进一步规范管理、优化服务,经研究,现就有关工作通知如下。",
    "根据工作安排,决定组织开展本年度有关工作,具体事项通知如下。",
)
FORMATS = ("docx", "pdf", "xlsx", "wps", "doc", "ofd")
ANNEXES = ("申报书", "推荐汇总表", "任务分工表", "自查情况表", "实施方案(模板)", "名单")
PREFIXES = ("澄政发", "云经信投资", "临科函", "南财企", "青市监计", "北发改能源", "松办字")


@dataclass(frozen=True, slots=True)
class NoticeShape:
    """How one notice is written.

    ``levels`` are the levels it uses, outermost first; ``runs_on`` numbers the second level
    through the whole notice; ``own_line`` says per level whether titles stand on lines of their
    own; ``duties`` closes each task with its units.
    """

    levels: tuple[int, ...]
    runs_on: bool
    own_line: tuple[bool, ...]
    duties: bool
    signature: int


def notice_shape(chance: Random) -> NoticeShape:
    """Draws how a notice is written."""
    levels = chance.choice(
        ((), (1,), (1, 2), (1, 2), (1, 2), (1, 2, 3), (1, 2, 3), (1, 3), (1, 2, 3, 4), (1, 3, 4))
    )
    return NoticeShape(
        levels=levels,
        runs_on=levels == (1, 2) and chance.random() < 0.4,
        own_line=tuple(
            level == 1 or (level == 2 and chance.random() < 0.5) for level in (1, 2, 3, 4)
        ),
        duties=len(levels) > 1 and chance.random() < 0.4,
        signature=chance.randrange(4),
    )


class NoticeWriter:
    """Writes the body of one notice and keeps the counts that run through it."""

    def __init__(self, chance: Random, notice: DocumentTruth, shape: NoticeShape) -> None:
        assert notice.dated_on is not None
        self.chance, self.notice, self.shape = chance, notice, shape
        self.setting = Setting(notice.dated_on.year)
        self.running = 0
        self.boxes = 0

    def write_body(self) -> None:
        for number in range(1, self.chance.randint(1, 2) + 1):
            text = self.chance.choice(OPENINGS) if number == 1 else sentences(self.chance, 1, 3)
            self.write_paragraph(f"para_{number}", text)
        if not self.shape.levels:
            for number in range(3, self.chance.randint(3, 6)):
                self.paragraph_with_facts(f"para_{number}")
            self.renumber_plain()
            return
        self.write_level("", 0)

    def renumber_plain(self) -> None:
        """A notice without numbering has its paragraphs counted without a gap."""
        names = {path: f"para_{n}" for n, path in enumerate(self.notice.paths, start=1)}
        self.notice.paths = list(names.values())
        for line in self.notice.lines:
            line.cells = [
                (character, replace(owner, path=names[owner.path]) if owner.path else owner)
                if owner is not None else (character, None)
                for character, owner in line.cells
            ]  # fmt: skip
        self.notice.facts = [replace(fact, path=names[fact.path]) for fact in self.notice.facts]

    def write_paragraph(self, path: str, text: str) -> None:
        self.notice.paths.append(path)
        self.notice.write((text, "text", path))

    def paragraph_with_facts(self, path: str) -> None:
        self.write_paragraph(path, self.words(path))

    def words(self, path: str, *, closing: bool = False) -> str:
        """The sentences of a paragraph; ``closing`` puts a duty after them."""
        parts: list[str] = []
        for _ in range(self.chance.randint(1, 3)):
            if self.chance.random() < 0.4:
                known = HARDER_NOTICE_WRITERS if self.chance.random() < 0.4 else NOTICE_WRITERS
                writer: Writer = self.chance.choice(known)
                text, facts = writer(self.chance, self.setting)
                self.state(path, facts)
                parts.append(text)
            else:
                parts.append(sentence(self.chance))
        if closing:
            text, facts = duty(self.chance, self.setting)
            self.state(path, facts)
            parts.append(text)
        return "".join(parts)

    def state(self, path: str, facts: list[FactTruth]) -> None:
        self.notice.facts += [replace(fact, path=path) for fact in facts]

    def write_level(self, above: str, depth: int) -> None:
        """The clauses of one level under ``above``, and those below them."""
        level = self.shape.levels[depth]
        last = depth == len(self.shape.levels) - 1
        for number in range(1, self.chance.randint(2, 4 if depth else 5) + 1):
            if level == 2 and self.shape.runs_on:
                self.running += 1
                number = self.running
            path = f"{above}/l{level}_{number}" if above else f"l{level}_{number}"
            deeper = not last and self.chance.random() < 0.8
            own_line = self.shape.own_line[level - 1] and (deeper or self.chance.random() < 0.6)
            self.write_clause(path, level, number, own_line=own_line, deeper=deeper)
            if deeper:
                self.write_level(path, depth + 1)

    def label(self, level: int, number: int) -> str:
        return {
            1: f"{chinese_number(number)}、",
            2: f"({chinese_number(number)})",
            3: f"{number}.",
            4: f"({number})",
        }[level]

    def write_clause(
        self, path: str, level: int, number: int, *, own_line: bool, deeper: bool
    ) -> None:
        """The line of a label, and the unnumbered paragraphs after it."""
        self.notice.paths.append(path)
        label: Run = (self.label(level, number), "label", path)
        closing = self.shape.duties and not deeper
        if own_line:
            title = self.heading(level)
            self.notice.write(label, (title, "heading", path), item=level > 1)
            for count in range(1, self.chance.randint(0 if deeper else 1, 2) + 1):
                below = f"{path}/para_{count}"
                self.write_paragraph(below, self.words(below, closing=closing))
        else:
            text = self.run_in_title(level) + self.words(path, closing=closing)
            self.notice.write(label, (text, "text", path), item=level > 1)
            if not deeper and self.chance.random() < 0.15:
                self.paragraph_with_facts(f"{path}/para_1")
        if not deeper and self.chance.random() < 0.05:
            self.write_box(path)

    def heading(self, level: int) -> str:
        if level == 1:
            return self.chance.choice(HEADINGS)
        return self.chance.choice(VERBS) + self.chance.choice(RUN_IN_NOUNS)

    def run_in_title(self, level: int) -> str:
        if level == 1 or self.chance.random() < 0.3:
            return ""
        return self.chance.choice(VERBS) + self.chance.choice(RUN_IN_NOUNS) + "。"

    def write_box(self, above: str) -> None:
        """A box (专栏) with a title and paragraphs."""
        self.boxes += 1
        path = f"{above}/box_{self.boxes}"
        self.notice.paths.append(path)
        title = f"{self.chance.choice(DOMAINS)}重点方向"
        self.notice.write((f"专栏{self.boxes}", "label", path), (" " + title, "heading", path))
        for count in range(1, self.chance.randint(1, 3) + 1):
            text = f"{self.chance.choice(LAW_HEADINGS)}:{sentence(self.chance)}"
            self.write_paragraph(f"{path}/para_{count}", text)


def notice(
    chance: Random, *, index: int = 0, attached: bool | None = None, running_number: str = ""
) -> DocumentTruth:
    """A notice with its head, body, annexes and signature, perhaps with a guideline attached."""
    issuers = bodies(chance, chance.choice((1, 1, 1, 2, 2, 3, 4, 7)))
    guideline = chance.random() < 0.2 if attached is None else attached
    inner = f"{chance.choice(PLACES)}{chance.choice(DOMAINS)}管理办法" if guideline else None
    kind, title = notice_title(chance, issuers, inner)
    document = DocumentTruth(
        index=index,
        title=title,
        kind=kind,
        issuers=issuers,
        dated_on=date(chance.randint(2019, 2026), chance.randint(1, 12), chance.randint(1, 28)),
    )
    assert document.dated_on is not None
    document.write((running_number, "cover", ""), (title, "title", ""))
    if chance.random() < 0.8:
        document.number = f"{chance.choice(PREFIXES)}〔{document.dated_on.year}〕" + (
            f"{chance.randint(1, 299)}号"
        )
        document.write((document.number, "number", ""))
    if chance.random() < 0.9:
        document.addressees = True
        document.write((chance.choice(ADDRESSEES), "addressees", ""))
    shape = notice_shape(chance) if not guideline else replace(notice_shape(chance), levels=(1,))
    NoticeWriter(chance, document, shape).write_body()
    write_end(chance, document, shape, inner)
    if inner is not None:
        attach(chance, document, inner)
    return document


def notice_title(chance: Random, issuers: tuple[str, ...], inner: str | None) -> tuple[str, str]:
    """The kind of a notice and its title, with or without the issuers before it."""
    head = "" if chance.random() < 0.4 else chance.choice(("", " ")).join(issuers[:3])
    if inner is not None:
        quoted = chance.choice((inner, f"《{inner}》"))
        return "通知", f"{head}关于印发{quoted}的通知"
    kind = chance.choice(("通知", "通知", "通知", "意见", "实施意见", "公告", "函"))
    verb = chance.choice(("进一步加强", "组织开展", "做好", "规范", "深入推进"))
    work = f"{chance.choice(DOMAINS)}{chance.choice(OBJECTS)}"
    short = "意见" if kind == "实施意见" else kind
    return short, f"{head}关于{verb}{work}工作的{kind}"


def write_end(
    chance: Random, document: DocumentTruth, shape: NoticeShape, inner: str | None
) -> None:
    """Closing words, contacts, annexes and signature, in the usual order."""
    if chance.random() < 0.3:
        document.write(("特此通知。", "text", "close"), loose=True)
    if chance.random() < 0.3:
        contact = "联系人:周示例,电话:0579-80001234;邮箱:office@example.cn。"
        document.write((contact, "contacts", ""))
    if inner is not None:
        document.annexes = (inner,)
        document.write((f"附件:{inner}", "annexes", ""))
    elif chance.random() < 0.5:
        write_annexes(chance, document)
    write_signature(chance, document, shape.signature)


def write_annexes(chance: Random, document: DocumentTruth) -> None:
    """The list of annexes, one or several, with or without the endings of files."""
    names = chance.sample(ANNEXES, chance.choice((1, 1, 2, 3)))
    ending = f".{chance.choice(FORMATS)}" if chance.random() < 0.5 else ""
    document.annexes = tuple(names)
    if len(names) == 1:
        document.write((f"附件:{names[0]}{ending}", "annexes", ""))
        return
    for number, name in enumerate(names, start=1):
        start = "附件:" if number == 1 else ""
        document.write((f"{start}{number}.{name}{ending}", "annexes", ""))


def write_signature(chance: Random, document: DocumentTruth, layout: int) -> None:
    """Issuers and date: on lines of their own, on one line, spaced or not."""
    assert document.dated_on is not None
    signed = document.dated_on
    day = f"{signed.year}年{signed.month}月{signed.day}日"
    if layout == 0:
        for issuer in document.issuers:
            document.write((issuer, "issuers", ""))
        document.write((day, "dated_on", ""))
    elif layout == 1:
        document.write((" ".join(document.issuers), "issuers", ""))
        document.write((day, "dated_on", ""))
    elif layout == 2:
        document.write(("".join(document.issuers), "issuers", ""), (day, "dated_on", ""))
    else:
        document.write(
            (" ".join(document.issuers), "issuers", ""), (" ", "dated_on", ""),
            (day, "dated_on", ""),
        )  # fmt: skip


def attach(chance: Random, document: DocumentTruth, title: str) -> None:
    """Adds a guideline with articles of its own after the signature."""
    inner = law(
        chance, index=document.index + 1, articles=chance.choice((5, 8, 12)), contents=False,
        title=title, enacted=False,
    )  # fmt: skip
    inner.part_of = document.index
    document.attached.append(inner)
