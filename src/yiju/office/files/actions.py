# SPDX-License-Identifier: Apache-2.0
"""Keeping what people bring."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from yiju.kernel.refusal import InvalidInput
from yiju.office.files.models import KeptFile
from yiju.office.files.store import write


class TooLarge(InvalidInput):
    """A file is larger than this office takes."""


def keep(content: bytes, *, at: datetime) -> str:
    """Keeps a content for ever and returns its SHA-256, by which it is found again.

    Called in the transaction of the action that needs it. Where that is undone the bytes may stay
    without a row: they are harmless, and the next time they are brought they are there already.
    """
    if len(content) > settings.UPLOAD_MAX_BYTES:
        most = settings.UPLOAD_MAX_BYTES // 1024 // 1024
        raise TooLarge("file", f"is larger than {most} MB", "divide it, or raise UPLOAD_MAX_MB")
    sha = write(settings.YIJU_DATA, content)
    KeptFile.objects.bulk_create(
        [KeptFile(sha256=sha, size_bytes=len(content), kept_at=at)], ignore_conflicts=True
    )
    return sha
