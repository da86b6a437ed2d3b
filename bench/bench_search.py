# SPDX-License-Identifier: Apache-2.0
"""How fast search answers, beside a plain SQLite scan and SQLite's own trigram index.

``./yiju bench search [--characters 20000000] [--queries 300] [--postgres]``. The text is generated
(:mod:`bench.clauses`). Queries are substrings drawn from it (1, 2–4 and 5–8 characters), three-word
ANDs, and substrings narrowed to a year. *index* is the look-up with ranking, *page* the whole
query of the search page: look-up, facets, twenty hits with marks and citations. Every answer of
the index is compared with a scan of the text in memory. Times are of the clock and, behind the
stroke, of the processor: on a machine that does other work the latter is the one to compare
(not on PostgreSQL, whose server is another process).
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple, ParamSpec, TypeVar

from bench.clauses import generated_clauses
from tests.harness import postgres

CLAUSES_PER_DOCUMENT = 50
LIMIT = 1000
PEER_QUERIES = 40
AT = datetime(2026, 1, 1, tzinfo=UTC)
Given = ParamSpec("Given")
Result = TypeVar("Result")


def main() -> None:
    """Builds both libraries, asks, prints one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=20_000_000)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--postgres", action="store_true", help="our index on PostgreSQL")
    arguments = parser.parse_args()
    texts = list(generated_clauses(arguments.characters))
    total = sum(map(len, texts))
    print(f"{len(texts)} clauses, {total} characters")
    queries = drawn_queries(texts, arguments.queries)
    with office(on_postgres=arguments.postgres):
        ours(texts, total, queries)
    peers(texts, total, queries)


@contextmanager
def office(*, on_postgres: bool) -> Iterator[None]:
    """An office of the benchmark's own, in a folder that goes away."""
    with tempfile.TemporaryDirectory(prefix="yiju-bench-") as folder:
        os.environ["YIJU_DATA"] = folder
        if not on_postgres:
            os.environ["DATABASE_URL"] = "sqlite:///bench.sqlite3"
            yield from _opened()
            return
        with postgres.running() as socket:
            os.environ["DATABASE_URL"] = f"postgres://yiju@/postgres?host={socket}&pool=0"
            yield from _opened()


def _opened() -> Iterator[None]:
    from yiju.office.management.opening import prepare_office  # noqa: PLC0415  settings come first

    prepare_office(None)
    yield
    from django.db import connection  # noqa: PLC0415

    connection.close()


def drawn_queries(texts: Sequence[str], count: int) -> dict[str, list[tuple[str, int | None]]]:
    """Queries of each kind, drawn from the text, with the year they are narrowed to."""
    chance = Random(5)

    def substring(shortest: int, longest: int) -> str:
        text = chance.choice(texts)
        length = chance.randint(shortest, longest)
        first = chance.randrange(max(1, len(text) - length))
        return text[first : first + length]

    return {
        "1 character": [(substring(1, 1), None) for _ in range(count)],
        "2-4 characters": [(substring(2, 4), None) for _ in range(count)],
        "5-8 characters": [(substring(5, 8), None) for _ in range(count)],
        "three words": [(" ".join(substring(2, 3) for _ in range(3)), None) for _ in range(count)],
        "2-4, one year": [(substring(2, 4), chance.randint(2015, 2026)) for _ in range(count)],
    }


def ours(
    texts: Sequence[str], total: int, queries: dict[str, list[tuple[str, int | None]]]
) -> None:
    """Our index: build, then each kind of query."""
    from django.db import connection, transaction  # noqa: PLC0415

    from yiju.kernel.actor import PUBLIC  # noqa: PLC0415
    from yiju.library.queries.search import SearchFilter, search  # noqa: PLC0415
    from yiju.library.search.find import Narrowing, find  # noqa: PLC0415
    from yiju.library.search.index import rebuild  # noqa: PLC0415
    from yiju.library.words import normal_form, query_words  # noqa: PLC0415

    years = store(texts)
    with transaction.atomic():
        built, _ = timed(rebuild)
    print(f"Yiju on {connection.vendor}: {speed(total, built)}", flush=True)
    normal = [normal_form(text) for text in texts]
    for name, asked in queries.items():
        timings = [
            timed(find, query_words(query), Narrowing(public=True, year=year), limit=LIMIT)
            for query, year in asked
        ]
        pages = [timed(search, PUBLIC, query, SearchFilter(year=year)) for query, year in asked]
        wrong = 0
        for (query, year), (_, found) in islice(zip(asked, timings, strict=True), 60):
            words = query_words(query)
            scanned = sum(
                all(word in text for word in words) and year in (None, years[n])
                for n, text in enumerate(normal)
            )
            wrong += min(scanned, LIMIT) != sum(f.entry < 1 << 52 for f in found.found)
        report(f"{name}: index", [seconds for seconds, _ in timings], f"wrong counts {wrong}")
        report(f"{name}: page", [seconds for seconds, _ in pages])


