# SPDX-License-Identifier: Apache-2.0
"""What the text states, what looks wrong in it, and what staff said about both."""

from __future__ import annotations

from django.db import models

from yiju.library.models.documents import Clause, Document, Version
from yiju.library.models.sources import Source


class FactStatus(models.TextChoices):
    """What staff said of a proposed fact."""

    PROPOSED = "proposed", "待核"
    CONFIRMED = "confirmed", "已核"
    CORRECTED = "corrected", "已改"
    REJECTED = "rejected", "不采"


class FindingStatus(models.TextChoices):
    """What staff said of a finding."""

    OPEN = "open", "待核"
    ACCEPTED = "accepted", "属实"
    REJECTED = "rejected", "不采"


class Fact(models.Model):
    """A fact of a version, with its clause and quote.

    ``proposed`` is what the reader said, ``payload`` what is valid now (contract keys of its type,
    without clause, quote and offsets). ``anchor`` finds the fact again after a new reading:
    clause hash, type and quote. The columns from ``day`` on repeat parts of the payload for
    the lists: ``day`` as far as the text gives it, ``names_*`` the document that a reference
    names, by reference and by the hash of its title.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="facts")
    position = models.IntegerField()
    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, null=True, related_name="facts")
    type = models.CharField(max_length=12)
    proposed = models.JSONField(null=True)
    payload = models.JSONField()
    quote = models.TextField()
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    anchor = models.CharField(max_length=32)
    status = models.CharField(max_length=12, choices=FactStatus, default=FactStatus.PROPOSED)
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True)
    changes = models.IntegerField(default=0)
    day = models.CharField(max_length=10, null=True)
    year = models.IntegerField(null=True)
    names_document = models.CharField(max_length=300, null=True, db_index=True)
    names_title = models.CharField(max_length=32, null=True, db_index=True)

    class Meta:
        """Facts stand in the order of the text; one anchor names one fact."""

        constraints = (
            models.UniqueConstraint(fields=["version", "position"], name="library_fact_place"),
            models.UniqueConstraint(fields=["version", "anchor"], name="library_fact_anchor"),
        )
        indexes = (
            models.Index(fields=["type", "day"], name="library_fact_day"),
            models.Index(fields=["type", "year"], name="library_fact_year"),
        )

    def __str__(self) -> str:
        return f"{self.type}: {self.quote[:40]}"


class Finding(models.Model):
    """Something that looks wrong in a source; of a version, or of the source alone."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="findings")
    version = models.ForeignKey(
        Version, on_delete=models.CASCADE, null=True, related_name="findings"
    )
    position = models.IntegerField()
    type = models.CharField(max_length=20)
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    message = models.TextField()
    proposal = models.TextField(null=True)
    anchor = models.CharField(max_length=32, db_index=True)
    status = models.CharField(max_length=12, choices=FindingStatus, default=FindingStatus.OPEN)
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """Findings stand in the order of the source."""

        constraints = (
            models.UniqueConstraint(fields=["source", "position"], name="library_finding_place"),
        )

    def __str__(self) -> str:
        return f"{self.type}: {self.message[:40]}"


class CorrectionKind(models.TextChoices):
    """What a correction corrects."""

    METADATA = "metadata"
    FACT = "fact"
    FINDING = "finding"
    VERSION = "version"


class Correction(models.Model):
    """What staff decided, kept apart from what was read, so that a new reading keeps it.

    ``anchor`` says of what: the name of a property, the anchor of a fact or finding. ``value`` is
    the decision (``{"value": …}`` of a property; ``{"status": …, "payload": …}`` of a fact). The
    newest of one anchor is valid; the older ones stay.
    """

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, null=True, related_name="corrections"
    )
    source = models.ForeignKey(
        Source, on_delete=models.CASCADE, null=True, related_name="corrections"
    )
    kind = models.CharField(max_length=12, choices=CorrectionKind)
    anchor = models.CharField(max_length=64)
    value = models.JSONField()
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()

    class Meta:
        """A correction is of a document or of a source."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(document__isnull=False) | models.Q(source__isnull=False),
                name="library_correction_of_something",
            ),
        )
        indexes = (
            models.Index(fields=["document", "kind", "anchor"], name="library_correction_anchor"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.anchor}"
