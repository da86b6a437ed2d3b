# SPDX-License-Identifier: Apache-2.0
"""The body of a generated notice: levels, headings, run-in titles, boxes, tables, notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from tests.reading.harder_facts import HARDER_NOTICE_WRITERS
from tests.reading.stated_facts import NOTICE_WRITERS, Setting, Writer, duty
from tests.reading.truth import DocumentTruth, FactTruth, Run
from tests.reading.words import (
    DOMAINS,
    HEADINGS,
    OBJECTS,
    PLACES,
    RUN_IN_NOUNS,
    VERBS,
    act,
    chinese_number,
    sentence,
    sentences,
)

OPENINGS = (
    "为贯彻落实上级部署要求,现将有关事项通知如下:",
    "为进一步规范管理、优化服务,经研究,现就有关工作通知如下。",
    "根据工作安排,决定组织开展本年度有关工作,具体事项通知如下。",
)
PLAN_OPENINGS = (
    "为推动有关工作有序开展,结合实际,制定本方案。",
    "为细化目标任务、落实工作责任,制定本方案。",
)


@dataclass(frozen=True, slots=True)
class NoticeShape:
    """How one notice is written.

    ``levels`` are the levels it uses, outermost first; ``runs_on`` numbers the second level
    through the whole notice; ``own_line`` says per level whether titles stand on lines of their
    own; ``duties`` closes each task with its units; ``point`` follows the numbers of the third
    level and ``gap`` every label.
    """

    levels: tuple[int, ...]
    runs_on: bool
    own_line: tuple[bool, ...]
    duties: bool
    signature: int
    point: str
    gap: str


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
        point=chance.choice((".", ".", "、", "\uff0e")),
        gap=chance.choice(("", "", "", " ", "\u3000")),
    )


class NoticeWriter:
    """Writes the body of one notice and keeps the counts that run through it."""

    def __init__(
        self, chance: Random, notice: DocumentTruth, shape: NoticeShape, signed: date
    ) -> None:
        self.chance, self.notice, self.shape = chance, notice, shape
        self.setting = Setting(signed.year, signed.month)
        self.running = 0
        self.boxes = 0
        self.tables = 0
        self.notes = 0

    def write_body(self, openings: tuple[str, ...] = OPENINGS) -> None:
        for number in range(1, self.chance.randint(1, 2) + 1):
            text = self.chance.choice(openings) if number == 1 else sentences(self.chance, 1, 3)
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
        if self.chance.random() < 0.05:
            parts.append(self.counted())
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
            3: f"{number}{self.shape.point}",
            4: f"({number})",
        }[level] + self.shape.gap

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
            if not deeper and self.chance.random() < 0.08:
                self.write_points(path)
                return
            for count in range(1, self.chance.randint(0 if deeper else 1, 2) + 1):
                below = f"{path}/para_{count}"
                self.write_paragraph(below, self.words(below, closing=closing))
        else:
            text = self.run_in_title(level) + self.words(path, closing=closing)
            self.notice.write(label, (text, "text", path), item=level > 1)
            if not deeper and self.chance.random() < 0.15:
                self.paragraph_with_facts(f"{path}/para_1")
        if not deeper:
            self.write_ornament(path)

    def heading(self, level: int) -> str:
        if level == 1:
            return self.chance.choice(HEADINGS)
        return self.chance.choice(VERBS) + self.chance.choice(RUN_IN_NOUNS)

    def run_in_title(self, level: int) -> str:
        if level == 1 or self.chance.random() < 0.3:
            return ""
        return self.chance.choice(VERBS) + self.chance.choice(RUN_IN_NOUNS) + "。"

    def counted(self) -> str:
        """一是…二是…, which stays text."""
        return f"一是{act(self.chance)};二是{act(self.chance)};三是{act(self.chance)}。"

    def write_points(self, above: str) -> None:
        """Paragraphs that begin with a dash; they are unnumbered paragraphs like any other."""
        for count in range(1, self.chance.randint(2, 4) + 1):
            self.write_paragraph(f"{above}/para_{count}", f"——{sentence(self.chance)}")

    def write_ornament(self, path: str) -> None:
        """Now and then a box, a table or a note after the last words of a clause."""
        drawn = self.chance.random()
        if drawn < 0.05:
            self.write_box(path)
        elif drawn < 0.08 and not self.tables:
            self.write_table(path)
        elif drawn < 0.11 and not self.notes:
            self.write_note(path)

    def write_table(self, above: str) -> None:
        """A table as converters give it: rows of cells with tabs between."""
        self.tables += 1
        path = f"{above}/tbl_1"
        self.notice.paths.append(path)
        rows = [("序号", "单位名称", "所在地")]
        for number in range(1, self.chance.randint(3, 6)):
            name = f"{self.chance.choice(DOMAINS)}示例公司"
            rows.append((str(number), name, self.chance.choice(PLACES)))
        for row in rows:
            self.notice.write(("\t".join(row), "text", path))
            self.notice.lines[-1].solid = True

    def write_note(self, above: str) -> None:
        """A note (注)."""
        self.notes += 1
        path = f"{above}/note_1"
        self.notice.paths.append(path)
        words = (
            f"本通知所称{self.chance.choice(OBJECTS)},包括有关单位的{self.chance.choice(OBJECTS)}。"
        )
        self.notice.write(("注:", "label", path), (words, "text", path))

    def write_box(self, above: str) -> None:
        """A box (专栏) with a title and paragraphs."""
        self.boxes += 1
        path = f"{above}/box_{self.boxes}"
        self.notice.paths.append(path)
        title = f"{self.chance.choice(DOMAINS)}重点方向"
        self.notice.write((f"专栏{self.boxes}", "label", path), (" " + title, "heading", path))
        for count in range(1, self.chance.randint(1, 3) + 1):
            text = f"{self.chance.choice(RUN_IN_NOUNS)}:{sentence(self.chance)}"
            self.write_paragraph(f"{path}/para_{count}", text)
