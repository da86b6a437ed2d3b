# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from yiju.kernel.actor import PUBLIC, party_actor, system_actor
from yiju.office.access.roles import PERMITTED, NotAllowed, Permission, Role, may, require

EXPECTED = {
    Role.READER: {"read_drafts", "see_contacts", "see_jobs"},
    Role.EDITOR: {"read_drafts", "see_contacts", "see_jobs", "import", "review"},
    Role.PUBLISHER: {
        "read_drafts", "see_contacts", "see_jobs", "import", "review",
        "publish", "retire", "set_workdays",
    },
    Role.ADMINISTRATOR: {"manage_users", "keep_parties", "read_journal", "see_jobs"},
}  # fmt: skip


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", Permission)
def test_role_may_what_its_row_says_and_nothing_else(role: Role, permission: Permission) -> None:
    assert may(party_actor("user:li", role), permission) == (permission in EXPECTED[role])


def test_every_role_has_a_row() -> None:
    assert set(PERMITTED) == set(Role)


@pytest.mark.parametrize("permission", Permission)
def test_public_may_nothing_of_staff(permission: Permission) -> None:
    with pytest.raises(NotAllowed):
        require(PUBLIC, permission)


def test_unknown_role_gives_nothing() -> None:
    assert not any(may(party_actor("user:li", "emperor"), each) for each in Permission)


def test_whoever_gives_roles_writes_no_policy() -> None:
    writes = {Permission.IMPORT, Permission.REVIEW, Permission.PUBLISH, Permission.RETIRE}
    assert not PERMITTED[Role.ADMINISTRATOR] & writes
    assert all(
        Permission.MANAGE_USERS not in PERMITTED[role] for role in set(Role) - {Role.ADMINISTRATOR}
    )


def test_machine_may_what_its_owner_started() -> None:
    require(system_actor("import"), Permission.IMPORT)
