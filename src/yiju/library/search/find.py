# SPDX-License-Identifier: Apache-2.0
"""Reads the index: the entries that have all words, counted up to a cap, best first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from yiju.library.search import HEADS
from yiju.library.search.index import backend

Parameter = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What hits must be: ``public`` hides drafts and contacts; the rest are facets."""

    public: bool
    level: str | None = None
    issuer: str | None = None
    kind: str | None = None
    year: int | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that has all words, with what facets count of its document."""

    entry: int
    document: int
    words: str
    head_characters: int
    level: str
    kind: str
    year: int | None
    state: str
    issuers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, best first; ``capped`` where there is more than was looked at."""

    found: tuple[Found, ...]
    capped: bool


def find(words: Sequence[str], narrowing: Narrowing, *, limit: int) -> Findings:
    """Entries that have all ``words`` (in normal form), at most ``limit``, best first.

    Where there are more, those of heads and of what was imported last are taken, and ranked.
    """
    if not words:
        return Findings((), False)
    matching = backend().matching(words)
    conditions, values = _conditions(words, matching.unsure, narrowing)
    statement = (
        "SELECT entry.id, entry.document_id, entry.words, entry.head_characters,"
        " document.level, document.kind, document.year, document.state, document.issuers"
        f" FROM {matching.table}"
        " CROSS JOIN library_searchentry AS entry"
        " CROSS JOIN library_document AS document"
        " WHERE entry.id = found.id AND document.id = entry.document_id"
        f"{conditions} ORDER BY found.id DESC LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [matching.parameter, *values, limit + 1])
        rows = cursor.fetchall()
    issuers = {said: tuple(json.loads(said)) for said in {row[-1] for row in rows}}
    # The index is exact; the text has the last word all the same (a file restored in part).
    found = [
        Found(*(*row[:-1], issuers[row[-1]]))
        for row in rows[:limit]
        if all(word in row[2] for word in words)
    ]
    found.sort(key=lambda each: _rank(each, words))
    return Findings(tuple(found), len(rows) > limit)


def _rank(found: Found, words: Sequence[str]) -> tuple[int, int, int, int, int]:
    """Orders hits: heads of documents, then clauses whose label or heading has all words, then
    what is (or may be) in force, then by how much of the clause the words are, then the newest.
    """
    text = found.words
    head = text[: found.head_characters]
    in_head = head != "" and all(word in head for word in words)
    weight = sum([text.count(word) * len(word) for word in words])
    return (
        found.entry < HEADS,
        not in_head,
        found.state in ("repealed", "expired"),
        -(1000 * weight // (len(text) + 50)),
        -found.entry,
    )


def _conditions(
    words: Sequence[str], unsure: Sequence[str], narrowing: Narrowing
) -> tuple[str, list[Parameter]]:
    """SQL conditions on the text and of the narrowing, and their parameters."""
    stands = backend().INSTR
    conditions = "".join(f" AND {stands}(entry.words, %s) > 0" for _ in unsure)
    values: list[Parameter] = [*unsure]
    if narrowing.public:
        shown = " AND ".join(f"{stands}(entry.public_words, %s) > 0" for _ in words)
        conditions += (
            f" AND document.published_at IS NOT NULL AND (entry.public_words IS NULL OR ({shown}))"
        )
        values += words
    for column in ("level", "kind", "year", "state"):
        value = getattr(narrowing, column)
        if value is not None:
            conditions += f" AND document.{column} = %s"
            values.append(value)
    if narrowing.issuer is not None:
        conditions += (
            " AND EXISTS (SELECT 1 FROM library_documentissuer AS issuer"
            " WHERE issuer.document_id = document.id AND issuer.name = %s)"
        )
        values.append(narrowing.issuer)
    return conditions, values
