# SPDX-License-Identifier: Apache-2.0
"""The words of the interface for the codes of the library: kinds, facts, units, states."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import ngettext

SOON_WORKING_DAYS = 5
"""A deadline this near is shown as pressing."""

FACTS = {
    "deadline": noop("期限"),
    "period": noop("时限"),
    "target": noop("指标"),
    "threshold": noop("条件"),
    "duty": noop("责任分工"),
    "reference": noop("引用"),
    "quota": noop("名额"),
    "money": noop("金额"),
    "date": noop("日期"),
    "recorded": noop("已有数据"),
}
KINDS = {
    "part": noop("编"),
    "subpart": noop("分编"),
    "chapter": noop("章"),
    "section": noop("节"),
    "article": noop("条"),
    "paragraph": noop("款"),
    "item": noop("项"),
    "subitem": noop("目"),
    "level1": noop("一级"),
    "level2": noop("二级"),
    "level3": noop("三级"),
    "level4": noop("四级"),
    "box": noop("专栏"),
    "table": noop("表"),
    "point": noop("点"),
    "note": noop("注"),
}
RELATIONS = {
    "on": noop("当日"),
    "before": noop("前"),
    "by": noop("截止"),
    "from": noop("起"),
    "until": noop("为止"),
}
COMPARISONS = {
    "=": noop("达到"),
    ">=": noop("不低于"),
    "<=": noop("不超过"),
    ">": noop("超过"),
    "<": noop("低于"),
    "~": noop("约"),
    "by": noop("实现"),
}
DIRECTIONS = {
    "level": "",
    "decrease": noop("下降"),
    "increase": noop("增长"),
    "growth_per_year": noop("年均增长"),
}
ROLES = {"lead": noop("牵头"), "with": noop("参加"), "by_duty": noop("按职责分工负责")}
UNITS = {
    "working_day": noop("个工作日"),
    "day": noop("日"),
    "month": noop("个月"),
    "year": noop("年"),
}
BORDERS = {
    "within": noop("内"),
    "full": noop("满"),
    "less_than": noop("不满"),
    "after": noop("后"),
}
FINDINGS = {
    "ocr": noop("文字疑有误"),
    "contradiction": noop("前后矛盾"),
    "missing": noop("内容缺失"),
    "numbering": noop("序号异常"),
}
CHANGES = {
    "same": noop("未改"),
    "moved": noop("移位"),
    "changed": noop("修改"),
    "added": noop("增加"),
    "removed": noop("删去"),
}
LEVELS = {
    "national": noop("国家"),
    "provincial": noop("省级"),
    "municipal": noop("市级"),
    "county": noop("县级"),
    "unknown": noop("层级未定"),
}
STATES = {
    "in_force": noop("现行有效"),
    "repealed": noop("已废止"),
    "expired": noop("已失效"),
    "unknown": noop("效力未标"),
}
STATUSES = {
    "open": noop("待核"),
    "proposed": noop("待核"),
    "confirmed": noop("已核"),
    "corrected": noop("已更正"),
    "accepted": noop("已采纳"),
    "rejected": noop("已否定"),
}

LEVEL_AS_SUCH = noop("水平值")
CODES = {
    "relation": RELATIONS,
    "border": BORDERS,
    "comparison": COMPARISONS,
    "direction": DIRECTIONS,
}
JOB_STATES = {
    "waiting": noop("排队中"),
    "running": noop("进行中"),
    "done": noop("已完成"),
    "failed": noop("未完成"),
}
STAGES = {"reading": noop("读取"), "storing": noop("入库")}
DAY_KINDS = {
    "ordinary": noop("工作日"),
    "weekend": noop("周末"),
    "holiday": noop("放假"),
    "make_up": noop("调休上班"),
}
STAFF_ROLES = {
    "reader": noop("查阅员"),
    "editor": noop("编辑"),
    "publisher": noop("发布员"),
    "administrator": noop("管理员"),
}


def kind_word(kind: str) -> str:
    """The word for a kind of clause."""
    return _(KINDS[kind])


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
