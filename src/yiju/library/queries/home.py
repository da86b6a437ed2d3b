# SPDX-License-Identifier: Apache-2.0
"""The home page: the latest issue, what closes soon, what is new, how much there is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yiju.kernel.actor import Actor
from yiju.library.models import Clause
from yiju.library.queries.cards import DocumentCard, cards
from yiju.library.queries.deadlines import closing_soon
from yiju.library.queries.facts import FactRow
from yiju.library.queries.issues import IssueCard, latest_issue
from yiju.library.queries.visible import seen_through, visible_documents, visible_facts

NEW_DOCUMENTS = 10
CLOSING_SOON = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryCounts:
    """How much the library holds that the actor may see."""

    documents: int
    clauses: int
    facts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What a visitor sees first; ``today`` is the day it was made for."""

    today: date
    latest_issue: IssueCard | None
    new_documents: tuple[DocumentCard, ...]
    closing_soon: tuple[FactRow, ...]
    counts: LibraryCounts


def home(actor: Actor, *, today: date) -> HomePage:
    """The home page as of ``today``."""
    documents = visible_documents(actor)
    newest = documents.filter(part_of=None).order_by("-imported_at", "-id")
    clauses = Clause.objects.filter(version__is_current=True)
    return HomePage(
        today=today,
        latest_issue=latest_issue(actor),
        new_documents=cards(newest.select_related("part_of")[:NEW_DOCUMENTS]),
        closing_soon=closing_soon(actor, today=today, limit=CLOSING_SOON),
        counts=LibraryCounts(
            documents=documents.count(),
            clauses=clauses.filter(seen_through(actor, "version__document__")).count(),
            facts=visible_facts(actor).count(),
        ),
    )
