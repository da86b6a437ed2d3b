# SPDX-License-Identifier: Apache-2.0
"""Sentences that state facts, each with the truth about them; and sentences that only seem to.

Every writer takes the chance and the year of the document and returns the sentence and its facts.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.reading.truth import FactTruth
from tests.reading.words import (
    DOMAINS,
    SHORT_UNITS,
    SUBJECTS,
    act,
    chinese_number,
)

INDICATORS = (
    "再生水利用率", "新建建筑绿色建材应用比例", "规上企业数字化改造覆盖率", "生活污水治理率",
    "公共服务事项网上办理率", "建筑垃圾资源化利用率", "政府数据共享需求满足率", "绿色出行比例",
    "清洁能源装机占比", "企业标准自我声明公开率", "城市建成区绿化覆盖率", "技能人才占就业人员比重",
)  # fmt: skip
AMOUNTS = (
    ("新型储能装机容量", "万千瓦"),
    ("林木蓄积量", "万立方米"),
    ("技术合同成交额", "亿元"),
    ("规模以上企业数量", "家"),
    ("公共充电桩数量", "个"),
    ("年用水总量", "亿立方米"),
)
EVENTS = (
    "收到申请",
    "受理申请",
    "材料补正",
    "作出决定",
    "变更登记",
    "知道或者应当知道结果",
    "公示期满",
)
ACTED = ("完成核查", "作出书面答复", "办理备案手续", "提出复核申请", "告知申请人", "更新登记信息")
REPORTS = ("工作总结", "推荐函和汇总表", "实施方案", "申报材料", "自查报告", "项目清单")
OUTSIDE = ("产业园区管理办法", "专项资金使用管理规定", "信用信息管理条例", "数字化转型三年行动方案")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: the year and the month in which its document is signed."""

    year: int
    month: int = 1

    def later_month(self, chance: Random) -> int:
        """A month after that of the signature: days without a year lie ahead in the same year."""
        return chance.randint(min(self.month + 1, 12), 12)


Stated = tuple[str, list[FactTruth]]
Writer = Callable[[Random, Setting], Stated]


def day_words(chance: Random, year: int) -> tuple[str, str]:
    """A day as written and as the contract gives it."""
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    return f"{year}年{month}月{day}日", f"{year}-{month:02d}-{day:02d}"


def deadline_before(chance: Random, setting: Setting) -> Stated:
    words, on = day_words(chance, setting.year)
    end = chance.choice(("前", "之前", "前", "前"))
    text = f"各单位应于{words}{end}将{chance.choice(REPORTS)}报送主管部门。"
    values = {"on": (on,), "until": (None,), "relation": ("before", "by")}
    return text, [FactTruth("deadline", f"{words}{end}", values, tolerated=("date",))]


def deadline_without_year(chance: Random, setting: Setting) -> Stated:
    month, day = setting.later_month(chance), chance.randint(1, 28)
    short = f"{month}月{day}日"
    text = f"请于{short}前完成审核推荐,逾期不再受理。"
    on = f"{setting.year}-{month:02d}-{day:02d}"
    values = {"on": (on,), "until": (None,), "relation": ("before", "by")}
    return text, [FactTruth("deadline", f"{short}前", values, tolerated=("date",))]


def deadline_month_end(chance: Random, setting: Setting) -> Stated:
    month = chance.randint(1, 12)
    last = monthrange(setting.year + 1, month)[1]
    words = f"{setting.year + 1}年{month}月底前"
    on = f"{setting.year + 1}-{month:02d}"
    values = {"on": (on, f"{on}-{last}"), "relation": ("before", "by")}
    return f"{words}完成{act(chance)}工作。", [
        FactTruth("deadline", words, values, tolerated=("date",))
    ]


def deadline_closing(chance: Random, setting: Setting) -> Stated:
    words, on = day_words(chance, setting.year)
    text = chance.choice(
        (f"申报截止时间为{words}。", f"报名截至{words}。", f"网上填报至{words}截止。")
    )
    values = {"on": (on,), "until": (None, on), "relation": ("by", "until", "on", "before")}
    return text, [FactTruth("deadline", words, values, tolerated=("date",))]


