# SPDX-License-Identifier: Apache-2.0
"""What came in: sources as received, the bulletin issues among them, and their contents pages."""

from __future__ import annotations

from django.db import models


class Source(models.Model):
    """A file as received. Its bytes are kept for ever in the office's files, under ``sha256``.

    ``text`` is what the reader read; every offset of the library counts in it.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=500)
    format = models.CharField(max_length=20)
    size_bytes = models.BigIntegerField()
    text = models.TextField()
    characters = models.BigIntegerField()
    removed = models.JSONField(default=list)
    reader_version = models.CharField(max_length=40)
    imported_at = models.DateTimeField()
    imported_by = models.CharField(max_length=150)

    class Meta:
        """Newest first is how sources are listed."""

        indexes = (models.Index(fields=["-imported_at"], name="library_source_newest"),)

    def __str__(self) -> str:
        return f"{self.name} {self.sha256[:8]}"


class Issue(models.Model):
    """An issue of a bulletin (期): the head that a source gives itself."""

    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="bulletin")
    title = models.TextField(blank=True)
    issue = models.TextField(blank=True)
    total_issue = models.IntegerField(null=True)
    organisers = models.JSONField(default=list)
    published_on = models.DateField(null=True)
    posted_on = models.DateField(null=True)
    fields = models.JSONField(default=list)

    class Meta:
        """The latest issue stands on the home page."""

        indexes = (models.Index(fields=["-published_on", "-id"], name="library_issue_newest"),)

    def __str__(self) -> str:
        return f"{self.title} {self.issue}".strip()


class IssueSection(models.Model):
    """A section of a bulletin (national, provincial, municipal)."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="sections")
    position = models.IntegerField()
    title = models.TextField()
    start = models.BigIntegerField()
    end = models.BigIntegerField()

    class Meta:
        """Sections stand in the order of the bulletin."""

        constraints = (
            models.UniqueConstraint(fields=["issue", "position"], name="library_section_place"),
        )

    def __str__(self) -> str:
        return self.title


class ContentsLine(models.Model):
    """A line of a contents page; without ``document`` it is a title without text (有目无文)."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="contents")
    position = models.IntegerField()
    title = models.TextField()
    document = models.ForeignKey(
        "library.Document", on_delete=models.SET_NULL, null=True, related_name="contents_lines"
    )
    start = models.BigIntegerField()
    end = models.BigIntegerField()

    class Meta:
        """Lines stand in the order of the page."""

        constraints = (
            models.UniqueConstraint(fields=["issue", "position"], name="library_contents_place"),
        )

    def __str__(self) -> str:
        return self.title