def store(texts: Sequence[str]) -> list[int]:
    """Documents of fifty clauses each, straight into the tables; gives each clause's year."""
    from django.db import transaction  # noqa: PLC0415

    from yiju.library.models import Clause, Document, Source, Version  # noqa: PLC0415

    years: list[int] = []
    with transaction.atomic():
        source = Source.objects.create(
            sha256="0" * 64, name="bench", format="txt", size_bytes=0, text="", characters=0,
            reader_version="0", imported_at=AT, imported_by="bench",
        )  # fmt: skip
        for number, batch in enumerate(batched(texts, CLAUSES_PER_DOCUMENT)):
            year = 2015 + number % 12
            years += [year] * len(batch)
            document = Document.objects.create(
                ref=f"示法〔{year}〕{number}号", title=f"bench {number}", kind="办法",
                issuers=[], level="municipal", year=year,
                dated_on=date(year, 1, 1), imported_at=AT, imported_by="bench",
                published_at=AT, published_by="bench",
            )  # fmt: skip
            version = Version.objects.create(
                document=document, number=1, is_current=True, source=source, text_hash=str(number),
                complete=True, characters=0, start=0, end=0, reader_version="0", read_at=AT,
            )  # fmt: skip
            Clause.objects.bulk_create(
                Clause(
                    version=version, position=n, path=f"art_{n + 1}", kind="article",
                    text=text, first=0, past=0, start=0, end=0, hash="",
                )
                for n, text in enumerate(batch)
            )  # fmt: skip
    return years


def peers(
    texts: Sequence[str], total: int, queries: dict[str, list[tuple[str, int | None]]]
) -> None:
    """A plain table with LIKE, and FTS5's trigram tokenizer, on the same text."""
    with tempfile.TemporaryDirectory(prefix="yiju-bench-") as folder:
        database = sqlite3.connect(Path(folder) / "peers.sqlite3")
        rows = list(enumerate(texts, start=1))
        database.execute("CREATE TABLE plain (id INTEGER PRIMARY KEY, text TEXT)")
        database.executemany("INSERT INTO plain VALUES (?, ?)", rows)
        built, _ = timed(index_trigrams, database, rows)
        print(f"FTS5 trigram: {speed(total, built)}", flush=True)
        for name, asked in queries.items():
            words = [query.split() for query, year in asked[:PEER_QUERIES] if year is None]
            if not words:
                continue
            report(f"{name}: plain scan", [timed(scan, database, each)[0] for each in words])
            answers = [timed(trigram, database, each) for each in words]
            found = sum(bool(rows) for _, rows in answers)
            report(
                f"{name}: FTS5 trigram",
                [seconds for seconds, _ in answers],
                f"finds anything for {found} of {len(answers)}",
            )
        database.close()


def index_trigrams(database: sqlite3.Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Builds FTS5's trigram index."""
    database.execute("CREATE VIRTUAL TABLE trigrams USING fts5(text, tokenize='trigram')")
    database.executemany("INSERT INTO trigrams (rowid, text) VALUES (?, ?)", rows)
    database.commit()


def scan(database: sqlite3.Connection, words: Sequence[str]) -> list[object]:
    """Rows that have all words, by LIKE."""
    where = " AND ".join("text LIKE ?" for _ in words)
    values = [f"%{word}%" for word in words]
    return database.execute(f"SELECT id FROM plain WHERE {where} LIMIT {LIMIT}", values).fetchall()


def trigram(database: sqlite3.Connection, words: Sequence[str]) -> list[object]:
    """Rows that FTS5's trigram index finds for all words."""
    match = " ".join(f'"{word}"' for word in words)
    return database.execute(
        f"SELECT rowid FROM trigrams WHERE trigrams MATCH ? LIMIT {LIMIT}", [match]
    ).fetchall()


class Seconds(NamedTuple):
    """How long something took, by the clock and of the processor."""

    clock: float
    processor: float


def timed(
    act: Callable[Given, Result], *values: Given.args, **named: Given.kwargs
) -> tuple[Seconds, Result]:
    """How long an act took, and what it gave."""
    clock, processor = time.perf_counter(), time.process_time()
    given = act(*values, **named)
    return Seconds(time.perf_counter() - clock, time.process_time() - processor), given


def report(name: str, seconds: Sequence[Seconds], note: str = "") -> None:
    """One line of the table: median and 99th percentile in milliseconds."""
    told = [
        f"{1000 * sorted(each)[min(len(each) - 1, len(each) * share // 100)]:8.2f}"
        for share in (50, 99)
        for each in ([s.clock for s in seconds], [s.processor for s in seconds])
    ]
    print(
        f"{name:<32} p50 {told[0]} /{told[1]} ms   p99 {told[2]} /{told[3]} ms   {note}", flush=True
    )


def speed(characters: int, seconds: Seconds) -> str:
    """How long a text took to index, and how many of its characters a second."""
    return (
        f"index built in {seconds.clock:.1f} s / {seconds.processor:.1f} s, "
        f"{characters / seconds.clock / 1e6:.2f} / {characters / seconds.processor / 1e6:.2f} "
        "M characters/s"
    )


def batched(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    """The texts in lists of a size."""
    remaining = iter(texts)
    while batch := list(islice(remaining, size)):
        yield batch


if __name__ == "__main__":
    main()
