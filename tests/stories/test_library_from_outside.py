# SPDX-License-Identifier: Apache-2.0
"""The library as a stranger's scripts use it: wrong calls, and answers that survive moving."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.harness.offices import Office

SAMPLE = Path(__file__).parents[2] / "src/yiju/samples/bulletin-sample.txt"
GUIDE = "示政办发〔2026〕27号!1"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office that has imported the sample bulletin."""
    office = Office(tmp_path_factory.mktemp("stranger") / "office")
    assert office.yiju("import", str(SAMPLE)).returncode == 0
    return office


@pytest.mark.parametrize(
    "call",
    [
        ("cite", ""), ("show", "#art_1"), ("search", " "), ("search", "信用", "--page", "0"),
        ("search", "信用", "--level", "galactic"), ("facts", "export", "-", "--type", "wish"),
        ("load", str(SAMPLE)), ("restore", str(SAMPLE)), ("backup", "nosuch/folder/a"),
    ],
)  # fmt: skip
def test_wrong_calls_are_told_in_one_line(office: Office, call: tuple[str, ...]) -> None:
    done = office.yiju(*call)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("yiju: ") and done.stderr.count("\n") == 1
    assert "; " in done.stderr


def test_a_search_leads_to_article_nine_and_its_citation(office: Office) -> None:
    found = json.loads(office.yiju("search", "信用修复", "--json").stdout)
    refs = [hit["ref"] for hit in found["hits"]]
    article = f"{GUIDE}#art_9"
    assert any(ref.startswith(article) for ref in refs)
    shown = json.loads(office.yiju("show", article, "--json").stdout)
    events = [fact["from"] for fact in shown["facts"] if fact["type"] == "period"]
    assert events and all(events)
    assert office.yiju("cite", article).stdout.endswith("第九条\n")


def answers(office: Office) -> list[str]:
    calls = (("search", "的", "--size", "1000"), ("show", GUIDE), ("cite", f"{GUIDE}#art_9"))
    return [office.yiju(*call, "--json").stdout for call in calls]


def test_a_loaded_dump_answers_byte_for_byte_and_dumps_the_same(
    office: Office, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    other = Office(tmp_path / "other")
    assert office.yiju("dump", str(first)).returncode == 0
    assert other.yiju("load", str(first)).returncode == 0
    assert answers(other) == answers(office)
    assert other.yiju("dump", str(second)).returncode == 0
    assert second.read_bytes() == first.read_bytes()


def test_a_restored_backup_answers_byte_for_byte(office: Office, tmp_path: Path) -> None:
    archive = str(tmp_path / "backup")
    other = Office(tmp_path / "other")
    assert office.yiju("backup", archive).returncode == 0
    assert other.yiju("restore", archive).returncode == 0
    assert answers(other) == answers(office)
    assert other.yiju("journal", "verify").returncode == 0
