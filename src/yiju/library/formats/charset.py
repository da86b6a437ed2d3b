# SPDX-License-Identifier: Apache-2.0
"""Which charset a text is in: UTF-8/16/32, GB18030 (with GB2312 and GBK in it), or Big5.

A byte order mark decides; then strict UTF-8, which other text does not satisfy by chance. GB18030
and Big5 share most byte pairs, so both are tried and the one that reads as Chinese is taken.
What reads as neither is refused: a text in the wrong charset would be cited for ever.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from yiju.kernel.invalid_input import InvalidInput

# UTF-32 before UTF-16: the mark of UTF-32-LE begins with that of UTF-16-LE.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What fills a third or more of any Chinese official text, simplified and traditional. Big5 read
# as GB18030, or the other way round, gives rare characters, of which next to none stand here.
FREQUENT = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过"
    "发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因"
    "关通知各市县区省政府企业管理工作办公室印发意见项目建设实施服务单位规定申请按照条第款评价信用标准请"
    "這個們來為國說時會對過發後種經麼學現當沒動還進樣開關縣區業辦實務規請標準條價項應與及或由等將"
    "，。、；：（）《》〔〕“”「」　"
)
SAMPLE_CHARACTERS = 60_000

# The first bytes of punctuation and of the everyday characters, which both charsets place before
# the rare ones (GB 2312 level 1, Big5 level 1); kana, Greek and Cyrillic are not among them.
EVERYDAY = {
    "gb2312": frozenset((*range(0xA1, 0xA4), *range(0xB0, 0xD8))),
    "big5": frozenset((0xA1, 0xA2, *range(0xA4, 0xC7))),
}

# A text of some length must hold frequent characters to pass as Chinese; a few words need not,
# but then nearly all must be everyday ones.
FEW_CHARACTERS = 60
LEAST_FREQUENT = 0.08
SURELY_FREQUENT = 0.2
LEAST_EVERYDAY = 0.8
MOST_CONTROLS = 0.005


class Candidate(NamedTuple):
    """One way to read the bytes, and how much it looks like Chinese (0 to 2)."""

    text: str
    charset: str
    everyday: float
    frequent: float
    wide: int

    def is_plausible(self) -> bool:
        """Whether a person would take this for Chinese text."""
        if self.wide >= FEW_CHARACTERS and self.frequent >= SURELY_FREQUENT:
            return True  # also traditional text in GB18030, half of whose characters are rare
        long_enough = self.wide < FEW_CHARACTERS or self.frequent >= LEAST_FREQUENT
        return self.everyday >= LEAST_EVERYDAY and long_enough


def decoded(name: str, content: bytes, declared: str | None = None) -> str:
    """The text of ``content``, without byte order mark.

    ``declared`` is a charset that the file itself names (an HTML page): it is taken when the
    bytes follow it, after byte order mark and UTF-8, which are surer than such words.
    """
    text = _marked(name, content)
    if text is None:
        text = _strict(content, "utf-8")
    if text is None and declared in ("gb18030", "big5"):
        text = _strict(content, "cp950" if declared == "big5" else declared)
    if text is None:
        text = _chinese(name, content)
    if _is_binary(text):
        text = _unmarked_utf16(content)
    if text is None:
        raise InvalidInput(
            name, "this is a binary file, not text", "name a txt, html, docx, pdf, ofd or doc file"
        )
    return text


def _marked(name: str, content: bytes) -> str | None:
    for mark, charset in MARKS:
        if content.startswith(mark):
            text = _strict(content[len(mark) :], charset)
            if text is None:
                raise InvalidInput(
                    name,
                    f"begins with the mark of {charset.upper()}, but is not",
                    "save it as UTF-8, or fetch it again if it is cut off",
                )
            return text
    return None


def _strict(content: bytes, charset: str) -> str | None:
    try:
        return content.decode(charset)
    except UnicodeDecodeError:
        return None


def _is_binary(text: str) -> bool:
    if "\0" in text:
        return True
    sample = text[:SAMPLE_CHARACTERS]
    controls = sum(1 for character in sample if character < " " and character not in "\t\n\r\f\v")
    return controls > MOST_CONTROLS * len(sample) + 1


def _chinese(name: str, content: bytes) -> str:
    """The text read as GB18030 or Big5, whichever reads as Chinese."""
    readings = (_candidate(content, "gb18030", "gb2312"), _candidate(content, "cp950", "big5"))
    found = [reading for reading in readings if reading is not None and reading.is_plausible()]
    if found:
        return max(found, key=lambda reading: reading.everyday + reading.frequent).text
    utf16 = _unmarked_utf16(content)
    if utf16 is not None:
        return utf16
    raise _unknown(name, content)


def _candidate(content: bytes, charset: str, home: str) -> Candidate | None:
    text = _strict(content, charset)
    if text is None:
        return None
    wide = "".join(character for character in text[:SAMPLE_CHARACTERS] if character > "\x7f")
    if not wide:
        return Candidate(text, charset, 1, 0, 0)
    everyday = sum(1 for lead in wide.encode(home, "ignore")[::2] if lead in EVERYDAY[home])
    frequent = sum(1 for character in wide if character in FREQUENT)
    return Candidate(text, charset, everyday / len(wide), frequent / len(wide), len(wide))


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without its mark, as some exports write it: Chinese and ASCII and little else."""
    for charset in ("utf-16-le", "utf-16-be"):
        text = _strict(content, charset)
        if not text or "\0" in text:
            continue
        sample = text[:SAMPLE_CHARACTERS]
        usual = sum(1 for character in sample if character < "\x7f" or character in FREQUENT)
        if usual > len(sample) * 0.2 and not _is_binary(text):
            return text
    return None


def _unknown(name: str, content: bytes) -> InvalidInput:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as broken:
        line = content.count(b"\n", 0, broken.start) + 1
        if broken.start > len(content) // 2 and not content[: broken.start].isascii():
            return InvalidInput(
                f"{name}:{line}",
                f"UTF-8 up to byte {broken.start}, then damaged or cut off",
                "fetch the file again, or save it as UTF-8",
            )
    return InvalidInput(
        name,
        "neither UTF-8 nor Chinese in GB18030, Big5 or UTF-16 (binary, or another charset)",
        "open it in the program that wrote it and save it as UTF-8",
    )
