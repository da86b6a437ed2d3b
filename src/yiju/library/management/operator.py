# SPDX-License-Identifier: Apache-2.0
"""Who acts on the command line, and how the library's commands answer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence

import orjson

from yiju.kernel.actor import Actor, system_actor
from yiju.office.management.opening import add_data_option

CONTRACT = 1
Json = Mapping[str, object]


def operator() -> Actor:
    """The person at the console, who owns the office's data and may do all."""
    return system_actor("console")


def add_json_option(parser: argparse.ArgumentParser) -> None:
    """Adds ``--json``: one JSON value instead of text for people."""
    parser.add_argument("--json", action="store_true", help="one JSON value of the contract")


def add_reference(parser: argparse.ArgumentParser) -> None:
    """Adds what a command on one document or clause is told: which one, how, in which office."""
    parser.add_argument("ref", metavar="REF", help="clause reference, document number or title")
    add_json_option(parser)
    add_data_option(parser)


def print_json(values: Sequence[Json]) -> None:
    """Writes one object, or an array where there are several; each begins with the contract."""
    whole = [{"contract": CONTRACT, **value} for value in values]
    sys.stdout.buffer.write(orjson.dumps(whole if len(whole) > 1 else whole[0]) + b"\n")
    sys.stdout.buffer.flush()


def not_found(words: str, nearest: Sequence[str]) -> int:
    """Says that the library has nothing of this name, and what is spelt most like it."""
    sys.stderr.write(f"yiju: {words}: not in the library; ")
    if nearest:
        sys.stderr.write("nearest are " + ", ".join(nearest) + "\n")
    else:
        sys.stderr.write("import the document first\n")
    return 1
