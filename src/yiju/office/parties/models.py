# SPDX-License-Identifier: Apache-2.0
"""Tables of parties and of who belongs to which, on which days."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.db.models import F, Q


class PartyKind(StrEnum):
    """The three kinds of party."""

    PERSON = "person"
    ORGANISATION = "organisation"
    AUTHORITY = "authority"


class Party(models.Model):
    """Somebody with rights or duties before the office.

    An organisation is known by its credit code, an authority by the division that it has
    jurisdiction over (GB/T 2260; ``000000`` is the nation); a person by neither.
    """

    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    credit_code = models.CharField(max_length=18, null=True, unique=True)
    jurisdiction = models.CharField(max_length=6, null=True)
    registered_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="party_has_what_its_kind_needs",
                condition=Q(kind=PartyKind.PERSON, credit_code=None, jurisdiction=None)
                | Q(kind=PartyKind.ORGANISATION, credit_code__isnull=False, jurisdiction=None)
                | Q(kind=PartyKind.AUTHORITY, jurisdiction__isnull=False),
            ),
            models.UniqueConstraint(
                name="authority_is_registered_once",
                fields=["name", "jurisdiction"],
                condition=Q(kind=PartyKind.AUTHORITY),
            ),
        )

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's place in an organisation or authority, from one day to before another."""

    person = models.ForeignKey(Party, models.PROTECT, related_name="places")
    body = models.ForeignKey(Party, models.PROTECT, related_name="members")
    role = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="membership_lasts_a_day_or_more",
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")),
            ),
            models.CheckConstraint(
                name="nobody_is_a_member_of_themselves", condition=~Q(person=F("body"))
            ),
            models.UniqueConstraint(
                name="open_membership_is_one",
                fields=["person", "body", "role"],
                condition=Q(ends_before=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} in {self.body_id}: {self.role}"
