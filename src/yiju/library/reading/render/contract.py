# SPDX-License-Identifier: Apache-2.0
"""A reading as the JSON value that ``yiju read --json`` promises, and back.

The value has the fields of the model in their order, with these differences: ``"contract": 1``
comes first; a clause shows its whole reference (``ref``) in place of its path, and not where it
stands in the cleaned text; a period's event is called ``from``; decimals are exact strings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import orjson

from yiju.library.reading import model

CONTRACT = 1

Json = dict[str, object]
"""One JSON object; its values are what orjson writes."""

NAMES = {"since": "from"}
"""Fields that the contract calls by a word which the language keeps for itself."""


def reading_as_json(reading: model.Reading) -> bytes:
    """The reading as one JSON value of the contract, in UTF-8 without line feed."""
    return b"".join(reading_parts(reading))


def readings_as_json(readings: Sequence[model.Reading]) -> bytes:
    """Several readings as one JSON array, in their order."""
    return b"".join(readings_parts(readings))


def reading_parts(reading: model.Reading) -> Iterator[bytes]:
    """The reading as JSON, piece by piece: only one document at a time is held as a value."""
    yield b'{"contract":%d' % CONTRACT
    for field, name in _names(model.Reading):
        yield b',"%s":' % name.encode()
        if field != "documents":
            yield orjson.dumps(_value(getattr(reading, field)))
            continue
        yield b"["
        for position, document in enumerate(reading.documents):
            yield b"," if position else b""
            yield orjson.dumps(document_value(document))
        yield b"]"
    yield b"}"


def readings_parts(readings: Sequence[model.Reading]) -> Iterator[bytes]:
    """Several readings as one JSON array, piece by piece."""
    yield b"["
    for position, reading in enumerate(readings):
        yield b"," if position else b""
        yield from reading_parts(reading)
    yield b"]"


def reading_value(reading: model.Reading) -> Json:
    """The reading as a JSON object with the contract's keys in the contract's order."""
    value: Json = {"contract": CONTRACT}
    value.update(_record(reading))
    return value


def document_value(document: model.Document) -> Json:
    """One document as the contract shows it among ``documents``."""
    value = _shallow(document)
    value["clauses"] = _clauses(document.clauses, f"{document.id}#")
    return value


def fact_value(fact: model.Fact) -> Json:
    """One fact as the contract shows it among a document's ``facts``."""
    return _fact(fact)


def _clauses(nodes: tuple[model.Node, ...], prefix: str) -> list[Json]:
    # Written out, since nine tenths of a long reading are clauses.
    return [
        {
            "ref": prefix + node.path,
            "kind": node.kind,
            "number": node.number,
            "label": node.label,
            "heading": node.heading,
            "text": node.text,
            "start": node.start,
            "end": node.end,
            "children": _clauses(node.children, prefix) if node.children else [],
        }
        for node in nodes
    ]


def _plain(value: object) -> object:
    return value


def _list(values: tuple[object, ...]) -> list[object]:
    return [_value(value) for value in values]


def _value(value: object) -> object:
    writer = WRITERS.get(type(value))
    return _record(value) if writer is None else writer(value)


# Any value of the model: dataclasses have no common type to name.
def _record(value: Any) -> Json:
    return {name: _value(getattr(value, field)) for field, name in _names(type(value))}  # type: ignore[arg-type]  # a class is hashable


def _fact(value: model.Fact) -> Json:
    return {"type": value.type, **_record(value)}


def _shallow(document: model.Document) -> Json:
    return {
        name: _value(getattr(document, field)) if field != "clauses" else None
        for field, name in _names(model.Document)
    }


@cache
def _names(kind: type) -> tuple[tuple[str, str], ...]:
    """The fields of a value of the model, each with its key in the contract."""
    return tuple((field.name, NAMES.get(field.name, field.name)) for field in fields(kind))


def _day(value: date) -> str:
    return value.isoformat()


def _exact(value: Decimal) -> str:
    return format(value, "f")


FACTS: tuple[type[model.Fact], ...] = (
    model.Deadline,
    model.Period,
    model.Target,
    model.Threshold,
    model.Duty,
    model.Reference,
    model.Quota,
    model.Money,
    model.DateNamed,
    model.Recorded,
)

FACT_KEYS: dict[str, tuple[str, ...]] = {
    kind.type: tuple(NAMES.get(field.name, field.name) for field in fields(kind)) for kind in FACTS
}
"""The keys of each type of fact in the order of the contract, after ``type``."""

WRITERS: dict[type, Callable[..., object]] = {
    str: _plain,
    int: _plain,
    bool: _plain,
    type(None): _plain,
    tuple: _list,
    date: _day,
    Decimal: _exact,
    model.Document: document_value,
    **dict.fromkeys(FACTS, _fact),
}
