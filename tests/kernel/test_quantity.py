# SPDX-License-Identifier: Apache-2.0
"""Quantities: exact conversion inside a family, refusal across families."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiju.kernel.invalid_input import InvalidInput
from yiju.kernel.quantity import Quantity, measure


def quantity(text: str) -> Quantity:
    """``"5 吉瓦"`` as a quantity."""
    amount, _, unit = text.partition(" ")
    return Quantity(Decimal(amount), unit)


SAME = [
    ("1 亿元", "10000 万元"),
    ("1 万亿元", "1000000000000 元"),
    ("12.5 元", "1250 分"),
    ("1 万千瓦时", "10 兆瓦时"),
    ("1 亿千瓦时", "100 吉瓦时"),
    ("12 亿千瓦", "1200 吉瓦"),
    ("1 千瓦时", "1 度"),
    ("3.6 亿吨标准煤", "36000 万吨标准煤"),
    ("300 克标准煤/千瓦时", "0.3 千克标准煤/千瓦时"),
    ("0.5 吨标准煤/万元", "50 克标准煤/元"),
    ("2 公顷", "30 亩"),
    ("1 平方公里", "100 公顷"),
    ("25 %", "2.5 成"),
    ("1.5 ‰", "0.15 %"),
    ("2 百分点", "2 个百分点"),
    ("15.8 万件", "158000 件"),
    ("3 万", "30000 "),
    ("90 分钟", "1.5 小时"),
    ("2 千万千瓦", "20 百万千瓦"),
    ("5 天", "5 日"),
    ("1 吉瓦时", "1000 兆瓦时"),
    ("1 太瓦时", "1000 吉瓦时"),
    ("1 TWh", "1000 GWh"),
    ("1 GWh", "1000 MWh"),
    ("1 MWh", "1000 kWh"),
    ("1 kWh", "1000 瓦时"),
    ("1 太瓦", "1000 吉瓦"),
    ("1 GW", "1000 MW"),
    ("1 MW", "1000 kW"),
    ("1 kW", "1000 瓦"),
    ("1 兆瓦", "1000 千瓦"),
    ("1 千元", "10000 角"),
    ("1 元人民币", "1 人民币元"),
    ("1 吨标煤", "1000000 克标准煤"),
    ("1 吨二氧化碳", "1000000 克二氧化碳"),
    ("1 千克二氧化碳", "1000 克二氧化碳"),
    ("1 吨", "1000000000 毫克"),
    ("1 公斤", "1000 克"),
    ("1 平方千米", "1000000 平方米"),
    ("1 公里", "1000 米"),
    ("1 米", "100 厘米"),
    ("1 千米", "1000000 毫米"),
    ("1 立方米", "1000000 毫升"),
    ("1 升", "1000 毫升"),
    ("1 小时", "3600 秒"),
    ("1 ％", "10 ‰"),
    ("1 十万吨", "10 万吨"),
    ("1 百万吨", "0.1 千万吨"),
]
APART = [
    ("1 %", "百分点"),
    ("1 元", "千瓦"),
    ("1 千瓦", "千瓦时"),
    ("1 吨", "吨标准煤"),
    ("1 吨标准煤", "吨二氧化碳"),
    ("1 件", "家"),
    ("1 吨标准煤/万元", "吨标准煤"),
    ("1 月", "日"),
    ("1 %", ""),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_the_same_in_another_unit_is_equal(left: str, right: str) -> None:
    a, b = quantity(left), quantity(right)
    assert a == b
    assert hash(a) == hash(b)
    assert str(a.to(b.unit)) == f"{b.amount}{b.unit}"
    assert a <= b and b <= a and not a < b


@pytest.mark.parametrize(("left", "unit"), APART)
def test_different_measures_are_never_mixed(left: str, unit: str) -> None:
    a, b = quantity(left), Quantity(Decimal(1), unit)
    assert a != b
    for mix in (lambda: a.to(unit), lambda: a + b, lambda: a - b, lambda: a < b, lambda: a <= b):
        with pytest.raises(InvalidInput, match="do not measure the same"):
            mix()


def test_what_has_no_exact_decimal_is_refused_and_not_rounded() -> None:
    with pytest.raises(InvalidInput, match="no exact decimal"):
        quantity("1 亩").to("平方米")
    assert quantity("3 亩").to("平方米") == quantity("2000 平方米")


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity"])
def test_an_amount_is_a_number(amount: str) -> None:
    with pytest.raises(InvalidInput, match="is no amount"):
        Quantity(Decimal(amount), "元")


def test_quantities_are_reckoned_in_the_unit_of_the_first() -> None:
    assert str(quantity("1.2 亿元") + quantity("3 万元")) == "1.2003亿元"
    assert str(quantity("15 亩") - quantity("1.1 公顷")) == "-1.5亩"
    assert str(quantity("2.50 万件").times(Decimal("0.1"))) == "0.25万件"
    assert quantity("-3 元") < quantity("0.1 分")


def test_an_unknown_unit_is_a_measure_of_its_own() -> None:
    assert measure("万人次").family == "人次"
    assert measure("a/b/c").family == "a/b/c"
    assert quantity("1 件") != "1件"


amounts = st.decimals(
    allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9
)
chains = st.sampled_from(
    [("元", "万元", "亿元"), ("千瓦时", "兆瓦时", "亿千瓦时"), ("%", "‰", "%")]
)


@given(amounts, chains)
def test_there_and_back_is_the_same_to_the_last_digit(
    amount: Decimal, units: tuple[str, str, str]
) -> None:
    start = Quantity(amount, units[0])
    there = start.to(units[1]).to(units[2])
    assert there.to(units[0]).amount == amount
    assert there == start


@given(amounts, amounts)
def test_adding_and_taking_away_again_changes_nothing(a: Decimal, b: Decimal) -> None:
    first, second = Quantity(a, "万元"), Quantity(b, "元")
    assert first + second - second == first
    assert (first < second) == (a * 10000 < b)
