# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from django.core.management import call_command


@pytest.mark.django_db
@pytest.mark.databases("sqlite")
def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_the_guard_of_the_journal_can_be_taken_back_and_put_up_again() -> None:
    call_command("migrate", "journal", "0001", verbosity=0)
    call_command("migrate", "journal", verbosity=0)
