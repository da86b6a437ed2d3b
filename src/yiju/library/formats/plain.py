# SPDX-License-Identifier: Apache-2.0
"""Plain text: nothing to do but to find the charset."""

from __future__ import annotations

from yiju.library.formats.charset import decoded


def text_of(name: str, content: bytes) -> str:
    """The text of a plain text file."""
    return decoded(name, content)
