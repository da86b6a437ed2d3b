# SPDX-License-Identifier: Apache-2.0
"""``yiju journal verify``: shows that nothing recorded was changed since, or where it was."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from yiju.kernel.refusal import InvalidInput
from yiju.office.management.opening import add_data_option, open_office

CONTRACT = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the verbs of ``yiju journal``."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verify = verbs.add_parser("verify", help="check every entry, every stream's end, every seal")
    add_data_option(verify)
    verify.add_argument("--json", action="store_true", help="write JSON")
    verify.add_argument(
        "--anchor",
        metavar="SEQUENCE:HASH",
        help="a seal noted down earlier, outside the office; it must still stand there",
    )


def run(arguments: argparse.Namespace) -> int:
    """Exit code 1 where the journal is broken; the first broken place is named."""
    open_office(arguments.data)
    from yiju.office.journal.actions import SEALS, Place
    from yiju.office.journal.verification import verify

    anchor = None
    if arguments.anchor:
        number, _, hashed = arguments.anchor.partition(":")
        if not (number.isascii() and number.isdigit() and hashed):
            raise InvalidInput("--anchor", "is not SEQUENCE:HASH", "copy it from an earlier answer")
        anchor = Place(stream=SEALS, sequence=int(number), hash=hashed)
    found = verify(anchor)
    if arguments.json:
        print(json.dumps({"contract": CONTRACT, **asdict(found)}, ensure_ascii=False))
    elif found.broken:
        broken = found.broken
        print(f"broken at {broken.stream} {broken.sequence}: {broken.why}")
    else:
        print(f"{found.entries} entries in {found.streams} streams, {found.seals} seals: unbroken")
        if seal := found.last_seal:
            print(f"last seal {seal.sequence}:{seal.hash}")
    return 1 if found.broken else 0
