# SPDX-License-Identifier: Apache-2.0
"""``yiju worker``: does the jobs, in a process of its own (``yiju serve`` has one inside)."""

from __future__ import annotations

import argparse
import signal
import threading

from yiju.office.management.opening import add_data_option, hold_office, open_office


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the options of ``yiju worker``."""
    add_data_option(parser)
    parser.add_argument("--once", action="store_true", help="do the jobs that wait now, then end")


def run(arguments: argparse.Namespace) -> int:
    """Works until SIGTERM or SIGINT; a job that has begun is finished first."""
    open_office(arguments.data)
    from yiju.office.jobs.worker import do_one_job, work

    if arguments.once:
        while do_one_job():
            pass
        return 0
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    with hold_office():
        work(ended)
    return 0
