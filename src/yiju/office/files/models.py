# SPDX-License-Identifier: Apache-2.0
"""The table of kept files. Names and kinds stand with whatever brought a file, not here."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class KeptFile(models.Model):
    """One content, kept once however often it is brought. It is never removed."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size_bytes = models.PositiveBigIntegerField()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="file_is_named_by_its_hash", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
        )

    def __str__(self) -> str:
        return self.sha256
