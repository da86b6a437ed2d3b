# SPDX-License-Identifier: Apache-2.0
"""The event that a period runs from: 自收到申请之日起, 被扣减满, 发生变化的,应在."""

from __future__ import annotations

import re

_LINK = (
    r"(?:,?(?:[^,。;:]{0,24}?)(?:应当?|须|需|可以?|必须|要|由[^,。;:]{1,20}))?"
    r"(?:分别)?(?:在|于)?,?$"
)
"""What may stand between the event and the length: 之日起,主管部门应当在 五个工作日内."""

_DAY_OF = r"(?:之日起(?:计算|算)?|之日|当日起|次日起|之时起|日起|起)"
_SINCE = re.compile(rf"(?P<event>[^。;:\n]{{1,60}}?){_DAY_OF}{_LINK}")
_BARE_SINCE = re.compile(r"(?P<event>[^,。;:\n]{1,40})$")
_AFTER = re.compile(rf"(?P<event>[^,。;:\n]{{1,60}}?)(?:{_DAY_OF}|(?:之|以)?后(?:的)?){_LINK}")
_AHEAD = re.compile(rf"(?P<event>[^,。;:\n]{{2,40}}?(?:之|以)?前)(?:的)?{_LINK}")
_FROM = re.compile(r"(?<![各亲来独擅])自(?![行主然治愿我查动觉筹有己身由])|从(?![事业而])")
_AT = re.compile(r"在(?!线|建|职|内|外)|(?<![关对属位由处等基低高大小优终鉴限便用])于(?!是)")
_VERBS = re.compile(
    r"(?:收到|接到|收齐|受理|接收|知道|得知|知悉|发现|作出|做出|公布|发布|公告|公示(?:期满|结束)|印发|送达"
    r"|签订|签收|批准|核准|取得|获得|领取|完成|通过|届满|发生|成立|立案|登记|备案|变更|注销|被|缴纳|提交|验收|结束"
    r"|下达|生效|施行|实施|终止|解除|认定|入选)"
)
_OCCURRED = re.compile(
    r"(?P<event>发生[^。;:\n]{1,40}?)的,(?:[^,。;:]{0,12})(?:应当?|须|需|要)(?:在|于)?$"
)
_DISTANCE = re.compile(r"距离?(?P<event>[^,。;:\n]{1,30}?)(?:的)?(?:时间|期限)?$")
_REACH = 120


def event_before(text: str, sentence: int, length: int) -> tuple[str, int] | None:
    """The event named before the length at ``length``, with the position where its phrase begins.

    The last event wins; it may not begin before ``sentence``.
    """
    reach = max(sentence, length - _REACH)
    before = text[reach:length]
    found = _named_with_from(before) or _named_with_day(before)
    if found is None:
        occurred = _OCCURRED.search(before)
        if occurred is None:
            return None
        found = occurred.group("event"), occurred.start()
    event, first = found
    return event, reach + first


def event_that_lasts(text: str, sentence: int, border: int) -> tuple[str, int] | None:
    """The state that must last so long: 被扣减信用计分 before 满六个月后."""
    before = text[max(sentence, border - 40) : border]
    start = before.rfind(",") + 1
    base = border - len(before)
    distance = _DISTANCE.search(before, start)
    if distance is not None:
        return distance.group("event"), base + distance.start()
    passive = before.rfind("被", start)
    if passive >= 0:
        words, first = before[passive:], passive
    else:
        words, first = _without_subject(before[start:], start)
    return (words, base + first) if 0 < len(words) <= 24 else None


def _named_with_from(before: str) -> tuple[str, int] | None:
    """自…之日起, also 自… without 之日起 directly before the length."""
    for start in reversed([found.start() for found in _FROM.finditer(before)]):
        found = _SINCE.match(before, start + 1) or _BARE_SINCE.match(before, start + 1)
        if found is not None:
            return found.group("event"), start
    return None


def _named_with_day(before: str) -> tuple[str, int] | None:
    """收到申请之日起, 在收到申请后, 有效期届满前: without 自."""
    comma = max(before.rfind(","), before.rfind(":"))
    for start in (comma + 1, before.rfind(",", 0, max(comma, 0)) + 1):
        for pattern in (_AFTER, _AHEAD):
            found = pattern.match(before, start)
            if found is not None:
                event, first = _without_subject(found.group("event"), found.start())
                return (event, first) if event else None
        if comma < 0:
            break
    return None


def _without_subject(event: str, first: int) -> tuple[str, int]:
    """The event without who acts: 主管部门应当在收到申请 → 收到申请."""
    at = [found.end() for found in _AT.finditer(event)]
    if at and at[0] < len(event):
        return event[at[0] :], first + at[0] - 1
    verb = _VERBS.search(event)
    if verb is not None and not event.startswith(("有效期", "期限", "公示")):
        return event[verb.start() :], first + verb.start()
    return event, first
