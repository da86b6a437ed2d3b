# SPDX-License-Identifier: Apache-2.0
"""The tables of the library: constraints and indexes, no verbs."""

from __future__ import annotations

from yiju.library.models.documents import (
    Appearance,
    Clause,
    Document,
    DocumentIssuer,
    Level,
    State,
    Version,
)
from yiju.library.models.entries import SearchEntry
from yiju.library.models.facts import (
    Correction,
    CorrectionKind,
    Fact,
    FactStatus,
    Finding,
    FindingStatus,
)
from yiju.library.models.sources import ContentsLine, Issue, IssueSection, Source
from yiju.library.models.units import DutyUnit, Unit, UnitName, UnitQuestion

__all__ = [
    "Appearance",
    "Clause",
    "ContentsLine",
    "Correction",
    "CorrectionKind",
    "Document",
    "DocumentIssuer",
    "DutyUnit",
    "Fact",
    "FactStatus",
    "Finding",
    "FindingStatus",
    "Issue",
    "IssueSection",
    "Level",
    "SearchEntry",
    "Source",
    "State",
    "Unit",
    "UnitName",
    "UnitQuestion",
    "Version",
]
