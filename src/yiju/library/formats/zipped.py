# SPDX-License-Identifier: Apache-2.0
"""Documents that are zip archives (docx, ofd), opened without trusting them.

The sizes an archive declares are checked before anything is unpacked, and no part can give more
than it declared; an XML part with a DTD is refused, so entities cannot grow or fetch anything.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from yiju.kernel.invalid_input import InvalidInput

MAX_PARTS = 20_000
MAX_PART_BYTES = 64 * 1024 * 1024
MAX_UNPACKED_BYTES = 512 * 1024 * 1024

DAMAGED = "fetch it again, or open it in the program that wrote it and save it anew"


class Package:
    """The parts of a zip document, by name; reading one is safe whatever the archive says."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
            entries = self._archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as failure:
            raise InvalidInput(name, f"a damaged or cut-off zip ({failure})", DAMAGED) from None
        if len(entries) > MAX_PARTS:
            raise InvalidInput(name, f"a zip of {len(entries)} parts", "no document has so many")
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > MAX_UNPACKED_BYTES:
            raise InvalidInput(
                name,
                f"unpacks to {unpacked // 1024**2} MiB, more than any document",
                "do not open it, ask its sender",
            )
        # Some programs write back slashes, and the standard asks that case makes no difference.
        self._entries = {_part_name(entry.filename): entry for entry in entries}

    def __contains__(self, part: str) -> bool:
        return _part_name(part) in self._entries

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts, in lower case with forward slashes."""
        return tuple(self._entries)

    def read(self, part: str) -> bytes:
        """The content of one part. Raises InvalidInput if it is missing, too large, or damaged."""
        entry = self._entries.get(_part_name(part))
        if entry is None:
            raise InvalidInput(self.name, f"its part {part} is missing", DAMAGED)
        if entry.flag_bits & 1:
            raise InvalidInput(self.name, "locked with a password", "save it without one")
        if entry.file_size > MAX_PART_BYTES:
            raise InvalidInput(
                self.name,
                f"its part {part} unpacks to {entry.file_size // 1024**2} MiB",
                "no text is so long: do not open it, ask its sender",
            )
        try:
            return self._archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise InvalidInput(self.name, f"its part {part} is damaged", DAMAGED) from None


def _part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
