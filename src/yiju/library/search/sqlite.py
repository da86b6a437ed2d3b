# SPDX-License-Identifier: Apache-2.0
"""The index on SQLite: FTS5 over pairs, FTS5 over characters, both without content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection

from yiju.library.search.grams import Matching, character_tokens, pair_tokens

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


def matching(words: Sequence[str]) -> Matching:
    """The entries with all words of two or more characters; else those with all characters.

    Beside a longer word, a single character is looked for in the text: to seek it for each entry
    in the index of characters costs more.
    """
    pairs = [f'"{pair_tokens(word)}"' for word in words if len(word) > 1]
    if pairs:
        single = [word for word in words if len(word) == 1]
        return Matching(_selected("library_pairs"), " ".join(pairs), single)
    characters = " ".join(f'"{character_tokens(word)}"' for word in words)
    return Matching(_selected("library_characters"), characters, [])


def _selected(table: str) -> str:
    return f"(SELECT rowid AS id FROM {table} WHERE {table} MATCH %s ORDER BY rowid DESC) AS found"


def _write(statement: str, rows: Sequence[tuple[int, str]]) -> None:
    with connection.cursor() as cursor:
        for table, column, tokens in _TABLES:
            cursor.executemany(
                statement.format(table=table, column=column),
                [(entry, tokens(words)) for entry, words in rows],
            )
