# SPDX-License-Identifier: Apache-2.0
"""The roles of staff, and the one table of what each may do."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from yiju.kernel.actor import Actor, ActorKind


class Role(StrEnum):
    """What a member of staff has been appointed to."""

    READER = "reader"
    EDITOR = "editor"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """One thing that may be allowed; absent from a role's row means not allowed."""

    READ_DRAFTS = "read_drafts"
    SEE_CONTACTS = "see_contacts"
    IMPORT = "import"
    REVIEW = "review"
    PUBLISH = "publish"
    RETIRE = "retire"
    SET_WORKDAYS = "set_workdays"
    MANAGE_USERS = "manage_users"
    KEEP_PARTIES = "keep_parties"
    READ_JOURNAL = "read_journal"
    SEE_JOBS = "see_jobs"


_READS = frozenset({Permission.READ_DRAFTS, Permission.SEE_CONTACTS, Permission.SEE_JOBS})
_EDITS = _READS | {Permission.IMPORT, Permission.REVIEW}

# The administrator manages people and reads the record but writes no policy; whoever edits or
# publishes gives no roles. An account may hold several roles; an office that must keep them apart
# (等保 三级) gives each account one.
PERMITTED = MappingProxyType(
    {
        Role.READER: _READS,
        Role.EDITOR: _EDITS,
        Role.PUBLISHER: _EDITS | {Permission.PUBLISH, Permission.RETIRE, Permission.SET_WORKDAYS},
        Role.ADMINISTRATOR: frozenset(
            {
                Permission.MANAGE_USERS,
                Permission.KEEP_PARTIES,
                Permission.READ_JOURNAL,
                Permission.SEE_JOBS,
            }
        ),
    }
)


class NotAllowed(Exception):
    """The actor may not do or know this. Shown as 404: what is hidden does not exist."""

    def __init__(self, actor: Actor, permission: Permission) -> None:
        super().__init__(f"{actor.party or actor.kind} lacks {permission}")
        self.permission = permission


def may(actor: Actor, permission: Permission) -> bool:
    """Whether an actor may do this: a member of staff by role, the public never.

    The machine's own commands and jobs may do all: whoever starts them owns the office's data.
    """
    if actor.kind is ActorKind.SYSTEM:
        return True
    return any(permission in PERMITTED[Role(role)] for role in actor.roles if role in set(Role))


def require(actor: Actor, permission: Permission) -> None:
    """Ends the act where the actor may not do this."""
    if not may(actor, permission):
        raise NotAllowed(actor, permission)
