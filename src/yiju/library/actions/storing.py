# SPDX-License-Identifier: Apache-2.0
"""Writes what was read of a document into its rows: version, clauses, facts, findings."""

from __future__ import annotations

from datetime import datetime

from yiju.library.actions.facts import store_facts
from yiju.library.actions.metadata import apply_metadata
from yiju.library.models import (
    Clause,
    Correction,
    CorrectionKind,
    Document,
    Finding,
    FindingStatus,
    Source,
    Version,
)
from yiju.library.reading import model
from yiju.library.readings import DocumentReading, finding_anchors
from yiju.library.search.index import index_document

_BATCH = 1000


def new_document(
    reading: DocumentReading, *, part_of: Document | None, by: str, at: datetime
) -> Document:
    """A document that the library did not hold; its columns are filled with its version."""
    return Document.objects.create(ref=reading.ref, part_of=part_of, imported_by=by, imported_at=at)


def store_version(
    document: Document, reading: DocumentReading, *, source: Source, section: str | None
) -> Version:
    """The version with these words: the one held, or a new one that becomes current.

    A cut text never takes the place of a whole one, and what staff chose stays. What the public
    reads of a document does not change by this: see :func:`publish_version`.
    """
    held = {version.text_hash: version for version in document.versions.all()}
    if reading.text_hash in held:
        return held[reading.text_hash]
    current = next((version for version in held.values() if version.is_current), None)
    version = Version.objects.create(
        document=document,
        number=len(held) + 1,
        is_current=False,
        source=source,
        text_hash=reading.text_hash,
        complete=reading.complete,
        characters=reading.characters,
        start=reading.start,
        end=reading.end,
        stated={**reading.stated, "section": section},
        reader_version=source.reader_version,
        read_at=source.imported_at,
    )
    _store_clauses(version, reading)
    if current is None or (document.published_at is None and _takes_over(current, version)):
        make_current(version)
    store_facts(version, reading, at=source.imported_at)
    return version


def renew_version(version: Version, reading: DocumentReading, *, at: datetime) -> None:
    """Writes a version of the same words anew, as a newer reader sees it.

    Offsets, properties and proposals are the new reading's; what staff decided is put on them.
    """
    version.clauses.all().delete()
    version.facts.all().delete()
    _store_clauses(version, reading)
    version.start, version.end = reading.start, reading.end
    version.stated = {**reading.stated, "section": version.stated.get("section")}
    version.complete = reading.complete
    version.reader_version = version.source.reader_version
    version.read_at = at
    version.save()
    if version.is_current:
        make_current(version)
    store_facts(version, reading, at=at)


def make_current(version: Version) -> None:
    """Shows a document as this version has it, and makes it findable by these clauses."""
    document = version.document
    document.versions.exclude(pk=version.pk).update(is_current=False)
    version.is_current = True
    version.save(update_fields=["is_current"])
    apply_metadata(document, version.stated)
    index_document(document, version.clauses.order_by("position"))


def publish_version(version: Version, *, at: datetime) -> None:
    """Lets the public read these words, and shows them where they are newer and as whole."""
    if version.published_at is None:
        version.published_at = at
        version.save(update_fields=["published_at"])
    current = version.document.versions.get(is_current=True)
    if version.number > current.number and _takes_over(current, version):
        make_current(version)


def waiting_versions(document: Document) -> list[Version]:
    """The versions that publishing the document would let the public read, oldest first."""
    unpublished = document.versions.filter(published_at=None)
    return list(unpublished.select_related("source").order_by("number"))


def store_findings(
    source: Source, version: Version | None, findings: tuple[model.Finding, ...], *, first: int
) -> int:
    """The findings of a document, or of none, as staff judged them; gives the next position."""
    anchors = finding_anchors(findings, source.text)
    rows = [
        Finding(
            source=source,
            version=version,
            position=position,
            type=finding.type,
            start=finding.start,
            end=finding.end,
            message=finding.message,
            proposal=finding.proposal,
            anchor=anchor,
        )
        for position, (finding, anchor) in enumerate(
            zip(findings, anchors, strict=True), start=first
        )
    ]
    _apply_judgements(rows, source, version)
    Finding.objects.bulk_create(rows, batch_size=_BATCH)
    return first + len(findings)


def _takes_over(current: Version, version: Version) -> bool:
    chosen = current.document.corrections.filter(kind=CorrectionKind.VERSION)
    return not chosen.exists() and (version.complete or not current.complete)


def _apply_judgements(rows: list[Finding], source: Source, version: Version | None) -> None:
    """Sets findings to what staff said of the same finding before."""
    judged = Correction.objects.filter(kind=CorrectionKind.FINDING).order_by("id")
    of_document = version.document_id if version else None
    mine = judged.filter(document=of_document) if of_document else judged.filter(source=source)
    judgements = {row.anchor: row for row in mine}
    for row in rows:
        judgement = judgements.get(row.anchor)
        if judgement is not None:
            row.status = FindingStatus(judgement.value["status"])
            row.decided_by = judgement.made_by
            row.decided_at = judgement.made_at


def _store_clauses(version: Version, reading: DocumentReading) -> None:
    Clause.objects.bulk_create(
        (
            Clause(
                version=version,
                position=clause.position,
                parent=clause.parent,
                path=clause.node.path,
                kind=clause.node.kind,
                number=clause.node.number,
                label=clause.node.label,
                heading=clause.node.heading,
                text=clause.node.text,
                first=clause.node.first,
                past=clause.node.past,
                start=clause.node.start,
                end=clause.node.end,
                hash=clause.hash,
            )
            for clause in reading.clauses
        ),
        batch_size=_BATCH,
    )
