# SPDX-License-Identifier: Apache-2.0
"""How the templates write days, figures, kinds and addresses: ``{% load policy %}``.

Words of the interface follow the reader's language; words of policy never pass through here.
"""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from yiju.kernel.citation import path_words
from yiju.kernel.clause_ref import parse_ref
from yiju.library.queries.cards import Payload
from yiju.library.queries.difference import ClauseDifference
from yiju.library.queries.facts import FactRow
from yiju.library.queries.statistics import ProposalAccuracy
from yiju.library.web import days, statements, words
from yiju.library.web.finding_words import finding_message
from yiju.library.web.input_words import job_message
from yiju.office.clock import BEIJING

register = template.Library()

register.filter("day", days.day)
register.filter("plain_day", days.plain_day)
register.filter("finding_message", finding_message)
register.filter("job_message", job_message)


@register.filter
def at(reference: str) -> str:
    """The permanent address of a clause or document reference."""
    return parse_ref(reference).url_path


@register.filter
def fact_word(fact_type: str) -> str:
    """The word for a type of fact (期限, 指标, …)."""
    return words.fact_word(fact_type)


@register.filter
def level_word(level: str) -> str:
    """The word for a level of government."""
    return _(words.LEVELS[level])


@register.filter
def state_word(state: str) -> str:
    """The word for whether a document is in force."""
    return _(words.STATES[state])


@register.filter
def status_word(status: str) -> str:
    """The word for what staff said of a proposal."""
    return _(words.STATUSES[status])


@register.filter
def role_word(role: str) -> str:
    """The word for how a unit answers for a task."""
    return _(words.ROLES[role])


@register.filter
def finding_word(finding_type: str) -> str:
    """The word for what looks wrong."""
    return _(words.FINDINGS[finding_type])


@register.filter
def place_in_text(reference: str) -> str:
    """Where a clause stands, as it is said: 第十一条第二款第（一）项 by its numbers."""
    return path_words(parse_ref(reference))


@register.filter
def change_word(change: str) -> str:
    """The word for what became of a clause between two versions."""
    return _(words.CHANGES[change])


@register.filter
def changed_place(change: ClauseDifference, document: str) -> str:
    """Where a changed clause stands; an older place where the newer version has none."""
    return path_words(parse_ref(f"{document}#{change.new_path or change.old_path}"))


@register.filter
def statement(fact: FactRow) -> str:
    """A fact in one line."""
    return statements.statement(fact)


@register.filter
def fact_at(fact: FactRow) -> str:
    """Where a fact leads: to its clause; a reference inside its document, to what it names."""
    target = fact.payload.get("target") if fact.type == "reference" else None
    return at(target if target and target.startswith(f"{fact.document}#") else fact.clause)


@register.filter
def figure(payload: Payload) -> SafeString:
    """The figure of a target, threshold or quota; its unit is marked as Chinese."""
    return format_html('{}<span lang="zh-CN">{}</span>', *statements.figure_parts(payload))


@register.filter
def instant(value: datetime) -> str:
    """An instant by the office's clock, to the second."""
    return f"{value.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}"


@register.filter
def who(name: str) -> str:
    """Who did something: a member of staff by name, or the machine itself."""
    return _("命令行") if name.startswith("system:") else name


@register.filter
def job_word(state: str) -> str:
    """The word for how a job stands."""
    return _(words.JOB_STATES[state])


@register.filter
def stage_word(stage: str) -> str:
    """The word for what a job is busy with."""
    return _(words.STAGES.get(stage, stage))


@register.filter
def choice_word(code: str, key: str) -> str:
    """The word for a code in a payload."""
    return _(words.CODES[key][code] or words.LEVEL_AS_SUCH)


@register.filter
def day_kind_word(kind: str) -> str:
    """The word for why a day is or is not a working day."""
    return _(words.DAY_KINDS[kind])


@register.filter
def staff_role_word(role: str) -> str:
    """The word for a role of staff."""
    return _(words.STAFF_ROLES[role])


@register.filter
def accuracy_type(accuracy: ProposalAccuracy) -> str:
    """The word for what an accuracy is of: a type of fact, or of finding."""
    kind, mark, finding = accuracy.type.partition(":")
    return _(words.FINDINGS[finding]) if mark else words.fact_word(kind)
