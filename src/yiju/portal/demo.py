# SPDX-License-Identifier: Apache-2.0
"""``yiju serve --demo``: an account for each role, to try the staff's side with."""

from __future__ import annotations

import secrets
from datetime import datetime

from yiju.kernel.actor import system_actor
from yiju.office.access.actions import AccountRefused, Reason, create_user
from yiju.office.access.roles import Role


def open_demo_accounts(*, at: datetime) -> list[tuple[str, str]]:
    """Opens ``demo-reader`` and so on, each with a password made now; gives name and password.

    Those that were opened by an earlier start are left as they are, and are not among the answers.
    """
    opened = []
    for role in Role:
        username, password = f"demo-{role}", f"Demo-{secrets.token_urlsafe(12)}-9"
        try:
            create_user(
                system_actor("demo"),
                username=username,
                name=username,
                password=password,
                roles=[role],
                at=at,
                temporary=False,
            )
        except AccountRefused as refused:
            if refused.reason is not Reason.USERNAME_TAKEN:
                raise
        else:
            opened.append((username, password))
    return opened
