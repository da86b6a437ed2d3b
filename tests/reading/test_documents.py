# SPDX-License-Identifier: Apache-2.0
"""Documents: head, body, tail, and which hangs on which."""

from __future__ import annotations

from datetime import date

from tests.reading.own_samples import NOTICE, RULES, node_at, paths_of, reading_of
from yiju.library.reading.coverage import unaccounted
from yiju.library.reading.organs import names_of


def test_the_head_of_a_notice_is_read_and_its_number_repaired() -> None:
    notice = reading_of(NOTICE).documents[0]
    assert notice.title == "样例市经济局关于开展样例申报工作的通知"
    assert notice.id == notice.number == "样经发〔2024〕7号"
    assert notice.addressees == ("各县（市、区）经济局", "有关企业")
    assert any(f.type == "ocr" and f.proposal == "〔2024〕7号" for f in notice.findings)


def test_the_tail_of_a_notice_is_read() -> None:
    notice = reading_of(NOTICE).documents[0]
    assert [(a.title, a.format) for a in notice.annexes] == [
        ("样例申请表", "docx"), ("样例汇总表", "xlsx"),
    ]  # fmt: skip
    assert (notice.issuers, notice.dated_on) == (("样例市经济局",), date(2024, 4, 3))


def test_a_heading_and_the_items_on_its_line_are_parted() -> None:
    notice = reading_of(NOTICE).documents[0]
    assert node_at(notice, "l1_2/l2_2").heading == "组织申报"
    assert node_at(notice, "l1_2/l2_2/l3_2").text == "逐级审核。由县级审核。"


def test_a_day_of_coming_into_force_is_read() -> None:
    assert reading_of(RULES).documents[0].effective_on == date(2021, 5, 1)


def test_rules_printed_after_the_notice_that_issues_them_are_attached() -> None:
    carrier = (
        "样例市政府关于印发《样例河道管理办法》的通知\n各县区政府：\n现印发给你们。\n"
        "样例市政府\n2021年4月1日\n"
    )
    adopted = "（2021年3月1日样例市人民政府第三次常务会议通过）\n"
    notice, rules = reading_of(carrier + RULES.replace(adopted, "")).documents
    assert rules.part_of == 0
    assert rules.id == f"{notice.id}!1"


def test_a_law_that_is_not_named_before_stands_alone() -> None:
    documents = reading_of(NOTICE + RULES).documents
    assert [d.part_of for d in documents] == [None, None]


def test_documents_without_title_have_ids_of_their_own() -> None:
    cut = "（三）各地应当加强样例管理，完善样例制度，推进样例公开，保障安全。\n" * 2
    first = reading_of(cut).documents[0]
    other = reading_of(cut.replace("样例", "示范")).documents[0]
    assert first.id != other.id
    assert not first.complete


def test_a_page_without_policy_gives_no_document_and_says_so() -> None:
    reading = reading_of("今天天气很好。\n我们去公园玩，晚上回家。\n")
    assert reading.documents == ()
    assert [f.type for f in reading.findings] == ["missing"]


def test_closing_words_belong_to_the_document_and_not_to_the_last_item() -> None:
    text = (
        "样例局关于样例工作的通知\n各单位：\n现通知如下。\n一、甲。\n二、乙。\n特此通知。\n"
        "样例局\n2024年1月2日\n"
    )
    assert paths_of(reading_of(text).documents[0])[-1] == "para_2"


def test_no_character_of_a_sample_is_lost() -> None:
    for text in (NOTICE, RULES, NOTICE + RULES, "\ufeff" + RULES, "甲\x00乙\n{{丙}}"):
        assert unaccounted(reading_of(text), text) == []


def test_names_of_organs_that_run_together_are_parted() -> None:
    assert names_of("工业和信息化部办公厅财政部办公厅") == ("工业和信息化部办公厅", "财政部办公厅")
    assert names_of("国家知识产权局教育部 人力资源社 会保障部") == (
        "国家知识产权局", "教育部", "人力资源社会保障部",
    )  # fmt: skip


def test_the_masthead_above_a_title_names_the_issuer_and_is_no_title() -> None:
    text = (
        "样例市教育局文件\n样教〔2024〕2号\n关于做好样例工作的通知\n"
        "各学校：\n现通知如下。\n一、甲。\n"
    )
    notice = reading_of(text).documents[0]
    assert notice.title == "关于做好样例工作的通知"
    assert notice.issuers == ("样例市教育局",)


def test_names_and_telephones_of_contacts_are_masked() -> None:
    text = NOTICE.replace("附件：", "联系人：样例局高新处吴样青，电话：0571-81234567\n附件：")
    contact = reading_of(text).documents[0].contacts[0]
    assert "样青" not in contact.masked and "吴**" in contact.masked
    assert "81234567" not in contact.masked


def test_one_file_for_several_annexes_gives_its_format_to_all() -> None:
    text = NOTICE.replace("样例申请表.docx", "样例申请表").replace(".xlsx", "附件1—2.wps")
    annexes = reading_of(text).documents[0].annexes
    assert [(a.title, a.format) for a in annexes] == [("样例申请表", "wps"), ("样例汇总表", "wps")]


def test_a_second_number_in_a_head_is_not_lost() -> None:
    text = f"样经信〔2024〕8号\n{NOTICE}"
    assert unaccounted(reading_of(text), text) == []
