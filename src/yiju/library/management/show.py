# SPDX-License-Identifier: Apache-2.0
"""``yiju show REF``: a document, or a clause with what stands below it and what it states."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from yiju.library.management.operator import add_reference, not_found, operator, print_json
from yiju.office.management.opening import prepare_office

if TYPE_CHECKING:
    from yiju.kernel.clause_ref import ClauseRef
    from yiju.library.queries.clauses import ClauseView
    from yiju.library.queries.facts import FactRow


def configure(parser: argparse.ArgumentParser) -> None:
    """Describes the words of the command."""
    add_reference(parser)


def run(arguments: argparse.Namespace) -> int:
    """Shows what is meant; exit code 1 with the nearest names where there is no such thing."""
    prepare_office(arguments.data)
    from yiju.library.queries.finding import meant

    found = meant(operator(), arguments.ref)
    if found.ref is None:
        return not_found(arguments.ref, found.nearest)
    if found.ref.path:
        _show_clause(found.ref, as_json=arguments.json)
    else:
        _show_document(found.ref.document, as_json=arguments.json)
    return 0


def _show_clause(ref: ClauseRef, *, as_json: bool) -> None:
    from yiju.library.exports.values import clause_page_value
    from yiju.library.queries.clauses import clause_page

    page = clause_page(operator(), ref.document, ref.path_text)
    assert page is not None, "what is meant exists"
    if as_json:
        print_json([clause_page_value(page)])
        return
    print(page.citation)
    _print_clause(page.clause, 0)
    _print_facts(page.facts)


def _show_document(document: str, *, as_json: bool) -> None:
    from yiju.library.exports.values import document_page_value
    from yiju.library.queries.document import document_page

    page = document_page(operator(), document)
    assert page is not None, "what is meant exists"
    if as_json:
        print_json([document_page_value(page)])
        return
    print(page.citation)
    for issuer in page.card.issuers:
        print(f"    {issuer}")
    for clause in page.clauses:
        _print_clause(clause, 0)
    _print_facts(page.facts)


def _print_clause(clause: ClauseView, depth: int) -> None:
    print(f"{'  ' * depth}{clause.words}  [{clause.path}]")
    for child in clause.children:
        _print_clause(child, depth + 1)


def _print_facts(facts: tuple[FactRow, ...]) -> None:
    for fact in facts:
        said = ", ".join(f"{key} {value}" for key, value in fact.payload.items() if value)
        print(f"- {fact.type} ({fact.status}) {fact.clause_words}: {said}")
