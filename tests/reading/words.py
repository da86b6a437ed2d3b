# SPDX-License-Identifier: Apache-2.0
"""Our own word lists of administrative Chinese, and plain sentences made from them.

The sentences state nothing that a reader could take for a fact: no numbers, no dates, no titles.
Places are invented; bodies carry the kinds of names that real ones have.
"""

from __future__ import annotations

from datetime import date
from random import Random

PLACES = ("澄江市", "云溪市", "临岚市", "南屿省", "北砚省", "青湾市", "松阳湾区", "石梁县")
DEPARTMENTS = (
    "人民政府", "人民政府办公室", "发展和改革委员会", "经济和信息化局", "科学技术局", "财政局",
    "教育局", "生态环境局", "住房和城乡建设局", "交通运输局", "农业农村局", "商务局",
    "市场监督管理局", "统计局", "知识产权局", "应急管理局", "卫生健康委员会", "文化和旅游局",
)  # fmt: skip
NATIONAL = (
    "国家发展改革委", "教育部", "科技部", "工业和信息化部", "财政部", "生态环境部", "交通运输部",
    "农业农村部", "商务部", "市场监管总局", "国家能源局", "国家数据局", "国家统计局",
    "国家知识产权局", "应急管理部", "自然资源部", "人力资源社会保障部", "中国人民银行",
)  # fmt: skip
SHORT_UNITS = (
    "市发展改革委", "市经信局", "市科技局", "市财政局", "市教育局", "市生态环境局", "市商务局",
    "市住房城乡建设局", "市交通运输局", "市农业农村局", "市市场监管局", "市统计局", "市数据局",
    "市人力社保局", "市应急管理局", "市文化广电旅游局", "市卫生健康委", "市税务局",
)  # fmt: skip
DOMAINS = (
    "数据资源", "水资源节约", "工业遗产保护", "城市绿化", "噪声污染防治", "养老服务", "物业服务",
    "电梯安全", "餐饮油烟", "中小企业发展", "科技成果转化", "地理标志", "计量器具", "建筑垃圾",
    "历史建筑", "公共信用信息", "网络预约出租汽车", "农村公路", "职业技能培训", "再生资源回收",
    "无障碍环境建设", "海域使用", "粮食储备", "湿地保护", "户外广告设施", "家政服务", "档案",
)  # fmt: skip
SUBJECTS = (
    "有关部门", "各级主管部门", "行业协会", "项目单位", "服务机构", "申请人", "生产经营单位",
    "县级主管部门", "乡镇人民政府", "建设单位", "受委托的机构", "评审专家", "管理单位", "经营者",
)  # fmt: skip
VERBS = (
    "健全", "完善", "加强", "规范", "优化", "推进", "建立", "落实", "细化", "强化", "统筹", "畅通",
    "拓展", "深化", "改进", "公开", "核查", "明确", "维护", "培育",
)  # fmt: skip
OBJECTS = (
    "协调机制", "信息共享渠道", "服务流程", "管理台账", "技术规范", "安全责任", "监督检查",
    "业务培训", "风险预警", "档案资料", "评价结果", "资金使用", "公众参与", "信用记录", "设施运行",
    "应急预案", "诚信承诺", "专家论证", "社会监督", "工作指引", "数据质量", "宣传引导", "基础设施",
    "人才队伍", "标准体系", "产业布局", "市场秩序", "受理窗口", "问题清单", "整改措施",
)  # fmt: skip
MANNERS = ("依法", "及时", "主动", "按照规定", "因地制宜", "稳妥有序", "会同有关单位", "分类")
CONDITIONS = (
    "材料不齐全", "情况发生变化", "存在较大风险", "经核实属实", "涉及多个地区", "条件暂不具备",
    "需要补充说明", "拒不改正", "自愿退出", "情节轻微并主动改正",
)  # fmt: skip
PURPOSES = ("提高服务质量", "保障公共利益", "防范各类风险", "方便群众办事", "促进有序发展")
RUN_IN_NOUNS = ("组织领导", "政策协同", "过程管理", "要素保障", "跟踪评估", "宣传培训", "结果运用")
HEADINGS = (
    "总体要求", "主要任务", "工作原则", "重点任务", "支持方向", "实施步骤", "工作要求", "保障措施",
    "适用范围", "组织实施", "申报要求", "有关事项", "监督管理", "基本原则", "工作机制",
)  # fmt: skip
LAW_HEADINGS = (
    "规划与建设", "服务与保障", "监督管理", "法律责任", "信息采集", "权利和义务",
    "运行维护", "评价与应用", "申请与受理", "一般规定", "特别规定", "经费管理", "档案与统计",
)  # fmt: skip
DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """The number from 1 to 999 as laws write it: 12 → 十二, 120 → 一百二十, 105 → 一百零五."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (DIGITS[ones] if ones else "")


def chinese_day(day: date) -> str:
    """The day as older signatures write it: 二〇二六年三月十五日."""
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese_number(day.month)}月{chinese_number(day.day)}日"


def act(chance: Random) -> str:
    """Something that an office does: 健全协调机制、服务流程."""
    things = chance.sample(OBJECTS, chance.choice((1, 1, 2, 3)))
    joined = things[0] if len(things) == 1 else "、".join(things[:-1]) + "和" + things[-1]
    return chance.choice(VERBS) + joined


def acts(chance: Random, count: int) -> str:
    """Several acts in a row, divided by commas."""
    return ",".join(
        (chance.choice(MANNERS) if chance.random() < 0.3 else "") + act(chance)
        for _ in range(count)
    )


def sentence(chance: Random) -> str:
    """One plain sentence of a policy, with its full stop."""
    subject, shape = chance.choice(SUBJECTS), chance.randrange(6)
    if shape == 0:
        return f"{subject}应当{acts(chance, chance.randint(1, 3))}。"
    if shape == 1:
        return f"鼓励{subject}{acts(chance, chance.randint(1, 2))}。"
    if shape == 2:
        return f"{chance.choice(CONDITIONS)}的,{subject}可以{acts(chance, 1)}。"
    if shape == 3:
        return f"{acts(chance, chance.randint(2, 4))},{chance.choice(PURPOSES)}。"
    if shape == 4:
        return f"{subject}不得以任何理由拒绝{act(chance)}(法律另有规定的除外)。"
    return f"坚持“{chance.choice(PURPOSES)}”的要求,{acts(chance, 2)}。"


def sentences(chance: Random, least: int, most: int) -> str:
    """A paragraph of plain sentences."""
    return "".join(sentence(chance) for _ in range(chance.randint(least, most)))


def list_item(chance: Random) -> str:
    """The words of an item in a list, without the mark at its end."""
    shape = chance.randrange(3)
    if shape == 0:
        return f"{acts(chance, 1)}的"
    if shape == 1:
        return f"{chance.choice(SUBJECTS)}在{act(chance)}过程中形成的{chance.choice(OBJECTS)}"
    return f"{acts(chance, 2)}"


def body(chance: Random) -> str:
    """A body that issues documents."""
    if chance.random() < 0.4:
        return chance.choice(NATIONAL)
    return chance.choice(PLACES) + chance.choice(DEPARTMENTS)


def bodies(chance: Random, count: int) -> tuple[str, ...]:
    """Different bodies that issue one document together: all national, or all of one place."""
    if count > 1 and chance.random() < 0.5:
        return tuple(chance.sample(NATIONAL, count))
    place = chance.choice(PLACES)
    return tuple(place + department for department in chance.sample(DEPARTMENTS, count))
