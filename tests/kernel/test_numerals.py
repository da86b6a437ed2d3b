# SPDX-License-Identifier: Apache-2.0
"""Chinese numerals, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiju.kernel.numerals import chinese_numeral, numeral_value

WRITTEN = {
    0: "零",
    9: "九",
    10: "十",
    15: "十五",
    20: "二十",
    105: "一百零五",
    110: "一百一十",
    120: "一百二十",
    1260: "一千二百六十",
    2005: "二千零五",
    10010: "一万零一十",
    11000: "一万一千",
    100000: "十万",
    120000305: "一亿二千万零三百零五",
}


@pytest.mark.parametrize(("number", "numeral"), WRITTEN.items())
def test_a_number_is_written_as_in_a_citation(number: int, numeral: str) -> None:
    assert chinese_numeral(number) == numeral


@given(st.integers(0, 10**12 - 1))
def test_what_is_written_reads_back(number: int) -> None:
    assert numeral_value(chinese_numeral(number)) == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("二〇二五", 2025), ("二○○九", 2009), ("一二〇", 120), ("两", 2), ("两千", 2000),
     ("零五", 5), ("三万零五", 30005), ("十", 10), ("一十二", 12)],
)  # fmt: skip
def test_other_ways_of_writing_are_read(numeral: str, number: int) -> None:
    assert numeral_value(numeral) == number


@pytest.mark.parametrize("words", ["", "条", "十百", "万", "零万", "二零十零零", "一十十", "12"])
def test_what_is_no_numeral_has_no_value(words: str) -> None:
    assert numeral_value(words) is None


@pytest.mark.parametrize("number", [-1, 10**12])
def test_numbers_without_a_citation_numeral_are_a_mistake(number: int) -> None:
    with pytest.raises(ValueError, match="no citation numeral"):
        chinese_numeral(number)
