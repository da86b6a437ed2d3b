# SPDX-License-Identifier: Apache-2.0
"""What the documents say must be there, is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from yiju.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
PATH_IN_CODE = re.compile(r"`((?:src|docs|tests|bench|requirements)/[\w./-]+)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))
    dead = [link for link in links if not (page.parent / link).exists()]
    assert not dead


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    named = PATH_IN_CODE.findall(page.read_text("utf-8"))
    missing = [path for path in named if not (ROOT / path.rstrip("/.")).exists()]
    assert not missing


def test_the_reference_names_every_command() -> None:
    reference = (ROOT / "docs/reference/commands.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"`yiju {name}" not in reference] == []


def test_the_page_on_installing_names_every_variable_of_the_settings() -> None:
    settings = (ROOT / "src/yiju/portal/settings.py").read_text("utf-8")
    read = re.findall(r'(?:environ\.get|switch|number|choice|words)\(\s*"([A-Z_]+)"', settings)
    page = (ROOT / "docs/operate/install.md").read_text("utf-8")
    assert len(read) > 10
    assert [name for name in read if f"`{name}`" not in page] == []


def test_the_architecture_page_stays_short_enough_to_be_read() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text("utf-8").splitlines()) <= 200
