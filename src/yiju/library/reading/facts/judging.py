# SPDX-License-Identifier: Apache-2.0
"""What a figure is: a target, a threshold, a quota, an amount of money, or a value reached.

The words around it decide. A year ahead (到2025年) and a verb of reaching make a target; 应, 须 and
a bound without a year a condition; 已, 目前 and a year gone by a value reached. A number that only
counts (6个试点城市) is none of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from yiju.library.reading.facts.days import document_year
from yiju.library.reading.facts.figures import Figure
from yiju.library.reading.facts.verbs import makes, verb_before
from yiju.library.reading.facts.view import FactView, Place
from yiju.library.reading.facts.years import Mark, implied_year, last_list, marks_in, plan_year

Judgement = Literal["target", "threshold", "quota", "money", "recorded"]

_COUNTING = re.compile(
    r"(?:个|家|名|项|件|种|人|人次|所|座|条|辆|台|套|处|次|艘|篇|例|宗|只|头|株|枚|笔|场|位|门|支|对"
    r"|组|张|床|户)$"
)
_GONE = re.compile(
    r"已(?!纳入|知|有关|开展)|累计(?!下降|降低|减少|压减)|同比|(?:达到|实现|完成|增长|下降|提高)了|目前|现有|去年|上年(?!度)"
    r"|比上年|以来|年来|共有|我国(?:有|[^,。;]{2,20}达到)"
)
_FROM_TO = re.compile(r"从[^,。;]{0,40}?(?:增加|提高|增长|提升|上升|扩大|下降|降低|减少|缩短|发展)")
_FROM_PAST = re.compile(
    r"从[“\"]?(?:十[一二三四五六七]五[”\"]?期?末|(?:19|20)[0-9]{2}年)[^,。;]{0,30}$"
)
_REQUIRED = re.compile(
    r"应(?<![响相适供反效顺]应)(?![用急对收变])|须|必须|不得|方可|符合(?!率)|满足(?!率)|可利用|注册资[本金]"
    r"|申报(?:企业|单位|主体|产品|项目)|条件(?<!有条件)|资格|准入|门槛"
)
_CONDITIONS = re.compile(
    r"(?:条件|资格|准入|对象|范围|门槛)$|(?:申报|推荐|基本|资质|认定|入选|准入)[^,。]{0,6}(?:要求|标准)$"
)
_AIMING = re.compile(r"推动|努力|力争|确保|促进")
_AIMED = re.compile(r"力争|努力|确保|计划|预期")
_NOMINATING = re.compile(
    r"推荐|申报|报送|限报|限额|限推|提名|上报|选报|申请|名额|入选|立项|遴选|选送|填报|确定|选择"
)
_LIMIT = re.compile(
    r"(?:最多|至多|不超过|不得超过|限|只能|仅能?|仅可|名额|可各?(?:推荐|申报|选报|择优推荐))[^,。;]{0,6}$"
)
_PAYING = re.compile(
    r"给予|奖励|补助|补贴|资助|安排|拨付|罚款|处以|支持|补偿|最高|奖补|经费|资金|缴纳|收费|收取"
    r"|每[人户项个家]|保证金|贷款|授信"
)
_MEASURED = ("%", "‰", "个百分点", "百分点")
_IMPOSED = ("处", "并处", "单处", "处以", "罚款", "处罚")
_FINE = re.compile(r"[0-9.一二三四五六七八九十百千万亿两]{0,9}(?:元以下)?的?(?:罚款|罚金)")
_FINE_REACH = 16
_LATELY = re.compile(r"近[一二三四五两0-9]{1,2}个?(?:会计)?年|上一?个?(?:会计)?年度|上年[度末]")
_PLACE_TELLS = re.compile(r"[我全](?:省|市|国|区|县|州)|了|已|同比")
_GRANTED = re.compile(r"安排|拨付|下达|给予|补助|奖补|奖励|补贴")
_CAPITAL = re.compile(r"注册资[金本]|实缴")
_YEARLY = re.compile(r"全年|每年新增")
_QUALIFIED = re.compile(
    r"的(?!水平|增速|速度|目标|比例|比重|占比|增长|覆盖率|幅度|情况|[,。;)\n])"
    r"|(?:企业|单位|项目|机构|工业企业|园区)"
)
_BOUND_BEFORE = re.compile(r"(?:具备|拥有|达到|实现|形成|保持|建成|培育|提供|完成|新增)$")
_RISING = re.compile(r"(?:的)?基础上[^,。;]{0,6}(?:提升|提高|增长|扩大)")
_RESTATED = re.compile(r"指导思想|基本原则|工作原则")
_PAST_PLAN = re.compile(r"[“\"]?十([一二三四五六七])五[”\"]?(?:时期|期间|以来)")
_OPTIONAL = re.compile(r"鼓励|支持|探索|引导|有条件")
_CARRIED_REACH = 400


@dataclass(frozen=True, slots=True)
class Setting:
    """The words around a list of figures, as far as the judgement needs them.

    ``marks`` are the years ahead in the sentence; ``year`` may also be carried over from the
    sentence before or ``implied`` by the plan. ``gone`` where the sentence tells of a year gone
    by, ``required`` where it sets a condition.
    """

    place: Place
    sentence: int
    sentence_past: int
    part: int
    stem: str
    marks: tuple[Mark, ...]
    year: int | None
    implied: bool
    gone: bool
    required: bool


def setting_at(view: FactView, head: int) -> Setting | None:
    """The setting of the figure at ``head``; ``None`` where no clause holds it."""
    place = view.place(head)
    if place is None:
        return None
    text = view.text
    sentence, past = view.sentence(head)
    part = max(sentence, text.rfind(",", sentence, head) + 1)
    marks = marks_in(text, sentence, head)
    signed = document_year(view.documents, place.document)
    ahead = [mark for mark in marks if _is_ahead(mark, signed, text[mark.past : head])]
    listed = last_list(text, ahead) if ahead and ahead[-1] is marks[-1] else []
    year, implied = (listed[-1].year, False) if listed else (None, False)
    if year is None and not marks:
        year, implied = _year_from_above(view, place, sentence, signed, text[part:head])
    required = _is_required(text[sentence:head], place)
    return Setting(
        place=place, sentence=sentence, sentence_past=past, part=part,
        stem=text[part:head], marks=tuple(listed), year=year, implied=implied,
        gone=bool(marks) and not listed and not required and _is_past(marks[-1], signed),
        required=required,
    )  # fmt: skip


def _is_ahead(mark: Mark, signed: int | None, after: str = "") -> bool:
    """Whether the year is to come; the year of the document is, unless the words say 已 or 了."""
    if signed is None:
        return mark.goal
    if mark.year == signed:
        return mark.goal or _AIMED.search(after) is not None or _GONE.search(after) is None
    return mark.year > signed


def _is_past(mark: Mark, signed: int | None) -> bool:
    return signed is not None and mark.year < signed


def _year_from_above(
    view: FactView, place: Place, sentence: int, signed: int | None, stem: str
) -> tuple[int | None, bool]:
    """The year of a sentence before, of the clause above, or of the plan (then implied)."""
    if _OPTIONAL.search(stem):
        return None, False
    first = max(0, sentence - _CARRIED_REACH)
    marks = [mark for mark in marks_in(view.text, first, sentence) if not mark.plan]
    marks = [mark for mark in marks if view.place(mark.first) is place]
    if marks and view.place(first) is None:
        marks = []
    above = place.above.node if place.above is not None else None
    lead = (above.text or above.heading or "") if above is not None else ""
    if not marks and lead.endswith((":", "：")):
        marks = marks_in(lead, 0, len(lead))
    if marks and marks[-1].goal and _is_ahead(marks[-1], signed):
        return marks[-1].year, False
    year = implied_year(view.documents[place.document])
    return year, year is not None


def _is_required(before: str, place: Place) -> bool:
    """Whether the sentence, or a heading above it, sets a condition."""
    if _REQUIRED.search(before):
        return True
    if _AIMING.search(before):
        return False
    here: Place | None = place
    while here is not None and here.node is not None:
        if here.node.heading and _CONDITIONS.search(here.node.heading[-16:]):
            return True
        here = here.above
    return False


def judge(view: FactView, figure: Figure, setting: Setting) -> Judgement | None:
    """What a figure is; ``None`` where it is a mere number."""
    if _is_no_amount(view, figure, setting):
        return None
    if figure.unit.endswith("元") and _is_fine(view, figure, setting):
        return "money"
    if _is_quota(view, figure, setting):
        return "quota"
    if is_bounded(figure) and (figure.prefix in ("达", "达到") or _CAPITAL.search(setting.stem)):
        return "threshold"
    if is_bounded(figure) and _is_of_an_applicant(view, setting):
        return "threshold"
    if not (figure.prefix or "").startswith("不") and is_gone(view, setting):
        told = (
            not is_count(figure)
            or figure.prefix is not None
            or _moves(view, figure, setting)
            or makes(setting.stem)
        )
        return "recorded" if told else None
    if _is_qualifying(view, figure, setting):
        return "threshold" if is_bounded(figure) else _money(figure)
    if "元" in figure.unit and _is_paid(setting):
        return "money"
    if _is_goal(view, figure, setting):
        return "target"
    return "threshold" if is_bounded(figure) else _money(figure)


def _is_no_amount(view: FactView, figure: Figure, setting: Setting) -> bool:
    """满3年 is a period; 3岁以下婴幼儿 and 65蒸吨以下锅炉 say which ones are meant.

    3年以上 alone is a condition.
    """
    if figure.unit == "年":
        lasts = figure.prefix is not None and "满" in figure.prefix and figure.suffix is None
        return figure.value > 99 or not is_bounded(figure) or lasts
    if figure.unit.endswith("岁"):
        return bool(setting.marks)
    kind = figure.suffix is not None and not setting.stem and figure.head == figure.first
    return (
        kind
        and figure.unit not in _MEASURED
        and not is_count(figure)
        and _names_kind(view.text[figure.past : figure.past + 1])
    )


def _names_kind(after: str) -> bool:
    """Whether a noun follows at once: 65蒸吨以下 before 燃煤锅炉."""
    return "一" <= after <= "龥" and after != "的"


def _is_of_an_applicant(view: FactView, setting: Setting) -> bool:
    """近三年研发投入年均增长10%以上: what a subject must have reached, unless a place tells it."""
    if setting.marks or _LATELY.search(setting.stem) is None:
        return False
    return _PLACE_TELLS.search(view.text, setting.sentence, setting.sentence_past) is None


def _is_paid(setting: Setting) -> bool:
    """给予50万元奖励; in a year ahead only without a verb of reaching: 2025年安排资金3亿元."""
    if setting.marks:
        return bool(_GRANTED.search(setting.stem)) and verb_before(setting.stem) is None
    return _PAYING.search(setting.stem) is not None


def _is_fine(view: FactView, figure: Figure, setting: Setting) -> bool:
    """处5000元以上3万元以下罚款: two amounts of money and no condition."""
    if setting.stem.endswith(_IMPOSED):
        return True
    reach = min(figure.past + _FINE_REACH, setting.sentence_past)
    return _FINE.match(view.text, figure.past, reach) is not None


def is_bounded(figure: Figure) -> bool:
    """Whether words of comparison bind the figure."""
    return figure.comparison not in ("=", "~")


def rises_from(view: FactView, figure: Figure) -> bool:
    """消费比例在80%基础上进一步提升: the figure is the floor."""
    return _RISING.match(view.text, figure.past) is not None


def is_restated(place: Place) -> bool:
    """Whether the clause only recalls a goal, as the guiding ideas of a plan do."""
    here: Place | None = place
    while here is not None and here.node is not None:
        if _RESTATED.search((here.node.heading or here.node.text)[:16]):
            return True
        here = here.above
    return False


def _money(figure: Figure) -> Judgement | None:
    return "money" if figure.unit.endswith("元") else None


def is_count(figure: Figure) -> bool:
    """Whether the unit counts things one by one: 个, 家, 项."""
    return _COUNTING.search(figure.unit) is not None


def _is_quota(view: FactView, figure: Figure, setting: Setting) -> bool:
    """每个省最多推荐1个, 推荐项目不超过3个, 确定3个左右."""
    if not is_count(figure) or setting.marks or figure.prefix in ("不足", "不满", "未满", "超过"):
        return False
    limited = figure.comparison == "<=" or _LIMIT.search(setting.stem) is not None
    near = figure.suffix == "左右" and setting.stem.endswith(("确定", "选择", "推荐"))
    around = view.text[setting.part : figure.first] + view.text[figure.past : figure.past + 4]
    return (limited or near) and _NOMINATING.search(around) is not None


def is_gone(view: FactView, setting: Setting) -> bool:
    """已达到41.2%, 2024年…达到, “十三五”时期…超过11.6%."""
    if setting.marks:
        return False
    if setting.gone or _GONE.search(setting.stem) or _FROM_PAST.search(setting.stem):
        return True
    if view.text.find("过去", setting.sentence, setting.part) >= 0:
        return True
    return not setting.required and _in_past_plan(view, setting)


def _moves(view: FactView, figure: Figure, setting: Setting) -> bool:
    """Whether a count is part of a change that the text tells: 从6.3件增加到15.8件, 达到100家."""
    if verb_before(setting.stem) is not None:
        return True
    span = view.text[setting.part : min(figure.past + 6, setting.sentence_past)]
    return _FROM_TO.search(span) is not None


def _in_past_plan(view: FactView, setting: Setting) -> bool:
    """Whether the paragraph tells of a five-year plan gone by."""
    signed = document_year(view.documents, setting.place.document)
    node = setting.place.node
    if signed is None or node is None:
        return False
    years = [plan_year(plan) for plan in _PAST_PLAN.findall(node.text[:200].replace(" ", ""))]
    return bool(years) and all(year < signed for year in years)


def _is_qualifying(view: FactView, figure: Figure, setting: Setting) -> bool:
    """超过1万吨标准煤的数据中心: the figure says which ones are meant."""
    if _BOUND_BEFORE.search(setting.stem) is not None:
        return False
    return _QUALIFIED.match(view.text, figure.past) is not None


def _closes(view: FactView, figure: Figure, setting: Setting) -> bool:
    """绿色工厂200家 at the end of its part; 在6个城市 and 等9种 only count."""
    ended = view.text[figure.past : figure.past + 1] in (",", "。", ";", "、", "(", "和", "\n", "")
    bare = setting.stem.endswith(("等", "在", "对", "以", "由", "从", "向", "的", "第", "共", "分"))
    return (ended or figure.suffix is not None) and len(setting.stem) > 2 and not bare


def _is_goal(view: FactView, figure: Figure, setting: Setting) -> bool:
    """Whether the figure is set for a state of the world."""
    if rises_from(view, figure):
        return True
    held = figure.prefix == "控制在" or (figure.unit == "%" and figure.value == 100)
    verb = (
        held or verb_before(setting.stem) is not None or (is_count(figure) and makes(setting.stem))
    )
    if setting.marks:
        return verb or is_bounded(figure) or not is_count(figure) or _closes(view, figure, setting)
    if _YEARLY.search(setting.stem) and is_bounded(figure) and not is_count(figure):
        verb = True
    return verb and not setting.required and figure.unit != "年"
