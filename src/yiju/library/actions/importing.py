# SPDX-License-Identifier: Apache-2.0
"""Import: a file as received becomes a source, its documents, their clauses and facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import count
from typing import Literal

from django.conf import settings
from django.db import transaction

from yiju import __version__
from yiju.kernel.actor import Actor
from yiju.kernel.document_id import attached, carrier
from yiju.kernel.refusal import InvalidInput
from yiju.library.actions.bulletins import store_contents, store_head
from yiju.library.actions.matching import known_document
from yiju.library.actions.recording import document_act, lock_imports, name_of
from yiju.library.actions.storing import (
    new_document,
    publish_version,
    renew_version,
    store_findings,
    store_version,
)
from yiju.library.formats import Extracted, extract
from yiju.library.models import Appearance, Document, Issue, IssueSection, Source, Version
from yiju.library.reading import model
from yiju.library.reading.model import Reading
from yiju.library.reading.pipeline import read_text
from yiju.library.readings import DocumentReading, document_reading
from yiju.library.words import REF_LENGTH, fitting
from yiju.office.access.roles import Permission, require
from yiju.office.collector import collector_paused
from yiju.office.files.actions import keep
from yiju.office.journal.actions import Act, append_all

SOURCE_NAME_LENGTH = 500
Outcome = Literal["new", "new_version", "same_words"]
_ACTS: dict[Outcome, str] = {
    "new": "document_imported",
    "new_version": "version_imported",
    "same_words": "words_found_again",
}
Progress = Callable[[str, int, int], None]
"""Told the stage (``reading``, ``storing``), how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedDocument:
    """What became of one document of a source."""

    ref: str
    title: str | None
    attached: bool
    outcome: Outcome
    version: int
    clauses: int
    facts: int
    published: bool


@dataclass(frozen=True, slots=True)
class _Stored:
    """A document of the source as it was stored."""

    document: Document
    version: Version
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import brought. ``already``: the library had this very file, nothing was written.

    ``source`` and ``issue`` are keys of the source and, where it is a bulletin, of the issue.
    """

    source: int
    sha256: str
    name: str
    already: bool
    issue: int | None
    documents: tuple[ImportedDocument, ...]
    titles_without_text: int
    findings: int


def _silent(stage: str, done: int, of: int) -> None:
    """Tells nobody."""


def import_source(
    actor: Actor,
    *,
    name: str,
    content: bytes,
    at: datetime,
    publish: bool = False,
    progress: Progress = _silent,
) -> ImportResult:
    """Brings a file into the library: everything of it, or, where anything fails, nothing.

    The same bytes are imported once; whoever brings them again is told so.
    """
    may_import(actor, publish=publish)
    held = Source.objects.filter(sha256=sha256(content).hexdigest()).first()
    if held is not None:
        return _already(held)
    progress("reading", 0, 1)
    extracted = extract(name, content)
    with collector_paused():
        reading = read_text(extracted.text, name=name, sha256=extracted.sha256)
    progress("reading", 1, 1)
    with transaction.atomic(durable=True):
        lock_imports()
        held = Source.objects.filter(sha256=extracted.sha256).first()
        if held is not None:
            return _already(held)
        keep(content, at=at)
        storing = Storing(actor, at, publish=publish, progress=progress)
        return storing.store(_new_source(extracted, len(content), reading, storing), reading)


def may_import(actor: Actor, *, publish: bool) -> None:
    """Ends the act where the actor may not import, or may not publish what it imports.

    Under four eyes nobody publishes what they imported; that is InvalidInput, since the call asks
    for what cannot be.
    """
    require(actor, Permission.IMPORT)
    if not publish:
        return
    require(actor, Permission.PUBLISH)
    if settings.FOUR_EYES:
        raise InvalidInput(
            "FOUR_EYES",
            "in this office nobody publishes what they imported",
            "import as a draft and let somebody else publish it",
        )


class Storing:
    """One import on its way: who does it, when, and what was stored so far.

    ``again``: the source was imported before, and what was first read in it is read anew.
    """

    def __init__(
        self,
        actor: Actor,
        at: datetime,
        *,
        publish: bool,
        progress: Progress,
        again: bool = False,
    ) -> None:
        self.actor = actor
        self.at = at
        self.publish = publish
        self.progress = progress
        self.again = again
        self.stored: list[_Stored] = []

    def store(self, source: Source, reading: Reading) -> ImportResult:
        """Stores the documents in their order, then the head and contents of the bulletin."""
        sections = store_head(source, reading.bulletin) if reading.bulletin else {}
        finding = 0
        for place, document in enumerate(reading.documents):
            self.progress("storing", place, len(reading.documents))
            stored = self._document(source, document, sections.get(place))
            Appearance.objects.create(
                source=source,
                position=place,
                version=stored.version,
                section=sections.get(place),
                start=document.start,
                end=document.end,
            )
            self.stored.append(stored)
            finding = store_findings(source, stored.version, document.findings, first=finding)
        store_findings(source, None, reading.findings, first=finding)
        if reading.bulletin:
            store_contents(source, reading.bulletin, [each.document for each in self.stored])
        self._record(source)
        self.progress("storing", len(reading.documents), len(reading.documents))
        return _result(source, self.stored)

    def _document(
        self, source: Source, read: model.Document, section: IssueSection | None
    ) -> _Stored:
        """Stores one document: a new one, a new version of a known one, or the words held."""
        parent = self.stored[read.part_of].document if read.part_of is not None else None
        reading = document_reading(read, _reference(read.id, parent))
        known = known_document(reading)
        if known is not None and self._is_another(known, reading):
            reading = document_reading(read, self._next_reference(reading.ref))
            known = Document.objects.filter(ref=reading.ref).first()
        elif known is not None and known.ref != reading.ref:
            reading = document_reading(read, known.ref)
        by = name_of(self.actor)
        document = known or new_document(reading, part_of=parent, by=by, at=self.at)
        held = set(document.versions.values_list("pk", flat=True))
        version = store_version(
            document, reading, source=source, section=section.title if section else None
        )
        document = version.document
        if self.again and version.pk in held and version.source_id == source.pk:
            renew_version(version, reading, at=self.at)
        if self.publish:
            publish_version(version, at=self.at)
        if self.publish and document.published_at is None:
            document.published_at, document.published_by = self.at, by
            document.save(update_fields=["published_at", "published_by"])
        return _Stored(document, version, _outcome(version, held))

    def _is_another(self, known: Document, reading: DocumentReading) -> bool:
        """Whether the source has the name of ``known`` a second time, over other words."""
        return any(
            each.document.pk == known.pk and each.version.text_hash != reading.text_hash
            for each in self.stored
        )

    def _next_reference(self, ref: str) -> str:
        """The reference of a document whose own is taken within the source: ``…号~2``."""
        taken = {each.document.ref for each in self.stored}
        return next(name for n in count(2) if (name := f"{ref}~{n}") not in taken)

    def _record(self, source: Source) -> None:
        """Tells the journal of the source, and of each document in the document's own stream."""
        acts = [
            document_act(
                each.document.ref,
                _ACTS[each.outcome],
                actor=self.actor,
                at=self.at,
                body={
                    "source": source.sha256,
                    "version": each.version.number,
                    "words": each.version.text_hash,
                    "published": each.document.published_at is not None,
                },
            )
            for each in self.stored
        ]
        body = {"name": source.name, "documents": [each.document.ref for each in self.stored]}
        stream = f"source/{source.sha256}"
        kind = "source_read_again" if self.again else "source_imported"
        acts.append(Act(stream=stream, kind=kind, actor=self.actor, at=self.at, body=body))
        append_all(acts)


