# SPDX-License-Identifier: Apache-2.0
"""A PostgreSQL server of our own for one run of the tests: private, on a socket, gone after."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

READY = b"ready to accept connections"


def binaries() -> Path | None:
    """The folder of PostgreSQL's programs: on the path, or where Debian keeps the newest."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return debian[-1].parent if debian else None


def _owner() -> str:
    """PostgreSQL refuses to run as root; then its own account runs it."""
    return "postgres" if os.geteuid() == 0 else getpass.getuser()


def initialise(folder: Path) -> None:
    """Makes an empty cluster in a folder."""
    programs = binaries()
    assert programs is not None
    if os.geteuid() == 0:
        shutil.chown(folder, _owner())
    options = ["-U", "yiju", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run(
        [programs / "initdb", "-D", folder / "cluster", *options],
        user=_owner() if os.geteuid() == 0 else None,
        cwd=folder,
        check=True,
        capture_output=True,
    )


def start(folder: Path, *settings: str) -> subprocess.Popen[bytes]:
    """Starts the server and waits until it says that it is ready.

    As our own child and not under pg_ctl: a killed postmaster that nobody waits for stays a
    zombie, and its lock file then blocks the next start.
    """
    programs = binaries()
    assert programs is not None
    options = ["listen_addresses=", f"unix_socket_directories={folder}", *settings]
    server = subprocess.Popen(
        [programs / "postgres", "-D", folder / "cluster"]
        + [word for option in options for word in ("-c", option)],
        user=_owner() if os.geteuid() == 0 else None,
        cwd=folder,
        stderr=subprocess.PIPE,
    )
    assert server.stderr is not None
    said = []
    for line in server.stderr:
        said.append(line)
        if READY in line:
            return server
    raise RuntimeError(b"".join(said).decode(errors="replace"))


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ends the server, its connections with it, and waits for it."""
    server.send_signal(signal.SIGINT)
    server.communicate()


@contextmanager
def running() -> Iterator[Path]:
    """A fast, forgetful server; yields the folder of its socket."""
    with tempfile.TemporaryDirectory(prefix="yiju-pg-") as name:
        folder = Path(name)
        initialise(folder)
        server = start(folder, "fsync=off", "synchronous_commit=off", "full_page_writes=off")
        try:
            yield folder
        finally:
            stop(server)
