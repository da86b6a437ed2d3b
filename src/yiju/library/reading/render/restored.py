# SPDX-License-Identifier: Apache-2.0
"""A reading back from the contract's JSON: what was exported imports with no change.

Every value is checked against the types of the model, so that a file written by another program
either is a reading or is refused with the place of the first thing that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import orjson

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.reading import model
from yiju.library.reading.render.contract import CONTRACT, FACTS, NAMES

Value = TypeVar("Value")

# A builder takes a JSON value and the place where it stands, and gives a value of the model.
Builder = Callable[[object, str], Any]  # the model's type is known only from its annotations
Plan = tuple[tuple[str, str, Builder], ...]

EXACT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
MOST_LEVELS = 32
FACT_OF = {kind.type: kind for kind in FACTS}
REMEDY = "give the JSON that `yiju read --json` or an export wrote"


def reading_from_json(content: bytes) -> model.Reading:
    """The reading that the JSON holds.

    ``first`` and ``past`` of the clauses, which the contract leaves out, count in the text made
    of all own texts of a document in their order, each ended by a line feed.
    Raises InvalidInput, with the place inside the JSON, for anything else than a reading.
    """
    try:
        value = orjson.loads(content)
    except orjson.JSONDecodeError as wrong:
        raise InvalidInput("", f"not JSON ({wrong})", REMEDY) from None
    return reading_from_value(value)


def reading_from_value(value: object) -> model.Reading:
    """The reading that a parsed JSON value holds."""
    given = _object(value, "reading")
    if given.get("contract") != CONTRACT:
        raise _wrong("contract", f"is {given.get('contract')!r}, not {CONTRACT}")
    reading: model.Reading = _record(model.Reading, given, "")
    return reading


def document_from_value(value: object) -> model.Document:
    """The document that a parsed JSON value of the contract's ``documents`` holds."""
    return _document(value, "document")


def fact_from_value(value: object) -> model.Fact:
    """The fact that a parsed JSON value of a document's ``facts`` holds."""
    return _fact(value, "fact")


def _wrong(place: str, what: str) -> InvalidInput:
    return InvalidInput(place or "reading", what, REMEDY)


def _object(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _wrong(place, "is no object")
    return value


def _array(value: object, place: str) -> Sequence[object]:
    if not isinstance(value, list):
        raise _wrong(place, "is no array")
    return value


def _record(kind: type[Value], value: object, place: str) -> Value:
    given = _object(value, place)
    arguments = {}
    plan: Plan = _plan(kind)  # type: ignore[arg-type]  # a class is hashable
    for field, name, build in plan:
        here = f"{place}.{name}" if place else name
        if name not in given:
            raise _wrong(here, "is missing")
        arguments[field] = build(given[name], here)
    return kind(**arguments)


@cache
def _plan(kind: type) -> Plan:
    """For each field of a value of the model: its name, its key, and what builds it."""
    hints = get_type_hints(kind)
    return tuple(
        (field.name, NAMES.get(field.name, field.name), _builder(hints[field.name]))
        for field in fields(kind)
    )


# A type annotation has no narrower type of its own in the language.
def _builder(hint: Any) -> Builder:
    special = BUILDERS.get(hint)
    if special is not None:
        return special
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _tuple_of(_builder(inner[0]))
    if origin is Literal:
        return _one_of(inner)
    if origin in (Union, UnionType):
        (present,) = (part for part in inner if part is not NoneType)
        return _optional(_builder(present))
    return lambda value, place: _record(hint, value, place)


def _tuple_of(build: Builder) -> Builder:
    def values(value: object, place: str) -> tuple[Any, ...]:
        return tuple(build(v, f"{place}[{n}]") for n, v in enumerate(_array(value, place)))

    return values


def _one_of(words: tuple[object, ...]) -> Builder:
    def word(value: object, place: str) -> object:
        if value not in words:
            raise _wrong(place, f"is {value!r}, none of {', '.join(map(str, words))}")
        return value

    return word


def _optional(build: Builder) -> Builder:
    return lambda value, place: None if value is None else build(value, place)


def _exactly(kind: type) -> Builder:
    def plain(value: object, place: str) -> object:
        if type(value) is not kind:
            raise _wrong(place, f"is {value!r}, no {kind.__name__}")
        return value

    return plain


def _day(value: object, place: str) -> date:
    try:
        return date.fromisoformat(_text(value, place))
    except ValueError:
        raise _wrong(place, f"is {value!r}, no date YYYY-MM-DD") from None


def _decimal(value: object, place: str) -> Decimal:
    if not isinstance(value, str) or not EXACT.fullmatch(value):
        raise _wrong(place, f"is {value!r}, no decimal string")
    return Decimal(value)


def _fact(value: object, place: str) -> model.Fact:
    kind = FACT_OF.get(str(_object(value, place).get("type")))
    if kind is None:
        raise _wrong(f"{place}.type", f"is none of {', '.join(FACT_OF)}")
    return _record(kind, value, place)


def _document(value: object, place: str) -> model.Document:
    given = dict(_object(value, place))
    document_id = _text(given.get("id"), f"{place}.id")
    own_texts = _OwnTexts(f"{document_id}#")
    given["clauses"] = [
        own_texts.node(clause, f"{place}.clauses[{n}]")
        for n, clause in enumerate(_array(given.get("clauses"), f"{place}.clauses"))
    ]
    return _record(model.Document, given, place)


def _text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise _wrong(place, f"is {value!r}, no text")
    return value


class _OwnTexts:
    """Builds the clauses of one document and counts where their own texts stand."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._past = 0

    def node(self, value: object, place: str) -> model.Node:
        if place.count(".children[") > MOST_LEVELS:
            raise _wrong(place, f"lies more than {MOST_LEVELS} levels deep")
        given = dict(_object(value, place))
        ref = _text(given.get("ref"), f"{place}.ref")
        if not ref.startswith(self._prefix):
            raise _wrong(f"{place}.ref", f"is {ref!r}, not a clause of {self._prefix[:-1]}")
        text = _text(given.get("text"), f"{place}.text")
        first, self._past = self._past, self._past + len(text) + 1
        given |= {"path": ref.removeprefix(self._prefix), "first": first, "past": first + len(text)}
        children = _array(given.get("children"), f"{place}.children")
        given["children"] = [
            self.node(child, f"{place}.children[{n}]") for n, child in enumerate(children)
        ]
        return _record(model.Node, given, place)


def _built(value: object, place: str) -> object:
    return value


BUILDERS: dict[Any, Builder] = {
    str: _exactly(str),
    int: _exactly(int),
    bool: _exactly(bool),
    date: _day,
    Decimal: _decimal,
    model.Fact: _fact,
    model.Document: _document,
    model.Node: _built,  # already built, inside its document
}
