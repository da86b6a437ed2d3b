# SPDX-License-Identifier: Apache-2.0
"""What all lists share: pages of results, and filters that live in the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, QueryDict

from yiju.library.queries.cards import Paging

LARGEST_PAGE = 10_000
"""Nobody reads so far; a larger number is a mistake or a probe."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """One number of the page bar; ``gap`` stands for the numbers left out."""

    number: int
    url: str
    current: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """The page bar under a list: numbers, and where they lead."""

    paging: Paging
    shown: tuple[PageLink, ...]
    previous_url: str | None
    next_url: str | None


def page_number(request: HttpRequest) -> int:
    """The page asked for, from 1; what is no page number is not found."""
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdigit()) or not 1 <= int(asked) <= LARGEST_PAGE:
        raise Http404
    return int(asked)


def address_with(request: HttpRequest, **changes: str | None) -> str:
    """This address with some of its query changed; ``None`` takes a key out."""
    query = request.GET.copy()
    query.pop("lang", None)
    for key, value in changes.items():
        if value is None:
            query.pop(key, None)
        else:
            query[key] = value
    return f"?{query.urlencode()}" if query else request.path


def numbers_shown(number: int, count: int) -> Sequence[int | None]:
    """First, last and the neighbours of the current page; ``None`` for a gap."""
    near = sorted({1, count, *range(max(1, number - 2), min(count, number + 2) + 1)})
    shown: list[int | None] = []
    for value in near:
        if shown and shown[-1] is not None and value - shown[-1] > 1:
            shown.append(None)
        shown.append(value)
    return shown


def pages_of(request: HttpRequest, paging: Paging) -> Pages:
    """The page bar of a list."""
    number, count = paging.number, paging.pages

    def link(value: int | None) -> PageLink:
        if value is None:
            return PageLink(0, "", gap=True)
        return PageLink(value, address_with(request, page=str(value)), current=value == number)

    return Pages(
        paging=paging,
        shown=tuple(link(value) for value in numbers_shown(number, count)),
        previous_url=address_with(request, page=str(number - 1)) if number > 1 else None,
        next_url=address_with(request, page=str(number + 1)) if number < count else None,
    )


def word_of(query: QueryDict, name: str, longest: int = 200) -> str | None:
    """A filter's value, trimmed; ``None`` where it is empty, cut where it is absurdly long."""
    return query.get(name, "").strip()[:longest] or None


def year_of(query: QueryDict, name: str = "year") -> int | None:
    """A year of four figures; anything else filters nothing out and is not found."""
    asked = query.get(name, "").strip()
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) == 4):
        raise Http404
    return int(asked)
