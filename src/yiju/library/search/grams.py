# SPDX-License-Identifier: Apache-2.0
"""Characters and pairs of neighbouring characters, as the two databases index them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import add

# FTS5's `ascii` tokenizer takes everything outside ASCII, and letters and digits, as characters
# of a token; other ASCII signs would part tokens, so they take the form of full width.
_TOKEN_SIGNS = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if not chr(code).isalnum()}
_CODE_BITS = 21  # a code point has at most 21 bits


@dataclass(frozen=True, slots=True)
class Matching:
    """How the index is asked: SQL of a table ``found(id)`` with its one parameter.

    The index alone does not answer for ``unsure`` words: the text must be looked at for them.
    """

    table: str
    parameter: str | list[int]
    unsure: Sequence[str]


def pair_tokens(words: str) -> str:
    """The pairs of a normal form, in order, as tokens for FTS5; empty below two characters."""
    signs = words.translate(_TOKEN_SIGNS)
    return " ".join(map(add, signs, signs[1:]))


def character_tokens(words: str) -> str:
    """The different characters of a normal form as tokens for FTS5."""
    return " ".join(set(words.translate(_TOKEN_SIGNS)))


def gram_codes(words: str) -> list[int]:
    """The different characters and pairs of a normal form as integers, no two alike."""
    codes = list(map(ord, words))
    pairs = [(first + 1) << _CODE_BITS | second for first, second in pairwise(codes)]
    return sorted({*codes, *pairs})


def query_codes(word: str) -> list[int]:
    """The codes that an entry with this word has: its pairs, or the one character."""
    codes = gram_codes(word)
    return codes if len(word) == 1 else [code for code in codes if code >> _CODE_BITS]
