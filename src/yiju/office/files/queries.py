# SPDX-License-Identifier: Apache-2.0
"""Reading kept files. Who may read which is decided by what the file belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from yiju.office.files.models import KeptFile
from yiju.office.files.store import Damaged, read


def content_of(sha256: str) -> bytes:
    """The bytes of a kept file, checked against their hash."""
    return read(settings.YIJU_DATA, sha256)


def kept_hashes() -> Iterator[str]:
    """The hashes of all kept files, in order."""
    yield from KeptFile.objects.order_by("sha256").values_list("sha256", flat=True).iterator()


def damaged() -> Iterator[str]:
    """What is wrong with the kept files, one line for each; nothing where all are whole."""
    for sha in kept_hashes():
        try:
            read(settings.YIJU_DATA, sha)
        except Damaged as wrong:
            yield str(wrong)
