# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from yiju.kernel.actor import PUBLIC, party_actor, system_actor
from yiju.kernel.refusal import InvalidInput
from yiju.office.access.roles import NotAllowed, Role
from yiju.office.journal.models import Entry
from yiju.office.parties import actions, queries
from yiju.office.parties.actions import AlreadyRegistered, NotMember
from yiju.office.parties.models import Party

pytestmark = pytest.mark.django_db(transaction=True)

NOON = datetime(2025, 4, 25, 4, tzinfo=UTC)
ADMIN = party_actor("user:boss", Role.ADMINISTRATOR)
CODE = "11320000MB151840XJ"


def organisation() -> int:
    return actions.register_organisation(ADMIN, name="示例公司", code=CODE, at=NOON)


def test_organisation_is_found_by_its_code_however_it_is_written() -> None:
    organisation()
    found = queries.party_by_credit_code(ADMIN, "11320000 mb151840xj")
    assert found is not None and (found.name, found.kind) == ("示例公司", "organisation")


def test_second_registration_of_a_code_is_refused() -> None:
    organisation()
    with pytest.raises(AlreadyRegistered):
        organisation()
    assert Party.objects.count() == 1


def test_authority_names_its_division() -> None:
    number = actions.register_authority(ADMIN, name="示例市局", jurisdiction="330100", at=NOON)
    found = queries.party(ADMIN, number)
    assert found is not None and found.jurisdiction == "330100"
    with pytest.raises(AlreadyRegistered):
        actions.register_authority(ADMIN, name="示例市局", jurisdiction="330100", at=NOON)


@pytest.mark.parametrize("division", ["", "3301", "33010X", "3301000"])
def test_division_that_is_none_is_refused(division: str) -> None:
    with pytest.raises(InvalidInput, match="six digits"):
        actions.register_authority(ADMIN, name="示例市局", jurisdiction=division, at=NOON)


def test_place_is_held_from_its_first_day_to_the_day_before_its_end() -> None:
    person, body = actions.register_person(ADMIN, name="李", at=NOON), organisation()
    place = {"body": body, "role": "agent"}
    actions.appoint(ADMIN, person, **place, starts_on=date(2025, 5, 1), at=NOON)
    actions.release(ADMIN, person, **place, ends_before=date(2025, 6, 1), at=NOON)
    held = {
        day: len(queries.places_of(ADMIN, person, on=date.fromisoformat(day)))
        for day in ("2025-04-30", "2025-05-01", "2025-05-31", "2025-06-01")
    }
    assert list(held.values()) == [0, 1, 1, 0]
    assert len(queries.members_of(ADMIN, body, on=date(2025, 5, 31))) == 1


def test_place_that_is_not_held_cannot_end() -> None:
    person, body = actions.register_person(ADMIN, name="李", at=NOON), organisation()
    with pytest.raises(NotMember):
        actions.release(
            ADMIN, person, body=body, role="agent", ends_before=date(2025, 6, 1), at=NOON
        )


def test_body_is_no_member_of_a_body() -> None:
    body = organisation()
    with pytest.raises(InvalidInput, match="exchange"):
        actions.appoint(ADMIN, body, body=body, role="agent", starts_on=date(2025, 5, 1), at=NOON)


def test_registration_and_appointment_stand_in_the_journal() -> None:
    person, body = actions.register_person(ADMIN, name="李", at=NOON), organisation()
    actions.appoint(ADMIN, person, body=body, role="agent", starts_on=date(2025, 5, 1), at=NOON)
    kinds = Entry.objects.filter(stream=f"party/{body}").values_list("kind", flat=True)
    assert list(kinds) == ["party_registered", "person_appointed"]


@pytest.mark.parametrize("who", [PUBLIC, party_actor("user:li", Role.EDITOR)])
def test_parties_are_kept_by_administrators(who: object) -> None:
    with pytest.raises(NotAllowed):
        actions.register_person(who, name="李", at=NOON)
    with pytest.raises(NotAllowed):
        queries.party(who, 1)
    assert queries.party(system_actor("tests"), 1) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "person", "credit_code": CODE},
        {"kind": "organisation"},
        {"kind": "authority"},
        {"kind": "spirit"},
    ],
)
def test_database_refuses_a_party_without_what_its_kind_needs(wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Party.objects.create(name="x", registered_at=NOON, **wrong)
