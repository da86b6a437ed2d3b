# SPDX-License-Identifier: Apache-2.0
"""At which level of government a body stands, judged by its name alone (国家, 省, 市, 县)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

NATIONAL, PROVINCIAL, MUNICIPAL, COUNTY, UNKNOWN = (
    "national",
    "provincial",
    "municipal",
    "county",
    "unknown",
)
_DESCENDING = (NATIONAL, PROVINCIAL, MUNICIPAL, COUNTY)

# GB/T 2260: provinces, autonomous regions, municipalities under the central government.
_PROVINCE = re.compile(
    r"(?:中共|国家税务总局)?(?:[\u4e00-\u9fff]{1,3}?省|北京|天津|上海|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽"
    r"|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆)"
    r"(?:壮族自治区|回族自治区|维吾尔自治区|生产建设兵团|自治区|省|市)?"
)
_CITY = re.compile(r"(?:中共|国家税务总局)?[\u4e00-\u9fff]{1,6}?(?:市(?!场)|自治州|地区|盟(?!会))")
_COUNTY = re.compile(r"(?:中共)?[\u4e00-\u9fff]{1,6}?(?:自治县|县|旗|区(?![域块划]))")
_NATIONAL = re.compile(
    r"国家|国务院|中华人民共和国|中共中央|中央|中国|全国|最高人民|[\u4e00-\u9fff]{2,14}?(?:部|总局|总署)"
    r"(?:$|办公厅|[\u4e00-\u9fff]{1,8}司$)|人民银行|审计署|海关总署|证监会|银保监会|金融监管总局"
)
_SECTIONS = ((PROVINCIAL, "省"), (MUNICIPAL, "市"), (COUNTY, "县"), (NATIONAL, "国家"))


def level_of(issuer: str) -> str:
    """The level of one body: 国家税务总局浙江省税务局 is provincial, 杭州市人民政府 municipal."""
    province = _PROVINCE.match(issuer)
    rest = issuer[province.end() :] if province else issuer
    if province is None and _NATIONAL.match(issuer):
        return NATIONAL
    city = _CITY.match(rest)
    if _COUNTY.match(rest[city.end() :] if city else rest):
        return COUNTY
    if city:
        return MUNICIPAL
    return PROVINCIAL if province else UNKNOWN


def document_level(issuers: Sequence[str], section: str | None = None) -> str:
    """The level of a document: the highest of its issuers; without any, its bulletin's section."""
    levels: Iterable[str] = {level_of(issuer) for issuer in issuers}
    for level in _DESCENDING:
        if level in levels:
            return level
    return next((level for level, word in _SECTIONS if section and word in section), UNKNOWN)