def deadline_span(chance: Random, setting: Setting) -> Stated:
    month = chance.randint(1, 9)
    first, last = chance.randint(1, 28), chance.randint(1, 28)
    words = f"{setting.year}年{month}月{first}日至{month + 2}月{last}日"
    on = f"{setting.year}-{month:02d}-{first:02d}"
    until = f"{setting.year}-{month + 2:02d}-{last:02d}"
    values = {"on": (on,), "until": (until,), "relation": ("from", "until", "on")}
    return f"系统开放时间为{words}。", [FactTruth("deadline", words, values, tolerated=("date",))]


def period_within(chance: Random, setting: Setting) -> Stated:
    amount = chance.choice((3, 5, 7, 10, 15, 20, 30, 45, 60))
    digits = str(amount) if chance.random() < 0.5 else chinese_number(amount)
    unit, name = chance.choice((("个工作日", "working_day"), ("日", "day")))
    event = chance.choice(EVENTS)
    text = f"{chance.choice(SUBJECTS)}应当自{event}之日起{digits}{unit}内{chance.choice(ACTED)}。"
    values = {"amount": (amount,), "unit": (name,), "border": ("within",)}
    fact = FactTruth("period", f"{digits}{unit}内", values, {"since": (event,)})
    return text, [fact]


def period_months(chance: Random, setting: Setting) -> Stated:
    amount = chance.choice((1, 2, 3, 6))
    digits = chance.choice((f"{amount}", "两" if amount == 2 else chinese_number(amount)))
    event = chance.choice(EVENTS)
    text = f"应当在{event}后{digits}个月内{chance.choice(ACTED)}。"
    values = {"amount": (amount,), "unit": ("month",), "border": ("within",)}
    return text, [FactTruth("period", f"{digits}个月内", values, {"since": (event,)})]


def period_full(chance: Random, setting: Setting) -> Stated:
    amount, unit, name = chance.choice(
        ((6, "个月", "month"), (12, "个月", "month"), (1, "年", "year"), (2, "年", "year"))
    )
    digits = "两" if amount == 2 else chinese_number(amount)
    text = f"自扣分之日起满{digits}{unit}后,{chance.choice(SUBJECTS)}可以申请信用修复。"
    values = {"amount": (amount,), "unit": (name,), "border": ("full", "after")}
    return text, [FactTruth("period", f"满{digits}{unit}", values, {"since": ("扣分",)})]


def period_less(chance: Random, setting: Setting) -> Stated:
    amount = chance.choice((6, 12, 24))
    text = f"距离上一次评价不足{chinese_number(amount)}个月的,不予受理。"
    values = {"amount": (amount,), "unit": ("month",), "border": ("less_than",)}
    quote = f"不足{chinese_number(amount)}个月"
    return text, [FactTruth("period", quote, values, tolerated=("threshold",))]


def target_level(chance: Random, setting: Setting) -> Stated:
    year = setting.year + chance.randint(1, 8)
    name, value = chance.choice(INDICATORS), chance.choice(("8", "35", "62.5", "90", "95"))
    verb, end, comparisons = chance.choice(
        (("达到", "", ("=",)), ("达到", "以上", (">=",)), ("达到", "左右", ("~",)),
         ("不低于", "", (">=",)), ("提高到", "", ("=",)), ("力争达到", "", ("=", ">=")),
         ("超过", "", (">",)))
    )  # fmt: skip
    text = f"到{year}年,{name}{verb}{value}%{end}。"
    values = {"comparison": comparisons, "value": (value,), "unit": ("%",), "year": (year,),
              "base_year": (None,)}  # fmt: skip
    return text, [FactTruth("target", f"{value}%", values, {"indicator": (name,)})]


def target_change(chance: Random, setting: Setting) -> Stated:
    year, base = setting.year + chance.randint(2, 6), setting.year - 1
    value = chance.choice(("5", "13.5", "18"))
    name, verb, direction = chance.choice(
        (("单位产值能源消耗", "下降", "decrease"), ("万元产值用水量", "降低", "decrease"),
         ("数字经济核心产业增加值", "增长", "increase"))
    )  # fmt: skip
    text = f"到{year}年,{name}比{base}年{verb}{value}%。"
    values = {"comparison": ("=",), "value": (value,), "unit": ("%",), "year": (year,),
              "base_year": (base,), "direction": (direction,)}  # fmt: skip
    return text, [FactTruth("target", f"{verb}{value}%", values, {"indicator": (name,)})]


