# SPDX-License-Identifier: Apache-2.0
"""``yiju migrate``: brings an office's database to the shape of this version, or makes it."""

from __future__ import annotations

import argparse

from yiju.office.management.opening import add_data_option, prepare_office


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the option of ``yiju migrate``."""
    add_data_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Makes what is missing; an office that is up to date is left as it is."""
    prepare_office(arguments.data)
    return 0
