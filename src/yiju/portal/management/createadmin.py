# SPDX-License-Identifier: Apache-2.0
"""``yiju createadmin``: opens a first administrator's account. There is no default password."""

from __future__ import annotations

import argparse
import getpass
import sys

from yiju.kernel.actor import system_actor
from yiju.kernel.refusal import InvalidInput
from yiju.office import clock
from yiju.office.access.roles import Role
from yiju.office.management.opening import add_data_option, prepare_office


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the options of ``yiju createadmin``."""
    add_data_option(parser)
    parser.add_argument("--username", help="user name (asked for on a terminal)")
    parser.add_argument("--name", help="the person's name (default: the user name)")
    parser.add_argument("--email", default="", help="mail address")
    parser.add_argument(
        "--role",
        dest="roles",
        action="append",
        choices=[role.value for role in Role],
        help="a role, once for each (default: administrator)",
    )


def run(arguments: argparse.Namespace) -> int:
    """The password is asked for on a terminal, else it is the first line of standard input."""
    prepare_office(arguments.data)
    from yiju.office.access.actions import create_user

    username = arguments.username or _asked_username()
    user = create_user(
        system_actor("createadmin"),
        username=username,
        name=arguments.name or username,
        email=arguments.email,
        password=_password(),
        roles=[Role(role) for role in arguments.roles or [Role.ADMINISTRATOR]],
        at=clock.now(),
        temporary=False,
    )
    print(f"account {user.username} is open")
    return 0


def _asked_username() -> str:
    if not sys.stdin.isatty():
        raise InvalidInput("--username", "is missing", "name the account to open")
    return input("User name: ")


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != first:
        raise InvalidInput("password", "the two are not the same", "call the command again")
    return first
