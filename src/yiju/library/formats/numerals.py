# SPDX-License-Identifier: Apache-2.0
"""Numbers as word processors show them in labels: 一 （一） 1 ① 甲 iv."""

from __future__ import annotations

from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
UNITS = ("", "十", "百", "千")
LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST = 9999


def numeral(number: int, form: str) -> str:
    """The number in a form that Word calls by this name; decimal for one that is not known."""
    writer = FORMS.get(form)
    return str(number) if writer is None or not 0 < number <= LARGEST else writer(number)


def chinese(number: int) -> str:
    """十二, 一百零五: as articles are counted."""
    words: list[str] = []
    digits = str(number)
    for place, digit in zip(range(len(digits) - 1, -1, -1), map(int, digits), strict=True):
        if digit:
            words.append(DIGITS[digit] + UNITS[place])
        elif words and words[-1] != "零":
            words.append("零")
    text = "".join(words).rstrip("零")
    return text.removeprefix("一") if 10 <= number <= 19 else text


def _chinese_legal(number: int) -> str:
    text = chinese(number)
    return ("一" + text if text.startswith("十") else text).translate(LEGAL)


def _chinese_digits(number: int) -> str:
    return "".join(DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    text = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _letter(number: int) -> str:
    # After z come aa, bb, cc.
    repeated, position = divmod(number - 1, 26)
    return chr(ord("a") + position) * (repeated + 1)


def _from(first: str, count: int) -> Callable[[int], str]:
    """Numbers that have a character of their own each; beyond the last one, decimal."""
    return lambda number: chr(ord(first) + number - 1) if number <= count else str(number)


def _circled(number: int) -> str:
    for first, from_number, to_number in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if from_number <= number <= to_number:
            return chr(ord(first) + number - from_number)
    return str(number)


def _in_turn(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": _chinese_digits,
    "taiwaneseDigital": _chinese_digits,
    "chineseLegalSimplified": _chinese_legal,
    "ideographLegalTraditional": _chinese_legal,
    "ideographTraditional": _in_turn(STEMS),
    "ideographZodiac": _in_turn(BRANCHES),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalFullWidth": lambda number: str(number).translate(FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(FULL_WIDTH),
}
