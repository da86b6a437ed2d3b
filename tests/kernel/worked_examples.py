# SPDX-License-Identifier: Apache-2.0
"""Reads the worked examples beside the tests: TOML that an official can read and sign."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "examples"


def examples(file: str, table: str) -> list[dict[str, Any]]:
    """The rows ``[[table]]`` of one file of examples; never none, for that would test nothing."""
    rows: list[dict[str, Any]] = tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))[table]
    assert rows, f"{file} has no [[{table}]]"
    return rows
