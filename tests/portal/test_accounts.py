# SPDX-License-Identifier: Apache-2.0
"""Staff sign in, are locked out, change passwords and use a second factor, through the pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from yiju.kernel.actor import system_actor
from yiju.office import clock
from yiju.office.access.actions import create_user
from yiju.office.access.models import User
from yiju.office.access.roles import Role
from yiju.office.journal.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)

GOOD = "Ganlu-2025-sheng"
OTHER = "Qingming_2025_yu"
NOON = datetime(2025, 4, 25, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_noon() -> Iterator[None]:
    with clock.stopped(NOON):
        yield


@pytest.fixture
def li() -> User:
    return opened("li")


def opened(username: str, *, temporary: bool = False) -> User:
    return create_user(
        system_actor("createadmin"),
        username=username,
        name="李",
        password=GOOD,
        roles=[Role.EDITOR],
        at=NOON,
        temporary=temporary,
    )


def sign_in(client: Client, username: str = "li", password: str = GOOD, **headers: str) -> int:
    words = {"login": username, "password": password}
    response = client.post(reverse("account_login"), words, headers=headers)
    return response.status_code


def recorded() -> list[str]:
    entries = Entry.objects.filter(stream="sign_ins").order_by("sequence")
    return list(entries.values_list("kind", flat=True))


def test_staff_sign_in_with_name_and_password(client: Client, li: User) -> None:
    assert sign_in(client, "LI") == 302
    assert client.session["_auth_user_id"] == str(li.pk)
    assert recorded() == ["signed_in"]


def test_session_ends_with_the_browser_and_is_hidden_from_scripts(client: Client, li: User) -> None:
    sign_in(client)
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"] and not cookie["max-age"]


def test_session_left_alone_runs_out_and_one_in_use_does_not(client: Client, li: User) -> None:
    sign_in(client)
    soon = datetime.now(UTC) + timedelta(minutes=1)  # noqa: TID251  sessions read the machine's
    Session.objects.update(expire_date=soon)
    assert client.get(reverse("mfa_index")).status_code == 200
    assert Session.objects.get().expire_date > soon + timedelta(minutes=20)
    Session.objects.update(expire_date=soon - timedelta(minutes=2))
    assert client.get(reverse("mfa_index")).status_code == 302


def test_signing_out_is_recorded(client: Client, li: User) -> None:
    sign_in(client)
    client.post(reverse("account_logout"))
    assert recorded() == ["signed_in", "signed_out"]


def test_account_is_locked_after_five_failures_even_for_the_right_password(
    client: Client, li: User
) -> None:
    assert [sign_in(client, password="wrong") for _ in range(5)][:4] == [200] * 4
    assert sign_in(client) == 429
    assert recorded() == ["sign_in_failed"] * 5


def test_lock_of_one_address_does_not_lock_out_the_owner_elsewhere(
    client: Client, li: User, settings: object
) -> None:
    settings.TRUSTED_PROXIES = 1
    for _ in range(5):
        sign_in(client, password="wrong", X_Forwarded_For="10.0.0.9, 198.51.100.7")
    assert sign_in(client, X_Forwarded_For="198.51.100.7") == 429
    assert sign_in(client, X_Forwarded_For="203.0.113.1") == 302


def test_address_written_by_the_asker_is_not_believed(client: Client, li: User) -> None:
    for number in range(5):
        sign_in(client, password="wrong", X_Forwarded_For=f"198.51.100.{number}")
    assert sign_in(client) == 429


def test_password_in_the_name_field_does_not_reach_the_journal(client: Client) -> None:
    sign_in(client, username=GOOD.lower())
    assert recorded() == ["sign_in_failed"]
    assert not Entry.objects.filter(body__contains=GOOD.lower()).exists()


@pytest.mark.parametrize("page", ["signup/", "password/reset/", "email/", "../admin/"])
def test_pages_that_this_office_does_not_open_are_not_there(client: Client, page: str) -> None:
    assert client.get(f"/account/{page}").status_code == 404


def test_temporary_password_is_changed_before_all_else(client: Client) -> None:
    opened("wang", temporary=True)
    sign_in(client, "wang")
    change = reverse("account_change_password")
    assert client.get(reverse("mfa_index")).headers["Location"] == change
    words = {"oldpassword": GOOD, "password1": OTHER, "password2": OTHER}
    assert client.post(change, words).status_code == 302
    assert client.get(reverse("mfa_index")).status_code == 200


def test_password_that_ran_out_is_changed_before_all_else(client: Client, li: User) -> None:
    User.objects.update(password_set_at=NOON - timedelta(days=90))
    sign_in(client)
    assert client.get(reverse("mfa_index")).status_code == 302


@pytest.mark.parametrize("word", [GOOD, "weak"])
def test_password_used_before_or_weak_is_not_taken(client: Client, li: User, word: str) -> None:
    sign_in(client)
    words = {"oldpassword": GOOD, "password1": word, "password2": word}
    assert client.post(reverse("account_change_password"), words).status_code == 200
    assert User.objects.get(username="li").check_password(GOOD)


def test_second_factor_is_asked_for_and_its_secret_lies_encrypted(client: Client, li: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(li, secret)
    assert secret not in str(Authenticator.objects.get(user=li).data)
    assert sign_in(client) == 302
    assert "_auth_user_id" not in client.session
    code = code_now(secret)
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert client.session["_auth_user_id"] == str(li.pk)


def code_now(secret: str) -> str:
    import time  # noqa: PLC0415  allauth reads the machine's clock for one-time passwords

    return f"{hotp_value(secret, int(time.time()) // 30):06d}"
