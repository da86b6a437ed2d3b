# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction

from yiju.kernel.actor import system_actor
from yiju.office.journal.actions import Act, append
from yiju.office.journal.models import Entry

NOON = datetime(2025, 4, 25, 4, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.databases("sqlite")
def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_the_guard_of_the_journal_can_be_taken_back_and_put_up_again() -> None:
    call_command("migrate", "journal", "0001", verbosity=0)
    call_command("migrate", "journal", verbosity=0)
    told = Act(stream="case/1", kind="filed", actor=system_actor("test"), at=NOON, body=None)
    with transaction.atomic():
        append(told)
    with pytest.raises(DatabaseError, match="only added to"):
        Entry.objects.update(kind="forged")
