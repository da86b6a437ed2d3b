# SPDX-License-Identifier: Apache-2.0
"""What a person means who names a document or clause: reference, number, title, address."""

from __future__ import annotations

from dataclasses import dataclass

from yiju.kernel.actor import Actor
from yiju.kernel.clause_ref import ClauseRef, parse_path, parse_url_path
from yiju.kernel.refusal import InvalidInput
from yiju.library.models import Clause
from yiju.library.queries.documents import document_named, suggestions
from yiju.library.queries.visible import seen_through

SUGGESTED = 5


@dataclass(frozen=True, slots=True)
class Meant:
    """The reference that was meant, or, where there is none, the nearest that there are."""

    ref: ClauseRef | None
    nearest: tuple[str, ...] = ()


def meant(actor: Actor, words: str) -> Meant:
    """Finds the document or clause that ``words`` name.

    ``<document>#<path>`` or an address ``/p/<document>/<path>``, where the document is a
    reference, a number in any brackets, or a full title. A path that is none, or no document
    before it, is InvalidInput.
    """
    named, path = _parts(words)
    if not named.strip("《》 "):
        raise InvalidInput(
            words.strip() or "REF", "names no document", "write DOCUMENT or DOCUMENT#PATH"
        )
    document = document_named(actor, named)
    if document is None:
        return Meant(None, suggestions(actor, named))
    ref = ClauseRef(document, parse_path(path, place=words) if path else ())
    if ref.path and not _exists(actor, ref):
        return Meant(None, _near_paths(actor, ref))
    return Meant(ref)


def _parts(words: str) -> tuple[str, str]:
    if words.startswith("/p/"):
        ref = parse_url_path(words)
        return ref.document, ref.path_text
    named, _, path = words.strip().partition("#")
    return named, path


def _exists(actor: Actor, ref: ClauseRef) -> bool:
    clauses = Clause.objects.filter(seen_through(actor, "version__document__"))
    return clauses.filter(version__document__ref=ref.document, path=ref.path_text).exists()


def _near_paths(actor: Actor, ref: ClauseRef) -> tuple[str, ...]:
    """Clauses of the document that begin like the one asked for, as far as any do."""
    clauses = Clause.objects.filter(
        seen_through(actor, "version__document__"),
        version__document__ref=ref.document,
        version__is_current=True,
    ).order_by("position")
    for length in range(len(ref.path) - 1, -1, -1):
        start = ClauseRef(ref.document, ref.path[:length]).path_text
        near = clauses.filter(path__startswith=start).values_list("path", flat=True)[:SUGGESTED]
        if near:
            return tuple(f"{ref.document}#{path}" for path in near)
    return ()
