# SPDX-License-Identifier: Apache-2.0
"""Corrections of a document: its properties, its state, which version is shown."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from yiju.kernel.actor import Actor
from yiju.kernel.document_id import normal_number
from yiju.kernel.refusal import InvalidInput
from yiju.library.actions.metadata import CORRECTABLE, apply_metadata, corrected_properties
from yiju.library.actions.recording import NotInLibrary, document_act, found_document, name_of
from yiju.library.actions.storing import make_current
from yiju.library.models import Correction, CorrectionKind, Document, Level, State
from yiju.library.readings import Json
from yiju.library.search.index import index_document
from yiju.office.access.roles import Permission, require
from yiju.office.journal.actions import append

_CHOICES = {"level": Level.values, "state": State.values}
_DAYS = ("dated_on", "effective_on")
_LONGEST = {"title": 1000, "number": 200, "kind": 50}


def correct_metadata(actor: Actor, ref: str, properties: Json, *, at: datetime) -> None:
    """Sets properties of a document to what staff say; later readings do not undo it.

    Keys are those of :data:`CORRECTABLE`; days are ``YYYY-MM-DD``, ``issuers`` a list; ``None``
    says that the document states nothing. The reference of the document never changes.
    """
    require(actor, Permission.REVIEW)
    checked = {name: _checked(name, value) for name, value in properties.items()}
    if "state" in checked:
        require(actor, Permission.RETIRE)
    with transaction.atomic(durable=True):
        document = found_document(ref)
        before = corrected_properties(document)
        changed = {
            name: value
            for name, value in checked.items()
            if name not in before or before[name] != value
        }
        Correction.objects.bulk_create(
            Correction(
                document=document,
                kind=CorrectionKind.METADATA,
                anchor=name,
                value={"value": value},
                made_by=name_of(actor),
                made_at=at,
            )
            for name, value in changed.items()
        )
        _show(document)
        act = document_act(ref, "metadata_corrected", actor=actor, at=at, body=changed)
        append(act)


def set_state(actor: Actor, ref: str, state: str, *, at: datetime) -> None:
    """Says whether a document is in force, repealed or expired; it stays readable in any state."""
    correct_metadata(actor, ref, {"state": state}, at=at)


def choose_version(actor: Actor, ref: str, number: int, *, at: datetime) -> None:
    """Shows a document in this version, and keeps showing it when others come.

    Of a public document it must be a version that the public may read: newer words are published
    first, by whom that takes.
    """
    require(actor, Permission.REVIEW)
    with transaction.atomic(durable=True):
        document = found_document(ref)
        version = document.versions.filter(number=number).first()
        if version is None:
            raise NotInLibrary(f"{ref} version {number}")
        if document.published_at is not None and version.published_at is None:
            raise InvalidInput(
                f"{ref} version {number}", "is not published yet", "publish the document first"
            )
        Correction.objects.create(
            document=document,
            kind=CorrectionKind.VERSION,
            anchor="current",
            value={"version": number},
            made_by=name_of(actor),
            made_at=at,
        )
        make_current(version)
        body = {"version": number}
        append(document_act(ref, "version_chosen", actor=actor, at=at, body=body))


def _show(document: Document) -> None:
    """Brings columns and search index up to what is valid now."""
    version = document.versions.filter(is_current=True).get()
    apply_metadata(document, version.stated)
    index_document(document, version.clauses.order_by("position"))


# object: a form, a CSV or JSON may give anything.
def _checked(name: str, value: object) -> str | list[str] | None:
    """A property in the form in which it is kept; anything else is InvalidInput."""
    if name not in CORRECTABLE:
        raise InvalidInput(name, "is no property", f"known are {', '.join(CORRECTABLE)}")
    if name == "issuers":
        return _names(value)
    if name in _CHOICES and value not in _CHOICES[name]:
        raise InvalidInput(name, f"is {value!r}", f"write one of {', '.join(_CHOICES[name])}")
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise InvalidInput(name, f"is {value!r}, no text", "write text")
    if name in _DAYS:
        return _day(name, value)
    if len(value) > _LONGEST.get(name, len(value)):
        raise InvalidInput(name, f"has {len(value)} characters", f"at most {_LONGEST[name]}")
    return normal_number(value) if name == "number" else value.strip()


def _names(value: object) -> list[str]:
    if not isinstance(value, list | tuple) or not all(isinstance(name, str) for name in value):
        raise InvalidInput("issuers", f"is {value!r}", "give a list of names")
    names = [name.strip() for name in value if name.strip()]
    if any(len(name) > 200 for name in names):
        raise InvalidInput("issuers", "a name has more than 200 characters", "shorten it")
    return names


def _day(name: str, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise InvalidInput(name, f"{value!r} is no day", "write YYYY-MM-DD") from None
