# SPDX-License-Identifier: Apache-2.0
"""How fast the reader reads, how much memory it takes, and how both grow.

``./yiju bench read [--sizes KB,KB,…] [--level N] [--growth]``. The text is generated: laws,
notices and books, at noise level 2 unless said (lines of some 35 signs). *Reader* is the reading
alone, in a process of its own; *command* is ``yiju read FILE --json`` from start to end, less the
same on an empty page; memory is the peak of that command. Seconds are of processor time, so that
other work on the machine does not count. The peer is JioNLP's extraction of times, which is one
of the things we do, on the same text in the same run. ``--growth`` reads lines made to tempt a
reader into quadratic work, at one length and at twice that; linear is 2.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.reading.books import SORTS, source
from tests.reading.mutation import monsters

SIZES_KB = (50, 500, 5_000, 50_000)
PEER_CHARACTERS = 60_000
READER = "read_alone"


def generated_text(wanted_bytes: int, level: int) -> str:
    """Text of about so many bytes (UTF-8); never the same document twice."""
    pieces: list[str] = []
    size, seed = 0, 0
    while size < wanted_bytes:
        piece = source(SORTS[seed % 3], seed, level).text
        pieces.append(piece)
        size += len(piece.encode())
        seed += 1
    return "".join(pieces).encode()[:wanted_bytes].decode(errors="ignore")


def read_alone(path: Path) -> None:
    """Reads one file and prints seconds; the body of the process that is measured."""
    from yiju.library.reading.pipeline import read_text  # noqa: PLC0415  its start is not timed
    from yiju.office.collector import collector_paused  # noqa: PLC0415

    text = path.read_text("utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    start = time.process_time()
    with collector_paused():  # as the command and the import do
        reading = read_text(text, name=path.name, sha256=digest)
    print(json.dumps({"seconds": time.process_time() - start, "documents": len(reading.documents)}))


def reader_seconds(path: Path) -> float:
    """Seconds of the reading alone."""
    command = [sys.executable, "-m", "bench.bench_read", READER, str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(json.loads(answer.stdout)["seconds"])


def command_cost(path: Path) -> tuple[float, int]:
    """Seconds and peak memory in bytes of ``yiju read FILE --json``."""
    command = [sys.executable, "-m", "yiju.cli", "read", str(path), "--json"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode != 0:
        raise SystemExit(f"yiju read ended with {running.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def peer_speed(text: str) -> tuple[float, int]:
    """Characters a second of JioNLP's time extraction, line by line, and how many it found."""
    try:
        import jionlp  # noqa: PLC0415  the peer is there only in the set `bench`
    except ImportError:
        raise SystemExit(
            "yiju: bench read: jionlp is missing; call it as ./yiju bench read"
        ) from None
    sample = text[:PEER_CHARACTERS]
    base = time.time()
    start = time.process_time()
    found = sum(len(jionlp.ner.extract_time(line, time_base=base)) for line in sample.splitlines())
    return len(sample) / (time.process_time() - start), found


def print_sizes(sizes_kb: Sequence[int], level: int) -> None:
    """The table of sizes, with the peer under it."""
    print(
        "| text | characters | reader s | M characters/s | command s | M characters/s | memory × |"
    )
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.txt")
        empty.write_text("完\n", "utf-8")
        started, _ = min(command_cost(empty) for _ in range(3))
        text, speed = "", 0.0
        for size in sizes_kb:
            text = generated_text(size * 1000, level)
            path = Path(folder, f"text-{size}.txt")
            path.write_text(text, "utf-8")
            repeats = 3 if size <= 5_000 else 1
            alone = min(reader_seconds(path) for _ in range(repeats))
            whole, peak = min(command_cost(path) for _ in range(repeats))
            net = max(whole - started, 0.001)
            speed = len(text) / alone
            print(
                f"| {size} KB | {len(text):,} | {alone:.3f} | {speed / 1e6:.2f} | {net:.3f} "
                f"| {len(text) / net / 1e6:.2f} | {peak / path.stat().st_size:.1f} |",
                flush=True,
            )
    peer, found = peer_speed(text)
    print(f"\nStart of the command: {started:.2f} s. JioNLP extract_time on the first")
    print(f"{min(len(text), PEER_CHARACTERS):,} characters: {peer / 1e6:.3f} M characters/s")
    print(f"({found} times found); the reader is {speed / peer:.0f} times as fast.")


def print_growth(length: int) -> None:
    """For each tempting line how the time grows when its length doubles, the worst first."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name in monsters(10):
            seconds = []
            for times in (1, 2):
                path = Path(folder, "line.txt")
                path.write_text(monsters(length * times)[name], "utf-8")
                seconds.append(min(reader_seconds(path) for _ in range(2)))
            rows.append((seconds[1] / max(seconds[0], 1e-6), seconds[1], name))
    print("| line | seconds | growth when doubled |\n|---|---|---|")
    for growth, seconds, name in sorted(rows, reverse=True):
        print(f"| {name}, {2 * length:,} characters | {seconds:.3f} | {growth:.2f} |")


def main() -> None:
    if sys.argv[1:2] == [READER]:
        read_alone(Path(sys.argv[2]))
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES_KB)), help="in KB")
    parser.add_argument("--level", type=int, default=2, choices=range(5), help="of noise")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--length", type=int, default=500_000, help="of the lines of --growth")
    chosen = parser.parse_args()
    if chosen.growth:
        print_growth(chosen.length)
        return
    print_sizes([int(size) for size in chosen.sizes.split(",")], chosen.level)


if __name__ == "__main__":
    main()
