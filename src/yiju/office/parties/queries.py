# SPDX-License-Identifier: Apache-2.0
"""Who the parties are, and who belonged to which on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from yiju.kernel.actor import Actor
from yiju.office.access.roles import Permission, require
from yiju.office.parties.credit_code import credit_code
from yiju.office.parties.models import Membership, Party, PartyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """A party as staff see it."""

    number: int
    kind: PartyKind
    name: str
    credit_code: str | None
    jurisdiction: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that a person holds in a body."""

    person: PartyView
    body: PartyView
    role: str
    starts_on: date
    ends_before: date | None


def party(actor: Actor, number: int) -> PartyView | None:
    """One party; ``None`` where there is none."""
    require(actor, Permission.KEEP_PARTIES)
    found = Party.objects.filter(pk=number).first()
    return _view(found) if found else None


def party_by_credit_code(actor: Actor, code: str) -> PartyView | None:
    """The organisation or authority with a credit code, which may be written with blanks."""
    require(actor, Permission.KEEP_PARTIES)
    found = Party.objects.filter(credit_code=credit_code(code)).first()
    return _view(found) if found else None


def places_of(actor: Actor, person: int, *, on: date) -> list[Place]:
    """The places that a person holds on a day."""
    require(actor, Permission.KEEP_PARTIES)
    return _places(Membership.objects.filter(person=person), on)


def members_of(actor: Actor, body: int, *, on: date) -> list[Place]:
    """The places that people hold in a body on a day."""
    require(actor, Permission.KEEP_PARTIES)
    return _places(Membership.objects.filter(body=body), on)


def _places(held: QuerySet[Membership], on: date) -> list[Place]:
    current = held.filter(Q(ends_before=None) | Q(ends_before__gt=on), starts_on__lte=on)
    return [
        Place(
            person=_view(each.person),
            body=_view(each.body),
            role=each.role,
            starts_on=each.starts_on,
            ends_before=each.ends_before,
        )
        for each in current.select_related("person", "body").order_by("starts_on", "pk")
    ]


def _view(found: Party) -> PartyView:
    return PartyView(
        number=found.pk,
        kind=PartyKind(found.kind),
        name=found.name,
        credit_code=found.credit_code,
        jurisdiction=found.jurisdiction,
    )
