# SPDX-License-Identifier: Apache-2.0
"""The verbs that a figure completes: 达到 a level, 下降 by so much, 培育 so many."""

from __future__ import annotations

import re
from functools import lru_cache

_MODAL = (
    r"(?:力争|原则上|基本|全面|分别|均|都|要|应|将|须|需|总体|努力|确保|预期|累计|再|也|至少|平均"
    r"|年均)*"
)
_REACHING = re.compile(
    rf"(?P<mods>{_MODAL})(?P<verb>达到|达(?![标峰])"
    r"|(?:提升|提高|增加|增长|上升|扩大|下降|降低|减少|压减|压缩|缩短)[至到为]"
    r"|增至|降[至到]|控制在|保持在|稳定在|维持在|保持|稳定|实现|完成|形成|具备|拥有|突破|超过|建成|力争)"
    r"(?:了|20[0-9]{2}年的?)?$"
)
_CHANGING = re.compile(
    rf"(?P<mods>{_MODAL})(?P<verb>(?:年均|平均每年|每年)?(?:增长|增加|提高|提升|下降|降低|减少|压减|削减"
    r"|缩减|新增|递增|增速|增幅|降幅|上升|改善)(?:幅度)?)(?:达到|为|在|保持在)?$"
)
_MAKING = re.compile(
    r"(?P<mods>)(?P<verb>选择|遴选|培育(?:和|形成|认定)?|打造|建设|建成|新建|创建|认定|发展|形成|引进"
    r"|组建|布局|推广|实施|制定|制修订|修订|新增|培养|孵化|改造|完成|建立|设立|推出|落地|集聚|评选|选树|突破"
    r"|研制|攻克)(?:一批|约|近)?$"
)
_MAKES = re.compile(
    r"[^,。;]{0,12}?(?:选择|遴选|培育|打造|建设|建成|新建|创建|发展|形成|引进|组建|新增|培养|孵化|建立"
    r"|推广|完成)"
)
REACH = 28
"""How much of the stem a verb is looked for in."""


def verb_before(stem: str) -> re.Match[str] | None:
    """The verb that ends ``stem`` (positions are those of its last :data:`REACH` characters)."""
    return _verb_at_end(stem[-REACH:])


@lru_cache(maxsize=64)
def _verb_at_end(tail: str) -> re.Match[str] | None:
    # Kept, since one stem is asked for its verb by the judgement, the indicator and the base.
    return _REACHING.search(tail) or _CHANGING.search(tail) or _MAKING.search(tail)


def makes(stem: str) -> bool:
    """Whether the stem begins with a verb of making: 培育专精特新企业 before 500家."""
    return _MAKES.match(stem) is not None
