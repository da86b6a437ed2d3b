# SPDX-License-Identifier: Apache-2.0
"""``yiju serve``: the whole office in one process on this machine's own address."""

from __future__ import annotations

import argparse
import errno
import signal
import socket
import threading
from types import FrameType

import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application

from yiju.kernel.actor import system_actor
from yiju.kernel.refusal import InvalidInput
from yiju.office import clock
from yiju.office.management.opening import add_data_option, hold_office, prepare_office

HOST = "127.0.0.1"
THREADS = 8


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the options of ``yiju serve``."""
    add_data_option(parser)
    parser.add_argument("--port", type=int, default=8000, help="port (default: 8000; 0: any)")
    parser.add_argument(
        "--demo", action="store_true", help="open an account for each role and print its password"
    )


def run(arguments: argparse.Namespace) -> int:
    """Prepares the office, answers until SIGTERM or SIGINT, and ends with nothing half-done."""
    listener = _listen(arguments.port)
    prepare_office(arguments.data)
    from yiju.library.actions.sample import load_sample
    from yiju.office.jobs.worker import work
    from yiju.portal.demo import open_demo_accounts

    load_sample(system_actor("serve"), at=clock.now())
    for username, password in open_demo_accounts(at=clock.now()) if arguments.demo else []:
        print(f"account {username}, password {password}")

    used = hold_office()
    server = waitress.create_server(
        get_wsgi_application(),
        sockets=[listener],
        threads=THREADS,
        ident="yiju",
        max_request_body_size=settings.UPLOAD_MAX_BYTES + 1024 * 1024,
        clear_untrusted_proxy_headers=False,
    )
    ended = threading.Event()
    _end_on_signals(ended)
    threading.Thread(target=server.run, name="serving", daemon=True).start()
    (working := threading.Thread(target=work, args=(ended,), name="worker")).start()
    print(f"http://{HOST}:{listener.getsockname()[1]}/", flush=True)
    ended.wait()
    server.task_dispatcher.shutdown()  # answers in progress are finished
    server.close()
    working.join()  # as is a job that has begun
    used.close()
    return 0


def _listen(port: int) -> socket.socket:
    """Takes the port before anything is prepared, so that a busy one changes nothing."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OverflowError as error:
        raise InvalidInput("--port", f"{port} is no port", "name one from 1 to 65535") from error
    except OSError as error:
        reasons = {errno.EADDRINUSE: "is in use", errno.EACCES: "is not open to you"}
        reason = reasons.get(error.errno or 0, f"cannot be taken ({error.strerror})")
        raise InvalidInput(f"{HOST}:{port}", reason, "name another with --port") from error
    listener.listen(1024)
    return listener


def _end_on_signals(ended: threading.Event) -> None:
    def end(number: int, frame: FrameType | None) -> None:
        ended.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