def target_amounts(chance: Random, setting: Setting) -> Stated:
    """Two figures in one sentence; the second takes its year from the first."""
    year = setting.year + chance.randint(1, 8)
    (one, unit_one), (two, unit_two) = chance.sample(AMOUNTS, 2)
    text = f"到{year}年,{one}达到1200{unit_one}以上,{two}控制在3.6{unit_two}以内。"
    first = {"comparison": (">=",), "value": ("1200",), "unit": (unit_one,), "year": (year,)}
    second = {"comparison": ("<=",), "value": ("3.6",), "unit": (unit_two,), "year": (year,)}
    return text, [
        FactTruth("target", f"1200{unit_one}以上", first, {"indicator": (one,)}),
        FactTruth("target", f"3.6{unit_two}以内", second, {"indicator": (two,)}),
    ]


def target_whole(chance: Random, setting: Setting) -> Stated:
    year = setting.year + chance.randint(1, 5)
    name = chance.choice(("镇级服务站点", "政务服务事项评价", "重点排放单位在线监测"))
    values = {"value": ("100",), "unit": ("%",), "year": (year,), "comparison": ("=", ">=")}
    text = f"到{year}年,{name}实现全覆盖。"
    return text, [FactTruth("target", "全覆盖", values, {"indicator": (name,)})]


def target_peak(chance: Random, setting: Setting) -> Stated:
    year = setting.year + chance.randint(3, 9)
    text = f"力争{year}年前实现工业领域碳排放达峰。"
    values = {"comparison": ("by",), "value": (None,), "year": (year,)}
    fact = FactTruth("target", f"{year}年前", values, {"indicator": ("碳",)}, ("deadline",))
    return text, [fact]


def threshold_money(chance: Random, setting: Setting) -> Stated:
    value = chance.choice(("300", "500", "1000", "2000"))
    subject = chance.choice(("项目设备投资额", "上年度营业收入", "实缴注册资本"))
    words, comparison = chance.choice((("不低于", ">="), ("不少于", ">="), ("超过", ">")))
    text = f"申报单位{subject}{words}{value}万元,管理规范、运营良好。"
    values = {"comparison": (comparison,), "value": (value,), "unit": ("万元",)}
    return text, [
        FactTruth("threshold", f"{value}万元", values, {"subject": (subject,)}, ("money",))
    ]


def threshold_share(chance: Random, setting: Setting) -> Stated:
    value = chance.choice(("3", "5", "2.5"))
    subject = "研发投入占主营业务收入比重"
    text = f"企业近三年平均{subject}不低于{value}%。"
    values = {"comparison": (">=",), "value": (value,), "unit": ("%",)}
    return text, [FactTruth("threshold", f"{value}%", values, {"subject": (subject,)}, ("target",))]


def threshold_groups(chance: Random, setting: Setting) -> Stated:
    """Figures that 分别 gives to groups in their order."""
    groups = chance.sample(("先进制造类", "数字融合类", "绿色改造类", "现代服务类"), 3)
    values = chance.sample(("200", "400", "600", "800", "1500"), 3)
    listed = "、".join(f"{value}万元" for value in values)
    text = f"{'、'.join(groups)}项目年销售收入分别不低于{listed}。"
    facts = [
        FactTruth(
            "threshold",
            f"{value}万元",
            {"comparison": (">=",), "value": (value,), "unit": ("万元",)},
            {"group": (group,)},
            ("money",),
        )
        for group, value in zip(groups, values, strict=True)
    ]
    return text, facts


def quota_each(chance: Random, setting: Setting) -> Stated:
    number = str(chance.randint(1, 8))
    place = chance.choice(("县(市、区)", "设区市", "高等院校", "园区"))
    words = chance.choice(
        (f"每个{place}最多推荐{number}个", f"每个{place}推荐项目不超过{number}个")
    )
    values = {"comparison": ("<=",), "value": (number,), "unit": ("个",)}
    fact = FactTruth("quota", f"{number}个", values, {}, ("threshold",))
    return f"{words}。", [fact]