def _new_source(extracted: Extracted, size_bytes: int, reading: Reading, by: Storing) -> Source:
    return Source.objects.create(
        sha256=extracted.sha256,
        name=fitting(extracted.name, SOURCE_NAME_LENGTH),
        format=extracted.format,
        size_bytes=size_bytes,
        text=extracted.text,
        characters=len(extracted.text),
        removed=removed_values(reading),
        reader_version=__version__,
        imported_at=by.at,
        imported_by=name_of(by.actor),
    )


def removed_values(reading: Reading) -> list[dict[str, str | int]]:
    """What the reader set aside, as the source's row keeps it."""
    return [
        {"start": each.start, "end": each.end, "why": each.why} for each in reading.source.removed
    ]


def _reference(ref: str, parent: Document | None) -> str:
    """The reference of a document of a reading; an attached one is named after its carrier."""
    carried = carrier(ref)
    if parent is None or carried is None:
        return fitting(ref, REF_LENGTH)
    return fitting(attached(parent.ref, carried[1]), REF_LENGTH)


def _outcome(version: Version, held: set[int]) -> Outcome:
    if version.pk in held:
        return "same_words"
    return "new_version" if held else "new"


def _already(source: Source) -> ImportResult:
    """The answer to bytes that the library has: what it holds of them now."""
    appearances = source.appearances.select_related("version__document").order_by("position")
    return _result(
        source,
        [_Stored(each.version.document, each.version, "same_words") for each in appearances],
        already=True,
    )


def _result(source: Source, stored: Sequence[_Stored], *, already: bool = False) -> ImportResult:
    issue = Issue.objects.filter(source=source).first()
    return ImportResult(
        source=source.pk,
        sha256=source.sha256,
        name=source.name,
        already=already,
        issue=issue.pk if issue else None,
        documents=tuple(
            ImportedDocument(
                ref=each.document.ref,
                title=each.document.title or None,
                attached=each.document.part_of_id is not None,
                outcome=each.outcome,
                version=each.version.number,
                clauses=each.version.clauses.count(),
                facts=each.version.facts.count(),
                published=each.document.published_at is not None,
            )
            for each in stored
        ),
        titles_without_text=issue.contents.filter(document=None).count() if issue else 0,
        findings=source.findings.count(),
    )
