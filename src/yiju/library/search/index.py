# SPDX-License-Identifier: Apache-2.0
"""Writes the index, in the transaction of the data it belongs to; and builds it anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from types import ModuleType

from django.db import connection

from yiju.library.masking import masked
from yiju.library.models import Clause, Document, SearchEntry
from yiju.library.search import HEADS, postgresql, sqlite
from yiju.library.words import normal_form

_BATCH = 2000


def backend() -> ModuleType:
    """The module that knows the index of the database in use."""
    return postgresql if connection.vendor == "postgresql" else sqlite


def index_document(document: Document, clauses: Iterable[Clause]) -> None:
    """Makes a document findable by these clauses (of its current version) and by its head."""
    remove_document(document)
    _add([head_entry(document), *(clause_entry(clause, document.pk) for clause in clauses)])


def remove_document(document: Document) -> None:
    """Takes a document out of the index."""
    entries = SearchEntry.objects.filter(document=document)
    rows = list(entries.values_list("id", "words"))
    if rows:
        backend().remove_rows(rows)
        entries.delete()


def rebuild(progress: Callable[[int], None] | None = None) -> int:
    """Builds the whole index anew from the current versions; says how many entries it has.

    ``progress`` is told how many entries are done. The caller opens the transaction.
    """
    backend().clear()
    SearchEntry.objects.all().delete()
    done = 0
    entries = _every_entry()
    while batch := list(islice(entries, _BATCH)):
        _add(batch)
        done += len(batch)
        if progress is not None:
            progress(done)
    backend().settle()
    return done


def clause_entry(clause: Clause, document: int) -> SearchEntry:
    """The entry of a clause: label, heading and its own text."""
    head = "".join(filter(None, (clause.label, clause.heading)))
    return _entry(clause.pk, document, head, clause.text)


def head_entry(document: Document) -> SearchEntry:
    """The entry of a document's head: title, number and issuers."""
    head = " ".join((document.title, document.number, *document.issuers))
    return _entry(HEADS + document.pk, document.pk, head, "")


def _entry(key: int, document: int, head: str, text: str) -> SearchEntry:
    public = masked(head + text)
    head_words = normal_form(head)
    return SearchEntry(
        id=key,
        document_id=document,
        words=head_words + normal_form(text),
        head_characters=len(head_words),
        public_words=None if public == head + text else normal_form(public),
    )


def _every_entry() -> Iterator[SearchEntry]:
    for document in Document.objects.iterator(_BATCH):
        yield head_entry(document)
    clauses = Clause.objects.filter(version__is_current=True).order_by("id")
    for clause in clauses.select_related("version").iterator(_BATCH):
        yield clause_entry(clause, clause.version.document_id)


def _add(entries: list[SearchEntry]) -> None:
    SearchEntry.objects.bulk_create(entries, batch_size=_BATCH)
    backend().add_rows((entry.id, entry.words) for entry in entries)
