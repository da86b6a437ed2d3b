# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiju.office.parties.credit_code import (
    ALPHABET,
    CreditCodeInvalid,
    check_character,
    credit_code,
)


def test_code_is_written_in_capitals_without_blanks() -> None:
    assert credit_code(" 11320000 mb151840xj ") == "11320000MB151840XJ"


def test_wrong_last_character_is_named_with_the_right_one() -> None:
    with pytest.raises(CreditCodeInvalid, match="does not end with J"):
        credit_code("11320000MB151840X1")


@pytest.mark.parametrize("text", ["", "1132", "11320000MB151840XJJ"])
def test_code_of_another_length_is_refused(text: str) -> None:
    with pytest.raises(CreditCodeInvalid, match="write all 18"):
        credit_code(text)


@pytest.mark.parametrize("sign", "IOSVZ政-")
def test_letter_that_does_not_occur_is_named_with_its_place(sign: str) -> None:
    with pytest.raises(CreditCodeInvalid, match="at place 9"):
        credit_code("11320000" + sign + "B151840XJ")


codes = st.text(alphabet=ALPHABET, min_size=17, max_size=17)


@given(codes, st.integers(0, 16), st.sampled_from(ALPHABET))
def test_any_one_changed_character_is_noticed(first: str, place: int, other: str) -> None:
    changed = first[:place] + other + first[place + 1 :]
    assert (check_character(first) == check_character(changed)) == (first[place] == other)


@given(codes)
def test_code_with_its_check_is_accepted(first: str) -> None:
    code = first + check_character(first)
    assert credit_code(code.lower()) == code
