# SPDX-License-Identifier: Apache-2.0
"""The text of a document as HTML: one block per clause, each with its own anchor and address.

Written in Python and not as a template that includes itself: a law has a thousand clauses, and
this is the longest page of the site. Every word passes through ``escape``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yiju.kernel.citation import path_words
from yiju.kernel.clause_ref import parse_ref

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiju.library.queries.clauses import ClauseView

LINE = '<br class="row">'


def clauses_html(clauses: Sequence[ClauseView]) -> SafeString:
    """The clauses one after another, children inside their parents."""
    cite = escape(_("引"))
    said = escape(_("引用条款"))
    parts = [part for clause in clauses for part in _clause(clause, "", cite, said)]
    return mark_safe("".join(parts))


def _clause(clause: ClauseView, before: str, cite: str, said: str) -> Iterator[str]:
    reference = parse_ref(clause.ref)
    anchor = escape(clause.path)
    yield f'<div class="clause {clause.kind}" id="{anchor}">'
    label = f'<span class="label">{escape(clause.label)}</span>' if clause.label else ""
    heading = f"<strong>{escape(clause.heading)}</strong> " if clause.heading else ""
    words = _with_lines(clause.text)
    carried = ""
    if label and not heading and not words and _begins_with_paragraph(clause):
        # 第五条 and its first paragraph stand on one line, as they do in print.
        carried = before + label
    elif before or label or heading or words:
        titled = " heading" if heading and not words else ""
        place = escape(path_words(reference))
        yield (
            f'<p class="words{titled}">{before}{label}{heading}{words}'
            f'<a class="cite-link" href="{escape(reference.url_path)}"'
            f' aria-label="{said} {place}">{cite}</a></p>'
        )
    for position, child in enumerate(clause.children):
        yield from _clause(child, carried if position == 0 else "", cite, said)
    yield "</div>"


def _begins_with_paragraph(clause: ClauseView) -> bool:
    return bool(clause.children) and clause.children[0].kind == "paragraph"


def _with_lines(text: str) -> str:
    return escape(text).replace("\n", LINE) if "\n" in text else escape(text)


def contents_html(clauses: Sequence[ClauseView]) -> SafeString:
    """The contents tree: headings and articles down to the second level of a notice."""
    return mark_safe("".join(_contents(clauses)))


LISTED = frozenset({"part", "subpart", "chapter", "section", "article", "level1", "level2", "box"})


def _contents(clauses: Sequence[ClauseView]) -> Iterator[str]:
    listed = [clause for clause in clauses if clause.kind in LISTED]
    if not listed:
        return
    yield "<ol>"
    for clause in listed:
        name = " ".join(part for part in (clause.label, contents_words(clause)) if part)
        yield f'<li><a href="#{escape(clause.path)}">{escape(name)}</a>'
        yield from _contents(clause.children)
        yield "</li>"
    yield "</ol>"


LONGEST_IN_CONTENTS = 24


def contents_words(clause: ClauseView) -> str:
    """What stands for a clause in the contents: its heading, else how its words begin."""
    if clause.heading:
        return clause.heading
    first = clause.text or (clause.children[0].text if clause.children else "")
    if clause.kind == "article":
        return ""
    sentence = first.split("。", 1)[0]
    return (
        sentence if len(sentence) <= LONGEST_IN_CONTENTS else sentence[:LONGEST_IN_CONTENTS] + "…"
    )
