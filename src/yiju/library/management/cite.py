# SPDX-License-Identifier: Apache-2.0
"""``yiju cite REF``: the clause as an official would cite it."""

from __future__ import annotations

import argparse

from yiju.library.management.operator import add_reference, not_found, operator, print_json
from yiju.office.management.opening import prepare_office


def configure(parser: argparse.ArgumentParser) -> None:
    """Describes the words of the command."""
    add_reference(parser)


def run(arguments: argparse.Namespace) -> int:
    """Cites what is meant; exit code 1 with the nearest names where there is no such thing."""
    prepare_office(arguments.data)
    from yiju.library.queries.clauses import clause_page
    from yiju.library.queries.document import document_page
    from yiju.library.queries.finding import meant

    found = meant(operator(), arguments.ref)
    if found.ref is None:
        return not_found(arguments.ref, found.nearest)
    ref = found.ref
    if ref.path:
        clause = clause_page(operator(), ref.document, ref.path_text)
        citation = clause.citation if clause else str(ref)
    else:
        document = document_page(operator(), ref.document)
        citation = document.citation if document else str(ref)
    if arguments.json:
        print_json([{"ref": str(ref), "citation": citation, "url_path": ref.url_path}])
    else:
        print(citation)
    return 0
