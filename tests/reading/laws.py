# SPDX-License-Identifier: Apache-2.0
"""Generated laws, rules and guidelines: 编 分编 章 节 条 款 项 目 in many shapes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from tests.reading.harder_facts import HARDER_LAW_WRITERS
from tests.reading.stated_facts import LAW_WRITERS, Setting, Writer
from tests.reading.truth import DocumentTruth, FactTruth
from tests.reading.words import (
    DOMAINS,
    LAW_HEADINGS,
    PLACES,
    act,
    chinese_number,
    list_item,
    sentence,
)

KINDS = ("条例", "管理办法", "若干规定", "实施细则", "管理办法(试行)", "工作指引", "暂行规定")


@dataclass(frozen=True, slots=True)
class LawShape:
    """How one law is written; drawn once, kept through its text."""

    gap: str
    point: str
    divisions: tuple[str, ...]
    contents: bool


def law_shape(chance: Random, *, contents: bool | None = None) -> LawShape:
    """Draws how a law is written."""
    divisions: tuple[str, ...] = chance.choice(
        ((), ("chp",), ("chp",), ("chp", "sec"), ("part", "chp"), ("part", "subpart", "chp", "sec"))
    )
    listed = chance.random() < 0.3 if contents is None else contents
    return LawShape(
        gap=chance.choice(("", " ", "\u3000", "\u3000\u3000")),
        point=chance.choice((".", "、", "\uff0e")),
        divisions=divisions,
        contents=listed and bool(divisions),
    )


def rename(chapter: tuple[list[tuple[str, str, str]], int], heading: str) -> None:
    """Gives the first and the last chapter the headings that they have everywhere."""
    opened, place = chapter
    opened[place] = (*opened[place][:2], heading)


class LawWriter:
    """Writes one law, article by article, and keeps the counts that run through it."""

    def __init__(self, chance: Random, law: DocumentTruth, shape: LawShape, year: int) -> None:
        self.chance, self.law, self.shape = chance, law, shape
        self.year = year
        self.article = 0
        self.written: list[str] = []

    def write_divisions(self, articles: int) -> None:
        """Writes headings and articles, the articles spread over the innermost divisions."""
        plan = self.plan(articles)
        if self.shape.contents:
            self.write_contents([label for labels, _ in plan for label in labels])
        for labels, count in plan:
            for path, label, heading in labels:
                self.law.paths.append(path)
                self.law.write(
                    (label, "label", path), (self.shape.gap, "label", path),
                    (heading, "heading", path),
                )  # fmt: skip
            for _ in range(count):
                self.write_article()

    def plan(self, articles: int) -> list[tuple[list[tuple[str, str, str]], int]]:
        """What stands before each run of articles: ``(path, label, heading)``, and the count."""
        if not self.shape.divisions:
            return [([], articles)]
        runs: list[tuple[list[tuple[str, str, str]], int]] = []
        counts = dict.fromkeys(self.shape.divisions, 0)
        left = articles
        while left > 0:
            count = min(left, self.chance.randint(1, 5))
            runs.append((self.opened(counts, first=not runs), count))
            left -= count
        chapters = [
            (opened, place)
            for opened, _ in runs
            for place, (path, _, _) in enumerate(opened)
            if path.rsplit("/", 1)[-1].startswith("chp")
        ]
        rename(chapters[0], "总则")
        if len(chapters) > 1:
            rename(chapters[-1], "附则")
        return runs

    def opened(self, counts: dict[str, int], *, first: bool) -> list[tuple[str, str, str]]:
        """The divisions that open here: the innermost always, outer ones now and then."""
        names = self.shape.divisions
        outermost = 0 if first else self.chance.choice(range(len(names)))
        opened = []
        for depth in range(outermost, len(names)):
            name = names[depth]
            # Chapters run on over subparts and begin again with a part, as in a code.
            restarts = outermost == 0 if name == "chp" else depth > outermost
            restarts = restarts and depth > 0
            counts[name] = 1 if restarts else counts[name] + 1
            path = "/".join(f"{outer}_{counts[outer]}" for outer in names[: depth + 1])
            mark = {"part": "编", "subpart": "分编", "chp": "章", "sec": "节"}[name]
            label = f"第{chinese_number(counts[name])}{mark}"
            opened.append((path, label, self.chance.choice(LAW_HEADINGS)))
        return opened

    def write_contents(self, labels: list[tuple[str, str, str]]) -> None:
        """The law's own table of contents."""
        self.law.write(("目 录", "contents", ""))
        dotted = self.chance.random() < 0.4
        for page, (_, label, heading) in enumerate(labels, start=1):
            dots = f"{'…' * 6}{page}" if dotted else ""
            self.law.write((f"{label} {heading}{dots}", "contents", ""))

    def write_article(self) -> None:
        """One article, now and then followed by a 之一."""
        self.article += 1
        number = str(self.article)
        label = f"第{chinese_number(self.article)}条"
        self.write_paragraphs(number, label)
        if self.chance.random() < 0.04:
            self.write_paragraphs(f"{number}-1", f"{label}之一")

    def write_paragraphs(self, number: str, label: str) -> None:
        """The paragraphs of an article, the first on the line of its label."""
        article = f"art_{number}"
        self.law.paths.append(article)
        for count in range(1, self.chance.choice((1, 1, 1, 2, 2, 3)) + 1):
            path = f"{article}/para_{count}"
            self.law.paths.append(path)
            listed = self.chance.random() < 0.25
            words = self.lead() if listed else self.words(path, count)
            if count == 1:
                self.law.write(
                    (label, "label", article), (self.shape.gap, "label", article),
                    (words, "text", path),
                )  # fmt: skip
            else:
                self.law.write((words, "text", path))
            if listed:
                self.write_items(path)
            self.written.append(path)

    def lead(self) -> str:
        return self.chance.choice(
            ("有下列情形之一的,不予受理:", "申请人应当提交下列材料:", "主管部门履行下列职责:")
        )

    def words(self, path: str, count: int) -> str:
        """The sentences of a paragraph, some of them stating facts."""
        chance, parts = self.chance, []
        for _ in range(chance.randint(1, 3)):
            if chance.random() < 0.25:
                known: tuple[Writer, ...] = LAW_WRITERS + HARDER_LAW_WRITERS
                text, facts = chance.choice(known)(chance, Setting(self.year))
                self.state(path, facts)
                parts.append(text)
            else:
                parts.append(sentence(chance))
        if self.written and chance.random() < 0.12:
            parts.append(self.inner_reference(path))
        if count > 1 and chance.random() < 0.15:
            parts.append(self.reference_before(path, count))
        return "".join(parts)

    def reference_before(self, path: str, count: int) -> str:
        """A sentence that refers to the paragraph before, or to its second item."""
        before = f"{path.rsplit('/', 1)[0]}/para_{count - 1}"
        if f"{before}/item_2" in self.law.paths:
            values = {"target": (f"#{before}/item_2",)}
            self.state(path, [FactTruth("reference", "前款第(二)项", values)])
            return "存在前款第(二)项情形的,终止办理。"
        self.state(path, [FactTruth("reference", "前款", {"target": (f"#{before}",)})])
        return "违反前款规定的,由主管部门责令改正。"

    def inner_reference(self, path: str) -> str:
        """A sentence that refers to an earlier clause of this law."""
        target = self.chance.choice(self.written)
        steps = [step.split("_") for step in target.split("/")]
        label = self.earlier_label(steps)
        quote = f"{label}"
        fact = FactTruth("reference", quote, {"target": (f"#{target}",)})
        self.state(path, [fact])
        return f"依照本{self.kind_word()}{label}的规定,{act(self.chance)}。"

    def earlier_label(self, steps: list[list[str]]) -> str:
        number = steps[0][1].split("-")
        label = f"第{chinese_number(int(number[0]))}条" + ("之一" if len(number) > 1 else "")
        label += f"第{chinese_number(int(steps[1][1]))}款"
        if len(steps) > 2:
            label += f"第({chinese_number(int(steps[2][1]))})项"
        return label

    def kind_word(self) -> str:
        return self.law.kind or "规定"

    def write_items(self, path: str) -> None:
        """The items of a paragraph, some with subitems."""
        count = self.chance.randint(2, 6)
        for number in range(1, count + 1):
            item = f"{path}/item_{number}"
            self.law.paths.append(item)
            label = f"({chinese_number(number)})"
            nested = self.chance.random() < 0.1
            words = list_item(self.chance) + (":" if nested else "。" if number == count else ";")
            self.law.write((label, "label", item), (words, "text", item), item=True)
            if nested:
                self.write_subitems(item, last=number == count)
            self.written.append(item)

    def write_subitems(self, item: str, *, last: bool) -> None:
        count = self.chance.randint(2, 4)
        for number in range(1, count + 1):
            path = f"{item}/subitem_{number}"
            self.law.paths.append(path)
            words = list_item(self.chance) + ("。" if number == count and last else ";")
            label = f"{number}{self.shape.point}"
            self.law.write((label, "label", path), (words, "text", path), item=True)

    def state(self, path: str, facts: list[FactTruth]) -> None:
        for fact in facts:
            self.law.facts.append(
                FactTruth(
                    fact.type, fact.quote, fact.values, fact.words, fact.tolerated, path
                )
            )  # fmt: skip


