# SPDX-License-Identifier: Apache-2.0
"""Small documents built by hand, for rules that look at single sentences.

Each line of the text is a clause: ``para_1``, ``para_2``, … or, where it begins with a path in
braces (``{art_5/para_2}``), the clause of that path. The reader's own stages are not involved.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TypeVar

from yiju.library.reading.facts import facts_of
from yiju.library.reading.mapped import MappedText
from yiju.library.reading.model import Document, Fact, Kind, Node

_Kind = TypeVar("_Kind", bound=Fact)
_PATH = re.compile(r"\{([^}]*)\}")
_KINDS: dict[str, Kind] = {
    "art": "article", "para": "paragraph", "item": "item", "subitem": "subitem", "chp": "chapter",
    "l1": "level1", "l2": "level2", "l3": "level3", "l4": "level4",
}  # fmt: skip


class _Growing:
    """A node while the text is being read; a path's upper steps come into being with it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.first = self.past = -1
        self.children: dict[str, _Growing] = {}

    def at(self, path: str) -> _Growing:
        here = self
        for step in path.split("/"):
            whole = f"{here.path}/{step}".lstrip("/")
            here = here.children.setdefault(step, _Growing(whole))
        return here

    def node(self, text: str) -> Node:
        children = tuple(child.node(text) for child in self.children.values())
        first = self.first if self.first >= 0 else children[0].start
        past = max([self.past, *(child.end for child in children)])
        name, _, number = self.path.rpartition("/")[2].partition("_")
        own = text[first : self.past] if self.first >= 0 else ""
        return Node(
            _KINDS[name], number, None, None, self.path, own,
            first, first + len(own), first, past, children,
        )  # fmt: skip


def document(
    text: str,
    *,
    name: str = "甲发〔2025〕1号",
    title: str | None = "关于样例工作的通知",
    dated_on: date | None = date(2025, 3, 19),
    number: str | None = None,
    offset: int = 0,
) -> tuple[Document, str]:
    """A document with the text's lines as clauses, and the text without the paths in braces."""
    root = _Growing("")
    clean = ""
    for position, line in enumerate(text.split("\n"), 1):
        path = _PATH.match(line)
        words = line[path.end() :] if path else line
        here = root.at(path.group(1) if path else f"para_{position}")
        here.first, here.past = len(clean) + offset, len(clean) + len(words) + offset
        clean += words + "\n"
    whole = " " * offset + clean
    made = Document(
        id=name, title=title, number=number or name, kind="通知", issuers=(), addressees=(),
        dated_on=dated_on, effective_on=None, start=offset, end=len(whole), complete=True,
        part_of=None, fields=(), annexes=(), contacts=(), urls=(),
        clauses=tuple(child.node(whole) for child in root.children.values()),
    )  # fmt: skip
    return made, clean


def facts(text: str, **properties: object) -> tuple[Fact, ...]:
    """All facts of a text that stands alone."""
    made, clean = document(text, **properties)  # type: ignore[arg-type]
    return facts_of([made], MappedText(clean, (0,), (0,)), clean)[0]


def facts_of_type(kind: type[_Kind], text: str, **properties: object) -> list[_Kind]:
    """The facts of one type of a text that stands alone."""
    return [fact for fact in facts(text, **properties) if isinstance(fact, kind)]
