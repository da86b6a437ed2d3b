# SPDX-License-Identifier: Apache-2.0
"""What is searched: one entry per clause of a current version, and one per document's head."""

from __future__ import annotations

from django.db import models

from yiju.library.models.documents import Document


class SearchEntry(models.Model):
    """The words of a clause, or of a document's head, in normal form (:mod:`yiju.library.words`).

    ``id`` is the clause's, or for a head the document's above :data:`~yiju.library.search.HEADS`.
    The first ``head_characters`` of ``words`` are label and heading, or the whole of a head.
    ``public_words`` are those the public may find, where contacts were masked; else null.
    Beside each entry stand its character pairs, in tables of the database's own kind
    (:mod:`yiju.library.search`).
    """

    id = models.BigAutoField(primary_key=True)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="entries")
    words = models.TextField()
    head_characters = models.IntegerField()
    public_words = models.TextField(null=True)

    def __str__(self) -> str:
        return self.words[:40]
