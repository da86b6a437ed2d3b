# SPDX-License-Identifier: Apache-2.0
"""``yiju journal verify`` as an auditor calls it."""

from __future__ import annotations

import json

from tests.harness.both_offices import NewOffice
from tests.harness.offices import Office

CHANGE = """
from tests.harness.journal import unguarded
from yiju.office.journal.models import Entry
with unguarded():
    Entry.objects.filter(stream="case/3", sequence=2).update(body="0")
"""


def test_unbroken_journal_names_its_last_seal_which_is_an_anchor_later(office: Office) -> None:
    told = json.loads(office.yiju("journal", "verify", "--json").stdout)
    assert next(iter(told.items())) == ("contract", 1)
    assert told["broken"] is None and told["seals"] == 1
    seal = told["last_seal"]
    anchor = f"{seal['sequence']}:{seal['hash']}"
    assert office.yiju("journal", "verify", "--anchor", anchor).returncode == 0
    done = office.yiju("journal", "verify", "--anchor", anchor[:-1] + "x")
    assert done.returncode == 1 and "broken at seals 1" in done.stdout


def test_changed_journal_is_told_with_its_place(office: Office) -> None:
    office.program(CHANGE)
    done = office.yiju("journal", "verify")
    assert (done.returncode, done.stdout) == (1, "broken at case/3 2: its words were changed\n")


def test_anchor_that_is_none_and_missing_office_are_told(
    office: Office, new_office: NewOffice
) -> None:
    done = office.yiju("journal", "verify", "--anchor", "abc")
    assert done.returncode == 2 and "SEQUENCE:HASH" in done.stderr
    missing = new_office().yiju("journal", "verify")
    assert missing.returncode == 2 and "yiju: " in missing.stderr
