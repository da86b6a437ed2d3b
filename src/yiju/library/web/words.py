# SPDX-License-Identifier: Apache-2.0
"""The words of the interface for the codes of the library: kinds, facts, units, states."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

SOON_WORKING_DAYS = 5
"""A deadline this near is shown as pressing."""

FACTS = {
    "deadline": gettext_noop("期限"),
    "period": gettext_noop("时限"),
    "target": gettext_noop("指标"),
    "threshold": gettext_noop("条件"),
    "duty": gettext_noop("责任分工"),
    "reference": gettext_noop("所引规定"),
    "quota": gettext_noop("名额"),
    "money": gettext_noop("金额"),
    "date": gettext_noop("日期"),
    "recorded": gettext_noop("已有数据"),
}
RELATIONS = {
    "on": gettext_noop("当日"),
    "before": gettext_noop("前"),
    "by": gettext_noop("截止"),
    "from": gettext_noop("起"),
    "until": gettext_noop("为止"),
}
COMPARISONS = {
    "=": gettext_noop("达到"),
    ">=": gettext_noop("不低于"),
    "<=": gettext_noop("不超过"),
    ">": gettext_noop("超过"),
    "<": gettext_noop("低于"),
    "~": gettext_noop("约"),
    "by": gettext_noop("实现"),
}
DIRECTIONS = {
    "level": "",
    "decrease": gettext_noop("下降"),
    "increase": gettext_noop("增长"),
    "growth_per_year": gettext_noop("年均增长"),
}
ROLES = {
    "lead": gettext_noop("牵头"),
    "with": gettext_noop("参加"),
    "by_duty": gettext_noop("按职责分工负责"),
}
UNITS = {
    "working_day": gettext_noop("个工作日"),
    "day": gettext_noop("日"),
    "month": gettext_noop("个月"),
    "year": gettext_noop("年"),
}
BORDERS = {
    "within": gettext_noop("内"),
    "full": gettext_noop("满"),
    "less_than": gettext_noop("不满"),
    "after": gettext_noop("后"),
}
PERIODS = {
    "within": gettext_noop("%(length)s内"),
    "full": gettext_noop("满%(length)s"),
    "less_than": gettext_noop("不满%(length)s"),
    "after": gettext_noop("%(length)s后"),
}
FINDINGS = {
    "ocr": gettext_noop("文字疑有误"),
    "contradiction": gettext_noop("前后矛盾"),
    "missing": gettext_noop("内容缺失"),
    "numbering": gettext_noop("序号异常"),
}
CHANGES = {
    "same": gettext_noop("未改"),
    "moved": gettext_noop("移位"),
    "changed": gettext_noop("修改"),
    "added": gettext_noop("增加"),
    "removed": gettext_noop("删去"),
}
LEVELS = {
    "national": gettext_noop("国家"),
    "provincial": gettext_noop("省级"),
    "municipal": gettext_noop("市级"),
    "county": gettext_noop("县级"),
    "unknown": gettext_noop("层级未定"),
}
STATES = {
    "in_force": gettext_noop("现行有效"),
    "repealed": gettext_noop("已废止"),
    "expired": gettext_noop("已失效"),
    "unknown": gettext_noop("效力未标"),
}
STATUSES = {
    "open": gettext_noop("待核"),
    "proposed": gettext_noop("待核"),
    "confirmed": gettext_noop("已核"),
    "corrected": gettext_noop("已更正"),
    "accepted": gettext_noop("已采纳"),
    "rejected": gettext_noop("已否定"),
}

LEVEL_AS_SUCH = gettext_noop("水平值")
CODES = {
    "relation": RELATIONS,
    "border": BORDERS,
    "comparison": COMPARISONS,
    "direction": DIRECTIONS,
}
JOB_STATES = {
    "waiting": gettext_noop("排队中"),
    "running": gettext_noop("进行中"),
    "done": gettext_noop("已完成"),
    "failed": gettext_noop("未完成"),
}
STAGES = {"reading": gettext_noop("读取"), "storing": gettext_noop("入库")}
DAY_KINDS = {
    "ordinary": gettext_noop("工作日"),
    "weekend": gettext_noop("周末"),
    "holiday": gettext_noop("放假"),
    "make_up": gettext_noop("调休上班"),
}
STAFF_ROLES = {
    "reader": gettext_noop("查阅员"),
    "editor": gettext_noop("编辑"),
    "publisher": gettext_noop("发布员"),
    "administrator": gettext_noop("管理员"),
}


def fact_word(fact_type: str) -> str:
    """The word for a type of fact."""
    return _(FACTS[fact_type])


def remaining_words(working_days: int, *, provisional: bool) -> str:
    """How long there is still time: 剩 3 个工作日; marked where holidays are not yet fixed."""
    if working_days < 0:
        return _("已过期")
    if working_days == 0:
        return _("今天截止")
    said = ngettext("剩 %(days)d 个工作日", "剩 %(days)d 个工作日", working_days)
    return said % {"days": working_days} + (_("（暂定）") if provisional else "")


def last_day_of(day: str) -> date:
    """The last day of what is named: a day, a month (``2025-06``) or a year (``2025``)."""
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def first_day_of(day: str) -> date:
    """The first day of what is named: a day, a month or a year."""
    return date(*([int(part) for part in day.split("-")] + [1, 1])[:3])
