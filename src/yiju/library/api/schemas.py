# SPDX-License-Identifier: Apache-2.0
"""What the API answers, field by field. Names and meanings are those of the contract."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from ninja import Schema

FactType = Literal[
    "deadline", "period", "target", "threshold", "duty",
    "reference", "quota", "money", "date", "recorded",
]  # fmt: skip


class PagingOut(Schema):
    """Where a list stands; ``capped``: there are more rows than were counted."""

    number: int
    pages: int
    count: int
    capped: bool


class DocumentOut(Schema):
    """A document in one line. ``ref`` is its permanent name, ``url_path`` its page."""

    ref: str
    title: str | None
    number: str | None
    kind: str | None
    issuers: list[str]
    level: str
    state: str
    dated_on: date | None
    part_of: str | None


class ClauseOut(Schema):
    """A clause with what stands below it. Offsets count characters in the source as read."""

    ref: str
    kind: str
    number: str | None
    label: str | None
    heading: str | None
    text: str
    start: int
    end: int
    children: list[ClauseOut]


class FactOut(Schema):
    """Something the text states, with its clause and quote.

    ``payload`` has the keys of its type in the contract of ``yiju read``; ``status`` says whether
    staff confirmed it.
    """

    type: FactType
    document: str
    clause: str
    quote: str
    status: str
    # Any: the keys depend on the type; numbers that the law counts are decimal strings.
    payload: dict[str, Any]


class AnnexOut(Schema):
    """A file named as an annex."""

    title: str
    format: str | None


class VersionOut(Schema):
    """A version of a document and when it was read."""

    number: int
    is_current: bool
    complete: bool
    read_at: datetime
    characters: int


class DocumentWholeOut(Schema):
    """A document with its clauses and facts, in its current version or the one asked for."""

    contract: Literal[1] = 1
    document: DocumentOut
    citation: str
    version: int
    complete: bool
    effective_on: date | None
    addressees: list[str]
    annexes: list[AnnexOut]
    urls: list[str]
    clauses: list[ClauseOut]
    facts: list[FactOut]
    attached: list[DocumentOut]
    versions: list[VersionOut]


class ClauseWholeOut(Schema):
    """A clause at its permanent address, with its citation and facts."""

    contract: Literal[1] = 1
    document: DocumentOut
    clause: ClauseOut
    citation: str
    short_citation: str
    version: int
    found_in_version: int
    facts: list[FactOut]


class DocumentsOut(Schema):
    """A page of documents, newest first."""

    contract: Literal[1] = 1
    paging: PagingOut
    documents: list[DocumentOut]


class FactsOut(Schema):
    """A page of facts of one type."""

    contract: Literal[1] = 1
    paging: PagingOut
    facts: list[FactOut]


class PieceOut(Schema):
    """A stretch of words; ``marked`` where the query was found."""

    text: str
    marked: bool


class HitOut(Schema):
    """A clause, or a document's head, in which all the words stand."""

    ref: str
    document: DocumentOut
    pieces: list[PieceOut]
    citation: str


class SearchOut(Schema):
    """A page of hits, best first."""

    contract: Literal[1] = 1
    query: str
    paging: PagingOut
    hits: list[HitOut]


class IssueOut(Schema):
    """An issue of a bulletin in one line."""

    key: int
    title: str | None
    issue: str | None
    total_issue: int | None
    organisers: list[str]
    published_on: date | None
    posted_on: date | None
    documents: int
    titles_without_text: int


class IssuesOut(Schema):
    """A page of issues, newest first."""

    contract: Literal[1] = 1
    paging: PagingOut
    issues: list[IssueOut]


class ContentsOut(Schema):
    """A line of the contents page; without ``document`` a title without text (有目无文)."""

    title: str
    document: DocumentOut | None


class IssueWholeOut(Schema):
    """An issue with its contents page."""

    contract: Literal[1] = 1
    issue: IssueOut
    contents: list[ContentsOut]


class DutyOut(Schema):
    """One task–unit pair; ``unit`` is the known unit's name, where known."""

    written: str
    unit: str | None
    role: str
    task: str
    task_words: str
    open_ended: bool
    fact: FactOut


class DutiesOut(Schema):
    """A page of task–unit pairs."""

    contract: Literal[1] = 1
    paging: PagingOut
    duties: list[DutyOut]


class Problem(Schema):
    """What went wrong, as RFC 9457 writes it."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
