# SPDX-License-Identifier: Apache-2.0
"""``yiju import FILE…``: bulletins and notices into the library, published unless told not to."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from yiju.library.management.operator import add_json_option, operator, print_json
from yiju.office.management.opening import add_data_option, hold_office, prepare_office

if TYPE_CHECKING:
    from yiju.library.actions.importing import ImportResult

_OUTCOMES = {"new": "new", "new_version": "new version", "same_words": "held already"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Describes the words of the command."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="txt, html, docx, pdf, ofd, doc or wps; - is stdin"
    )
    public = parser.add_mutually_exclusive_group()
    public.add_argument("--publish", action="store_true", help="make public at once (the default)")
    public.add_argument(
        "--draft", action="store_true", help="leave publishing to staff (default under FOUR_EYES)"
    )
    parser.add_argument(
        "--again", action="store_true", help="read anew what was imported before, keep decisions"
    )
    add_json_option(parser)
    add_data_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Reads every file first, so that one that cannot be read leaves nothing written."""
    prepare_office(arguments.data)
    from django.conf import settings

    from yiju.library.actions.importing import may_import
    from yiju.library.actions.requesting import import_value
    from yiju.library.formats import content_of, extract

    publish = arguments.publish or not (arguments.draft or settings.FOUR_EYES)
    may_import(operator(), publish=publish)
    contents = [(name, content_of(name)) for name in arguments.files]
    for name, content in contents:
        extract(name, content)
    with hold_office():
        results = [
            _imported(f"{number}/{len(contents)} {name}", name, content, publish, arguments.again)
            for number, (name, content) in enumerate(contents, start=1)
        ]
    if arguments.json:
        print_json([import_value(result) for result in results])
    else:
        for result in results:
            _print_result(result)
    return 0


def _imported(shown: str, name: str, content: bytes, publish: bool, again: bool) -> ImportResult:
    from yiju.library.actions.importing import import_source
    from yiju.library.actions.rereading import reread_source
    from yiju.office import clock

    def tell(stage: str, done: int, of: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{shown}: {stage} {done}/{of}")
            sys.stderr.flush()

    plain = "standard input" if name == "-" else Path(name).name
    result = import_source(
        operator(), name=plain, content=content, at=clock.now(), publish=publish, progress=tell
    )
    if result.already and again:
        result = reread_source(
            operator(), result.source, at=clock.now(), publish=publish, progress=tell
        )
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    return result


def _print_result(result: ImportResult) -> None:
    """One line for the source, one for each document."""
    own = sum(not document.attached for document in result.documents)
    print(
        f"{result.name}: "
        + ("imported before, nothing changed; " if result.already else "")
        + f"{own} documents, {len(result.documents) - own} attached, "
        + f"{result.titles_without_text} titles without text, {result.findings} findings"
    )
    for document in result.documents:
        state = "" if document.published else ", draft"
        print(
            f"  {document.ref}  {document.title or ''}"
            f" ({_OUTCOMES[document.outcome]}, version {document.version}, "
            f"{document.clauses} clauses, {document.facts} facts{state})"
        )
