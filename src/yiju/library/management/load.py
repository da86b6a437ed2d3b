# SPDX-License-Identifier: Apache-2.0
"""``yiju load FILE``: a dump back into an empty library."""

from __future__ import annotations

import argparse
import sys
from io import BytesIO
from pathlib import Path

from yiju.kernel.refusal import InvalidInput
from yiju.library.management.operator import operator
from yiju.office.management.opening import add_data_option, hold_office, prepare_office


def configure(parser: argparse.ArgumentParser) -> None:
    """Describes the words of the command."""
    parser.add_argument("file", metavar="FILE", help="what `yiju dump` wrote; - is standard input")
    add_data_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Loads the whole dump or nothing of it."""
    prepare_office(arguments.data)
    from yiju.library.dump.loading import load_dump
    from yiju.office import clock

    try:
        if arguments.file == "-":
            whole = BytesIO(sys.stdin.buffer.read())
            with hold_office():
                loaded = load_dump(operator(), whole, name="standard input", at=clock.now())
        else:
            path = Path(arguments.file)
            with path.open("rb") as file, hold_office():
                loaded = load_dump(operator(), file, name=path.name, at=clock.now())
    except OSError as failure:
        raise InvalidInput(
            arguments.file, f"cannot be read ({failure.strerror})", "check the name"
        ) from None
    print(f"{loaded.documents} documents from {loaded.sources} sources, {loaded.rows} rows loaded")
    return 0
