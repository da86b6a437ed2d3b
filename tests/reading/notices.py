# SPDX-License-Identifier: Apache-2.0
"""Generated notices: head, body, annexes, signature, and what they carry with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from tests.reading.laws import law
from tests.reading.notice_body import PLAN_OPENINGS, NoticeShape, NoticeWriter, notice_shape
from tests.reading.truth import DocumentTruth
from tests.reading.words import DOMAINS, OBJECTS, PLACES, bodies, chinese_day

ADDRESSEES = (
    "各县(市、区)人民政府,市政府各部门、各直属单位:",
    "各设区市主管部门,有关企业:",
    "各省、自治区、直辖市及计划单列市有关主管部门,各有关中央企业:",
    "各有关单位:",
)
FORMATS = ("docx", "pdf", "xlsx", "wps", "doc", "ofd")
ANNEXES = ("申报书", "推荐汇总表", "任务分工表", "自查情况表", "实施方案(模板)", "名单")
PREFIXES = ("澄政发", "云经信投资", "临科函", "南财企", "青市监计", "北发改能源", "松办字")


def notice(
    chance: Random, *, index: int = 0, attached: bool | None = None, running_number: str = ""
) -> DocumentTruth:
    """A notice with its head, body, annexes and signature, perhaps with a guideline attached."""
    issuers = bodies(chance, chance.choice((1, 1, 1, 2, 2, 3, 4, 7)))
    guideline = chance.random() < 0.25 if attached is None else attached
    inner = inner_title(chance) if guideline else None
    kind, title = notice_title(chance, issuers, inner)
    document = DocumentTruth(
        index=index,
        title=title,
        kind=kind,
        issuers=issuers,
        dated_on=date(chance.randint(2019, 2026), chance.randint(1, 11), chance.randint(1, 28)),
    )
    assert document.dated_on is not None
    if not running_number and chance.random() < 0.05:
        document.write((f"{issuers[0]}文件", "cover", ""))
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
    NoticeWriter(chance, document, shape, document.dated_on).write_body()
    write_end(chance, document, shape, inner)
    if inner is not None:
        attach(chance, document, inner)
    return document


def inner_title(chance: Random) -> str:
    """The title of what a notice carries: rules with articles, or a plan with levels."""
    kind = chance.choice(("管理办法", "管理办法", "工作方案"))
    return f"{chance.choice(PLACES)}{chance.choice(DOMAINS)}{kind}"


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
    """Closing words, contacts, annexes and signature, now and then the signature first."""
    if chance.random() < 0.3:
        document.write(("特此通知。", "text", "close"), loose=True)
    if chance.random() < 0.3:
        contact = "联系人:周示例,电话:0579-80001234;邮箱:office@example.cn。"
        document.write((contact, "contacts", ""))
    after = inner is None and chance.random() < 0.15
    if after:
        write_signature(chance, document, shape.signature)
    if inner is not None:
        document.annexes = (inner,)
        document.write((f"附件:{inner}", "annexes", ""))
    elif chance.random() < 0.5:
        write_annexes(chance, document)
    if not after:
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
    day = chinese_day(signed) if chance.random() < 0.1 else day
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
    """Adds what the notice carries after the signature, now and then under the word 附件."""
    assert document.dated_on is not None
    if chance.random() < 0.3:
        document.write(("附件", "cover", ""))
    if title.endswith("方案"):
        inner = DocumentTruth(index=document.index + 1, title=title, kind="方案")
        inner.write((title, "title", ""))
        shape = replace(notice_shape(chance), levels=chance.choice(((1,), (1, 2), (1, 2, 3))))
        NoticeWriter(chance, inner, shape, document.dated_on).write_body(PLAN_OPENINGS)
    else:
        inner = law(
            chance, index=document.index + 1, articles=chance.choice((5, 8, 12)), contents=False,
            title=title, enacted=False,
        )  # fmt: skip
    inner.part_of = document.index
    document.attached.append(inner)