def money_award(chance: Random, setting: Setting) -> Stated:
    value, unit = chance.choice((("50", "万元"), ("300", "万元"), ("2", "亿元"), ("1.5", "亿元")))
    text = chance.choice(
        (f"对通过验收的单位给予{value}{unit}奖励。", f"安排专项资金{value}{unit}予以支持。")
    )
    values = {"value": (value,), "unit": (unit,)}
    return text, [FactTruth("money", f"{value}{unit}", values, {}, ("quota", "threshold"))]


def reference_outside(chance: Random, setting: Setting) -> Stated:
    title = chance.choice(DOMAINS) + chance.choice(OUTSIDE)
    if chance.random() < 0.3:
        title += f"({setting.year - 2}—{setting.year + 1}年)"
    year, number = setting.year - chance.randint(0, 3), chance.randint(1, 199)
    stated = f"澄政发〔{year}〕{number}号"
    if chance.random() < 0.5:
        values: dict[str, tuple[object, ...]] = {"title": (title,), "number": (stated,)}
        text = f"按照《{title}》({stated})要求,{act(chance)}。"
    else:
        values = {"title": (title,), "number": (None,)}
        text = f"落实《{title}》,{act(chance)}。"
    return text, [FactTruth("reference", f"《{title}》", values)]


def recorded_value(chance: Random, setting: Setting) -> Stated:
    """A value already reached: a reader that calls it a target is wrong."""
    name, value = chance.choice(INDICATORS), chance.choice(("41.2", "7.5", "88"))
    text = f"{setting.year - 1}年,全市{name}已达到{value}%,为下一步工作奠定了基础。"
    values = {"value": (value,), "unit": ("%",)}
    return text, [FactTruth("recorded", f"{value}%", values, {"indicator": (name,)})]


def decoy(chance: Random, setting: Setting) -> Stated:
    """Numbers that state nothing of the kinds of facts."""
    return (
        chance.choice(
            (
                "在澄江、云溪、临岚等6个试点地区先行开展工作。",
                "聚焦“415X”先进制造业集群,支持山区26县因地制宜发展。",
                "产品应当符合GB 12345强制性国家标准的要求。",
                "坚持“双随机、一公开”监管,推动“最多跑一次”改革。",
                "申报单位登录项目申报系统(https://sb.example.cn/jg/login)提交材料。",
                "申报材料一式两份,按照A4纸规格双面打印。",
            )
        ),
        [],
    )


def duty(chance: Random, setting: Setting) -> Stated:
    """The units that answer for a task, in brackets after it."""
    shape, units = chance.randrange(4), chance.sample(SHORT_UNITS, chance.randint(2, 5))
    many = chance.random() < 0.25
    more = "等" if many and shape != 3 else ""
    if shape == 0:
        words = f"{'、'.join(units)}{more}按职责分工负责"
        roles = dict.fromkeys(units, "by_duty")
    elif shape == 1:
        words = f"{units[0]}牵头,{'、'.join(units[1:])}{more}按职责分工负责"
        roles = {units[0]: "lead", **dict.fromkeys(units[1:], "by_duty")}
    elif shape == 2:
        words = f"{units[0]}牵头,{'、'.join(units[1:])}{more}参加"
        roles = {units[0]: "lead", **dict.fromkeys(units[1:], "with")}
    else:
        words, roles = f"{units[0]}负责", {units[0]: "lead"}
    values = {"units": (tuple(sorted(roles.items())),), "open_ended": (bool(more),)}
    return f"({words})", [FactTruth("duty", words, values)]


NOTICE_WRITERS: tuple[Writer, ...] = (
    deadline_before, deadline_without_year, deadline_month_end, deadline_closing, deadline_span,
    period_within, period_months, target_level, target_change, target_amounts, target_whole,
    target_peak, threshold_money, threshold_share, threshold_groups, quota_each, money_award,
    reference_outside, recorded_value, decoy, decoy,
)  # fmt: skip
LAW_WRITERS: tuple[Writer, ...] = (
    period_within, period_within, period_months, period_full, period_less, money_award,
    reference_outside, decoy,
)  # fmt: skip
