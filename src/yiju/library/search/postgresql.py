# SPDX-License-Identifier: Apache-2.0
"""The index on PostgreSQL: an array of characters and pairs per entry, under a GIN index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection

from yiju.library.search.grams import Matching, gram_codes, query_codes

INSTR = "strpos"


def add_rows(rows: Iterable[tuple[int, str]]) -> None:
    """Indexes entries: id and words in normal form."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO library_grams (entry_id, grams) VALUES (%s, %s)",
            [(entry, gram_codes(words)) for entry, words in rows],
        )


def remove_rows(rows: Iterable[tuple[int, str]]) -> None:
    """Takes entries out of the index."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM library_grams WHERE entry_id = ANY(%s::bigint[])",
            [[entry for entry, _ in rows]],
        )


def clear() -> None:
    """Empties the index."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM library_grams")


def settle() -> None:
    """Moves what waits beside the GIN index into it, and lets the planner know its size."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list('library_grams_codes'::regclass)")
        cursor.execute("ANALYZE library_grams")


def matching(words: Sequence[str]) -> Matching:
    """The entries with all characters and pairs of all words.

    Up to two characters that is exact; a longer word is looked for in the text, since its pairs
    may stand apart. ``OFFSET 0`` keeps the planner from leaving the index for a scan in the order
    of the ids.
    """
    codes = sorted({code for word in words for code in query_codes(word)})
    found = (
        "(SELECT entry_id AS id FROM library_grams WHERE grams @> %s::bigint[] OFFSET 0) AS found"
    )
    return Matching(found, codes, [word for word in words if len(word) > 2])
