# SPDX-License-Identifier: Apache-2.0
"""``yiju reindex``: builds the search index anew from the clauses."""

from __future__ import annotations

import argparse
import sys

from yiju.library.management.operator import operator
from yiju.office.management.opening import add_data_option, open_office


def configure(parser: argparse.ArgumentParser) -> None:
    """Describes the words of the command."""
    add_data_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Builds the index in one transaction; readers see the old one until it is done."""
    open_office(arguments.data)
    from yiju.library.actions.reindexing import rebuild_index
    from yiju.office import clock

    def tell(done: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{done} entries")
            sys.stderr.flush()

    entries = rebuild_index(operator(), at=clock.now(), progress=tell)
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    print(f"{entries} entries indexed")
    return 0
