# SPDX-License-Identifier: Apache-2.0
"""Names of issuing organs: split where several run together, read from titles and signatures.

Reads: words such as 国家知识产权局教育部科技部. Writes: the single names. The endings of the names
part them; an ending that goes on within one name (某部办公厅, 社会保障) does not.
"""

from __future__ import annotations

import re

_ENDING = re.compile(
    r"(?:委员会|办公厅|办公室|人民政府|政府|总局|[部局厅委院会署行]|中心|公司|总社|联合会|管委会|领导小组|兵团)"
)
_GOES_ON = re.compile(
    r"办公厅|办公室|办(?!理)|机关|党组|党委|直属|员会|门|署|队|委|分[局行]|保障|计|员|业|政|关于|[)）]|$"
    r"|常[务委]|参事|国资委|港澳办|台办|侨办|装备发展|规划司|[\u4e00-\u9fff]{2,8}司|主任|领导小组|法院|检察院|人大|监管局$"
)
_NOT_END = re.compile(
    r"(?:社会|国务院|中央军委|军委|人大常委|社|全国人民代表大会常务委员|机会|协会会|行政|中央|干部|内部)$"
)
_STARTS = re.compile(
    r"国家|国务院|中共|中央|中国|全国|最高|教育|科技|科学|工业|财政|自然|生态|交通|水利|农业|商务|文化|应急|审计"
    r"|外交|国防|公安|民政|司法|人力|住房|退役|海关|税务|市场|金融|广电|体育|统计|新华|人民|共青团|民委|发展改革"
    r"|[\u4e00-\u9fff]{2,8}(?:省|市|自治区|区|县|州|盟|旗)|证监|银保监"
    r"|能源|林草|药监|知识产权|邮政|文物|中医药|疾控|外汇"
    r"|卫生|经济和信息化|数据|地方金融|大数据|投资|铁路|民航|烟草|粮食|移民|版权"
    r"|林业|城管|城市|综合|行政|消防|机关|档案|社会|团|供销|营商|宣传|组织|政法|编办|政务|房管|规划"
    r"|园林|环境|环保|质监|工商|食品|医保|医疗|乡村|扶贫|民宗|宗教|侨务|外事|台|港澳|监察|纪|残联|工会"
    r"|科协|贸促|银行|证券|电力|电网|通信|无线电|市|省|县|区|各|[\u4e00-\u9fff]{2,12}(?:公司|集团|协会|银行|大学)"
    r"|网信|军委|总工会|妇联|气象|地震|信访"
)
_ENDS = re.compile(
    r"(?:[部局厅委院会署行府室司社馆所站校办处团大协等]|中心|公司|集团|兵团|单位|部门|小组|机关)$"
)
_ET_AL = re.compile(r"等(?:[\d一二三四五六七八九十]{1,3})?(?:个)?(?:部门|单位|部委|机关|厅局)?$")
_COUNTED = re.compile(r"^(?:[\d一二三四五六七八九十]{1,3}|两)个?(?:部门|部委|单位|厅局)$")


def names_of(words: str) -> tuple[str, ...]:
    """The single organs in ``words``, in order, without ``等部门``."""
    names: list[str] = []
    broken = ""
    for chunk in re.split(r"[\s、，,;；]+", words.strip()):
        # A blank inside a name is damage: its first part has no ending of an organ.
        goes_on = len(chunk) < 4 or chunk[0] in "会和及与部局委厅院署办"
        if names and not broken and goes_on and not _STARTS.match(chunk):
            broken = names.pop()
        broken += chunk
        if _ENDS.search(broken):
            names.extend(_split(broken))
            broken = ""
    if broken:
        names.extend(_split(broken))
    cleaned = (_ET_AL.sub("", name) for name in names)
    return tuple(dict.fromkeys(n for n in cleaned if n and not _COUNTED.match(n)))


def _split(chunk: str) -> list[str]:
    """Parts of a run of names without blanks."""
    parts: list[str] = []
    begun = at = 0
    while found := _ENDING.search(chunk, at):
        at = found.end()
        rest = chunk[at:]
        if at - begun < 3 or len(rest) < 3 or _NOT_END.search(chunk[begun:at]):
            continue
        if _GOES_ON.match(rest) or not _STARTS.match(rest):
            continue
        parts.append(chunk[begun:at])
        begun = at
    parts.append(chunk[begun:])
    return parts


def from_title(title: str) -> tuple[str, ...]:
    """The organs that a title names before 关于: 国务院办公厅关于……的通知."""
    before, about, _ = title.partition("关于")
    before = before.strip()
    if not about or not before or len(before) > 200 or "《" in before:
        return ()
    return names_of(before)
