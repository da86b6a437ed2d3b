# SPDX-License-Identifier: Apache-2.0
"""``yiju backup FILE``: database, kept files and key in one archive, while the office works on."""

from __future__ import annotations

import argparse
from pathlib import Path

from yiju.office import clock
from yiju.office.management.opening import add_data_option, open_office


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the options of ``yiju backup``."""
    add_data_option(parser)
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="the archive to write; it must not exist yet"
    )


def run(arguments: argparse.Namespace) -> int:
    """Writes the archive; its file appears when it is whole."""
    open_office(arguments.data)
    from yiju.office.archive.making import back_up

    manifest = back_up(arguments.file.absolute(), at=clock.now())
    size = sum(part.size_bytes for part in manifest.parts)
    print(f"{arguments.file}: {len(manifest.parts)} parts, {size} bytes")
    return 0
