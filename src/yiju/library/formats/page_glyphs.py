# SPDX-License-Identifier: Apache-2.0
"""Characters of a page where they stand: all that PDF and OFD keep of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character where it stands: ``y`` is its baseline, counted downwards from the top.

    A blank of any width is ``" "``. ``size`` is the height of the font.
    """

    text: str
    left: float
    right: float
    y: float
    size: float


Row = list[Glyph]
"""The characters on one baseline, from left to right."""
