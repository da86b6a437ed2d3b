# SPDX-License-Identifier: Apache-2.0
"""Orders, announcements, decisions that amend, letters: forms with their own heads and ends."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.own_samples import paths_of, reading_of
from yiju.library.reading.furniture import furniture_of
from yiju.library.reading.lines import read_lines
from yiju.library.reading.model import Document

ORDER = (
    "样例省市场监督管理局令\n\n第17号\n\n《样例省收费办法》已经局务会议审议通过，现予公布。\n\n"
    "局长　李样例\n2025年1月20日\n\n样例省收费办法\n"
    "（2025年1月20日样例省市场监督管理局令第17号公布）\n"
    "第一条　为了规范收费，制定本办法。\n第二条　收费应当公示。\n"
)
AMENDING = (
    "样例省人大常委会关于修改《样例省献血条例》的决定\n"
    "（2025年3月28日样例省第十四届人民代表大会常务委员会第十五次会议通过）\n"
    "一、将第三条修改为：{quoted}\n二、删去第十二条。\n本决定自2025年5月1日起施行。\n"
)


def test_an_order_is_cited_with_its_organ_and_the_rules_hang_on_it() -> None:
    order, rules = reading_of(ORDER).documents
    assert order.number == "样例省市场监督管理局令第17号"
    assert (order.issuers, order.dated_on) == (("样例省市场监督管理局",), date(2025, 1, 20))
    assert (rules.part_of, rules.id) == (0, f"{order.id}!1")


def test_who_signs_an_order_is_no_clause_of_it() -> None:
    assert paths_of(reading_of(ORDER).documents[0]) == ["para_1"]


@pytest.mark.parametrize("mast", ["样例省药监局\n公　告", "样例省药监局公告"])
def test_an_announcement_under_its_masthead_is_cited_with_its_organ(mast: str) -> None:
    body = "为便民，现公告如下：\n一、甲。\n二、乙。\n特此公告。\n"
    text = f"{mast}\n2025年第12号\n关于取消样例证明的公告\n{body}"
    notice = reading_of(text).documents[0]
    assert notice.title == "关于取消样例证明的公告"
    assert notice.number == "样例省药监局公告2025年第12号"
    assert paths_of(notice) == ["para_1", "l1_1", "l1_2", "para_2"]


@pytest.mark.parametrize(
    "quoted",
    [
        "“第三条　县级以上政府领导献血。（一）宣传；（二）组织。”",
        "“第三条　县级以上政府领导献血。\n“第三条之一　红十字会推动献血。”",
        "“第三条　下列机关领导献血：\n（一）省政府；\n（二）市政府。”",
        "“第三条　县级以上政府领导献血。\n第四条　红十字会推动献血。”",
    ],
)
def test_the_articles_that_a_decision_quotes_are_text_of_its_item(quoted: str) -> None:
    decision = reading_of(AMENDING.format(quoted=quoted)).documents[0]
    paths = [p for p in paths_of(decision) if not p.startswith("l1_1/para_")]
    assert paths == ["l1_1", "l1_2", "para_1"]
    assert [f for f in decision.findings if f.type == "ocr"] == []


def test_a_quotation_that_never_closes_keeps_the_items_after_it() -> None:
    decision = reading_of(AMENDING.format(quoted="“第三条　政府领导献血。")).documents[0]
    assert paths_of(decision) == ["l1_1", "l1_2", "para_1"]


@pytest.mark.parametrize("words", ["专此致函，请予函复。", "妥否，请批示。", "出席：甲局王某。"])
def test_the_last_words_of_a_letter_are_no_part_of_its_last_item(words: str) -> None:
    head = "样例局关于样例事项的函\n样例市财政局：\n现函告如下：\n一、甲。\n二、乙。\n"
    text = f"{head}{words}\n样例局\n2025年1月2日\n"
    assert paths_of(reading_of(text).documents[0])[-1] == "para_2"


def blanks_of(document: Document) -> list[str | None]:
    return [f.proposal for f in document.findings if "blank" in f.message]


def test_blanks_in_a_stretch_are_one_finding_with_the_words_as_they_should_be() -> None:
    text = ORDER.replace("收费应当公示", "收 费 应 当公示，并 按时更新")
    assert blanks_of(reading_of(text).documents[1]) == ["收费应当", "并按"]


@pytest.mark.parametrize("heading", ["第一章　总　　则", "第一编 总则\n第一分编 一般规定"])
def test_the_blanks_of_headings_are_no_damage(heading: str) -> None:
    law = f"样例条例\n{heading}\n第一条　甲。\n第二条　乙。\n"
    assert blanks_of(reading_of(law).documents[0]) == []


def test_a_formula_that_wraps_alike_in_three_articles_is_no_running_head() -> None:
    article = (
        "第{n}条　申请人不服的，可以依法申请复\n"
        "议，也可以依法向人民法院提起行政诉讼\n活动，期间不停止执行。\n"
    )
    pages = "\f".join(article.format(n=n) for n in "一二三四")
    assert furniture_of(read_lines(pages)) == {}


def test_the_masthead_above_an_issue_is_the_title_of_the_bulletin() -> None:
    text = "样例惠企政策\n2026年第11期\n（总第40期）\n主办：样例省经济厅\n" + ORDER
    bulletin = reading_of(text).bulletin
    assert bulletin is not None
    assert (bulletin.title, bulletin.issue) == ("样例惠企政策", "2026年第11期")
    assert bulletin.total_issue == 40
