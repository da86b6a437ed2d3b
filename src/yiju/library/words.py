# SPDX-License-Identifier: Apache-2.0
"""The normal form in which words are compared, and the hash of a clause's words.

One character at a time, whatever stands beside it: compatibility forms taken apart (NFKD: full
width becomes half width, ① becomes 1), case folded, blanks and invisible characters dropped,
brackets, quotation marks, dashes and dots of one meaning made one. Because no character looks at
its neighbours, the normal form of a substring is a substring of the normal form: whatever stands
in a text is found in its normal form, on every database.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from hashlib import blake2b

REF_LENGTH = 300
"""Longest reference of a document that the library keeps as it is."""

_ALIKE = {
    alike: one
    for one, family in {
        "(": "〔［【[（﹝",
        ")": "〕］】]）﹞",
        '"': "“”„‟«»「」『』＂",
        "'": "‘’‚‛`´′",
        "-": "‐‑‒–—―−─－﹣",
        "·": "・•‧∙⋅･",
        "~": "～〜∼",
    }.items()
    for alike in family
}


def _normal_character(character: str) -> str:
    """The normal form of one character: none, one or several characters."""
    if character in _ALIKE:
        return _ALIKE[character]
    apart = unicodedata.normalize("NFKD", character).casefold()
    kept = unicodedata.normalize("NFKD", apart)
    return "".join(
        _ALIKE.get(one, one)
        for one in kept
        if not one.isspace() and unicodedata.category(one) not in ("Cc", "Cf", "Cs")
    )


class _NormalForms(dict[int, str]):
    """A translation table that learns each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = normal = _normal_character(chr(code))
        return normal


_NORMAL_FORMS = _NormalForms()


def normal_form(text: str) -> str:
    """``text`` as it is compared: ``Ａ＋ 级`` and ``a+级`` are the same words."""
    return text.translate(_NORMAL_FORMS)


def normal_places(text: str) -> tuple[str, list[int]]:
    """The normal form, and for each of its characters the place in ``text`` it came from."""
    parts: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        normal = _NORMAL_FORMS[ord(character)]
        parts.append(normal)
        places.extend([place] * len(normal))
    return "".join(parts), places


def query_words(query: str) -> tuple[str, ...]:
    """The words that a query asks for, in normal form, without repetition, longest first.

    Blanks separate words; all of them must stand in a clause. A query whose characters all
    vanish in the normal form asks for nothing.
    """
    words = dict.fromkeys(filter(None, map(normal_form, query.split())))
    return tuple(sorted(words, key=len, reverse=True))


def word_hash(*texts: str | None) -> str:
    """Hash over the words of a clause (128 bits, hexadecimal): damage to blanks leaves it alone.

    Width, case and typographic variants of punctuation do not count; every other character does.
    """
    digest = blake2b(digest_size=16)
    for text in texts:
        digest.update(normal_form(text or "").encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def fitting(words: str, longest: int) -> str:
    """``words`` where a column has room for them; else their start with a hash of the whole.

    Names are short; only a damaged text makes long ones, and those must stay apart too.
    """
    if len(words) <= longest:
        return words
    told = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{words[: longest - len(told) - 1]}_{told}"


def combined_hash(hashes: Iterable[str]) -> str:
    """One hash over hashes in their order: of a version over those of its clauses."""
    return blake2b("\n".join(hashes).encode(), digest_size=16).hexdigest()
