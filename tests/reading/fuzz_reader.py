# SPDX-License-Identifier: Apache-2.0
"""Long runs against the reader: ``python -m tests.reading.fuzz_reader [--count N] [--from SEED]``.

Every input must be read without an exception and without a broken promise. Ends with 1 and names
the seeds where that failed; the same seed gives the same input again.
"""

from __future__ import annotations

import argparse
import sys
import traceback

from tests.reading.invariants import broken_promises, read
from tests.reading.mutation import mutant


def failure_of(seed: int) -> str | None:
    """What goes wrong with the input of this seed, in one line, or nothing."""
    text = mutant(seed)
    try:
        broken = broken_promises(text, read(text))
    except Exception as crash:  # the edge: whatever the reader raises is what we look for
        place = traceback.extract_tb(crash.__traceback__)[-1]
        return f"{type(crash).__name__}: {crash} at {place.filename}:{place.lineno}"
    return broken[0] if broken else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--from", type=int, default=0, dest="first")
    chosen = parser.parse_args()
    failures = 0
    for seed in range(chosen.first, chosen.first + chosen.count):
        why = failure_of(seed)
        if why is not None:
            failures += 1
            print(f"seed {seed}: {why}")
        if sys.stderr.isatty() and seed % 50 == 0:
            print(f"\r{seed - chosen.first} read, {failures} failed", end="", file=sys.stderr)
    print(f"{chosen.count} inputs read, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
