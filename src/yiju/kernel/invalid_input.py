# SPDX-License-Identifier: Apache-2.0
"""Words that cannot be read, told to the person who wrote them."""

from __future__ import annotations


class InvalidInput(Exception):
    """What was given cannot be read; says where, what is wrong and what to do.

    Printed by the command line as ``yiju: PLACE: WRONG; REMEDY`` and answered by the API with 422.
    ``place`` is a file, a file with its line (``events.jsonl:7``), or the name of a field.
    """

    def __init__(self, place: str, wrong: str, remedy: str) -> None:
        super().__init__(f"{place}: {wrong}; {remedy}" if place else f"{wrong}; {remedy}")
        self.place = place
        self.wrong = wrong
        self.remedy = remedy
