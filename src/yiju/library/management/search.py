# SPDX-License-Identifier: Apache-2.0
"""``yiju search WORDS``: every clause in which all the words stand, best first."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from yiju.kernel.refusal import InvalidInput
from yiju.library.management.operator import add_json_option, operator, print_json
from yiju.office.management.opening import add_data_option, prepare_office

if TYPE_CHECKING:
    from yiju.library.queries.search import SearchPage

LEVELS = ("national", "provincial", "municipal", "county", "unknown")
STATES = ("in_force", "repealed", "expired", "unknown")
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def configure(parser: argparse.ArgumentParser) -> None:
    """Describes the words of the command."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="all must stand in a clause")
    parser.add_argument("--level", choices=LEVELS, help="level of the issuer")
    parser.add_argument("--issuer", help="full name of an issuer")
    parser.add_argument("--kind", help="通知, 办法, 意见, …")
    parser.add_argument("--state", choices=STATES, help="whether the document is in force")
    parser.add_argument("--year", type=int, help="year of the document")
    parser.add_argument("--page", type=int, default=1, help="page of the hits (default 1)")
    parser.add_argument("--size", type=int, default=20, help="hits on a page (default 20)")
    add_json_option(parser)
    add_data_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Searches; exit code 1 where nothing is found."""
    words = " ".join(arguments.words).strip()
    if not words:
        raise InvalidInput("WORDS", "there is no word to look for", "name at least one")
    if not 0 < arguments.size <= 1000:
        raise InvalidInput("--size", f"{arguments.size} is no size of a page", "write 1 to 1000")
    if arguments.page < 1:
        raise InvalidInput("--page", f"{arguments.page} is no page", "pages are counted from 1")
    prepare_office(arguments.data)
    from yiju.library.exports.values import search_value
    from yiju.library.queries.search import SearchFilter, search

    by = SearchFilter(
        level=arguments.level,
        issuer=arguments.issuer,
        kind=arguments.kind,
        year=arguments.year,
        state=arguments.state,
    )
    page = search(operator(), words, by, page=arguments.page, size=arguments.size)
    if arguments.json:
        print_json([search_value(page)])
    else:
        _print_page(page)
    return 0 if page.hits else 1


def _print_page(page: SearchPage) -> None:
    more = " or more" if page.paging.capped else ""
    print(f"{page.paging.count}{more} found, page {page.paging.number} of {page.paging.pages}")
    for hit in page.hits:
        shown = "".join(
            f"{_BOLD}{piece.text}{_PLAIN}" if piece.marked and sys.stdout.isatty() else piece.text
            for piece in hit.pieces
        )
        print(f"{hit.ref}\n    {shown}")
