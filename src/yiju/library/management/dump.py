# SPDX-License-Identifier: Apache-2.0
"""``yiju dump FILE``: the whole library as one file."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryFile

from yiju.kernel.refusal import InvalidInput
from yiju.library.management.operator import operator
from yiju.office.management.opening import add_data_option, open_office


def configure(parser: argparse.ArgumentParser) -> None:
    """Describes the words of the command."""
    parser.add_argument("file", metavar="FILE", help="a ZIP to write; - is standard output")
    add_data_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Writes beside the file and moves it there whole, so that no half dump ever bears its name."""
    open_office(arguments.data)
    from yiju.library.dump.writing import write_dump

    if arguments.file == "-":
        with TemporaryFile() as whole:
            write_dump(operator(), whole)
            whole.seek(0)
            shutil.copyfileobj(whole, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return 0
    place = Path(arguments.file)
    part = place.with_name(f"{place.name}.part")
    try:
        with part.open("wb") as file:
            rows = write_dump(operator(), file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError as failure:
        part.unlink(missing_ok=True)
        raise InvalidInput(
            arguments.file, f"cannot be written ({failure.strerror})", "name another place"
        ) from None
    print(f"{rows} rows written to {arguments.file}")
    return 0
