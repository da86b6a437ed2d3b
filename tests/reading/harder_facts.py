# SPDX-License-Identifier: Apache-2.0
"""Facts in the harder wordings of real bulletins: 分别 lists, years taken over, plan periods."""

from __future__ import annotations

from random import Random

from tests.reading.stated_facts import (
    ACTED,
    AMOUNTS,
    EVENTS,
    INDICATORS,
    Setting,
    Stated,
    Writer,
    day_words,
)
from tests.reading.truth import FactTruth
from tests.reading.words import DOMAINS, SHORT_UNITS, act, chinese_number

PLANS = {2025: "十四五", 2030: "十五五"}


def deadline(quote: str, on: str, *relations: str, until: str | None = None) -> FactTruth:
    values = {"on": (on,), "until": (until,), "relation": relations or ("before", "by")}
    return FactTruth("deadline", quote, values, tolerated=("date",))


def deadline_batches(chance: Random, setting: Setting) -> Stated:
    """Closing days of three batches, without their year."""
    months = range(min(setting.month + 1, 12), 13)
    days = sorted(chance.sample([(m, d) for m in months for d in (10, 20, 25)], 3))
    named = [f"{month}月{day}日" for month, day in days]
    text = f"报送截止时间分别为{named[0]}(第一批)、{named[1]}(第二批)、{named[2]}(第三批)。"
    return f"{setting.year}年度申报工作分三批开展。{text}", [
        deadline(words, f"{setting.year}-{month:02d}-{day:02d}", "by", "until", "before", "on")
        for words, (month, day) in zip(named, days, strict=True)
    ]


def deadline_from(chance: Random, setting: Setting) -> Stated:
    words, on = day_words(chance, setting.year)
    text = f"信用信息自{words}起开始采集。"
    return text, [deadline(f"自{words}起", on, "from")]


def deadline_extended(chance: Random, setting: Setting) -> Stated:
    words, on = day_words(chance, setting.year + 2)
    text = f"改革试点期限延长至{words}。"
    return text, [deadline(f"延长至{words}", on, "until", "by")]


def deadline_two_acts(chance: Random, setting: Setting) -> Stated:
    """Two acts of one sentence, each with its day."""
    month, day = setting.later_month(chance), chance.randint(1, 20)
    first, second = f"{month}月{day}日", f"{month}月{day + 8}日"
    text = f"企业于{first}前完成网上申报,县级主管部门于{second}前出具推荐意见。"
    return text, [
        deadline(f"{first}前", f"{setting.year}-{month:02d}-{day:02d}"),
        deadline(f"{second}前", f"{setting.year}-{month:02d}-{day + 8:02d}"),
    ]


def period(quote: str, amount: int, unit: str, since: str | None, *borders: str) -> FactTruth:
    values = {"amount": (amount,), "unit": (unit,), "border": borders or ("within",)}
    words = {} if since is None else {"since": (since,)}
    return FactTruth("period", quote, values, words)


def period_direct(chance: Random, setting: Setting) -> Stated:
    """Without 之日起: 自收到变更信息七个工作日内."""
    amount = chance.choice((3, 7, 10))
    digits = chinese_number(amount)
    text = f"主管部门自收到变更信息{digits}个工作日内更新评价结果。"
    return text, [period(f"{digits}个工作日内", amount, "working_day", "收到变更信息")]


def periods_each(chance: Random, setting: Setting) -> Stated:
    first, second = chance.sample((10, 15, 20, 40, 60), 2)
    text = f"登记转让、变更应分别在{first}日、{second}日内完成首次审查。"
    return text, [
        period(f"{first}日", first, "day", None),
        period(f"{second}日内", second, "day", None),
    ]


def period_ban(chance: Random, setting: Setting) -> Stated:
    amount = chance.choice((1, 2, 3))
    digits = "两" if amount == 2 else chinese_number(amount)
    text = f"弄虚作假的,自发现之日起{digits}年内不得再次申请。"
    return text, [period(f"{digits}年内", amount, "year", "发现")]


def period_two(chance: Random, setting: Setting) -> Stated:
    """An objection and its answer in one sentence."""
    event = chance.choice(EVENTS)
    text = (
        f"对结果有异议的,自{event}之日起五个工作日内可以提出异议,"
        f"受理部门于收到异议之日起十五个工作日内{chance.choice(ACTED)}。"
    )
    return text, [
        period("五个工作日内", 5, "working_day", event),
        period("十五个工作日内", 15, "working_day", "收到异议"),
    ]


def target(
    quote: str, name: str, comparisons: tuple[str, ...], value: str, unit: str, year: int | None,
    **more: tuple[object, ...],
) -> FactTruth:  # fmt: skip
    values = {"comparison": comparisons, "value": (value,), "unit": (unit,), "year": (year,)}
    return FactTruth("target", quote, {**values, **more}, {"indicator": (name,)})


def target_taken_over(chance: Random, setting: Setting) -> Stated:
    """Three figures under one year, the last against a base year."""
    year = setting.year + chance.randint(2, 8)
    one, two = chance.sample(INDICATORS, 2)
    base = setting.year - 2
    text = f"到{year}年,{one}达到20%左右,{two}提升至80%以上,单位产值能耗比{base}年下降13.5%。"
    return text, [
        target("20%左右", one, ("~",), "20", "%", year),
        target("80%以上", two, (">=",), "80", "%", year),
        target("下降13.5%", "单位产值能耗", ("=",), "13.5", "%", year,
               base_year=(base,), direction=("decrease",)),
    ]  # fmt: skip


