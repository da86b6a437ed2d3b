# SPDX-License-Identifier: Apache-2.0
"""The two ways in which a request comes to nothing, kept apart.

A *refusal* is an answer: the rule says no, with its ground; it is shown and recorded. *Invalid
input* is no answer: the words of the request are wrong; nothing is recorded. (The third way, a
bug, is an ordinary exception and reaches an engineer.)
"""

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
