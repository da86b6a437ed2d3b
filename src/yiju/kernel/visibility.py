# SPDX-License-Identifier: Apache-2.0
"""Who sees what: a table of role × relation × field group. What is absent is hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from yiju.kernel.actor import Actor
from yiju.kernel.decision import Ground

EVERYONE = "everyone"
"""The role that every actor has, the public too."""
ANY_RELATION = "any"
"""The relation that every actor has to every record."""

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class VisibilityRow:
    """One permission: who holds ``role`` and stands in ``relation`` to a record sees ``group``.

    ``relation`` is how the asker stands to the record (own, same_jurisdiction, …), ``group`` a
    named set of its fields (grade, score_detail, contacts, …).
    """

    role: str
    relation: str
    group: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class VisibilityTable:
    """All that anybody may see of one kind of record."""

    rows: tuple[VisibilityRow, ...]
    _grounds: dict[Key, Ground] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        grounds: dict[Key, Ground] = {}
        for row in self.rows:
            key = (row.role, row.relation, row.group)
            if key in grounds:
                raise ValueError(f"visibility is given twice: {' × '.join(key)}")
            grounds[key] = row.ground
        object.__setattr__(self, "_grounds", grounds)

    def ground(self, actor: Actor, relations: Iterable[str], group: str) -> Ground | None:
        """The ground on which the actor sees the group of fields; ``None`` means hidden."""
        standing = (ANY_RELATION, *sorted(relations))
        keys = (
            (role, relation, group)
            for role in (EVERYONE, *sorted(actor.roles))
            for relation in standing
        )
        return next((self._grounds[key] for key in keys if key in self._grounds), None)

    def visible_groups(self, actor: Actor, relations: Iterable[str]) -> frozenset[str]:
        """Every group of fields that the actor sees of a record it stands in these relations to."""
        standing = frozenset(relations)
        groups = {row.group for row in self.rows}
        return frozenset(g for g in groups if self.ground(actor, standing, g) is not None)
