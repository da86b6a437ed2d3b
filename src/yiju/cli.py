# SPDX-License-Identifier: Apache-2.0
"""The command line: one table of commands, each loaded only when it is called.

A command is a module with ``configure(parser)`` and ``run(arguments) -> exit code``. Exit codes:
0 done; 1 done, and the answer is "no"; 2 the input or the call is wrong and nothing was written.
"""

from __future__ import annotations

import argparse
import errno
import sys
from importlib import import_module
from typing import NamedTuple, NoReturn

from yiju import __version__
from yiju.kernel.refusal import InvalidInput

DISK_FAULTS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}


class Command(NamedTuple):
    """One word of the command line: the module that carries it, and what it is for."""

    module: str
    purpose: str


COMMANDS: dict[str, Command] = {
    "read": Command(
        "yiju.library.management.read", "read bulletins and notices into clauses and facts"
    ),
    "journal": Command("yiju.office.management.journal", "show that nothing recorded was changed"),
    "import": Command("yiju.library.management.importing", "bring files into the library"),
    "search": Command("yiju.library.management.search", "find every clause that has the words"),
    "show": Command("yiju.library.management.show", "show a document or a clause"),
    "cite": Command("yiju.library.management.cite", "cite a document or a clause"),
    "facts": Command("yiju.library.management.facts", "facts out as a table, decisions back in"),
    "dump": Command("yiju.library.management.dump", "write the whole library into one file"),
    "load": Command("yiju.library.management.load", "read a dump into an empty library"),
    "reindex": Command("yiju.library.management.reindex", "build the search index anew"),
    "serve": Command("yiju.portal.management.serve", "serve the whole office on this machine"),
    "createadmin": Command(
        "yiju.portal.management.createadmin", "open the first account of an administrator"
    ),
    "backup": Command("yiju.office.management.backup", "write database and files into one archive"),
    "restore": Command("yiju.office.management.restore", "bring an office back from an archive"),
    "worker": Command(
        "yiju.office.management.worker", "do the waiting jobs in a process of its own"
    ),
    "migrate": Command(
        "yiju.office.management.migrate", "bring the database to this version's shape"
    ),
    "django": Command("yiju.office.management.django", "call a command of Django, for developers"),
    "workdays": Command("yiju.office.management.workdays", "count Chinese working days"),
}


class _Parser(argparse.ArgumentParser):
    """A parser that tells a wrong call as it tells any wrong input: in one line."""

    def error(self, message: str) -> NoReturn:
        raise InvalidInput(self.prog.removeprefix("yiju").strip(), message, f"see {self.prog} -h")


def main(argv: list[str] | None = None) -> int:
    """Runs one command and turns wrong input into one line on standard error."""
    words = sys.argv[1:] if argv is None else argv
    parser = _Parser(prog="yiju", description=__doc__.splitlines()[0])
    parser.add_argument("--version", action="version", version=f"yiju {__version__}")
    names = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    called = next((word for word in words if not word.startswith("-")), None)
    for name, command in COMMANDS.items():
        sub = names.add_parser(name, help=command.purpose, description=command.purpose)
        if name == called:
            module = import_module(command.module)
            module.configure(sub)
            sub.set_defaults(run=module.run)
    try:
        arguments = parser.parse_args(words)
        return int(arguments.run(arguments))
    except InvalidInput as wrong:
        # One line, whatever the name of a file holds.
        print(f"yiju: {' '.join(str(wrong).splitlines())}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of our output (head, less) has seen enough
        sys.stderr.close()
        return 0
    except Exception as fault:
        if (told := _fault_of_the_machine(fault)) is None:
            raise
        print(f"yiju: {told}", file=sys.stderr)
        return 2


def _fault_of_the_machine(fault: Exception) -> str | None:
    """A full disk or a database that went away, in one line; ``None`` for a fault of ours.

    Actions write in one transaction, so what was cut short has left nothing.
    """
    if isinstance(fault, OSError) and fault.errno in DISK_FAULTS:
        return f"{fault.filename or 'disk'}: {fault.strerror}; free space or repair the disk"
    errors = sys.modules.get("django.db.utils")  # a command without an office never loads it
    if errors is not None and isinstance(fault, errors.OperationalError):
        said = " ".join(str(fault).split())
        return f"database: {said}; nothing was written, see to the disk and to DATABASE_URL"
    return None


if __name__ == "__main__":
    sys.exit(main())
