# SPDX-License-Identifier: Apache-2.0
"""``yiju django``: Django's own commands on this office, for those who develop it."""

from __future__ import annotations

import argparse

from django.core.management import execute_from_command_line

from yiju.office.management.opening import add_data_option, name_office


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the options of ``yiju django``; what follows them goes to Django."""
    add_data_option(parser)
    parser.add_argument("words", nargs=argparse.REMAINDER, help="for example: makemigrations")


def run(arguments: argparse.Namespace) -> int:
    """Calls the command of Django."""
    name_office(arguments.data)
    execute_from_command_line(["yiju django", *arguments.words])
    return 0
