# SPDX-License-Identifier: Apache-2.0
"""How long an import takes, and how quick the pages of a library of thousands of documents are.

``./yiju bench import [--documents 3000] [--postgres]``. First the bulletins that ``YIJU_BULLETINS``
names (else our sample), each into an empty library; then generated laws and notices, one import
each, as an office would bring them; then the main pages through the test client, server time only.
Without ``--postgres`` SQLite, durable commits as in life.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from random import Random

from bench.bench_search import AT, Seconds, office, report, timed
from tests.reading.books import SORTS, source

PAGE_REQUESTS = 40


def main() -> None:
    """Imports, asks for pages, prints one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=3000)
    parser.add_argument("--postgres", action="store_true")
    arguments = parser.parse_args()
    with office(on_postgres=arguments.postgres):
        for name, content in bulletins():
            seconds, brought = timed(bring, name, content)
            print(f"{name}: {brought} documents in {seconds.clock:.2f} s", flush=True)
        refs = grow(arguments.documents)
        ask_for_pages(refs)


def bulletins() -> Iterator[tuple[str, bytes]]:
    """The real bulletins where they are, else our sample."""
    folder = os.environ.get("YIJU_BULLETINS")
    if folder:
        for path in sorted(Path(folder).glob("*.txt")):
            yield path.name, path.read_bytes()
    else:
        sample = files("yiju.samples").joinpath("bulletin-sample.txt")
        yield "bulletin-sample.txt", sample.read_bytes()


def bring(name: str, content: bytes) -> int:
    """Imports one file; says how many documents it had."""
    from yiju.kernel.actor import system_actor  # noqa: PLC0415  settings come first
    from yiju.library.actions.importing import import_source  # noqa: PLC0415

    result = import_source(system_actor("bench"), name=name, content=content, at=AT, publish=True)
    return len(result.documents)


def grow(documents: int) -> list[str]:
    """Imports generated laws and notices until the library has so many documents."""
    from yiju.library.models import Clause, Document  # noqa: PLC0415

    chance = Random(3)
    started = time.perf_counter()
    seconds: list[Seconds] = []
    characters = seed = 0
    held = Document.objects.count()
    while held < documents:
        text = source(SORTS[seed % 2], seed, 1).text
        characters += len(text)
        took, brought = timed(bring, f"{seed}.txt", text.encode())
        seconds.append(took)
        held += brought
        seed += 1
    minutes = (time.perf_counter() - started) / 60
    print(
        f"{Document.objects.count()} documents, {Clause.objects.count()} clauses, "
        f"{characters} characters from {seed} files in {minutes:.1f} minutes",
        flush=True,
    )
    report("one import", seconds)
    refs = list(Document.objects.filter(part_of=None).order_by("id").values_list("ref", flat=True))
    return chance.sample(refs, min(PAGE_REQUESTS, len(refs)))


def ask_for_pages(refs: list[str]) -> None:
    """The main pages, each several times, as the public asks for them."""
    from django.test import Client  # noqa: PLC0415

    from yiju.kernel.clause_ref import parse_ref  # noqa: PLC0415
    from yiju.library.models import Clause  # noqa: PLC0415

    client = Client(headers={"host": "localhost"})
    words = ["信用", "监督检查", "项目 资金", "2026", "申报 材料", "管理办法", "责", "公示"]
    places = {
        "home": ["/"] * PAGE_REQUESTS,
        "search": [f"/search?q={words[n % len(words)]}" for n in range(PAGE_REQUESTS)],
        "documents": ["/documents"] * PAGE_REQUESTS,
        "document": [parse_ref(ref).url_path for ref in refs],
        "clause": [
            f"{parse_ref(ref).url_path}/{path}"
            for ref in refs
            for path in Clause.objects.filter(version__document__ref=ref).values_list(
                "path", flat=True
            )[3:4]
        ],
        "deadlines": ["/deadlines"] * PAGE_REQUESTS,
        "targets": ["/targets"] * PAGE_REQUESTS,
        "duties": ["/duties"] * PAGE_REQUESTS,
    }
    for name, addresses in places.items():
        answers = [timed(client.get, address) for address in addresses]
        wrong = sorted({answer.status_code for _, answer in answers} - {200})
        report(
            f"page {name}",
            [seconds for seconds, _ in answers],
            f"not 200: {wrong}" if wrong else "",
        )


if __name__ == "__main__":
    main()
