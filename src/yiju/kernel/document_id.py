# SPDX-License-Identifier: Apache-2.0
"""The name of a document inside a clause reference: its number, normalised, or a stand-in.

Official document numbers (文号) read 机关代字〔年份〕序号号. Exports and scans damage them: square
or mixed brackets, full-width digits, blanks. One document must have one name, so they are repaired.
"""

from __future__ import annotations

import re
from datetime import date

_OPENING = r"[〔［\[【（(﹝〖「{]"
_CLOSING = r"[〕］\]】）)﹞〗」}]"
# A year in brackets before the running number; one of the two brackets may be lost.
_YEAR = re.compile(
    rf"(?:{_OPENING}((?:19|20)[0-9]{{2}}){_CLOSING}?|((?:19|20)[0-9]{{2}}){_CLOSING})"
    r"(?=第?[0-9]+号)"
)
_NUMBER = re.compile(r"[^_]*[0-9]号(?:![0-9]+)*")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
# The marks that a reference is built with cannot stand inside a name that comes from a title.
_OUTSIDE_MARKS = str.maketrans("#/!", "＃／！")
_TITLE_CHARACTERS = 20
_HASH_DIGITS = 8


def normal_number(number: str) -> str:
    """A document number in its official form: ``〔2025】 108 号`` becomes ``〔2025〕108号``.

    Brackets round the year become 〔〕, digits half-width, blanks go; what else is written stays.
    """
    joined = "".join(number.split()).translate(_HALF_WIDTH)
    return _YEAR.sub(lambda year: f"〔{year[1] or year[2]}〕", joined)


def normal_document(text: str) -> str:
    """The document part of a reference as it is stored; the same for every way of writing it.

    A document number is put into its official form, ``!n`` of an attached document stays; a name
    built from a title only loses its blanks.
    """
    joined = "".join(text.split())
    halved = joined.translate(_HALF_WIDTH).replace("！", "!")
    return normal_number(halved) if _NUMBER.fullmatch(halved) else joined


def document_id(
    *,
    number: str | None,
    issuer: str | None,
    dated_on: date | None,
    title: str | None,
    sha256: str,
) -> str:
    """The name under which the clauses of a document are cited.

    The document number where there is one; else issuer, date and the first 20 characters of the
    title, joined by ``_`` (what the text does not give is left out); without a title
    ``untitled_`` and the first 8 hexadecimal digits of the text's SHA-256.
    """
    if number and not number.isspace():
        return normal_document(normal_number(number).translate(_OUTSIDE_MARKS))
    if not title or title.isspace():
        return f"untitled_{sha256[:_HASH_DIGITS].lower()}"
    day = dated_on.isoformat() if dated_on else None
    start = "".join(title.split())[:_TITLE_CHARACTERS]
    return normal_document("_".join(filter(None, (issuer, day, start))).translate(_OUTSIDE_MARKS))


def attached(document: str, position: int) -> str:
    """The name of the n-th document attached to another, counted from 1: ``…193号!1``."""
    if position < 1:
        raise ValueError(f"attached documents are counted from 1, not {position}")
    return f"{document}!{position}"


def carrier(document: str) -> tuple[str, int] | None:
    """The document that carries an attached one, and its position; ``None`` for one of its own."""
    base, mark, position = document.rpartition("!")
    if not (mark and base and position.isdecimal()):
        return None
    return base, int(position)
