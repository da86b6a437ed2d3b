# SPDX-License-Identifier: Apache-2.0
"""`yiju read --json` keeps the contract: every key, every type, every reference, every character.

The checker knows the contract and nothing else of the program; the real bulletins take their
folder from ``YIJU_BULLETINS``.
"""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.stories.contract_of_read import broken_promises

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "src/yiju/samples/bulletin-sample.txt"
OWN = sorted((ROOT / "tests/reading/samples").glob("*.txt"))
REAL = ("000_8a9b6fb96d091d22.txt", "004_8fffebabae28f5bd.txt")


@cache
def answer(*files: Path) -> str:
    """What the command says of these files, as it stands on standard output."""
    words = [sys.executable, "-m", "yiju.cli", "read", *map(str, files), "--json"]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_sample_bulletin_and_our_own_texts_keep_every_promise() -> None:
    files = (SAMPLE, *OWN)
    readings = json.loads(answer(*files))
    assert [reading["source"]["name"] for reading in readings] == [str(file) for file in files]
    broken = {
        file.name: wrong
        for file, reading in zip(files, readings, strict=True)
        if (wrong := broken_promises(reading, file.read_text("utf-8")))
    }
    assert broken == {}


@pytest.mark.bulletins
@pytest.mark.parametrize("name", REAL)
def test_a_real_bulletin_keeps_every_promise(name: str) -> None:
    folder = os.environ.get("YIJU_BULLETINS")
    if not folder:
        pytest.skip("YIJU_BULLETINS names no folder")
    file = Path(folder) / name
    assert broken_promises(json.loads(answer(file)), file.read_text("utf-8")) == []


def spoil(reading: Any, how: str) -> None:
    """Breaks one promise of a sound answer."""
    document = reading["documents"][0]
    clause, fact = document["clauses"][-1], document["facts"][0]
    match how:
        case "a key too many":
            document["note"] = None
        case "a number as a number":
            fact["start"] = str(fact["start"])
        case "a reference twice":
            document["clauses"][0]["ref"] = clause["ref"]
        case "a word invented":
            clause["text"] += "另"
        case "a place moved":
            fact["start"] += 1
        case "a clause dropped":
            document["clauses"].pop()
        case "part of a later one":
            document["part_of"] = len(reading["documents"])


@pytest.mark.parametrize(
    "how",
    [
        "a key too many", "a number as a number", "a reference twice", "a word invented",
        "a place moved", "a clause dropped", "part of a later one",
    ],
)  # fmt: skip
def test_the_checker_sees(how: str) -> None:
    reading = copy.deepcopy(json.loads(answer(SAMPLE, *OWN))[0])
    text = SAMPLE.read_text("utf-8")
    assert broken_promises(reading, text) == []
    spoil(reading, how)
    try:
        broken = broken_promises(reading, text)
    except TypeError:  # a place that is no number cannot be compared with one
        broken = ["a type"]
    assert broken
