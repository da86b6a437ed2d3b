# SPDX-License-Identifier: Apache-2.0
"""Finds the clause that words like 前款第(二)项 or 《办法》第五条 point at.

A reference is resolved only to a clause that is there; otherwise its target stays ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yiju.kernel.document_id import normal_number
from yiju.library.reading.facts.view import Place
from yiju.library.reading.model import Document, Node

_WORDS_ONLY = re.compile(r"[\s《》〈〉<>“”\"‘’'、,，.。:：;；()（）\-—–－～~·!！]+")
_ISSUED = re.compile(
    r"^(?:.{0,60}?)(?:关于)?(?:印发|发布|公布|下发|转发)[《〈]?(?P<name>.+?)[》〉]?的(?:通知|公告|函|决定)$"
)
_TRIAL = re.compile(r"[(（](?:试行|暂行|征求意见稿|修订|20[0-9]{2}年?(?:修订|修正|版)?)[)）]")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Point:
    """A clause as words give it: article, paragraph, item, subitem; ``None`` where not said."""

    article: str | None = None
    paragraph: int | None = None
    item: int | None = None
    subitem: int | None = None


class Resolver:
    """The clauses and names of all documents of a reading, to resolve references."""

    __slots__ = ("_articles", "_by_name", "_by_number", "_documents", "_nodes", "_parts")

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._nodes: list[dict[str, Node]] = [_nodes(document) for document in documents]
        self._articles = [
            [path for path, node in nodes.items() if node.kind == "article"]
            for nodes in self._nodes
        ]
        self._by_number: dict[str, int] = {}
        self._by_name: dict[str, int] = {}
        for position, document in enumerate(documents):
            if document.number is not None:
                self._by_number.setdefault(normal_number(document.number), position)
        self._parts: dict[int, list[int]] = {}
        for position, document in enumerate(documents):
            if document.part_of is not None:
                self._parts.setdefault(document.part_of, []).append(position)
        # What a document is called counts before what it carries: 《办法》 is the attached text,
        # and not the notice that issues it.
        for names in (_own_names, _issued_names):
            for position, document in enumerate(documents):
                for name in names(document.title):
                    self._by_name.setdefault(name, position)

    def document(self, title: str | None, number: str | None, here: int) -> int | None:
        """The document of the reading with this number or title, as named in the one ``here``.

        A notice never means itself by the title of the text that it issues.
        """
        if number is not None and normal_number(number) in self._by_number:
            return self._by_number[normal_number(number)]
        if title is None:
            return None
        name = core(title)
        found = self._by_name.get(name) if len(name) >= _SHORTEST else None
        if found == here and name not in _own_names(self._documents[here].title):
            return None
        return found

    def whole(self, document: int) -> str:
        """The reference of a whole document: its id."""
        return self._documents[document].id

    def clause(self, document: int, point: Point, here: str | None = None) -> str | None:
        """The reference of a clause; ``here`` is the path it is named from."""
        for one in (document, *self._parts.get(document, ())):
            path = self._path(one, point, here)
            if path is not None and path in self._nodes[one]:
                return f"{self._documents[one].id}#{path}"
        return None

    def chapter(self, document: int, number: int | None) -> str | None:
        """The reference of a chapter, which may stand in a part."""
        for path in self._nodes[document]:
            if path.rpartition("/")[2] == f"chp_{number}":
                return f"{self._documents[document].id}#{path}"
        return None

    def within(self, place: Place, kind: str, point: Point) -> str | None:
        """本条第一款, 本款第(二)项: inside the article or paragraph that holds the place."""
        node = place.node
        base = _step(node.path, {"条": "art", "款": "para"}[kind]) if node is not None else None
        if base is None:
            return None
        nodes = self._nodes[place.document]
        if point.paragraph is not None and kind == "条":
            base = f"{base}/para_{point.paragraph}"
        path = base if point.item is None else _below(nodes, base, point.item, point.subitem)
        if path is None or path not in nodes:
            return None
        return f"{self._documents[place.document].id}#{path}"

    def _path(self, document: int, point: Point, here: str | None) -> str | None:
        nodes = self._nodes[document]
        if point.article is not None and not self._articles[document]:
            level = f"l1_{point.article}"
            return level if point.item is None else f"{level}/l2_{point.item}"
        if point.article is not None:
            base: str | None = f"art_{point.article}"
        elif point.paragraph is not None:
            base = _step(here, "art")
        else:
            base = _step(here, "para")
        if base is None:
            return None
        if point.paragraph is not None:
            base = f"{base}/para_{point.paragraph}"
        if point.item is None:
            return base
        return _below(nodes, base, point.item, point.subitem)

    def before(self, place: Place, kind: str, count: int, point: Point) -> list[str]:
        """前款, 前两款, 前条, 前项: the units just before the one that holds the place."""
        node = place.node
        if node is None:
            return []
        document = place.document
        if kind == "条":
            paths = self._articles_before(document, node.path, count)
        else:
            step = {"款": "para", "项": "item"}[kind]
            paths = self._siblings_before(document, node.path, step, count)
        found = []
        for path in paths:
            if point.paragraph is not None:
                path = f"{path}/para_{point.paragraph}"
            deep = (
                path
                if point.item is None
                else _below(self._nodes[document], path, point.item, point.subitem)
            )
            if deep is not None and deep in self._nodes[document]:
                found.append(f"{self._documents[document].id}#{deep}")
        return found

    def _articles_before(self, document: int, path: str, count: int) -> list[str]:
        article = _step(path, "art")
        articles = self._articles[document]
        if article not in articles:
            return []
        at = articles.index(article)
        return articles[max(0, at - count) : at]

    def _siblings_before(self, document: int, path: str, step: str, count: int) -> list[str]:
        """The paragraphs or items before; under items, 前款 means the paragraph before theirs."""
        here = _step(path, step)
        if here is None:
            return []
        head, _, last = here.rpartition("/")
        number = re.fullmatch(rf"{step}_([0-9]+)(?:-[0-9]+)?(?:~[0-9]+)?", last)
        if number is None:
            return []
        at = int(number[1])
        prefix = f"{head}/" if head else ""
        paths = [f"{prefix}{step}_{one}" for one in range(max(1, at - count), at)]
        return [one for one in paths if one in self._nodes[document]]


def core(title: str) -> str:
    """The words of a title that two ways of writing it share."""
    return _WORDS_ONLY.sub("", _TRIAL.sub("", title))


def _own_names(title: str | None) -> list[str]:
    """The name a document goes by: its title."""
    name = core(title) if title is not None else ""
    return [name] if len(name) >= _SHORTEST else []


def _issued_names(title: str | None) -> list[str]:
    """What the title of a document says that it issues."""
    issued = _ISSUED.match(re.sub(r"\s+", "", title)) if title is not None else None
    name = core(issued["name"]) if issued is not None else ""
    return [name] if len(name) >= _SHORTEST else []


def _nodes(document: Document) -> dict[str, Node]:
    """All clauses of a document by path, in the order of the text."""
    nodes: dict[str, Node] = {}
    waiting = list(reversed(document.clauses))
    while waiting:
        node = waiting.pop()
        nodes.setdefault(node.path, node)
        waiting.extend(reversed(node.children))
    return nodes


def _step(path: str | None, name: str) -> str | None:
    """The part of a path up to the step of that name: art_5/para_2/item_1, para → art_5/para_2."""
    if path is None:
        return None
    found = re.match(rf"(?:.*/)?{name}_[^/]+", path)
    return found.group() if found is not None else None


def _below(nodes: dict[str, Node], base: str, item: int, subitem: int | None) -> str | None:
    """The item under an article (whichever paragraph carries it) or a paragraph."""
    bases = [base]
    if base.rpartition("/")[2].startswith("art_"):
        bases += [f"{base}/para_{number}" for number in range(1, 13)]
    for one in bases:
        path = f"{one}/item_{item}"
        if subitem is not None:
            path = f"{path}/subitem_{subitem}"
        if path in nodes:
            return path
    return None
