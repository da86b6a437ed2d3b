# SPDX-License-Identifier: Apache-2.0
"""Heads as offices set them: short notices, laws with their note of adoption, records of sites."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.own_samples import paths_of, reading_of
from yiju.library.reading.coverage import unaccounted

SHORT = (
    "样例县水利局关于汛期值班的通知\n\n{to}\n一、值班时间为6月1日至9月30日。\n"
    "二、值班人员不得离岗。\n\n样例县水利局\n2025年5月20日\n"
)
RECORD = (
    "索引号：\t000001/2025-00012\t分类：\t水利\n发布机构：\t样例省水利厅\t成文日期：\t2025年3月19日\n"
    "发文字号：\t样水规〔2025〕4号\t发布日期：\t2025年3月25日\n"
    "关于加强取水管理的通知\n各市水利局：\n现就取水管理有关事项通知如下。\n一、甲。\n二、乙。\n"
)
LAW = "样例市养犬条例\n（{note}）\n第一条 为了规范养犬，制定本条例。\n第二条 犬只应当登记。\n"


@pytest.mark.parametrize(
    "to",
    [
        "各乡镇：",
        "各位委员：",
        "各学校：",
        "有关企业：",
        "各中小学、幼儿园，各培训机构：",
        "王某同志：",
    ],
)
def test_whoever_a_short_notice_is_for_it_is_read(to: str) -> None:
    notice = reading_of(SHORT.format(to=to)).documents[0]
    assert "，".join(notice.addressees) == to.rstrip("：")
    assert paths_of(notice) == ["l1_1", "l1_2"]


def test_an_opening_sentence_is_not_who_a_notice_is_for() -> None:
    notice = reading_of(SHORT.format(to="各地要做好值班，现将有关事项通知如下：")).documents[0]
    assert notice.addressees == ()


def test_the_record_above_a_page_gives_what_the_notice_does_not_say() -> None:
    reading = reading_of(RECORD)
    notice = reading.documents[0]
    assert (notice.number, notice.issuers) == ("样水规〔2025〕4号", ("样例省水利厅",))
    assert notice.dated_on == date(2025, 3, 19)
    assert paths_of(notice) == ["para_1", "l1_1", "l1_2"]
    assert unaccounted(reading, RECORD) == []


def test_a_record_with_its_values_on_lines_of_their_own_is_read() -> None:
    text = RECORD.replace("：\t", "：\n").replace("\t", "\n")
    assert reading_of(text).documents[0].number == "样水规〔2025〕4号"


def test_the_title_in_a_record_begins_no_document() -> None:
    row = "标题：\n样例县水利局关于汛期值班的通知\n发文字号：\n样水〔2025〕3号\n"
    documents = reading_of(row + SHORT.format(to="各乡镇：")).documents
    assert [d.number for d in documents] == ["样水〔2025〕3号"]


@pytest.mark.parametrize(
    ("note", "day", "body"),
    [
        ("2025年3月28日样例市第十届人民代表大会第三次会议通过", "2025-03-28", "样例市人民代表大会"),
        ("2025年3月1日样例市人民政府第三次常务会议审议通过", "2025-03-01", "样例市人民政府"),
        ("2025年1月20日样例市城管局令第17号公布", "2025-01-20", "样例市城管局"),
        (
            "2018年3月1日样例市第九届人民代表大会常务委员会第一次会议通过　根据2025年"
            "5月6日样例市第十届人民代表大会常务委员会第八次会议《关于修改〈样例市养犬条例〉的决定》修正",
            "2025-05-06", "样例市人民代表大会常务委员会",
        ),
    ],
)  # fmt: skip
def test_the_note_of_adoption_dates_a_law_and_names_who_made_it(
    note: str, day: str, body: str
) -> None:
    law = reading_of(LAW.format(note=note)).documents[0]
    assert (law.dated_on, law.issuers) == (date.fromisoformat(day), (body,))


def test_an_article_that_begins_with_an_ordinal_is_an_article() -> None:
    text = "样例办法\n第一条 第一类由市管理。\n第二条 第二类由县管理。\n第三条 及时报告。\n"
    assert paths_of(reading_of(text).documents[0])[::2] == ["art_1", "art_2", "art_3"]


def test_the_year_of_a_number_may_be_written_in_chinese() -> None:
    text = SHORT.format(to="样政办发〔二〇二五〕12号\n各乡镇：")
    assert reading_of(text).documents[0].id == "样政办发〔2025〕12号"


def test_who_signs_off_beside_the_number_is_no_part_of_it() -> None:
    text = "样例县水利局文件\n样水〔2025〕8号　　　　签发人：王五\n" + SHORT.format(to="各乡镇：")
    assert reading_of(text).documents[0].number == "样水〔2025〕8号"


def test_a_plan_under_the_title_that_the_notice_issues_hangs_on_it() -> None:
    notice = SHORT.replace("汛期值班", "印发样例工作方案").format(to="各乡镇：")
    documents = reading_of(
        f"{notice}\n样例工作方案\n为做好工作，制定本方案。\n一、丙。\n"
    ).documents
    assert [d.part_of for d in documents] == [None, 0]
    assert paths_of(documents[1]) == ["para_1", "l1_1"]


def test_minutes_are_a_document_though_nothing_but_their_title_says_so() -> None:
    text = "样例市政府专题会议纪要\n〔2025〕15号\n会议研究样例工作，决定如下。\n一、由甲局牵头。\n"
    minutes = reading_of(text).documents[0]
    assert (minutes.kind, minutes.number) == ("纪要", "〔2025〕15号")
