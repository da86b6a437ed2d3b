# SPDX-License-Identifier: Apache-2.0
"""Who sees what: exhaustive over a sample table."""

from __future__ import annotations

from itertools import product

import pytest

from yiju.kernel.actor import PUBLIC, Actor, party_actor
from yiju.kernel.clause_ref import parse_ref
from yiju.kernel.decision import cited
from yiju.kernel.visibility import ANY_RELATION, EVERYONE, VisibilityRow, VisibilityTable

GROUND = cited(parse_ref("样法〔2020〕1号#art_9"), "等级向社会公布")
OTHER = cited(parse_ref("样法〔2020〕1号#art_10"), "本人可查明细")
ROWS = (
    VisibilityRow(EVERYONE, ANY_RELATION, "grade", GROUND),
    VisibilityRow("agency", "own", "score", OTHER),
    VisibilityRow("official", "same_jurisdiction", "score", GROUND),
    VisibilityRow("official", ANY_RELATION, "status", GROUND),
)
TABLE = VisibilityTable(ROWS)
ACTORS = {
    "public": PUBLIC,
    "agency": party_actor("a-1", "agency"),
    "official": party_actor("o-1", "official"),
}
SEEN = {
    ("agency", "own", "score"),
    ("official", "same_jurisdiction", "score"),
    ("official", "own", "status"),
    ("official", "same_jurisdiction", "status"),
}


@pytest.mark.parametrize(
    ("who", "relation", "group"),
    list(product(ACTORS, ["own", "same_jurisdiction"], ["grade", "score", "status", "evidence"])),
)
def test_what_the_table_does_not_show_is_hidden(who: str, relation: str, group: str) -> None:
    seen = TABLE.ground(ACTORS[who], [relation], group) is not None
    assert seen == (group == "grade" or (who, relation, group) in SEEN)


def test_a_permission_shows_its_ground() -> None:
    assert TABLE.ground(ACTORS["agency"], ["own"], "score") == OTHER


@pytest.mark.parametrize(
    ("actor", "relations", "groups"),
    [
        (PUBLIC, ["own"], {"grade"}),
        (ACTORS["agency"], ["own"], {"grade", "score"}),
        (ACTORS["official"], [], {"grade", "status"}),
        (party_actor("x", "agency", "official"), iter(["own"]), {"grade", "score", "status"}),
    ],
)
def test_an_actor_sees_every_group_that_one_of_its_roles_shows(
    actor: Actor, relations: list[str], groups: set[str]
) -> None:
    assert TABLE.visible_groups(actor, relations) == groups


def test_an_empty_table_hides_everything() -> None:
    assert VisibilityTable(()).visible_groups(ACTORS["official"], ["own"]) == frozenset()


def test_a_permission_is_given_once() -> None:
    with pytest.raises(ValueError, match="given twice: agency × own × score"):
        VisibilityTable((*ROWS, VisibilityRow("agency", "own", "score", GROUND)))
