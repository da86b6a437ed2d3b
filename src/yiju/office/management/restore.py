# SPDX-License-Identifier: Apache-2.0
"""``yiju restore FILE``: an office out of an archive, checked whole before anything is changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from yiju.kernel.refusal import InvalidInput
from yiju.office import clock
from yiju.office.management.opening import add_data_option, alone_with_office, name_office


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the options of ``yiju restore``."""
    add_data_option(parser)
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="an archive that yiju backup has written"
    )
    parser.add_argument(
        "--force", action="store_true", help="replace an office that is there; its folder is kept"
    )


def run(arguments: argparse.Namespace) -> int:
    """Restores, unless a server or worker still uses the office."""
    if not arguments.file.is_file():
        raise InvalidInput(str(arguments.file), "is no file", "name an archive of yiju backup")
    name_office(arguments.data)
    from yiju.office.archive.restoring import restore

    with alone_with_office():
        manifest = restore(arguments.file.absolute(), force=arguments.force, at=clock.now())
    print(f"restored {len(manifest.parts)} parts of {manifest.made_at}, Yiju {manifest.version}")
    return 0
