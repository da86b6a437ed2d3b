# SPDX-License-Identifier: Apache-2.0
"""The fields in which staff correct a fact: one for each key of its payload, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from yiju.kernel.refusal import InvalidInput
from yiju.library.queries.cards import Payload
from yiju.library.web import words

NAMES = {
    "on": noop("日期"),
    "until": noop("至"),
    "relation": noop("关系"),
    "what": noop("事项"),
    "who": noop("主体"),
    "amount": noop("数量"),
    "unit": noop("单位"),
    "from": noop("起算事件"),
    "border": noop("界限"),
    "indicator": noop("指标"),
    "comparison": noop("比较"),
    "value": noop("数值"),
    "base_year": noop("基准年"),
    "year": noop("年份"),
    "year_implied": noop("年份系推定"),
    "modality": noop("限定词"),
    "direction": noop("方向"),
    "subject": noop("对象"),
    "group": noop("类别"),
    "units": noop("责任单位（每行一个，后接空格和方式）"),
    "open_ended": noop("列举未尽（等）"),
    "task": noop("任务条款"),
    "title": noop("标题"),
    "number": noop("文号"),
    "target": noop("指向条款"),
}
CHOICES: dict[str, tuple[str, ...]] = {
    "relation": tuple(words.RELATIONS),
    "border": tuple(words.BORDERS),
    "comparison": tuple(words.COMPARISONS),
    "direction": tuple(words.DIRECTIONS),
}
NUMBERS = frozenset({"amount", "base_year", "year"})
FLAGS = frozenset({"year_implied", "open_ended"})


@dataclass(frozen=True, slots=True)
class PayloadField:
    """One key of a payload as a field of a form."""

    key: str
    label: str
    value: str
    kind: str
    choices: tuple[str, ...] = ()


def payload_fields(payload: Payload) -> tuple[PayloadField, ...]:
    """The fields in the order of the contract."""
    return tuple(_field(key, value) for key, value in payload.items())


# Any: a value of the contract's JSON.
def _field(key: str, value: Any) -> PayloadField:
    label = _(NAMES[key]) if key in NAMES else key
    if key in FLAGS:
        return PayloadField(key, label, "1" if value else "", "flag")
    if key == "units":
        lines = "\n".join(f"{unit['name']} {unit['role']}" for unit in value)
        return PayloadField(key, label, lines, "lines")
    if key == "modality":
        return PayloadField(key, label, "、".join(value), "text")
    choices = CHOICES.get(key, ())
    said = "" if value is None else str(value)
    return PayloadField(key, label, said, "choice" if choices else "text", choices)


def payload_given(original: Payload, given: Mapping[str, str]) -> Payload:
    """The payload that a form gives back; its values are checked by the action."""
    return {key: _value(key, given.get(key, "").strip()) for key in original}


# Any: a value of the contract's JSON.
def _value(key: str, said: str) -> Any:
    if key in FLAGS:
        return bool(said)
    if key == "units":
        return [_unit(line) for line in said.splitlines() if line.strip()]
    if key == "modality":
        return [word for word in said.split("、") if word]
    if not said:
        return None
    if key in NUMBERS:
        if not (said.isascii() and said.isdigit()):
            raise InvalidInput(key, f"“{said}” is no whole number", "write figures only")
        return int(said)
    return said


def _unit(line: str) -> dict[str, str]:
    name, mark, role = line.strip().rpartition(" ")
    if not mark or role not in words.ROLES:
        return {"name": line.strip(), "role": "lead"}
    return {"name": name.strip(), "role": role}
