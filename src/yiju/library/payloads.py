# SPDX-License-Identifier: Apache-2.0
"""What a fact says (the contract's keys of its type), checked before it is stored."""

from __future__ import annotations

from yiju.kernel.refusal import InvalidInput
from yiju.library.reading.render.contract import FACTS, fact_value
from yiju.library.reading.render.restored import fact_from_value
from yiju.library.readings import PLACE_KEYS, Json

FACT_TYPES = tuple(kind.type for kind in FACTS)


def checked_payload(kind: str, payload: Json) -> Json:
    """The payload in the contract's order and form. Raises InvalidInput for anything else."""
    place: Json = {"type": kind, "clause": "", "quote": "", "start": 0, "end": 0}
    value = fact_value(fact_from_value({**payload, **place}))
    known = {key: each for key, each in value.items() if key not in PLACE_KEYS}
    if foreign := sorted(set(payload) - set(known)):
        raise InvalidInput(
            f"fact.{foreign[0]}",
            f"is no property of the type {kind}",
            f"known are {', '.join(known)}",
        )
    return known
