# SPDX-License-Identifier: Apache-2.0
"""Publishing: what makes a document public, and takes it back."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from yiju.kernel.actor import Actor
from yiju.kernel.decision import where_silent
from yiju.kernel.refusal import Refusal, Shortfall
from yiju.library.actions.recording import NotInLibrary, document_act, name_of
from yiju.library.actions.storing import publish_version, waiting_versions
from yiju.library.models import Document, Version
from yiju.office.access.roles import Permission, require
from yiju.office.journal.actions import append_all


def publish_document(actor: Actor, ref: str, *, at: datetime) -> Refusal | None:
    """Makes a document public, its newer words too, and what is attached to it.

    Where the office has four eyes, not by the person who imported it.
    """
    require(actor, Permission.PUBLISH)
    with transaction.atomic(durable=True):
        return _publish(_with_attached(ref), actor, at)


def publish_source(actor: Actor, source: int, *, at: datetime) -> Refusal | None:
    """Makes every document of a source public."""
    require(actor, Permission.PUBLISH)
    with transaction.atomic(durable=True):
        read_there = Document.objects.filter(versions__appearances__source=source)
        return _publish(_locked(Q(pk__in=read_there.values("pk"))), actor, at)


def unpublish_document(actor: Actor, ref: str, *, at: datetime, because: str) -> None:
    """Takes a document, and what is attached to it, back from the public; the reason is kept."""
    require(actor, Permission.PUBLISH)
    with transaction.atomic(durable=True):
        public = [each for each in _with_attached(ref) if each.published_at is not None]
        for each in public:
            each.published_at, each.published_by = None, ""
            each.save(update_fields=["published_at", "published_by"])
        append_all(
            [
                document_act(
                    each.ref,
                    "document_unpublished",
                    actor=actor,
                    at=at,
                    body={"because": because},
                )
                for each in public
            ]
        )


def _with_attached(ref: str) -> list[Document]:
    documents = _locked(Q(ref=ref) | Q(part_of__ref=ref))
    if all(document.ref != ref for document in documents):
        raise NotInLibrary(ref)
    return documents


def _locked(which: Q) -> list[Document]:
    """Documents locked in the order of their keys, so that no two acts wait for each other."""
    return list(Document.objects.select_for_update(of=("self",)).filter(which).order_by("pk"))


def _publish(documents: list[Document], actor: Actor, at: datetime) -> Refusal | None:
    waiting = {document.pk: waiting_versions(document) for document in documents}
    drafts = [each for each in documents if each.published_at is None or waiting[each.pk]]
    own = [each for each in drafts if _imported_by(each, waiting[each.pk], name_of(actor))]
    if settings.FOUR_EYES and own:
        return _two_eyes(own, actor)
    for document in drafts:
        for version in waiting[document.pk]:
            publish_version(version, at=at)
        document.refresh_from_db()
        if document.published_at is None:
            document.published_at, document.published_by = at, name_of(actor)
            document.save(update_fields=["published_at", "published_by"])
    append_all(
        [
            document_act(
                document.ref,
                "document_published",
                actor=actor,
                at=at,
                body={"versions": [version.number for version in waiting[document.pk]]},
            )
            for document in drafts
        ]
    )
    return None


def _imported_by(document: Document, waiting: list[Version], name: str) -> bool:
    """Whether the words that wait, or the draft as a whole, were brought by this person."""
    brought = {version.source.imported_by for version in waiting}
    return name in brought or (document.published_at is None and document.imported_by == name)


def _two_eyes(own: list[Document], actor: Actor) -> Refusal:
    ground = where_silent(
        "this office (FOUR_EYES)", "whoever imports a document does not publish it"
    )
    return Refusal(
        tuple(
            Shortfall(
                field="publisher",
                found=name_of(actor),
                required=f"somebody else than who imported it publishes {document.ref}",
                ground=ground,
            )
            for document in own
        )
    )
