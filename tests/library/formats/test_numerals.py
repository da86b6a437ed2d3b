# SPDX-License-Identifier: Apache-2.0
"""Numbers of labels as Word shows them."""

from __future__ import annotations

import pytest

from yiju.library.formats.numerals import FORMS, numeral


@pytest.mark.parametrize(
    ("form", "number", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 19, "十九"),
        ("chineseCounting", 20, "二十"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 2024, "二千零二十四"),
        ("chineseCountingThousand", 1000, "一千"),
        ("chineseLegalSimplified", 11, "壹拾壹"),
        ("ideographDigital", 105, "一〇五"),
        ("ideographTraditional", 11, "甲"),
        ("ideographZodiac", 12, "亥"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerLetter", 26, "z"),
        ("upperLetter", 28, "BB"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedFullstop", 21, "21"),
        ("ideographEnclosedCircle", 10, "㊉"),
        ("decimalFullWidth", 30, "３０"),
        ("someLaterForm", 4, "4"),
    ],
)
def test_a_number_is_shown_in_its_form(form: str, number: int, shown: str) -> None:
    assert numeral(number, form) == shown


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("number", [-5, 0, 1, 99, 9999, 10_000_000])
def test_no_form_fails_for_any_number(form: str, number: int) -> None:
    assert numeral(number, form)
