# SPDX-License-Identifier: Apache-2.0
"""Documents as Markdown (CommonMark, with GitHub's tables) for notes, mails and wikis.

Every clause has an anchor that is its reference, so that a citation works as a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiju.library.reading import model

HEADING_DEPTH: dict[model.Kind, int] = {
    "part": 2, "subpart": 3, "chapter": 2, "section": 3, "level1": 2, "level2": 3, "level3": 4,
    "level4": 5, "box": 4,
}  # fmt: skip
"""Numbered units that carry a heading are headings of this depth; others are paragraphs."""

SIGNS = re.compile(r"([\\`*_\[\]<>|])")
AT_START = re.compile(r"^([#+>-]|[0-9]{1,9}[.)])")
FACT_WORDS = {
    "deadline": "期限", "period": "时限", "target": "目标", "threshold": "条件", "duty": "责任",
    "reference": "引用", "quota": "名额", "money": "金额", "date": "日期", "recorded": "现状",
}  # fmt: skip


def reading_as_markdown(reading: model.Reading) -> str:
    """All documents of a source, one after the other, under the head of the bulletin."""
    parts = []
    if reading.bulletin is not None and reading.bulletin.title:
        head = " ".join(w for w in (reading.bulletin.title, reading.bulletin.issue) if w)
        parts.append(f"# {_plain(head)}\n")
    parts.extend(document_as_markdown(document) for document in reading.documents)
    return "\n".join(parts)


def document_as_markdown(document: model.Document) -> str:
    """One document: its properties, its clauses with anchors, and the facts found in it."""
    lines = [f"# {_plain(document.title or '（无标题）')}", "", *_properties(document)]
    for node in document.clauses:
        lines.extend(_clause(node, f"{document.id}#"))
    lines.extend(_facts(document))
    return "\n".join(lines).rstrip() + "\n"


def _properties(document: model.Document) -> Iterator[str]:
    stated = (
        ("文号", document.number),
        ("发文机关", "、".join(document.issuers)),
        ("主送", "、".join(document.addressees)),
        ("成文日期", document.dated_on and document.dated_on.isoformat()),
        ("施行日期", document.effective_on and document.effective_on.isoformat()),
        ("附件", "、".join(annex.title for annex in document.annexes)),
    )
    given = [f"- {name}：{_plain(str(value))}" for name, value in stated if value]
    yield from given
    if given:
        yield ""


def _clause(node: model.Node, prefix: str) -> Iterator[str]:
    anchor = f'<a id="{_attribute(prefix + node.path)}"></a>'
    name = _spaced(_plain(node.label or "")) + _plain(node.heading or "")
    depth = HEADING_DEPTH.get(node.kind)
    if node.kind == "table":
        yield from (anchor, "", *_table(node.text), "")
    elif depth is not None and node.heading:
        yield from (f"{'#' * depth} {anchor}{name}", "")
        if node.text:
            yield from (_plain(node.text), "")
    else:
        yield from (f"{anchor}{_bold(name)}{_plain(node.text)}".rstrip(), "")
    for child in node.children:
        yield from _clause(child, prefix)


def _spaced(label: str) -> str:
    """A label without a mark of its own (第五条) is parted from what follows by a blank."""
    return f"{label} " if label and label[-1] in "条章节编" else label


def _bold(words: str) -> str:
    return f"**{words.rstrip()}** " if words.strip() else ""


def _table(text: str) -> Iterator[str]:
    """Rows of TAB-parted cells as a table whose first row is its head."""
    rows = [row.split("\t") for row in text.split("\n")]
    columns = max(map(len, rows))
    for number, row in enumerate(rows):
        cells = [_plain(cell) for cell in row] + [""] * (columns - len(row))
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{' --- |' * columns}"


def _facts(document: model.Document) -> Iterator[str]:
    if not document.facts:
        return
    yield from ("## 要点", "", "| 类型 | 原文 | 条款 |", "| --- | --- | --- |")
    for fact in document.facts:
        quote = _plain(fact.quote.replace("\n", " "))
        path = fact.clause.removeprefix(f"{document.id}#")
        link = f"[{_plain(path)}](<#{fact.clause}>)" if path != document.id else ""
        yield f"| {FACT_WORDS[fact.type]} | {quote} | {link} |"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    escaped = SIGNS.sub(r"\\\1", text)
    escaped = AT_START.sub(lambda start: f"{start[1][:-1]}\\{start[1][-1]}", escaped)
    return escaped.replace("\n", "  \n").replace("\t", "　")


def _attribute(ref: str) -> str:
    return ref.replace("&", "&amp;").replace('"', "&quot;").replace(" ", "_")
