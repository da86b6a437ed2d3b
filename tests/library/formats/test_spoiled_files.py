# SPDX-License-Identifier: Apache-2.0
"""Damaged files are read or refused; they never fail otherwise, grow, or take long."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

import pytest

from tests.library.formats.made_files import docx, ofd, pdf, placed, printed, zipped
from tests.library.formats.test_alike import FORMS
from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats import extract
from yiju.library.formats import zipped as zipped_parts

ROUNDS = 60
NUMBERS = (b"-1", b"99999999999", b"0", b"1e400", b"nan", b"<", b"&#xD800;", b'"' * 50, b"\0")


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """The content with a few bytes changed, taken out, doubled, or numbers put in."""
    for _ in range(chance.choice((1, 2, 5, 20))):
        place, other = chance.randrange(len(content) + 1), chance.randrange(len(content) + 1)
        head, tail = content[:place], content[place:]
        content = chance.choice(
            (
                head + chance.randbytes(2) + tail[2:],
                head + tail[chance.randrange(100) :],
                head + content[other : other + 500] + tail,
                head + chance.choice(NUMBERS) + tail,
            )
        )
    return content


def spoiled_file(content: bytes, chance: random.Random) -> bytes:
    """A file with damage; that of a zip is mostly inside one of its parts."""
    if not content.startswith(b"PK") or chance.random() < 0.2:
        return spoiled(content, chance)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    return zipped({**parts, name: spoiled(parts[name], chance)})


@pytest.mark.parametrize("form", FORMS)
def test_a_damaged_file_is_read_or_refused_in_one_sentence(form: str) -> None:
    chance = random.Random(form)
    content = FORMS[form]()
    for _ in range(ROUNDS):
        try:
            assert extract("a", spoiled_file(content, chance)).text is not None
        except InvalidInput as refusal:
            assert refusal.place.startswith("a")
            assert "\n" not in str(refusal)


@pytest.mark.parametrize("far", ["99999999999", "-99999999999", "1e300", "1e400"])
def test_a_character_far_outside_the_page_is_kept_and_costs_nothing(far: str) -> None:
    page = placed("正文第一行", 30, 50)
    away = page.replace('Boundary="30', f'Boundary="{far}').replace("正文第一行", "远")
    rows = "".join(placed("正文", 30, 60 + 7 * n) for n in range(12))
    assert set("正文第一行远") == set(extract("a", ofd(page + away + rows)).text) - set("　\n \t")


def test_repeated_deltas_are_no_bomb() -> None:
    code = '<ofd:TextCode X="0" Y="4" DeltaX="g 99999999999 4">甲乙</ofd:TextCode>'
    page = f'<ofd:TextObject Boundary="30 50 99 9" Size="4">{code}</ofd:TextObject>'
    assert extract("a", ofd(page * 100)).text.count("甲") == 1


def test_a_drawing_of_many_strokes_is_no_table() -> None:
    strokes = "".join(f"{n % 500} {n % 700} m {n % 500 + 20} {n % 700} l S " for n in range(9000))
    assert extract("a", pdf(strokes + printed("正文", 72, 700))).text == "正文\n"


@pytest.mark.parametrize("form", ["html", "docx"])
def test_more_tags_than_any_document_has_are_refused(form: str) -> None:
    many = "<p>" * 2_000_001
    content = ("<html>" + many).encode() if form == "html" else docx(many)
    with pytest.raises(InvalidInput, match="more than 2,000,000 tags"):
        extract("a", content)


def test_a_zip_with_a_locked_part_says_that_it_is_locked() -> None:
    content = bytearray(docx("<w:p/>"))
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(head)
        while place >= 0:
            content[place + flags] |= 1
            place = content.find(head, place + 4)
    with pytest.raises(InvalidInput, match="locked with a password"):
        extract("a", bytes(content))


def test_a_zip_of_very_many_parts_or_of_too_much_in_all_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zipped_parts, "MAX_PARTS", 3)
    with pytest.raises(InvalidInput, match="a zip of 4 parts"):
        extract("a", docx("<w:p/>"))
    monkeypatch.setattr(zipped_parts, "MAX_PARTS", 4)
    monkeypatch.setattr(zipped_parts, "MAX_UNPACKED_BYTES", 100)
    with pytest.raises(InvalidInput, match="more than any document"):
        extract("a", docx("<w:p/>"))
