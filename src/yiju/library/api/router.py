# SPDX-License-Identifier: Apache-2.0
"""The JSON API of the library: the same questions as the pages ask, answered as data."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router
from ninja.errors import HttpError

from yiju.kernel.clause_ref import ClauseRef, parse_ref
from yiju.library.api import schemas
from yiju.library.queries.clauses import clause_page
from yiju.library.queries.document import document_page
from yiju.library.queries.documents import DocumentFilter, document_list
from yiju.library.queries.duties import duty_list
from yiju.library.queries.facts import FactFilter, fact_page
from yiju.library.queries.issues import issue_list, issue_page
from yiju.library.queries.search import SearchFilter, search
from yiju.office.access.queries import actor_of_request

LARGEST_PAGE = 10_000
LARGEST_KEY = 2**31 - 1

Page = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="from 1")]
Word = Annotated[str | None, Query(max_length=300)]
Year = Annotated[int | None, Query(ge=1, le=9999)]
Reference = Annotated[
    str, Query(max_length=600, description="document#path, as docs/concepts/clause.md explains")
]
Level = Literal["national", "provincial", "municipal", "county", "unknown"]
State = Literal["in_force", "repealed", "expired", "unknown"]
# Any: ninja reads the answer's fields off the values by the schema named beside it.
Answer = dict[str, Any]
PROBLEMS = {frozenset({400, 404, 422}): schemas.Problem}

router = Router()


@router.get("/documents", response={200: schemas.DocumentsOut, **PROBLEMS})
def documents(
    request: HttpRequest,
    level: Level | None = None,
    issuer: Word = None,
    kind: Word = None,
    year: Year = None,
    state: State | None = None,
    page: Page = 1,
) -> Answer:
    """Documents, newest first."""
    by = DocumentFilter(level=level, issuer=issuer, kind=kind, year=year, state=state)
    found = document_list(actor_of_request(request), by, page=page)
    return {"paging": found.paging, "documents": found.documents}


@router.get("/document", response={200: schemas.DocumentWholeOut, **PROBLEMS})
def document(
    request: HttpRequest,
    ref: Reference,
    version: Annotated[int | None, Query(ge=1, le=LARGEST_PAGE)] = None,
) -> Answer:
    """One document whole."""
    page = document_page(actor_of_request(request), _reference(ref).document, version=version)
    if page is None:
        raise HttpError(404, f"no public document has the reference {ref}")
    return {
        "document": page.card,
        **{
            name: getattr(page, name)
            for name in schemas.DocumentWholeOut.model_fields
            if name not in ("contract", "document")
        },
    }


@router.get("/clause", response={200: schemas.ClauseWholeOut, **PROBLEMS})
def clause(request: HttpRequest, ref: Reference) -> object:
    """One clause with its citation and facts."""
    reference = _reference(ref)
    if not reference.path:
        raise HttpError(422, f"{ref} names a document and no clause; ask /api/document")
    page = clause_page(actor_of_request(request), reference.document, reference.path_text)
    if page is None:
        raise HttpError(404, f"no public document has the clause {ref}")
    return page


@router.get("/search", response={200: schemas.SearchOut, **PROBLEMS})
def find(
    request: HttpRequest,
    q: Annotated[str, Query(min_length=1, max_length=100)],
    level: Level | None = None,
    issuer: Word = None,
    kind: Word = None,
    year: Year = None,
    state: State | None = None,
    page: Page = 1,
) -> object:
    """Clauses in which every word stands; blanks separate words."""
    by = SearchFilter(level=level, issuer=issuer, kind=kind, year=year, state=state)
    return search(actor_of_request(request), q, by, page=page)


@router.get("/facts/{type}", response={200: schemas.FactsOut, **PROBLEMS})
def facts(
    request: HttpRequest,
    type: schemas.FactType,
    document: Word = None,
    issuer: Word = None,
    level: Level | None = None,
    year: Year = None,
    status: Literal["proposed", "confirmed", "corrected"] | None = None,
    page: Page = 1,
) -> Answer:
    """Facts of one type, with clause and quote."""
    by = FactFilter(document=document, issuer=issuer, level=level, year=year, status=status)
    found = fact_page(actor_of_request(request), type, by, page=page)
    return {"paging": found.paging, "facts": found.rows}


@router.get("/duties", response={200: schemas.DutiesOut, **PROBLEMS})
def duties(
    request: HttpRequest,
    unit: Word = None,
    role: Literal["lead", "with", "by_duty"] | None = None,
    page: Page = 1,
) -> Answer:
    """Tasks by responsible unit."""
    found = duty_list(actor_of_request(request), unit=unit, role=role, page=page)
    return {"paging": found.paging, "duties": found.rows}


@router.get("/issues", response={200: schemas.IssuesOut, **PROBLEMS})
def issues(request: HttpRequest, page: Page = 1) -> object:
    """Issues of bulletins, newest first."""
    return issue_list(actor_of_request(request), page=page)


@router.get("/issues/{key}", response={200: schemas.IssueWholeOut, **PROBLEMS})
def issue(request: HttpRequest, key: int) -> Answer:
    """One issue with its contents page."""
    page = issue_page(actor_of_request(request), key) if 0 < key <= LARGEST_KEY else None
    if page is None:
        raise HttpError(404, f"there is no issue {key}")
    return {"issue": page.card, "contents": page.contents}


def _reference(ref: str) -> ClauseRef:
    """The reference asked for; one that cannot be read raises ``InvalidInput``, answered 422."""
    return parse_ref(ref)
