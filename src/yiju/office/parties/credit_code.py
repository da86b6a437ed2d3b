# SPDX-License-Identifier: Apache-2.0
"""The unified social credit code (统一社会信用代码): eighteen characters, the last one a check.

Source: GB 32100-2015. The characters are digits and capital letters without I, O, S, V and Z; the
i-th of the first seventeen weighs 3 to the power i−1, modulo 31; the check makes the sum whole.
"""

from __future__ import annotations

from yiju.kernel.refusal import InvalidInput

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18


class CreditCodeInvalid(InvalidInput):
    """What was given is no unified social credit code."""


def check_character(first_seventeen: str) -> str:
    """The last character that belongs to the first seventeen."""
    weighed = sum(
        ALPHABET.index(sign) * pow(3, place, 31) for place, sign in enumerate(first_seventeen)
    )
    return ALPHABET[-weighed % 31]


def credit_code(text: str) -> str:
    """A code as it is written officially: capital letters, no blanks.

    Raises CreditCodeInvalid, which names the character that is wrong, or the last one expected.
    """
    code = "".join(text.split()).upper()
    if len(code) != LENGTH:
        raise CreditCodeInvalid("credit code", f"has {len(code)} characters", "write all 18")
    for place, sign in enumerate(code, start=1):
        if sign not in ALPHABET:
            raise CreditCodeInvalid(
                "credit code", f"has {sign!r} at place {place}", "I, O, S, V and Z do not occur"
            )
    expected = check_character(code[:-1])
    if code[-1] != expected:
        raise CreditCodeInvalid(
            "credit code", f"does not end with {expected}", "compare it with the licence"
        )
    return code
