# SPDX-License-Identifier: Apache-2.0
"""Recognises a document that the library already holds, under whatever head it comes in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from yiju.library.models import Clause, Document
from yiju.library.readings import DocumentReading
from yiju.library.words import word_hash

MATCHED_CHARACTERS = 15
"""Clauses shorter than this stand in many documents and say nothing about which it is."""
MANY_CLAUSES = 3
_MOST_COMPARED = 400


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How much of a reading stands word for word in a document: so many of so many clauses."""

    same: int
    of: int

    def reaches(self, per_cent: int) -> bool:
        """Whether at least so much of the smaller text is the same."""
        return self.of > 0 and 100 * self.same >= per_cent * self.of


def known_document(reading: DocumentReading) -> Document | None:
    """The document that this is another reading of; ``None`` where the library has none.

    The same reference or the same number; else the same title, where the dates do not contradict
    and some clauses (30 %) are the same word for word; else a text of which nearly all clauses
    (80 %, at least three) are. Two different numbers are never one document.
    """
    number = reading.stated["number"]
    found = Document.objects.filter(ref=reading.ref).first()
    if found is None and number and "!" not in reading.ref:
        found = Document.objects.filter(number=number, part_of=None).first()
    return found or _same_title(reading) or _same_text(reading)


def _same_title(reading: DocumentReading) -> Document | None:
    if not reading.stated["title"]:
        return None
    alike = Document.objects.filter(title_hash=word_hash(reading.stated["title"])).order_by("id")
    return next(
        (
            document
            for document in alike
            if not _contradict(document, reading) and _likeness(document, reading).reaches(30)
        ),
        None,
    )


def _same_text(reading: DocumentReading) -> Document | None:
    hashes = _telling(reading)
    if len(hashes) < MANY_CLAUSES:
        return None
    holders = Counter(
        Clause.objects.filter(hash__in=hashes[:_MOST_COMPARED], version__is_current=True)
        .order_by()
        .values_list("version__document", flat=True)
    )
    for key, count in holders.most_common(3):
        if count < MANY_CLAUSES:
            return None
        document = Document.objects.get(pk=key)
        if not _contradict(document, reading) and _likeness(document, reading).reaches(80):
            return document
    return None


def _contradict(document: Document, reading: DocumentReading) -> bool:
    """Whether numbers, dates or attachment say that the two are not one document."""
    stated = reading.stated
    dated_on = document.dated_on.isoformat() if document.dated_on else None
    return (
        bool(document.number and stated["number"] and document.number != stated["number"])
        or bool(dated_on and stated["dated_on"] and dated_on != stated["dated_on"])
        or (document.part_of_id is not None) != ("!" in reading.ref)
    )


def _likeness(document: Document, reading: DocumentReading) -> _Likeness:
    """How many telling clauses of the shorter of the two stand in the other."""
    held = {
        hashed
        for hashed, text in Clause.objects.filter(
            version__document=document, version__is_current=True
        ).values_list("hash", "text")
        if len(text) >= MATCHED_CHARACTERS
    }
    telling = set(_telling(reading))
    return _Likeness(len(telling & held), min(len(telling), len(held)))


def _telling(reading: DocumentReading) -> list[str]:
    """Hashes of the clauses that are long enough to tell documents apart."""
    return [
        clause.hash for clause in reading.clauses if len(clause.node.text) >= MATCHED_CHARACTERS
    ]
