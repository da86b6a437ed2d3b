# SPDX-License-Identifier: Apache-2.0
"""Reading a source once more, after the reader has learnt; what staff decided stays."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from yiju import __version__
from yiju.kernel.actor import Actor
from yiju.library.actions.importing import (
    ImportResult,
    Progress,
    Storing,
    may_import,
    removed_values,
)
from yiju.library.actions.recording import NotInLibrary, document_act, lock_imports
from yiju.library.models import Appearance, Document, Issue, Source
from yiju.library.reading.pipeline import read_text
from yiju.office.collector import collector_paused
from yiju.office.journal.actions import append


def reread_source(
    actor: Actor, key: int, *, at: datetime, publish: bool, progress: Progress
) -> ImportResult:
    """Reads the text of a source anew and stores what is seen now.

    A document that is no longer seen in any source (it was a misreading) is taken back from the
    public; its page stays for staff.
    """
    may_import(actor, publish=publish)
    source = Source.objects.filter(pk=key).first()
    if source is None:
        raise NotInLibrary(str(key))
    progress("reading", 0, 1)
    with collector_paused():
        reading = read_text(source.text, name=source.name, sha256=source.sha256)
    progress("reading", 1, 1)
    with transaction.atomic(durable=True):
        lock_imports()
        seen_before = _forget_places(source)
        source.removed = removed_values(reading)
        source.reader_version = __version__
        source.save(update_fields=["removed", "reader_version"])
        storing = Storing(actor, at, publish=publish, progress=progress, again=True)
        result = storing.store(source, reading)
        _withdraw(actor, seen_before, at)
    return result


def _forget_places(source: Source) -> list[int]:
    """Takes away where documents stood in the source; says which documents these were."""
    appearances = Appearance.objects.filter(source=source)
    documents = list(appearances.values_list("version__document", flat=True))
    appearances.delete()
    source.findings.all().delete()
    Issue.objects.filter(source=source).delete()
    return documents


def _withdraw(actor: Actor, documents: list[int], at: datetime) -> None:
    """Takes documents back from the public that no source shows any more."""
    unseen = Document.objects.filter(pk__in=documents, versions__appearances=None)
    for document in unseen.exclude(versions__appearances__isnull=False).distinct():
        document.published_at, document.published_by = None, ""
        document.save(update_fields=["published_at", "published_by"])
        act = "document_no_longer_read"
        append(document_act(document.ref, act, actor=actor, at=at, body={}))
