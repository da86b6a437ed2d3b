# SPDX-License-Identifier: Apache-2.0
"""The form in which staff correct a fact or add one: the contract's keys of its type, checked
one by one.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yiju.kernel.refusal import InvalidInput
from yiju.library.queries.cards import Payload
from yiju.library.web import words
from yiju.library.web.input_words import input_message

KEYS = {
    "deadline": ("on", "until", "relation", "what", "who"),
    "period": ("amount", "unit", "from", "border", "what"),
    "target": ("indicator", "comparison", "value", "unit", "base_year", "year", "year_implied",
               "modality", "direction"),
    "threshold": ("subject", "comparison", "value", "unit", "group"),
    "duty": ("units", "open_ended", "task"),
    "reference": ("title", "number", "target"),
    "quota": ("subject", "comparison", "value", "unit", "group"),
    "money": ("value", "unit", "what"),
    "date": ("on", "what"),
    "recorded": ("indicator", "comparison", "value", "unit", "year"),
}  # fmt: skip
"""What a fact of each type says, in the order of the contract."""

OPTIONAL = {
    "deadline": {"on", "until", "what", "who"},
    "period": {"from", "what"},
    "target": {"value", "unit", "base_year", "year", "modality"},
    "threshold": {"subject", "unit", "group"},
    "duty": set[str](),
    "reference": {"title", "number", "target"},
    "quota": {"subject", "unit", "group"},
    "money": {"what"},
    "date": {"what"},
    "recorded": {"unit", "year"},
}
NAMES = {
    "on": gettext_lazy("日期"),
    "until": gettext_lazy("至"),
    "relation": gettext_lazy("关系"),
    "what": gettext_lazy("事项"),
    "who": gettext_lazy("主体"),
    "amount": gettext_lazy("数量"),
    "unit": gettext_lazy("单位"),
    "from": gettext_lazy("起算事件"),
    "border": gettext_lazy("界限"),
    "indicator": gettext_lazy("指标名称"),
    "comparison": gettext_lazy("比较"),
    "value": gettext_lazy("数值"),
    "base_year": gettext_lazy("基准年"),
    "year": gettext_lazy("年份"),
    "year_implied": gettext_lazy("年份系推定"),
    "modality": gettext_lazy("限定词"),
    "direction": gettext_lazy("方向"),
    "subject": gettext_lazy("对象"),
    "group": gettext_lazy("类别"),
    "units": gettext_lazy("责任单位（每行一个，后接空格和方式）"),
    "open_ended": gettext_lazy("列举未尽（等）"),
    "task": gettext_lazy("任务条款"),
    "title": gettext_lazy("标题"),
    "number": gettext_lazy("文号"),
    "target": gettext_lazy("指向条款"),
}
CHOICES: dict[str, dict[str, str]] = {
    "relation": words.RELATIONS,
    "border": words.BORDERS,
    "comparison": words.COMPARISONS,
    "direction": words.DIRECTIONS,
}
DAYS = frozenset({"on", "until"})
NUMBERS = frozenset({"amount", "base_year", "year"})
FLAGS = frozenset({"year_implied", "open_ended"})
DAY = re.compile(r"\d{4}(-\d{2}){0,2}")


class PayloadForm(forms.Form):
    """What a fact of one type says; with ``quote`` where the fact is not in the library yet."""

    # Any: the arguments of a Django form.
    def __init__(self, kind: str, *args: Any, quoted: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        if quoted:
            self.fields["quote"] = _quote_field()
        for key in KEYS[kind]:
            field = _field(kind, key)
            field.required = key not in FLAGS and key not in OPTIONAL[kind]
            field.label = NAMES[key]
            self.fields[key] = field

    # Any: the shape of cleaned data is Django's.
    def clean(self) -> dict[str, Any]:
        """A reference names something."""
        given = super().clean() or {}
        named = any(given.get(key) for key in KEYS["reference"])
        if self.kind == "reference" and not self.errors and not named:
            self.add_error("title", _("标题、文号、指向条款至少填写一项。"))
        return given

    def payload(self) -> Payload:
        """What was filled in, in the contract's form."""
        return {key: _value(key, self.cleaned_data[key]) for key in KEYS[self.kind]}

    def refuse(self, wrong: InvalidInput) -> None:
        """Puts what the library says of the input beside the field it means."""
        key = wrong.place.removeprefix("fact.").partition("[")[0]
        place = key if key in self.fields else None
        self.add_error(place, input_message(wrong, place=place is None))


