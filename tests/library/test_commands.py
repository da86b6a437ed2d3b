# SPDX-License-Identifier: Apache-2.0
"""The library on the command line: what scripts of other offices hold on to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.library.texts import NOTICE, NUMBER

CLAUSE = f"{NUMBER}#l1_2/l2_1"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office into which the notice was imported."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "notice.txt").write_text(NOTICE, "utf-8")
    done = yiju("import", str(folder / "notice.txt"), data=folder / "data")
    assert done.returncode == 0, done.stderr
    return folder


def yiju(*words: str, data: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "-m", "yiju.cli", *words, "--data", str(data)],
        input=stdin, capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip


def test_an_import_tells_what_it_brought_and_the_second_that_nothing_changed(
    office: Path,
) -> None:
    again = yiju("import", str(office / "notice.txt"), "--json", data=office / "data")
    value = json.loads(again.stdout)
    assert again.returncode == 0 and next(iter(value)) == "contract"
    assert value["already"] is True and value["documents"][0]["ref"] == NUMBER
    assert value["documents"][0]["published"] is True


def test_a_search_gives_hits_with_their_references_as_json(office: Path) -> None:
    found = yiju("search", "在线提交", "--json", data=office / "data")
    value = json.loads(found.stdout)
    assert (found.returncode, value["contract"], value["count"]) == (0, 1, 1)
    assert value["hits"][0]["ref"] == CLAUSE
    assert value["hits"][0]["marked"] == ["在线提交"]


def test_a_search_without_hits_answers_no(office: Path) -> None:
    found = yiju("search", "没有这样的词", data=office / "data")
    assert (found.returncode, found.stderr) == (1, "")


def test_a_clause_is_shown_with_its_facts_and_offsets(office: Path) -> None:
    shown = yiju("show", CLAUSE, "--json", data=office / "data")
    value = json.loads(shown.stdout)
    assert value["ref"] == value["clause"]["ref"] == CLAUSE
    quoted = [NOTICE[fact["start"] : fact["end"]] for fact in value["facts"]]
    assert quoted == [fact["quote"] for fact in value["facts"]] and quoted


def test_a_document_is_shown_by_its_bare_number_in_damaged_brackets(office: Path) -> None:
    shown = yiju("show", "示经信投资[2026】58号", "--json", data=office / "data")
    assert json.loads(shown.stdout)["document"]["id"] == NUMBER


def test_what_is_not_in_the_library_is_answered_with_the_nearest(office: Path) -> None:
    shown = yiju("show", "示经信投资〔2026〕57号", data=office / "data")
    assert shown.returncode == 1 and shown.stdout == ""
    assert NUMBER in shown.stderr and "Traceback" not in shown.stderr


def test_a_reference_that_cannot_be_read_is_wrong_input(office: Path) -> None:
    shown = yiju("show", f"{NUMBER}#nonsense", data=office / "data")
    assert shown.returncode == 2 and shown.stderr.startswith("yiju: ")
    assert shown.stderr.count("\n") == 1


def test_a_clause_is_cited_as_an_official_would(office: Path) -> None:
    cited = yiju("cite", CLAUSE, data=office / "data")
    title = "示例市经济和信息化局关于组织申报技术改造项目的通知"
    assert cited.stdout == f"《{title}》（{NUMBER}）第二部分第（一）项\n"


def test_one_file_that_cannot_be_read_keeps_the_others_out(office: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    files = [str(office / "notice.txt"), str(tmp_path / "empty.txt")]
    done = yiju("import", *files, data=tmp_path / "data")
    assert done.returncode == 2 and "empty.txt" in done.stderr
    assert yiju("show", NUMBER, data=tmp_path / "data").returncode == 1


def test_a_library_is_dumped_and_loaded_elsewhere(office: Path, tmp_path: Path) -> None:
    dump = str(tmp_path / "library.zip")
    assert yiju("dump", dump, data=office / "data").returncode == 0
    assert yiju("load", dump, data=tmp_path / "data").returncode == 0
    assert yiju("cite", NUMBER, data=tmp_path / "data").returncode == 0
    assert yiju("reindex", data=tmp_path / "data").returncode == 0


def test_facts_leave_as_a_table_and_come_back_as_no_change(office: Path, tmp_path: Path) -> None:
    table = str(tmp_path / "facts.csv")
    assert yiju("facts", "export", table, data=office / "data").returncode == 0
    brought = yiju("facts", "import", table, data=office / "data")
    assert (brought.returncode, brought.stdout) == (0, "0 facts decided\n")


def test_a_draft_comes_from_standard_input(tmp_path: Path) -> None:
    done = yiju("import", "-", "--draft", "--json", data=tmp_path / "data", stdin=NOTICE)
    assert json.loads(done.stdout)["documents"][0]["published"] is False
