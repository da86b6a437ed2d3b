# SPDX-License-Identifier: Apache-2.0
"""The columns of each list when it is downloaded. Their keys are stable."""

from __future__ import annotations

from yiju.library.queries.cards import DocumentCard
from yiju.library.queries.duties import DutyRow
from yiju.library.queries.facts import FactRow
from yiju.library.queries.issues import IssueCard
from yiju.library.queries.search import Hit
from yiju.library.web.downloads import Column

DOCUMENTS: tuple[Column[DocumentCard], ...] = (
    Column("ref", lambda card: card.ref),
    Column("title", lambda card: card.title),
    Column("number", lambda card: card.number),
    Column("kind", lambda card: card.kind),
    Column("issuers", lambda card: list(card.issuers)),
    Column("level", lambda card: card.level),
    Column("state", lambda card: card.state),
    Column("dated_on", lambda card: card.dated_on),
    Column("part_of", lambda card: card.part_of),
)

ISSUES: tuple[Column[IssueCard], ...] = (
    Column("key", lambda card: card.key),
    Column("title", lambda card: card.title),
    Column("issue", lambda card: card.issue),
    Column("total_issue", lambda card: card.total_issue),
    Column("organisers", lambda card: list(card.organisers)),
    Column("published_on", lambda card: card.published_on),
    Column("posted_on", lambda card: card.posted_on),
    Column("documents", lambda card: card.documents),
    Column("titles_without_text", lambda card: card.titles_without_text),
)

HITS: tuple[Column[Hit], ...] = (
    Column("ref", lambda hit: hit.ref),
    Column("document", lambda hit: hit.document.name),
    Column("words", lambda hit: "".join(piece.text for piece in hit.pieces)),
    Column("citation", lambda hit: hit.citation),
)

_PLACE: tuple[Column[FactRow], ...] = (
    Column("clause", lambda fact: fact.clause),
    Column("document", lambda fact: fact.document_name),
    Column("quote", lambda fact: fact.quote),
    Column("status", lambda fact: fact.status),
)


def _of_payload(*keys: str) -> tuple[Column[FactRow], ...]:
    return tuple(_key(key) for key in keys)


def _key(key: str) -> Column[FactRow]:
    return Column(key, lambda fact: fact.payload.get(key))


DEADLINES: tuple[Column[FactRow], ...] = (
    *_of_payload("on", "until", "relation", "what", "who"),
    Column("provisional", lambda fact: fact.provisional),
    *_PLACE,
)
TARGETS: tuple[Column[FactRow], ...] = (
    *_of_payload(
        "indicator", "comparison", "value", "unit", "base_year",
        "year", "year_implied", "modality", "direction",
    ),
    *_PLACE,
)  # fmt: skip

DUTIES: tuple[Column[DutyRow], ...] = (
    Column("unit", lambda duty: duty.unit or duty.written),
    Column("written", lambda duty: duty.written),
    Column("known", lambda duty: duty.unit is not None),
    Column("role", lambda duty: duty.role),
    Column("open_ended", lambda duty: duty.open_ended),
    Column("task", lambda duty: duty.task),
    Column("task_words", lambda duty: duty.task_words),
    Column("document", lambda duty: duty.fact.document_name),
    Column("quote", lambda duty: duty.fact.quote),
    Column("status", lambda duty: duty.fact.status),
)
