# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from yiju.office.journal.chain import (
    BEGINNING,
    Content,
    NotExact,
    algorithm_of,
    canonical,
    entry_hash,
    rows_digest,
)

NOON = datetime(2025, 4, 25, 4, tzinfo=UTC)


def content(**changes: object) -> Content:
    whole = {"stream": "case/1", "sequence": 1, "kind": "filed", "actor": "party:1"}
    rest = {"at": NOON, "body": "{}", "previous": BEGINNING}
    return Content(**{**whole, **rest, **changes})


def test_order_of_keys_does_not_matter() -> None:
    assert canonical({"b": 1, "a": [None, True, "条"]}) == '{"a":[null,true,"条"],"b":1}'


@pytest.mark.parametrize("value", [0.1, {"points": 1.0}, [b"x"], {1: "a"}, NOON])
def test_value_without_one_exact_text_is_refused(value: object) -> None:
    with pytest.raises(NotExact):
        canonical(value)


@pytest.mark.parametrize(
    "change",
    [
        {"stream": "case/2"},
        {"sequence": 2},
        {"kind": "withdrawn"},
        {"actor": "party:2"},
        {"at": NOON + timedelta(microseconds=1)},
        {"body": "{ }"},
        {"previous": "sha256:0"},
    ],
)
def test_every_part_of_an_entry_is_in_its_hash(change: dict[str, object]) -> None:
    assert entry_hash(content(**change), "sha256") != entry_hash(content(), "sha256")


def test_same_instant_in_another_zone_has_the_same_hash() -> None:
    beijing = NOON.astimezone(timezone(timedelta(hours=8)))
    assert entry_hash(content(at=beijing), "sm3") == entry_hash(content(), "sm3")


def test_sm3_gives_the_value_of_its_standard() -> None:
    """The first example of GB/T 32905-2016 is the hash of "abc"."""
    import hashlib  # noqa: PLC0415

    wanted = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert hashlib.new("sm3", b"abc").hexdigest() == wanted


def test_hash_names_its_algorithm() -> None:
    assert algorithm_of(entry_hash(content(), "sm3")) == "sm3"
    assert algorithm_of("md5:00") is None


def test_digest_of_rows_depends_on_their_order_and_borders() -> None:
    assert rows_digest(["ab", "c"], "sha256") != rows_digest(["c", "ab"], "sha256")
    assert rows_digest(["ab", "c"], "sha256") != rows_digest(["a", "bc"], "sha256")
