# SPDX-License-Identifier: Apache-2.0
"""``yiju read`` as people and scripts call it: a process of its own, streams and exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.library.formats.made_files import (
    docx,
    full_picture,
    paragraph,
    pdf,
    printed,
    zipped,
)  # fmt: skip
from yiju.library.formats.sniffing import OLE_MARK

NOTICE = (
    "样例市数据局关于开展数据开放试点的通知\n样数〔2025〕1号\n各县（市、区）数据局：\n"
    "一、总体要求\n（一）主要目标。到2030年开放率达到25%。\n"
    "二、工作安排\n请于2025年4月25日前报送方案。\n样例市数据局\n2025年3月19日\n"
)


def read(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Runs ``yiju read`` with these words."""
    command = [sys.executable, "-m", "yiju.cli", "read", *words]
    return subprocess.run(command, input=given, capture_output=True, timeout=60, check=False)


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """A notice of our own in a file."""
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE, encoding="gb18030")
    return path


def test_json_is_one_value_with_the_document_and_its_clauses(notice: Path) -> None:
    answer = read(str(notice), "--json")
    value = json.loads(answer.stdout)
    assert (answer.returncode, answer.stderr, value["contract"]) == (0, b"", 1)
    assert value["source"]["characters"] == len(NOTICE)
    assert value["documents"][0]["number"] == "样数〔2025〕1号"
    assert "样数〔2025〕1号#l1_1/l2_1" in answer.stdout.decode()


def test_a_dash_reads_standard_input() -> None:
    value = json.loads(read("-", "--json", given=NOTICE.encode()).stdout)
    assert (value["source"]["name"], len(value["documents"])) == ("-", 1)


def test_several_files_are_an_array_in_the_order_named(notice: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.docx"
    other.write_bytes(docx(paragraph("另一个通知")))
    values = json.loads(read(str(other), str(notice), "--json").stdout)
    assert [Path(value["source"]["name"]).name for value in values] == ["other.docx", "notice.txt"]


def test_without_a_form_the_answer_is_a_plain_tree_for_people(notice: Path) -> None:
    answer = read(str(notice))
    assert answer.returncode == 0
    assert "1  样例市数据局关于开展数据开放试点的通知" in answer.stdout.decode()
    assert b"\x1b" not in answer.stdout + answer.stderr


def test_a_page_without_policy_gives_no_documents_and_a_finding() -> None:
    answer = read("-", "--json", given="今天天气很好。".encode())
    value = json.loads(answer.stdout)
    assert (answer.returncode, value["documents"]) == (0, [])
    assert value["findings"]


def test_one_wrong_file_among_several_leaves_nothing_on_standard_output(notice: Path) -> None:
    answer = read(str(notice), "nowhere.txt", "--json")
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert answer.stderr == b"yiju: nowhere.txt: there is no such file; check the name\n"


def bomb() -> bytes:
    """A Word file of a few hundred kilobytes that would unpack to many times a long text."""
    return zipped({"[Content_Types].xml": "", "word/document.xml": b" " * (100 << 20)})


ENTITIES = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'

BAD_FILES: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "binary": lambda: bytes(range(256)) * 64,
    "charset": lambda: "Ж".encode("koi8-r") * 100,
    "cut_utf8": lambda: ("通知" * 50).encode()[:-1],
    "zip_as_docx": lambda: zipped({"a.txt": "通知"}),
    "workbook": lambda: zipped({"xl/workbook.xml": ""}),
    "cut_docx": lambda: docx(paragraph("通知" * 99))[:-30],
    "entities": lambda: zipped(
        {"[Content_Types].xml": "", "word/a.xml": "", "word/document.xml": ENTITIES}
    ),
    "no_body": lambda: zipped({"[Content_Types].xml": "", "word/document.xml": "<a/>"}),
    "bomb": bomb,
    "locked_pdf": lambda: pdf(printed("通知", 72, 700), encrypt=True),
    "scan": lambda: pdf(full_picture()),
    "cut_pdf": lambda: b"%PDF-1.4\n1 0 obj",
    "picture": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "locked_office": lambda: OLE_MARK + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le"),
}  # fmt: skip


@pytest.mark.parametrize("sort", BAD_FILES)
def test_bad_input_is_one_line_that_says_what_is_wrong_and_what_to_do(
    sort: str, tmp_path: Path
) -> None:
    path = tmp_path / f"{sort}.docx"
    path.write_bytes(BAD_FILES[sort]())
    answer = read(str(path), "--json")
    words = answer.stderr.decode()
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert words.startswith(f"yiju: {path}:")
    assert (words.count("\n"), words.count("; ")) == (1, 1)


def test_a_name_with_a_line_feed_still_gives_one_line(tmp_path: Path) -> None:
    answer = read(str(tmp_path / "a\nb.txt"))
    assert (answer.returncode, answer.stderr.count(b"\n")) == (2, 1)


def test_a_directory_is_bad_input_too(tmp_path: Path) -> None:
    answer = read(str(tmp_path))
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert b"this is a directory" in answer.stderr


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000,
        "（" * 100_000 + "一",
        "样例" * 100_000,
        "第一条" * 30_000,
        "\u2028\x85\x0b\x0c\ufeff",
    ],
)
def test_no_text_is_refused(text: str) -> None:
    answer = read("-", "--json", given=text.encode())
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert json.loads(answer.stdout)["source"]["characters"] == len(text)


def test_two_forms_at_once_are_a_wrong_call(notice: Path) -> None:
    answer = read(str(notice), "--json", "--akn")
    assert (answer.returncode, answer.stdout) == (2, b"")


def test_plain_text_is_read_without_loading_what_other_formats_need(notice: Path) -> None:
    watched = "('django', 'lxml', 'pypdfium2', 'zipfile')"
    program = (
        "import sys; from yiju.cli import main; main(sys.argv[1:]); "
        f"print([name for name in {watched} if name in sys.modules], file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, "read", str(notice), "--json"]
    answer = subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert answer.stderr.decode().strip() in ("[]", "['zipfile']")


def test_a_reader_of_the_output_that_stops_early_is_no_error(notice: Path) -> None:
    many = [str(notice)] * 200
    command = [sys.executable, "-m", "yiju.cli", "read", *many]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
