# SPDX-License-Identifier: Apache-2.0
"""A fact in one line: what is due when, which figure is to be reached, who answers.

The words of the policy stay as they are; only what joins them is the interface's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yiju.library.web import days, words

if TYPE_CHECKING:
    from yiju.library.queries.cards import Payload
    from yiju.library.queries.facts import FactRow

TIGHT_UNITS = ("%", "‰", "℃", "%/年")


def figure_words(payload: Payload) -> str:
    """The figure of a target, a threshold or a quota: 不低于 65%, 比2005年下降 18%."""
    return "".join(figure_parts(payload))


def figure_parts(payload: Payload) -> tuple[str, str]:
    """A figure in the interface's words, and its unit, which is the policy's own."""
    value = payload.get("value")
    unit = payload.get("unit") or ""
    if value is None:
        comparison = _(words.COMPARISONS[payload["comparison"]])
        # A goal that is reached (实现) has no figure; a bound without one is said in words only.
        return comparison + ("" if payload["comparison"] == "by" else _("（数值见原文）")), ""
    parts = []
    if payload.get("base_year"):
        parts.append(_("比%(year)d年") % {"year": payload["base_year"]})
    direction = words.DIRECTIONS.get(payload.get("direction", "level"), "")
    if direction:
        parts.append(_(direction))
    if payload["comparison"] not in ("=", "by"):
        parts.append(_(words.COMPARISONS[payload["comparison"]]))
    said = (" " if get_language() == "en" else "").join(parts)
    return f"{said} {value}".strip(), unit if unit in TIGHT_UNITS or not unit else f" {unit}"


def deadline_words(payload: Payload) -> str:
    """The day of a deadline with its border: 2025年4月25日（周五）截止."""
    first, last = payload.get("on"), payload.get("until")
    if first and last:
        return _("%(first)s至%(last)s") % {"first": days.day(first), "last": days.day(last)}
    if first is None and last is None:
        return _("日期见原文")
    if payload["relation"] == "until":
        return _("至%(day)s为止") % {"day": days.day(first or last)}
    relation = words.RELATIONS[payload["relation"]]
    joined = {"day": days.day(first or last), "relation": _(relation)}
    return _("%(day)s%(relation)s") % joined


def period_words(payload: Payload) -> str:
    """A period kept symbolic: 自收到申请之日起15个工作日内."""
    amount, unit = payload["amount"], _(words.UNITS[payload["unit"]])
    length = f"{amount} {unit}" if get_language() == "en" else f"{amount}{unit}"
    said = _(words.PERIODS[payload["border"]]) % {"length": length}
    since = (payload.get("since") or payload.get("from") or "").removesuffix("之日")
    return _("自%(event)s之日起%(length)s") % {"event": since, "length": said} if since else said


def units_words(payload: Payload) -> str:
    """The responsible units in the order of the text, grouped by how they answer."""
    groups: dict[str, list[str]] = {}
    for unit in payload["units"]:
        groups.setdefault(unit["role"], []).append(unit["name"])
    said = [f"{_(words.ROLES[role])}：{'、'.join(names)}" for role, names in groups.items()]
    return "；".join(said) + (_("等") if payload.get("open_ended") else "")


def statement(fact: FactRow) -> str:
    """Any fact in one line."""
    payload = fact.payload
    match fact.type:
        case "deadline":
            what = payload.get("what")
            return f"{what}：{deadline_words(payload)}" if what else deadline_words(payload)
        case "period":
            what = payload.get("what")
            colon = ": " if get_language() == "en" else "："
            return f"{period_words(payload)}{colon}{what}" if what else period_words(payload)
        case "duty":
            return units_words(payload)
        case "reference":
            title = payload.get("title")
            return f"《{title}》" if title else payload.get("number") or f"“{fact.quote}”"
        case "date":
            what = payload.get("what")
            return f"{what}：{days.day(payload['on'])}" if what else days.day(payload["on"])
        case "money":
            what = payload.get("what")
            amount = f"{payload['value']} {payload['unit']}"
            return f"{what}：{amount}" if what else amount
        case _:
            subject = (payload.get("indicator") or payload.get("subject") or "").strip("：:，,")
            year = f"（{days.day(str(payload['year']))}）" if payload.get("year") else ""
            figure = f"{figure_words(payload)}{year}"
            return f"{subject}：{figure}" if subject else figure
