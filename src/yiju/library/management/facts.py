# SPDX-License-Identifier: Apache-2.0
"""``yiju facts export|import FILE``: facts as CSV for a spreadsheet, and the decisions back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from yiju.kernel.refusal import InvalidInput
from yiju.library.management.operator import operator
from yiju.office.management.opening import add_data_option, open_office


def configure(parser: argparse.ArgumentParser) -> None:
    """Describes the words of the command."""
    parser.add_argument("direction", choices=("export", "import"))
    parser.add_argument("file", metavar="FILE", help="the CSV; - is standard output or input")
    parser.add_argument("--type", help="only facts of this type (deadline, target, duty, …)")
    parser.add_argument("--document", help="only facts of this document")
    add_data_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Writes the table, or decides what it says otherwise than the library."""
    open_office(arguments.data)
    if arguments.direction == "export":
        return _export(arguments.file, arguments.type, arguments.document)
    return _import(arguments.file)


def _export(file: str, kind: str | None, document: str | None) -> int:
    from yiju.library.exports.decisions import decisions_csv
    from yiju.library.payloads import FACT_TYPES
    from yiju.library.queries.facts import FactFilter, fact_page

    if kind is not None and kind not in FACT_TYPES:
        raise InvalidInput("--type", f"{kind} is no type", f"known are {', '.join(FACT_TYPES)}")
    by = FactFilter(document=document)
    kinds = FACT_TYPES if kind is None else (kind,)
    rows = [row for each in kinds for row in fact_page(operator(), each, by, page=None).rows]
    table = decisions_csv(rows)
    if file == "-":
        sys.stdout.buffer.write(table)
        return 0
    try:
        Path(file).write_bytes(table)
    except OSError as failure:
        raise InvalidInput(
            file, f"cannot be written ({failure.strerror})", "name another place"
        ) from None
    print(f"{len(rows)} facts written to {file}")
    return 0


def _import(file: str) -> int:
    from yiju.library.actions.deciding_table import bring_decisions
    from yiju.library.formats import content_of
    from yiju.office import clock

    changed = bring_decisions(operator(), content_of(file), name=file, at=clock.now())
    print(f"{changed} facts decided")
    return 0
