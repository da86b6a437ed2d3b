# SPDX-License-Identifier: Apache-2.0
"""The fields in which staff correct a fact: one for each key of its payload, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from yiju.kernel.refusal import InvalidInput
from yiju.library.queries.cards import Payload
from yiju.library.web import words

NAMES = {
    "on": gettext_noop("日期"),
    "until": gettext_noop("至"),
    "relation": gettext_noop("关系"),
    "what": gettext_noop("事项"),
    "who": gettext_noop("主体"),
    "amount": gettext_noop("数量"),
    "unit": gettext_noop("单位"),
    "from": gettext_noop("起算事件"),
    "border": gettext_noop("界限"),
    "indicator": gettext_noop("指标名称"),
    "comparison": gettext_noop("比较"),
    "value": gettext_noop("数值"),
    "base_year": gettext_noop("基准年"),
    "year": gettext_noop("年份"),
    "year_implied": gettext_noop("年份系推定"),
    "modality": gettext_noop("限定词"),
    "direction": gettext_noop("方向"),
    "subject": gettext_noop("对象"),
    "group": gettext_noop("类别"),
    "units": gettext_noop("责任单位（每行一个，后接空格和方式）"),
    "open_ended": gettext_noop("列举未尽（等）"),
    "task": gettext_noop("任务条款"),
    "title": gettext_noop("标题"),
    "number": gettext_noop("文号"),
    "target": gettext_noop("指向条款"),
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
