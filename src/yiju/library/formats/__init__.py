# SPDX-License-Identifier: Apache-2.0
"""From the bytes that an office received to the text that the reader reads.

``extract`` is the one door; each format has a module of its own behind it.
"""

from __future__ import annotations

from yiju.library.formats.extraction import Extracted, extract
from yiju.library.formats.sources import content_of

__all__ = ["Extracted", "content_of", "extract"]
