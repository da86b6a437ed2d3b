# SPDX-License-Identifier: Apache-2.0
"""Tables of the journal. The database itself refuses to change or remove their rows (guard.py)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from yiju.office.journal.chain import STREAM_LENGTH

HASH_LENGTH = 80


class Entry(models.Model):
    """One thing that was done. The key begins with the stream, so that the table can be spread."""

    pk = models.CompositePrimaryKey("stream", "sequence")
    stream = models.CharField(max_length=STREAM_LENGTH)
    sequence = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=60)
    actor = models.CharField(max_length=200)
    at = models.DateTimeField(db_index=True)
    body = models.TextField()
    previous = models.CharField(max_length=HASH_LENGTH, blank=True)
    hash = models.CharField(max_length=HASH_LENGTH)

    class Meta:
        constraints = (
            models.CheckConstraint(name="entries_count_from_one", condition=Q(sequence__gte=1)),
            models.CheckConstraint(
                name="only_the_first_entry_has_nothing_before_it",
                condition=Q(sequence=1, previous="") | (Q(sequence__gt=1) & ~Q(previous="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.stream} {self.sequence}: {self.kind}"


class Head(models.Model):
    """The end of a stream: the row that its writers lock, and how far it has been sealed.

    The one table of the journal that changes; it holds nothing that the entries do not say.
    """

    stream = models.CharField(max_length=STREAM_LENGTH, primary_key=True)
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=HASH_LENGTH, blank=True)
    sealed_sequence = models.PositiveBigIntegerField(default=0)

    class Meta:
        indexes = (
            models.Index(
                fields=["stream"],
                name="streams_to_seal",
                condition=Q(sequence__gt=F("sealed_sequence")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.stream} {self.sequence}"


class SealedHead(models.Model):
    """The end of one stream as a seal bound it: a row of the batch that its entry digests."""

    pk = models.CompositePrimaryKey("seal", "stream")
    seal = models.PositiveBigIntegerField()
    stream = models.CharField(max_length=STREAM_LENGTH)
    sequence = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=HASH_LENGTH)

    class Meta:
        indexes = (models.Index(fields=["stream", "sequence"], name="seals_of_a_stream"),)

    def __str__(self) -> str:
        return f"{self.seal}: {self.stream} {self.sequence}"
