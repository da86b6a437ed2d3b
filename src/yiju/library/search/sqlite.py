# SPDX-License-Identifier: Apache-2.0
"""The index on SQLite: FTS5 over pairs, FTS5 over characters, both without content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection

from yiju.library.search.grams import character_tokens, pair_tokens

# A contentless table forgets a row only when it is told the row's words again.
_DELETE = "INSERT INTO {table} ({table}, rowid, {column}) VALUES ('delete', %s, %s)"
_INSERT = "INSERT INTO {table} (rowid, {column}) VALUES (%s, %s)"
_TABLES = (
    ("library_pairs", "pairs", pair_tokens),
    ("library_characters", "characters", character_tokens),
)

INSTR = "instr"


def add_rows(rows: Iterable[tuple[int, str]]) -> None:
    """Indexes entries: id and words in normal form."""
    _write(_INSERT, list(rows))


def remove_rows(rows: Iterable[tuple[int, str]]) -> None:
    """Takes entries out of the index; the words must be those that were indexed."""
    _write(_DELETE, list(rows))


def clear() -> None:
    """Empties the index."""
    with connection.cursor() as cursor:
        for table, _, _ in _TABLES:
            cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")


def settle() -> None:
    """Merges the index into one segment: after a rebuild it answers from one place."""
    with connection.cursor() as cursor:
        for table, _, _ in _TABLES:
            cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def matching(words: Sequence[str]) -> tuple[str, list[object]]:
    """SQL of a table ``found(id)`` of all entries with all words, and its parameters.

    ``CROSS JOIN`` keeps the planner from turning the order round.
    """
    pairs = [f'"{pair_tokens(word)}"' for word in words if len(word) > 1]
    characters = [f'"{character_tokens(word)}"' for word in words if len(word) == 1]
    if not characters:
        return _selected("library_pairs"), [" ".join(pairs)]
    if not pairs:
        return _selected("library_characters"), [" ".join(characters)]
    both = (
        "(SELECT library_pairs.rowid AS id FROM library_pairs"
        " CROSS JOIN library_characters ON library_characters.rowid = library_pairs.rowid"
        " WHERE library_pairs MATCH %s AND library_characters MATCH %s"
        " ORDER BY library_pairs.rowid DESC) AS found"
    )
    return both, [" ".join(pairs), " ".join(characters)]


def _selected(table: str) -> str:
    return f"(SELECT rowid AS id FROM {table} WHERE {table} MATCH %s ORDER BY rowid DESC) AS found"


def _write(statement: str, rows: Sequence[tuple[int, str]]) -> None:
    with connection.cursor() as cursor:
        for table, column, tokens in _TABLES:
            cursor.executemany(
                statement.format(table=table, column=column),
                [(entry, tokens(words)) for entry, words in rows],
            )
