# SPDX-License-Identifier: Apache-2.0
"""Quantities as policies state them: an exact decimal and its unit, never a bare number.

Units of one family convert exactly (500 万千瓦 is 5 吉瓦, 1 公顷 is 15 亩); different families
never do: a percentage point (百分点) is no percent. What has no exact decimal is refused, not
rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from yiju.kernel.invalid_input import InvalidInput


class Measure(NamedTuple):
    """What a unit measures, named by the family's base unit, and how many base units it is."""

    family: str
    factor: Fraction


_FAMILIES: dict[str, dict[str, int | str]] = {
    "元": {"元": 1, "角": "1/10", "分": "1/100", "人民币元": 1, "元人民币": 1, "千元": 1000},
    "千瓦时": {"千瓦时": 1, "度": 1, "瓦时": "1/1000", "兆瓦时": 10**3, "吉瓦时": 10**6,
            "太瓦时": 10**9, "kWh": 1, "MWh": 10**3, "GWh": 10**6, "TWh": 10**9},
    "千瓦": {"千瓦": 1, "瓦": "1/1000", "兆瓦": 10**3, "吉瓦": 10**6, "太瓦": 10**9,
           "kW": 1, "MW": 10**3, "GW": 10**6},
    "吨标准煤": {"吨标准煤": 1, "吨标煤": 1, "千克标准煤": "1/1000", "克标准煤": "1/1000000"},
    "吨二氧化碳": {"吨二氧化碳": 1, "千克二氧化碳": "1/1000", "克二氧化碳": "1/1000000"},
    "吨": {"吨": 1, "千克": "1/1000", "公斤": "1/1000", "克": "1/1000000", "毫克": "1/1000000000"},
    "亩": {"亩": 1, "公顷": 15, "平方公里": 1500, "平方千米": 1500, "平方米": "3/2000"},
    "米": {"米": 1, "公里": 1000, "千米": 1000, "厘米": "1/100", "毫米": "1/1000"},
    "立方米": {"立方米": 1, "升": "1/1000", "毫升": "1/1000000"},
    "小时": {"小时": 1, "分钟": "1/60", "秒": "1/3600"},
    "日": {"日": 1, "天": 1},
    "比率": {"%": "1/100", "％": "1/100", "‰": "1/1000", "成": "1/10"},
    "百分点": {"百分点": 1, "个百分点": 1},
    "数": {"": 1},
}  # fmt: skip
_UNITS = {
    unit: Measure(family, Fraction(factor))
    for family, units in _FAMILIES.items()
    for unit, factor in units.items()
}
# Longest first: 万亿 is not 万 of something that begins with 亿.
_PREFIXES = {"万亿": 10**12, "千万": 10**7, "百万": 10**6, "十万": 10**5, "亿": 10**8, "万": 10**4}


@lru_cache(maxsize=1024)
def measure(unit: str) -> Measure:
    """What a unit measures. Known units, 万 and 亿 before any unit, and A/B of any two.

    A unit that the table does not know (件, 家, 人次) is a family of its own.
    """
    above, slash, below = "".join(unit.split()).partition("/")
    upper = _simple(above)
    if not slash:
        return upper
    lower = _simple(below)
    return Measure(f"{upper.family}/{lower.family}", upper.factor / lower.factor)


def _simple(unit: str) -> Measure:
    """A unit that is no fraction of two, with or without one prefix."""
    if unit in _UNITS:
        return _UNITS[unit]
    prefix = next((prefix for prefix in _PREFIXES if unit.startswith(prefix)), "")
    base = unit.removeprefix(prefix)
    family, factor = _UNITS.get(base, Measure(base, Fraction(1)))
    return Measure(family, _PREFIXES.get(prefix, 1) * factor)


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """An exact amount of a unit. Equal when it measures the same: 1 万元 equals 10000 元."""

    amount: Decimal
    unit: str

    def __post_init__(self) -> None:
        if not self.amount.is_finite():
            raise InvalidInput("amount", f"{self.amount} is no amount", "give a decimal number")

    def __str__(self) -> str:
        return f"{self.amount:f}{self.unit}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Quantity) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)

    def __lt__(self, other: Quantity) -> bool:
        return self._base < other._base_beside(self)

    def __le__(self, other: Quantity) -> bool:
        return self._base <= other._base_beside(self)

    def __add__(self, other: Quantity) -> Quantity:
        return _quantity(self._base + other._base_beside(self), self.unit)

    def __sub__(self, other: Quantity) -> Quantity:
        return _quantity(self._base - other._base_beside(self), self.unit)

    def times(self, factor: Decimal | int) -> Quantity:
        """So many times this quantity, in the same unit."""
        return _quantity(self._base * Fraction(factor), self.unit)

    def to(self, unit: str) -> Quantity:
        """The same quantity in another unit of its family, exactly.

        Raises ``InvalidInput`` for another family, and where the amount has no exact decimal.
        """
        return _quantity(self._base_beside_unit(unit), unit)

    @property
    def _base(self) -> Fraction:
        return Fraction(self.amount) * measure(self.unit).factor

    @property
    def _identity(self) -> tuple[str, Fraction]:
        return measure(self.unit).family, self._base

    def _base_beside(self, other: Quantity) -> Fraction:
        """The amount in base units, for use with another quantity of the same family."""
        return self._base_beside_unit(other.unit)

    def _base_beside_unit(self, unit: str) -> Fraction:
        if measure(unit).family != measure(self.unit).family:
            raise InvalidInput(
                "unit",
                f"“{self.unit}” and “{unit}” do not measure the same",
                "give both in units of one kind",
            )
        return self._base


def _quantity(base: Fraction, unit: str) -> Quantity:
    """So many base units, in ``unit``; exactly or not at all."""
    amount = base / measure(unit).factor
    rest, places = amount.denominator, 0
    while rest % 2 == 0 or rest % 5 == 0:
        rest = rest // 10 if rest % 10 == 0 else rest // (2 if rest % 2 == 0 else 5)
        places += 1
    if rest != 1:
        raise InvalidInput(
            "amount", f"{amount}{unit} has no exact decimal", "choose a unit it divides into"
        )
    scaled = amount * 10**places
    digits = tuple(int(digit) for digit in str(abs(scaled.numerator)))
    return Quantity(Decimal((int(amount < 0), digits, -places)), unit)
