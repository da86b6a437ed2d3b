# SPDX-License-Identifier: Apache-2.0
"""The filter form above a list: what it offers and what is chosen. Its state is the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose, with how many rows have it; ``zh`` where it is policy text."""

    value: str
    label: str
    count: int | None = None
    chosen: bool = False
    zh: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to filter by: a list to choose from, or words to type.

    ``open_label`` names the choice that leaves the filter open, where that is not simply "any".
    """

    name: str
    label: str
    value: str | None = None
    options: tuple[Option, ...] = ()
    type: str = "text"
    hint: str = ""
    wide: bool = False
    open_label: str = ""
    chooses: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """The form. ``active`` where anything is chosen, so that there is something to clear."""

    fields: tuple[Field, ...]
    search: bool = False

    @property
    def active(self) -> bool:
        """Whether the list shown is narrowed."""
        return any(
            field.value or any(option.chosen for option in field.options) for field in self.fields
        )


def choice(
    name: str,
    label: str,
    counted: Iterable[tuple[str, str, int | None]],
    *,
    chosen: str | None,
    zh: bool = False,
    open_label: str = "",
) -> Field:
    """A list to choose from. What is chosen stays in it even where no row has it any more."""
    options = [Option(value, said, count, value == chosen, zh) for value, said, count in counted]
    if chosen and not any(option.chosen for option in options):
        options.append(Option(chosen, chosen, 0, True, zh))
    return Field(name, label, options=tuple(options), chooses=True, open_label=open_label)


def said(values: Iterable[str], vocabulary: Mapping[str, str]) -> list[tuple[str, str, None]]:
    """Codes as options, in the reader's words."""
    return [(value, _(vocabulary[value]), None) for value in values]


def plain(values: Iterable[str]) -> list[tuple[str, str, None]]:
    """Values as options that are their own words."""
    return [(value, value, None) for value in values]