def target_ellipsis(chance: Random, setting: Setting) -> Stated:
    """The indicator stands in the sentence before."""
    name, unit = chance.choice(AMOUNTS)
    first, second = setting.year + 2, setting.year + 7
    text = f"到{first}年,{name}达到40{unit}左右;到{second}年,达到45{unit}左右。"
    return text, [
        target(f"40{unit}左右", name, ("~",), "40", unit, first),
        target(f"45{unit}左右", name, ("~",), "45", unit, second),
    ]


def target_plan_period(chance: Random, setting: Setting) -> Stated:
    year = min(end for end in PLANS if end >= setting.year)
    plan = PLANS[year]
    name = chance.choice(("多式联运货物运输量", "技术合同成交额", "绿色金融贷款余额"))
    text = f"“{plan}”期间,{name}年均增长15%以上。"
    fact = target("年均增长15%以上", name, (">=",), "15", "%", year,
                  direction=("growth_per_year",))  # fmt: skip
    values = {**fact.values, "unit": ("%", "%/年")}
    return text, [FactTruth("target", fact.quote, values, fact.words)]


def target_pair(chance: Random, setting: Setting) -> Stated:
    """One figure for two kinds of buildings: a target for each, or one for both."""
    year = setting.year + 3
    text = f"到{year}年,新建公共机构建筑屋顶光伏覆盖率力争达到50%。"
    return text, [target("50%", "屋顶光伏覆盖率", ("=", ">="), "50", "%", year)]


def target_without_year(chance: Random, setting: Setting) -> Stated:
    name = chance.choice(INDICATORS)
    text = f"推动{name}稳定在90%以上。"
    values = {"comparison": (">=",), "value": ("90",), "unit": ("%",)}
    return text, [FactTruth("target", "90%以上", values, {"indicator": (name,)}, ("threshold",))]


def threshold_energy(chance: Random, setting: Setting) -> Stated:
    text = "将年综合能耗超过1万吨标准煤的用能单位纳入在线监测系统。"
    values = {"comparison": (">",), "value": ("1",), "unit": ("万吨标准煤",)}
    return text, [FactTruth("threshold", "超过1万吨标准煤", values, {"subject": ("能耗",)})]


def threshold_upper(chance: Random, setting: Setting) -> Stated:
    text = "新建生产线应当符合综合电耗不高于13000千瓦时/吨的要求。"
    values = {"comparison": ("<=",), "value": ("13000",), "unit": ("千瓦时/吨",)}
    return text, [FactTruth("threshold", "不高于13000千瓦时/吨", values, {"subject": ("电耗",)})]


def threshold_people(chance: Random, setting: Setting) -> Stated:
    number = chance.choice(("10", "30", "50"))
    text = f"申报单位专职研发人员不少于{number}人,自有场地面积不小于300平方米。"
    people = {"comparison": (">=",), "value": (number,), "unit": ("人",)}
    area = {"comparison": (">=",), "value": ("300",), "unit": ("平方米",)}
    return text, [
        FactTruth("threshold", f"{number}人", people, {"subject": ("人员",)}, ("quota",)),
        FactTruth("threshold", "300平方米", area, {"subject": ("面积",)}, ("quota",)),
    ]


def quota_groups(chance: Random, setting: Setting) -> Stated:
    """Different numbers for different places."""
    text = "每个省、自治区最多推荐1个示范园区,直辖市最多推荐2个街道办。"
    one = {"comparison": ("<=",), "value": ("1",), "unit": ("个",)}
    two = {"comparison": ("<=",), "value": ("2",), "unit": ("个",)}
    return text, [
        FactTruth("quota", "1个", one, {"group": ("自治区",)}),
        FactTruth("quota", "2个", two, {"group": ("直辖市",)}),
    ]


def reference_two(chance: Random, setting: Setting) -> Stated:
    """Two titles without a sign between them."""
    one, two = chance.sample(DOMAINS, 2)
    first, second = f"{one}管理条例", f"{two}行动方案({setting.year}—{setting.year + 2}年)"
    text = f"根据《{first}》《{second}》精神,{act(chance)}。"
    return text, [
        FactTruth("reference", f"《{title}》", {"title": (title,)}) for title in (first, second)
    ]


def duty_listed(chance: Random, setting: Setting) -> Stated:
    """牵头单位 and 配合单位 by name; a leader with others; one in common with another."""
    units = chance.sample(SHORT_UNITS, 4)
    words, roles = chance.choice(
        (
            (f"牵头单位:{units[0]};配合单位:{units[1]}、{units[2]}",
             {units[0]: "lead", units[1]: "with", units[2]: "with"}),
            (f"{units[0]}、{units[1]}牵头,{units[2]}、{units[3]}按职责分工负责",
             {units[0]: "lead", units[1]: "lead", units[2]: "by_duty", units[3]: "by_duty"}),
            (f"{units[0]}牵头,{units[1]}、{units[2]}配合",
             {units[0]: "lead", units[1]: "with", units[2]: "with"}),
        )
    )  # fmt: skip
    values = {"units": (tuple(sorted(roles.items())),), "open_ended": (False,)}
    return f"{act(chance)}。({words})", [FactTruth("duty", words, values)]


HARDER_NOTICE_WRITERS: tuple[Writer, ...] = (
    deadline_batches, deadline_from, deadline_extended, deadline_two_acts, period_direct,
    periods_each, period_ban, target_taken_over, target_ellipsis, target_plan_period, target_pair,
    target_without_year, threshold_energy, threshold_upper, threshold_people, quota_groups,
    reference_two, duty_listed,
)  # fmt: skip
HARDER_LAW_WRITERS: tuple[Writer, ...] = (
    period_direct, periods_each, period_ban, period_two, reference_two,
)  # fmt: skip