def initial_of(payload: Payload) -> dict[str, object]:
    """A payload as the values of its form."""
    return {key: _shown(key, value) for key, value in payload.items()}


# Any: a value of the contract's JSON.
def _shown(key: str, value: Any) -> object:
    if key == "units":
        return "\n".join(f"{unit['name']} {_(words.ROLES[unit['role']])}" for unit in value)
    return "、".join(value) if key == "modality" else value


def _quote_field() -> forms.Field:
    return forms.CharField(
        label=gettext_lazy("原文摘句"),
        help_text=gettext_lazy("照录上面条款里的原话，系统会与来源核对。"),
        widget=forms.Textarea(attrs={"rows": 3, "lang": "zh-CN"}),
    )


def _field(kind: str, key: str) -> forms.Field:
    if key in CHOICES or (kind, key) == ("period", "unit"):
        vocabulary = CHOICES.get(key, words.UNITS)
        return forms.ChoiceField(
            choices=[(code, _(word or words.LEVEL_AS_SUCH)) for code, word in vocabulary.items()]
        )
    if key in FLAGS:
        return forms.BooleanField()
    if key in NUMBERS:
        return forms.IntegerField(min_value=1, max_value=99_999)
    if key == "value":
        return forms.DecimalField(help_text=gettext_lazy("只写数，如 65、-3.5；单位另填。"))
    if key in DAYS:
        return _DayField(help_text=gettext_lazy("如 2025-09-26；只到月或年的写 2025-09、2025。"))
    if key == "units":
        return _UnitsField(help_text=gettext_lazy("方式：牵头、参加、按职责分工负责；不写即牵头。"))
    return forms.CharField(max_length=1000, widget=forms.TextInput(attrs={"lang": "zh-CN"}))


class _DayField(forms.CharField):
    """A day, a month or a year, as far as the text says it."""

    # Any: Django's value before it is cleaned.
    def clean(self, value: Any) -> str:
        said: str = super().clean(value)
        if said and not _is_day(said):
            raise forms.ValidationError(_("日历上没有“%(day)s”，或者写法不对。") % {"day": said})
        return said


def _is_day(said: str) -> bool:
    if not (said.isascii() and DAY.fullmatch(said)):
        return False
    try:
        date.fromisoformat(said + "-01" * (2 - said.count("-")))
    except ValueError:
        return False
    return True


class _UnitsField(forms.CharField):
    """Units one to a line, each with the word for how it answers."""

    widget = forms.Textarea(attrs={"rows": 4, "lang": "zh-CN"})

    # Any: Django's value before it is cleaned.
    def clean(self, value: Any) -> list[dict[str, str]]:
        said: str = super().clean(value)
        return [_unit(line.strip()) for line in said.splitlines() if line.strip()]


def _unit(line: str) -> dict[str, str]:
    """A unit with its role: by the word of the screen or by the contract's; else it leads."""
    roles = {**{_(word): code for code, word in words.ROLES.items()}, **{r: r for r in words.ROLES}}
    name, mark, role = line.rpartition(" ")
    if mark and role in roles:
        return {"name": name.strip(), "role": roles[role]}
    return {"name": line, "role": "lead"}


# Any: a cleaned value, and a value of the contract's JSON.
def _value(key: str, cleaned: Any) -> Any:
    if key in FLAGS or key == "units":
        return cleaned
    if key == "modality":
        return [word for word in cleaned.split("、") if word]
    if key == "value" and cleaned is not None:
        return format(cleaned, "f")
    return None if cleaned == "" and key != "subject" else cleaned
