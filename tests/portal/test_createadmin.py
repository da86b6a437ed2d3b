# SPDX-License-Identifier: Apache-2.0
"""The first administrator: no default password, and nothing half-done."""

from __future__ import annotations

import pytest

from tests.harness.both_offices import NewOffice

GOOD = "Ganlu-2025-sheng\n"
ROLES = """
from yiju.office.access.models import User
for user in User.objects.all():
    print(user.username, sorted(user.grants.values_list("role", flat=True)))
"""


def test_first_administrator_is_opened_with_a_password_from_standard_input(
    new_office: NewOffice,
) -> None:
    office = new_office()
    done = office.yiju("createadmin", "--username", "Boss", stdin=GOOD)
    assert (done.returncode, done.stdout) == (0, "account boss is open\n")
    assert office.program(ROLES) == "boss ['administrator']\n"


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_roles_may_be_named(new_office: NewOffice) -> None:
    office = new_office()
    words = ["--role", "publisher", "--role", "administrator"]
    office.yiju("createadmin", "--username", "boss", *words, stdin=GOOD)
    assert office.program(ROLES) == "boss ['administrator', 'publisher']\n"


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("words", "stdin", "told"),
    [
        (["--username", "boss"], "", "password: "),
        (["--username", "boss"], "weak\n", "password: "),
        (["--username", "b/b"], GOOD, "username: 'b/b' is not a user name"),
        ([], GOOD, "--username: is missing"),
    ],
)
def test_wrong_call_is_told_and_opens_nothing(
    new_office: NewOffice, words: list[str], stdin: str, told: str
) -> None:
    office = new_office()
    done = office.yiju("createadmin", *words, stdin=stdin)
    assert done.returncode == 2 and done.stderr.startswith(f"yiju: {told}")
    assert office.program(ROLES) == ""


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_second_account_of_a_name_is_refused(new_office: NewOffice) -> None:
    office = new_office()
    for wanted in (0, 2):
        done = office.yiju("createadmin", "--username", "boss", stdin=GOOD)
        assert done.returncode == wanted
    assert "is taken" in done.stderr
