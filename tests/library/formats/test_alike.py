# SPDX-License-Identifier: Apache-2.0
"""The same law reads alike from every format (a sample of our own)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.library.formats.made_files import docx, ofd, paragraph, pdf, placed, printed
from yiju.library.formats import extract
from yiju.library.reading.model import Node
from yiju.library.reading.pipeline import read_text

LAW = (
    "样例市公共数据开放管理办法",
    "第一章 总则",
    "第一条 为了规范公共数据开放，保障公众权益，根据有关法律、法规，结合本市实际，制定本办法。",
    "第二条 市数据局负责本办法的组织实施，履行下列职责：",
    "（一）编制开放目录，并于每年3月31日前公布；",
    "（二）受理公众的开放申请，自收到申请之日起15个工作日内作出答复；",
    "（三）法律、法规规定的其他职责。",
    "各区、县数据主管部门按照职责分工做好相关工作，重大事项及时向市数据局报告并抄送有关部门。",
    "第二章 附则",
    "第三条 本办法自2025年5月1日起施行。",
)
LINE = 26


def set_lines() -> Iterator[tuple[int, str]]:
    """The law as a page shows it: indented paragraphs, wrapped lines; indent and text each."""
    yield 6, LAW[0]
    for words in LAW[1:]:
        indent = 2
        while words:
            yield indent, words[: LINE - indent]
            words, indent = words[LINE - indent :], 0


def as_pdf() -> bytes:
    """The law on a page of a PDF."""
    lines = enumerate(set_lines())
    return pdf("".join(printed(w, 72 + 12 * indent, 780 - 20 * n) for n, (indent, w) in lines))


def as_ofd() -> bytes:
    """The law on a page of an OFD."""
    lines = enumerate(set_lines())
    return ofd("".join(placed(w, 30 + 4 * indent, 30 + 7 * n) for n, (indent, w) in lines))


FORMS: dict[str, Callable[[], bytes]] = {
    "utf-8": lambda: "\n".join(LAW).encode(),
    "gb18030": lambda: "\r\n".join(LAW).encode("gb18030"),
    "html": lambda: ("<html><body>" + "".join(f"<p>{words}</p>" for words in LAW)).encode(),
    "docx": lambda: docx("".join(map(paragraph, LAW))),
    "pdf": as_pdf,
    "ofd": as_ofd,
}


def clauses(nodes: tuple[Node, ...]) -> list[tuple[str, str | None, str | None, str]]:
    """What stands in each clause, in document order."""
    found = []
    for node in nodes:
        found.append((node.path, node.label, node.heading, node.text))
        found += clauses(node.children)
    return found


@pytest.mark.parametrize("form", FORMS)
def test_the_same_law_reads_alike_from_every_format(form: str) -> None:
    extracted = extract("law", FORMS[form]())
    (law,) = read_text(extracted.text, name="law", sha256=extracted.sha256).documents
    plain = read_text("\n".join(LAW), name="law", sha256="").documents[0]
    assert law.title == LAW[0]
    assert clauses(law.clauses) == clauses(plain.clauses)
    assert [fact.type for fact in law.facts] == ["deadline", "period", "date"]
