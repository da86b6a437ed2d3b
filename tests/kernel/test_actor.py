# SPDX-License-Identifier: Apache-2.0
"""Who asks: kinds of actor, roles, and what a jurisdiction covers."""

from __future__ import annotations

import pytest

from yiju.kernel.actor import (
    NATIONWIDE,
    PUBLIC,
    Actor,
    ActorKind,
    party_actor,
    system_actor,
)


def test_the_public_holds_nothing() -> None:
    assert not PUBLIC.has_role("reader")
    assert not PUBLIC.has_jurisdiction_over("330100")


@pytest.mark.parametrize(
    ("kind", "party", "roles", "jurisdiction"),
    [
        (ActorKind.PUBLIC, "somebody", frozenset[str](), None),
        (ActorKind.PARTY, None, frozenset[str](), None),
        (ActorKind.SYSTEM, None, frozenset[str](), None),
        (ActorKind.PUBLIC, None, frozenset({"reader"}), None),
        (ActorKind.PUBLIC, None, frozenset[str](), NATIONWIDE),
    ],
)
def test_an_actor_that_contradicts_itself_cannot_be_made(
    kind: ActorKind, party: str | None, roles: frozenset[str], jurisdiction: str | None
) -> None:
    with pytest.raises(ValueError, match="the public"):
        Actor(kind, party, roles, jurisdiction)


def test_one_of_the_named_roles_is_enough() -> None:
    official = party_actor("office-1", "editor", "reader")
    assert official.has_role("publisher", "editor")
    assert not official.has_role("publisher")
    assert not official.has_role()


def test_the_machine_names_the_job_that_ran() -> None:
    assert system_actor("seal").party == "system:seal"
    assert system_actor("seal").kind is ActorKind.SYSTEM


@pytest.mark.parametrize(
    ("jurisdiction", "division", "covered"),
    [
        (NATIONWIDE, "330106", True),
        ("330000", "330000", True),
        ("330000", "330106", True),
        ("330000", "320000", False),
        ("330100", "330106", True),
        ("330100", "330200", False),
        ("330100", "330000", False),
        ("330106", "330106", True),
        ("330106", "330100", False),
        ("350300", "350303", True),
        ("330110", "330111", False),
        ("100000", "110000", False),
        (None, "330106", False),
    ],
)
def test_a_jurisdiction_covers_what_lies_in_it(
    jurisdiction: str | None, division: str, covered: bool
) -> None:
    official = party_actor("office-1", jurisdiction=jurisdiction)
    assert official.has_jurisdiction_over(division) == covered
