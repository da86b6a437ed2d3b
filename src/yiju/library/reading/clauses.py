# SPDX-License-Identifier: Apache-2.0
"""Drafts → clauses: numbers, paths and source offsets.

Reads: the drafts of one document. Writes: :class:`Node` values with the path by which each clause
is cited.
"""

from __future__ import annotations

from yiju.library.reading.mapped import MappedText
from yiju.library.reading.model import Node
from yiju.library.reading.tree import Draft

_STEP = {
    "part": "part", "subpart": "subpart", "chapter": "chp", "section": "sec", "article": "art",
    "paragraph": "para", "item": "item", "subitem": "subitem", "level1": "l1", "level2": "l2",
    "level3": "l3", "level4": "l4", "box": "box", "table": "tbl", "point": "point", "note": "note",
}  # fmt: skip
_COUNTED = frozenset(("paragraph", "table", "note"))


class ClauseWriter:
    """Turns the drafts of one document into nodes; paths are unique within the document."""

    def __init__(self, clean: MappedText) -> None:
        self.clean = clean
        self.seen: dict[str, int] = {}

    def write(self, root: Draft) -> tuple[Node, ...]:
        """The clauses under ``root``."""
        return self._children(root, "")

    def _children(self, parent: Draft, path: str) -> tuple[Node, ...]:
        if not parent.children:
            return ()
        counts = {"paragraph": 0, "table": 0, "note": 0}
        nodes = []
        for draft in parent.children:
            if draft.kind in _COUNTED:
                counts[draft.kind] += 1
                draft.number = counts[draft.kind]
            nodes.append(self._node(draft, path))
        return tuple(nodes)

    def _node(self, draft: Draft, above: str) -> Node:
        text = self.clean.text
        number = f"{draft.number}-{draft.sub}" if draft.sub else str(draft.number)
        step = f"{_STEP[draft.kind]}_{number}"
        path = step if draft.kind == "article" or not above else f"{above}/{step}"
        again = self.seen[path] = self.seen.get(path, 0) + 1
        if again > 1:
            path = f"{path}~{again}"
        if draft.may_head and draft.children:
            draft.heading, draft.first = (draft.first, draft.past), draft.past
        children = self._children(draft, path)
        heading = text[slice(*draft.heading)] if draft.heading else None
        own_past = max(draft.past, draft.label_past, draft.heading[1] if draft.heading else 0)
        start, end = self.clean.span(draft.at, own_past)
        if children:
            end = max(end, children[-1].end)
        label = text[draft.at : draft.label_past].strip() or None
        return Node(draft.kind, number, label, heading, path, text[draft.first : draft.past],
                    draft.first, draft.past, start, end, children)  # fmt: skip
