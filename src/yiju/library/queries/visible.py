# SPDX-License-Identifier: Apache-2.0
"""Which rows an actor may know of: the one place where the library decides it."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from yiju.kernel.actor import Actor
from yiju.library.models import Document, Fact, Version
from yiju.office.access.roles import Permission, may


def sees_drafts(actor: Actor) -> bool:
    """Whether the actor may read what is not published."""
    return may(actor, Permission.READ_DRAFTS)


def sees_contacts(actor: Actor) -> bool:
    """Whether the actor may read names and telephone numbers of persons to ask."""
    return may(actor, Permission.SEE_CONTACTS)


def visible_documents(actor: Actor) -> QuerySet[Document]:
    """The documents that the actor may know of."""
    if sees_drafts(actor):
        return Document.objects.all()
    return Document.objects.filter(published_at__isnull=False)


def visible_versions(actor: Actor, document: Document) -> QuerySet[Version]:
    """The versions of a document whose words the actor may read."""
    if sees_drafts(actor):
        return document.versions.all()
    return document.versions.filter(published_at__isnull=False)


def visible_facts(actor: Actor) -> QuerySet[Fact]:
    """The facts of current versions that the actor may know of; rejected ones are none."""
    facts = Fact.objects.filter(version__is_current=True).exclude(status="rejected")
    return facts.filter(seen_through(actor, "version__document__"))


def seen_through(actor: Actor, path: str) -> Q:
    """The condition of :func:`visible_documents` on rows that lead to a document by ``path``."""
    return Q() if sees_drafts(actor) else Q(**{f"{path}published_at__isnull": False})
