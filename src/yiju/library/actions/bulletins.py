# SPDX-License-Identifier: Apache-2.0
"""Stores the head of a bulletin, its sections and its contents page."""

from __future__ import annotations

from collections.abc import Sequence

from yiju.library.models import ContentsLine, Document, Issue, IssueSection, Source
from yiju.library.reading.model import Bulletin


def store_head(source: Source, bulletin: Bulletin) -> dict[int, IssueSection]:
    """The issue with its sections; says in which section each document stands, by position."""
    issue = Issue.objects.create(
        source=source,
        title=bulletin.title or "",
        issue=bulletin.issue or "",
        total_issue=bulletin.total_issue,
        organisers=list(bulletin.organisers),
        published_on=bulletin.published_on,
        posted_on=bulletin.posted_on,
        fields=[
            {"name": field.name, "start": field.start, "end": field.end}
            for field in bulletin.fields
        ],
    )
    of_document: dict[int, IssueSection] = {}
    for position, section in enumerate(bulletin.sections):
        row = IssueSection.objects.create(
            issue=issue,
            position=position,
            title=section.title,
            start=section.start,
            end=section.end,
        )
        of_document.update(dict.fromkeys(section.documents, row))
    return of_document


def store_contents(source: Source, bulletin: Bulletin, documents: Sequence[Document]) -> None:
    """The contents page; a line without text (有目无文) leads to no document."""
    issue = Issue.objects.get(source=source)
    ContentsLine.objects.bulk_create(
        ContentsLine(
            issue=issue,
            position=position,
            title=line.title,
            document=None if line.document is None else documents[line.document],
            start=line.start,
            end=line.end,
        )
        for position, line in enumerate(bulletin.contents)
    )