def law(
    chance: Random,
    *,
    index: int = 0,
    articles: int | None = None,
    contents: bool | None = None,
    title: str | None = None,
    enacted: bool | None = None,
    running_number: str = "",
) -> DocumentTruth:
    """A law with its title, perhaps its enactment line and contents, and its articles."""
    kind = chance.choice(KINDS)
    stated = title or f"{chance.choice(PLACES)}{chance.choice(DOMAINS)}{kind}"
    document = DocumentTruth(index=index, title=stated, kind=kind_of(stated))
    document.write((running_number, "cover", ""), (stated, "title", ""))
    year = chance.randint(2020, 2026)
    document.enacted = enacted or (enacted is None and chance.random() < 0.5)
    if document.enacted:
        document.write(
            (f"({year}年3月28日第十届人民代表大会常务委员会第三次会议通过)", "enactment", "")
        )
    writer = LawWriter(chance, document, law_shape(chance, contents=contents), year)
    writer.write_divisions(articles or chance.choice((6, 10, 18, 30, 45)))
    close_law(chance, writer, year)
    return document


def kind_of(title: str) -> str:
    """The kind that a law's title names, without 管理 and (试行)."""
    bare = title.removesuffix("(试行)")
    return next(end for end in ("条例", "办法", "规定", "细则", "指引") if bare.endswith(end))


def close_law(chance: Random, writer: LawWriter, year: int) -> None:
    """The last article says from when the law is in force."""
    writer.article += 1
    article = f"art_{writer.article}"
    path = f"{article}/para_1"
    writer.law.paths += [article, path]
    month = chance.randint(1, 12)
    writer.law.effective_on = date(year + 1, month, 1)
    writer.law.write(
        (f"第{chinese_number(writer.article)}条", "label", article),
        (writer.shape.gap, "label", article),
        (f"本{writer.kind_word()}自{year + 1}年{month}月1日起施行。", "text", path),
    )
