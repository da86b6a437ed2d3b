# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from yiju.kernel.actor import PUBLIC, Actor, party_actor, system_actor
from yiju.office.access import actions, queries
from yiju.office.access.actions import AccountRefused, Reason
from yiju.office.access.models import User
from yiju.office.access.roles import NotAllowed, Role
from yiju.office.journal.models import Entry
from yiju.portal.settings import PROFILES

pytestmark = pytest.mark.django_db(transaction=True)

NOON = datetime(2025, 4, 25, 4, tzinfo=UTC)
GOOD = "Ganlu-2025-sheng"
OTHER = "Qingming_2025_yu"
INSTALLER = system_actor("createadmin")


def opened(username: str, *roles: Role, temporary: bool = False) -> Actor:
    actions.create_user(
        INSTALLER,
        username=username,
        name="李",
        password=GOOD,
        roles=roles,
        at=NOON,
        temporary=temporary,
    )
    return queries.actor_of(User.objects.get(username=username))


def reason_of(refused: pytest.ExceptionInfo[AccountRefused]) -> Reason:
    return refused.value.reason


def test_account_holds_the_roles_it_was_given() -> None:
    assert opened("li", Role.EDITOR, Role.PUBLISHER).roles == {"editor", "publisher"}


def test_what_is_done_with_an_account_stands_in_the_journal() -> None:
    boss = opened("boss", Role.ADMINISTRATOR)
    opened("li")
    actions.give_role(boss, "li", Role.EDITOR, at=NOON)
    actions.take_role(boss, "li", Role.EDITOR, at=NOON)
    actions.close_account(boss, "li", at=NOON)
    kinds = Entry.objects.filter(stream="account/li").values_list("kind", flat=True)
    assert list(kinds) == ["account_opened", "role_given", "role_taken", "account_closed"]


def test_password_never_reaches_the_journal() -> None:
    opened("li")
    assert not Entry.objects.filter(body__contains=GOOD).exists()


def test_role_of_a_past_day_is_known() -> None:
    boss = opened("boss", Role.ADMINISTRATOR)
    opened("li", Role.EDITOR)
    actions.take_role(boss, "li", Role.EDITOR, at=NOON + timedelta(days=2))
    assert queries.roles_on(boss, "li", at=NOON + timedelta(days=1)) == {Role.EDITOR}
    assert queries.roles_on(boss, "li", at=NOON + timedelta(days=2)) == frozenset()


@pytest.mark.parametrize("who", [PUBLIC, party_actor("user:x", Role.PUBLISHER)])
def test_only_an_administrator_opens_accounts(who: Actor) -> None:
    with pytest.raises(NotAllowed):
        actions.create_user(who, username="li", name="李", password=GOOD, roles=[], at=NOON)


@pytest.mark.parametrize("username", ["", "l", "li li", "li/1", "x" * 151])
def test_malformed_user_name_is_refused(username: str) -> None:
    with pytest.raises(AccountRefused) as refused:
        opened(username)
    assert reason_of(refused) is Reason.USERNAME_MALFORMED


def test_user_name_is_taken_whatever_its_case() -> None:
    opened("li")
    with pytest.raises(AccountRefused) as refused:
        actions.create_user(INSTALLER, username="LI", name="李", password=GOOD, roles=[], at=NOON)
    assert reason_of(refused) is Reason.USERNAME_TAKEN
    assert not Entry.objects.filter(stream="account/LI").exists()


def test_nobody_gives_a_role_to_themselves() -> None:
    boss = opened("boss", Role.ADMINISTRATOR)
    with pytest.raises(AccountRefused) as refused:
        actions.give_role(boss, "boss", Role.PUBLISHER, at=NOON)
    assert reason_of(refused) is Reason.OWN_ACCOUNT


def test_last_administrator_stays() -> None:
    opened("boss", Role.ADMINISTRATOR)
    for act in (
        actions.close_account,
        lambda *a, **k: actions.take_role(*a, Role.ADMINISTRATOR, **k),
    ):
        with pytest.raises(AccountRefused) as refused:
            act(INSTALLER, "boss", at=NOON)
        assert reason_of(refused) is Reason.LAST_ADMINISTRATOR


def test_closed_account_is_nobody() -> None:
    boss = opened("boss", Role.ADMINISTRATOR)
    opened("li", Role.EDITOR)
    actions.close_account(boss, "li", at=NOON)
    assert queries.actor_of(User.objects.get(username="li")) == PUBLIC
    actions.reopen_account(boss, "li", at=NOON)
    assert queries.actor_of(User.objects.get(username="li")).roles == {"editor"}


def test_administrator_sees_the_accounts_in_order() -> None:
    boss = opened("boss", Role.ADMINISTRATOR)
    opened("anna", Role.READER)
    assert [(a.username, a.roles) for a in queries.accounts(boss)] == [
        ("anna", (Role.READER,)),
        ("boss", (Role.ADMINISTRATOR,)),
    ]
    with pytest.raises(NotAllowed):
        queries.accounts(PUBLIC)


@pytest.mark.parametrize(
    ("password", "profile", "good"),
    [
        ("Short-1", "dengbao", False),
        ("alllowercaseletters", "dengbao", False),
        ("lower-and-other", "dengbao", False),
        ("Lower-and-other", "dengbao", True),
        ("lower case of some length", "asvs", True),
        ("password1234", "asvs", False),
        ("short", "asvs", False),
        ("春眠不觉晓,处处闻啼鸟,Abc", "dengbao", True),
    ],
)
def test_password_is_measured_by_the_profile(
    password: str, profile: str, good: bool, settings: object
) -> None:
    settings.AUTH_PASSWORD_VALIDATORS = PROFILES[profile].validators()
    weak = False
    try:
        actions.create_user(
            INSTALLER, username="li", name="李", password=password, roles=[], at=NOON
        )
    except AccountRefused as refused:
        weak = refused.reason is Reason.PASSWORD_WEAK
    assert weak != good


def test_password_of_the_last_five_is_refused_and_an_older_one_is_not() -> None:
    boss = opened("boss", Role.ADMINISTRATOR)
    opened("li")
    for number in range(4):
        actions.replace_password(boss, "li", f"{OTHER}{number}", at=NOON)
    with pytest.raises(AccountRefused):
        actions.replace_password(boss, "li", GOOD, at=NOON)
    actions.replace_password(boss, "li", f"{OTHER}4", at=NOON)
    actions.replace_password(boss, "li", GOOD, at=NOON)


@pytest.mark.parametrize(
    ("profile", "days", "due"),
    [("dengbao", 89, False), ("dengbao", 90, True), ("asvs", 4000, False)],
)
def test_password_runs_out_by_the_profile(
    profile: str, days: int, due: bool, settings: object
) -> None:
    settings.PASSWORD_PROFILE = PROFILES[profile]
    opened("li")
    li = User.objects.get(username="li")
    assert queries.must_change_password(li, at=NOON + timedelta(days=days)) is due


def test_password_chosen_by_somebody_else_is_changed_first() -> None:
    opened("li", temporary=True)
    li = User.objects.get(username="li")
    assert queries.must_change_password(li, at=NOON)
    actions.change_own_password(li, OTHER, at=NOON)
    assert not queries.must_change_password(li, at=NOON)
