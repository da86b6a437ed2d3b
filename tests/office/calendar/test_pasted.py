# SPDX-License-Identifier: Apache-2.0
"""Schedules as staff paste them. The notice below is a sample of our own, for a year to come."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiju.kernel.holiday_notice import Holiday
from yiju.kernel.invalid_input import InvalidInput
from yiju.office.calendar.pasted import read_pasted

SAMPLE = """样例：关于2030年部分节假日安排的样本（非官方文件）
一、元旦：2029年12月30日（周日）至2030年1月1日（周二）放假调休，共3天。2029年12月29日（周六）上班。
二、春节：2月2日（农历腊月三十、星期六）至9日（星期六）放假调休，共8天。2月10日（星期日）、16日（星期六）上班。
三、清明节：4月5日放假，与周末连休。
四、端午节：6月5日放假，6月7日(周五)补休。鼓励各单位安排职工在6月6日休息。
祝节日平安。
"""


def test_the_paragraphs_of_a_notice_are_read() -> None:
    pasted = read_pasted(SAMPLE, year=2030)
    assert pasted.holidays == (
        Holiday("元旦", date(2029, 12, 30), date(2030, 1, 1)),
        Holiday("春节", date(2030, 2, 2), date(2030, 2, 9)),
        Holiday("清明节", date(2030, 4, 5), date(2030, 4, 5)),
        Holiday("端午节", date(2030, 6, 5), date(2030, 6, 5)),
        Holiday("端午节", date(2030, 6, 7), date(2030, 6, 7)),
    )
    assert pasted.work == {date(2029, 12, 29), date(2030, 2, 10), date(2030, 2, 16)}
    assert pasted.ordinary == frozenset()


def test_rows_of_dates_are_read() -> None:
    pasted = read_pasted(
        "春节 2030-02-02 2030-02-09\n清明节\t2030-04-05\n\n"
        "上班 2030-02-10 2030-02-16 2030-02-17\n照常 2030-04-04 2030-04-06 2030-04-07",
        year=2030,
    )
    assert [holiday.name for holiday in pasted.holidays] == ["春节", "清明节"]
    assert pasted.work == {date(2030, 2, 10), date(2030, 2, 16), date(2030, 2, 17)}
    assert pasted.ordinary == {date(2030, 4, 4), date(2030, 4, 6), date(2030, 4, 7)}


@pytest.mark.parametrize(
    ("text", "place", "wrong"),
    [
        ("春节：2月2日（周日）放假。", "第1行", "2030-02-02 不是周日"),
        ("春节：2月2日至9日放假，共7天。", "第1行", "写明“共7天”，但所列日期为8天"),
        ("\n春节：2月30日放假。", "第2行", "没有2月30日这一天"),
        ("春节：30日放假。", "第1行", "“30日”没有月份"),
        ("春节：2月2日为法定节假日。", "第1行", "既未写放假，也未写上班"),
        ("2月2日放假。", "第1行", "没有节日名称"),
        ("春节：2月9日至2日放假。", "春节", "不是一段假期"),
        ("春节 2030-02-30", "第1行", "没有这一天"),
        ("春节 2030-02-02 2030-02-03 2030-02-04", "第1行", "读不懂这一行"),
        ("春节 自 2030-02-02", "第1行", "读不懂这一行"),
        ("2030-02-02", "第1行", "读不懂这一行"),
        ("祝节日平安。", "text", "没有读到日期"),
        ("", "text", "没有读到日期"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(text: str, place: str, wrong: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_pasted(text, year=2030)
    assert refused.value.place == place
    assert wrong in str(refused.value)


PIECES = [
    "春节", "：", "2月", "2日", "30日", "至", "（周六）", "放假", "，共8天", "。", "上班",
    "补休", "0年", "鼓励", "照常", "其中", "2030-02-02", "2030-99-99", " ", "\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join) | st.text(max_size=60))
def test_whatever_is_pasted_is_read_or_refused(text: str) -> None:
    try:
        pasted = read_pasted(text, year=2030)
    except InvalidInput as refused:
        assert refused.remedy
    else:
        assert pasted.holidays or pasted.work or pasted.ordinary
