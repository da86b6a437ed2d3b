# SPDX-License-Identifier: Apache-2.0
"""What the journal costs: ``./yiju bench journal``.

On SQLite and, where it is installed, on a PostgreSQL server of its own, both with every commit
durable. The peer is a plain table with one INSERT in a transaction: what the database costs by
itself. Rates are per second; writers are threads with a connection each.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.harness import postgres
from tests.harness.offices import new_postgres_database

AT = datetime(2025, 4, 25, 4, tzinfo=UTC)
ACTS, MANY, ROWS, WRITERS = 300, 20_000, 200_000, 8


def main() -> None:
    """Measures one database in this process, or, called without words, each in its own."""
    if len(sys.argv) == 3:
        measure(Path(sys.argv[1]), sys.argv[2])
        return
    with tempfile.TemporaryDirectory(prefix="yiju-bench-") as name:
        again([sys.executable, "-m", "bench.bench_journal", f"{name}/sqlite", ""])
        if postgres.binaries() is None:
            print("PostgreSQL is not installed: not measured")
            return
        folder = Path(name) / "pg"
        folder.mkdir(mode=0o755)
        Path(name).chmod(0o755)
        postgres.initialise(folder)
        server = postgres.start(folder)
        try:
            url = new_postgres_database(folder, "bench").replace("pool=2", f"pool={WRITERS + 2}")
            again([sys.executable, "-m", "bench.bench_journal", f"{name}/postgres", url])
        finally:
            postgres.stop(server)


def again(command: list[str]) -> None:
    """Runs this benchmark for one database."""
    import subprocess  # noqa: PLC0415

    subprocess.run(command, check=True)


def measure(data: Path, url: str) -> None:
    """Prints the rates of one database."""
    if url:
        os.environ["DATABASE_URL"] = url
    from yiju.office.management.opening import prepare_office  # noqa: PLC0415

    prepare_office(data)
    from django.db import connection  # noqa: PLC0415

    from yiju.office.journal.actions import append_all, append_batch, seal  # noqa: PLC0415
    from yiju.office.journal.verification import verify  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE plain (number integer, body text)")
    print(f"\n{connection.vendor}")
    print_rate("plain INSERT, one a transaction (peer)", ACTS, lambda: repeat(insert_plain))
    print_rate("append, one a transaction", ACTS, lambda: repeat(lambda: one("alone", 0)))
    several = [act(f"many/{number % 500}", number) for number in range(MANY)]
    print_rate("append, many a transaction", MANY, lambda: in_transaction(append_all, several))
    rows = ([f"P{number % 97}", number, "2025-03"] for number in range(ROWS))
    batch = act("lot", 0)
    print_rate("rows of a batch", ROWS, lambda: in_transaction(append_batch, batch, rows))
    own = [lambda n=n: repeat(lambda: one(f"own/{n}", 0)) for n in range(WRITERS)]
    print_rate(f"append, {WRITERS} writers, own streams", ACTS * WRITERS, lambda: together(own))
    shared = [lambda: repeat(lambda: one("shared", 0))] * WRITERS
    print_rate(f"append, {WRITERS} writers, one stream", ACTS * WRITERS, lambda: together(shared))
    print_rate("streams sealed", 500 + WRITERS + 3, lambda: seal(AT))
    start = time.perf_counter()
    verified = verify()
    rate = verified.entries / (time.perf_counter() - start)
    print(f"{'entries verified':45} {rate:12,.0f}")


def act(stream: str, number: int) -> object:
    """An act of about the size of a real one."""
    from yiju.kernel.actor import system_actor  # noqa: PLC0415
    from yiju.office.journal.actions import Act  # noqa: PLC0415

    body = {"version": number, "words": "sha256:" + "0" * 64, "published": True}
    return Act(stream=stream, kind="document_new", actor=system_actor("bench"), at=AT, body=body)


def one(stream: str, number: int) -> None:
    """One act in a transaction of its own."""
    from yiju.office.journal.actions import append_all  # noqa: PLC0415

    in_transaction(append_all, [act(stream, number)])


def insert_plain() -> None:
    """The least that a durable record can cost."""
    from django.db import connection, transaction  # noqa: PLC0415

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO plain VALUES (1, 'sha256')")


def in_transaction(work: Callable[..., object], *words: object) -> None:
    """Does something in one transaction."""
    from django.db import transaction  # noqa: PLC0415

    with transaction.atomic():
        work(*words)


def repeat(work: Callable[[], object]) -> None:
    """Does something as often as is measured."""
    for _ in range(ACTS):
        work()


def together(works: list[Callable[[], object]]) -> None:
    """Does things at once."""
    from django.db import connection  # noqa: PLC0415

    def run(work: Callable[[], object]) -> None:
        work()
        connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def print_rate(what: str, count: int, work: Callable[[], object]) -> None:
    """Does something and prints how many of it a second."""
    start = time.perf_counter()
    work()
    print(f"{what:45} {count / (time.perf_counter() - start):12,.0f}", flush=True)


if __name__ == "__main__":
    main()
