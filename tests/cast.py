# SPDX-License-Identifier: Apache-2.0
"""The standing cast: one member of staff for each role, and a library with our sample bulletin."""

from __future__ import annotations

from importlib.resources import files

from django.test import Client

from yiju.kernel.actor import system_actor
from yiju.library.actions.importing import ImportResult, import_source
from yiju.office import clock
from yiju.office.access.actions import create_user
from yiju.office.access.models import User
from yiju.office.access.roles import Role

PASSWORD = "Lantern-47-by-the-Qiantang"
STAFF = {
    Role.READER: ("qian", "钱查阅"),
    Role.EDITOR: ("li", "李编辑"),
    Role.PUBLISHER: ("wang", "王发布"),
    Role.ADMINISTRATOR: ("zhao", "赵管理"),
}
SAMPLE = "bulletin-sample.txt"


def appoint(role: Role) -> User:
    """Opens the account of the member of the cast who holds a role."""
    username, name = STAFF[role]
    return create_user(
        system_actor("tests"),
        username=username,
        name=name,
        password=PASSWORD,
        roles=(role,),
        at=clock.now(),
        temporary=False,
    )


def browser_of(role: Role | None) -> Client:
    """A browser in which the holder of a role is signed in; ``None`` is the public."""
    browser = Client()
    if role is not None:
        backend = "allauth.account.auth_backends.AuthenticationBackend"
        browser.force_login(appoint(role), backend=backend)
    return browser


def sample_text() -> bytes:
    """Our own sample bulletin, as its file has it."""
    return files("yiju.samples").joinpath(SAMPLE).read_bytes()


def import_sample(*, publish: bool = True) -> ImportResult:
    """Brings the sample bulletin into the library."""
    return import_source(
        system_actor("tests"),
        name=SAMPLE,
        content=sample_text(),
        at=clock.now(),
        publish=publish,
    )
