# SPDX-License-Identifier: Apache-2.0
"""Registering parties, and appointing people to them. Each act is recorded."""

from __future__ import annotations

import re
from datetime import date, datetime

from django.db import transaction

from yiju.kernel.actor import Actor
from yiju.kernel.refusal import InvalidInput
from yiju.office.access.roles import Permission, require
from yiju.office.journal.actions import Act, append
from yiju.office.journal.chain import Json
from yiju.office.parties.credit_code import credit_code
from yiju.office.parties.models import Membership, Party, PartyKind

DIVISION = re.compile(r"[0-9]{6}")


class AlreadyRegistered(InvalidInput):
    """The party is registered under this code or name."""


class NotMember(InvalidInput):
    """The person does not hold this place on that day."""


def register_person(actor: Actor, *, name: str, at: datetime) -> int:
    """Registers a natural person; gives the party's number."""
    return _register(actor, Party(kind=PartyKind.PERSON, name=name, registered_at=at))


def register_organisation(actor: Actor, *, name: str, code: str, at: datetime) -> int:
    """Registers an organisation by its credit code, which is checked; gives its number."""
    party = Party(
        kind=PartyKind.ORGANISATION, name=name, credit_code=credit_code(code), registered_at=at
    )
    return _register(actor, party)


def register_authority(
    actor: Actor, *, name: str, jurisdiction: str, at: datetime, code: str | None = None
) -> int:
    """Registers an authority with the division it has jurisdiction over; gives its number."""
    if not DIVISION.fullmatch(jurisdiction):
        raise InvalidInput(
            "jurisdiction", f"{jurisdiction!r} is no division", "write six digits (GB/T 2260)"
        )
    party = Party(
        kind=PartyKind.AUTHORITY,
        name=name,
        jurisdiction=jurisdiction,
        credit_code=None if code is None else credit_code(code),
        registered_at=at,
    )
    return _register(actor, party)


def appoint(
    actor: Actor, person: int, *, body: int, role: str, starts_on: date, at: datetime
) -> None:
    """Gives a person a place in a body from a day on."""
    require(actor, Permission.KEEP_PARTIES)
    with transaction.atomic(durable=True):
        who, where = _locked(person), _locked(body)
        if who.kind != PartyKind.PERSON or where.kind == PartyKind.PERSON:
            raise InvalidInput("body", "a person is appointed to a body", "exchange the two")
        if where.members.filter(person=who, role=role, ends_before=None).exists():
            raise AlreadyRegistered("role", "is held already", "end it first")
        Membership.objects.create(person=who, body=where, role=role, starts_on=starts_on)
        body_of_act: Json = {"person": person, "role": role, "from": starts_on.isoformat()}
        _record(actor, body, "person_appointed", at, body_of_act)


def release(
    actor: Actor, person: int, *, body: int, role: str, ends_before: date, at: datetime
) -> None:
    """Ends a person's place in a body; from ``ends_before`` on it is held no more."""
    require(actor, Permission.KEEP_PARTIES)
    with transaction.atomic(durable=True):
        _locked(body)
        held = Membership.objects.filter(
            person=person, body=body, role=role, ends_before=None, starts_on__lt=ends_before
        )
        if not held.update(ends_before=ends_before):
            raise NotMember("role", "is not held before that day", "see the list of members")
        body_of_act: Json = {"person": person, "role": role, "before": ends_before.isoformat()}
        _record(actor, body, "person_released", at, body_of_act)


def _register(actor: Actor, party: Party) -> int:
    require(actor, Permission.KEEP_PARTIES)
    party.name = party.name.strip()
    if not party.name:
        raise InvalidInput("name", "is empty", "write the full name")
    with transaction.atomic(durable=True):
        _refuse_second(party)
        party.save(force_insert=True)
        told: Json = {
            "kind": str(party.kind),
            "name": party.name,
            "credit_code": party.credit_code,
            "jurisdiction": party.jurisdiction,
        }
        _record(actor, party.pk, "party_registered", party.registered_at, told)
    return party.pk


def _refuse_second(party: Party) -> None:
    coded = Party.objects.filter(credit_code=party.credit_code)
    if party.credit_code is not None and coded.exists():
        raise AlreadyRegistered("credit code", "is registered already", "use that party")
    named = Party.objects.filter(
        kind=PartyKind.AUTHORITY, name=party.name, jurisdiction=party.jurisdiction
    )
    if party.kind == PartyKind.AUTHORITY and named.exists():
        raise AlreadyRegistered("name", "is registered already", "use that authority")


def _locked(party: int) -> Party:
    found = Party.objects.select_for_update().filter(pk=party).first()
    if found is None:
        raise InvalidInput("party", f"{party} is not registered", "register it first")
    return found


def _record(actor: Actor, party: int, kind: str, at: datetime, body: Json) -> None:
    append(Act(stream=f"party/{party}", kind=kind, actor=actor, at=at, body=body))
