# SPDX-License-Identifier: Apache-2.0
"""Import asked for in a browser: kept at once, done by a worker, with progress to watch."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from yiju.kernel.actor import Actor
from yiju.library.actions.importing import ImportResult, import_source, may_import
from yiju.library.formats import extract
from yiju.office.files.actions import keep
from yiju.office.files.queries import content_of
from yiju.office.jobs.actions import request_job
from yiju.office.jobs.kinds import Json, Order, job

IMPORT = "import"


def request_import(
    actor: Actor, *, name: str, content: bytes, at: datetime, publish: bool = False
) -> UUID:
    """Keeps a file and asks for its import; gives the job, whose result is a JSON object.

    What can be seen to be no text at once is refused at once (InvalidInput). The result has
    ``source`` (the key of the review page), ``already``, ``issue`` and ``documents``.
    """
    may_import(actor, publish=publish)
    extract(name, content)
    with transaction.atomic(durable=True):
        sha256 = keep(content, at=at)
        arguments: dict[str, Json] = {"sha256": sha256, "name": name, "publish": publish}
        return request_job(actor, kind=IMPORT, title=name, arguments=arguments, at=at)


@job(IMPORT)
def do_import(order: Order) -> Json:
    """The import itself; a second call finds the source there and says so."""
    sha256, name = str(order.arguments["sha256"]), str(order.arguments["name"])
    result = import_source(
        order.actor,
        name=name,
        content=content_of(sha256),
        at=order.at,
        publish=bool(order.arguments["publish"]),
        progress=order.progress,
    )
    return import_value(result)


def import_value(result: ImportResult) -> dict[str, Json]:
    """What an import brought, as JSON."""
    return {
        "source": result.source,
        "sha256": result.sha256,
        "name": result.name,
        "already": result.already,
        "issue": result.issue,
        "titles_without_text": result.titles_without_text,
        "findings": result.findings,
        "documents": [
            {
                "ref": document.ref,
                "title": document.title,
                "attached": document.attached,
                "outcome": document.outcome,
                "version": document.version,
                "clauses": document.clauses,
                "facts": document.facts,
                "published": document.published,
            }
            for document in result.documents
        ],
    }
