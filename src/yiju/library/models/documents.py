# SPDX-License-Identifier: Apache-2.0
"""Documents, their versions, where each version was read, and their clauses."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from yiju.library.models.sources import IssueSection, Source


class Level(models.TextChoices):
    """At which level of government a document was issued (国家, 省, 市, 县)."""

    NATIONAL = "national", "国家"
    PROVINCIAL = "provincial", "省"
    MUNICIPAL = "municipal", "市"
    COUNTY = "county", "县"
    UNKNOWN = "unknown", "未定"


class State(models.TextChoices):
    """Whether a document is in force; what is not, stays readable with its state."""

    IN_FORCE = "in_force", "有效"
    REPEALED = "repealed", "废止"
    EXPIRED = "expired", "失效"
    UNKNOWN = "unknown", "未定"


class Document(models.Model):
    """One policy document, however many bulletins carry it. ``ref`` is its permanent name.

    The columns hold what is valid now: as read in the current version, corrected by staff.
    Public once ``published_at`` is set.
    """

    ref = models.CharField(max_length=300, unique=True)
    title = models.TextField(blank=True)
    title_hash = models.CharField(max_length=32, blank=True, db_index=True)
    number = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=50, blank=True)
    issuers = models.JSONField(default=list)
    level = models.CharField(max_length=12, choices=Level, default=Level.UNKNOWN)
    state = models.CharField(max_length=12, choices=State, default=State.UNKNOWN)
    dated_on = models.DateField(null=True)
    effective_on = models.DateField(null=True)
    year = models.IntegerField(null=True)
    part_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="attached"
    )
    imported_at = models.DateTimeField()
    imported_by = models.CharField(max_length=150)
    published_at = models.DateTimeField(null=True)
    published_by = models.CharField(max_length=150, blank=True)

    class Meta:
        """Known by whom it was published if it was; listed newest first."""

        constraints = (
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by="")
                | (Q(published_at__isnull=False) & ~Q(published_by="")),
                name="library_published_by_somebody",
            ),
        )
        indexes = (
            models.Index(fields=["-dated_on", "-id"], name="library_document_newest"),
            models.Index(fields=["number"], name="library_document_number"),
        )

    def __str__(self) -> str:
        return self.ref


class DocumentIssuer(models.Model):
    """A body that issued a document; the row by which documents are filtered."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="issuer_rows")
    position = models.IntegerField()
    name = models.CharField(max_length=200, db_index=True)

    class Meta:
        """Issuers stand in the order of the signature."""

        constraints = (
            models.UniqueConstraint(fields=["document", "position"], name="library_issuer_place"),
        )

    def __str__(self) -> str:
        return self.name


class Version(models.Model):
    """The words of a document as one or more sources give them; changed words, new version.

    ``stated`` holds the properties as read (contract keys: title, number, fields, annexes, …).
    Offsets of its clauses and facts count in ``source``, where this version was read first.
    The public may read these words from ``published_at`` on, while the document is public.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="versions")
    number = models.IntegerField()
    is_current = models.BooleanField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="first_versions")
    text_hash = models.CharField(max_length=32)
    complete = models.BooleanField()
    characters = models.BigIntegerField()
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    stated = models.JSONField(default=dict)
    reader_version = models.CharField(max_length=40)
    read_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        """Numbered from 1; the same words once; one version is current."""

        constraints = (
            models.UniqueConstraint(fields=["document", "number"], name="library_version_number"),
            models.UniqueConstraint(fields=["document", "text_hash"], name="library_version_words"),
            models.UniqueConstraint(
                fields=["document"], condition=Q(is_current=True), name="library_version_current"
            ),
        )

    def __str__(self) -> str:
        return f"{self.document} v{self.number}"


class Appearance(models.Model):
    """That a version was read in a source, and where: one row per source and document in it."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="appearances")
    position = models.IntegerField()
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="appearances")
    section = models.ForeignKey(
        IssueSection, on_delete=models.SET_NULL, null=True, related_name="appearances"
    )
    start = models.BigIntegerField()
    end = models.BigIntegerField()

    class Meta:
        """Documents stand in the order of the source."""

        constraints = (
            models.UniqueConstraint(fields=["source", "position"], name="library_appearance_place"),
        )

    def __str__(self) -> str:
        return f"{self.version} in {self.source}"


class Clause(models.Model):
    """A node of a version's tree: what can be cited as ``<document>#<path>``.

    ``parent`` is the position of the node above it; ``first:past`` its own text's range in the
    clean text, ``start:end`` its range in the source, children included; ``hash`` is over its
    words, and stays where the words stay.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="clauses")
    position = models.IntegerField()
    parent = models.IntegerField(null=True)
    path = models.CharField(max_length=300)
    kind = models.CharField(max_length=12)
    number = models.TextField(null=True)
    label = models.TextField(null=True)
    heading = models.TextField(null=True)
    text = models.TextField()
    first = models.BigIntegerField()
    past = models.BigIntegerField()
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    hash = models.CharField(max_length=32, db_index=True)

    class Meta:
        """One clause per place and per path."""

        constraints = (
            models.UniqueConstraint(fields=["version", "position"], name="library_clause_place"),
            models.UniqueConstraint(fields=["version", "path"], name="library_clause_path"),
        )

    def __str__(self) -> str:
        return self.path
