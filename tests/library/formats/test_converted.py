# SPDX-License-Identifier: Apache-2.0
"""Old Word and WPS files: through LibreOffice, or with a sentence that says what to install."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.library.formats.made_files import docx, paragraph
from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats import converted, extract
from yiju.library.formats.sniffing import OLE_MARK

OLD_FILE = OLE_MARK + b"\0" * 500 + "WordDocument".encode("utf-16-le")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds all programs there are."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def soffice(programs: Path, *lines: str) -> None:
    """A stand-in for LibreOffice: a script that gets the same words and sees the same folder."""
    script = programs / "soffice"
    script.write_text("#!/bin/sh\nPATH=/usr/bin:/bin\n" + "\n".join(lines) + "\n", "utf-8")
    script.chmod(0o755)


@pytest.mark.parametrize("content", [OLD_FILE, b"{\\rtf1 text}"])
def test_without_a_converter_the_refusal_says_what_to_install(
    content: bytes, programs: Path
) -> None:
    with pytest.raises(InvalidInput, match="libreoffice-writer-nogui"):
        extract("a.doc", content)


def test_what_the_converter_writes_is_read_as_a_word_file(programs: Path) -> None:
    (programs / "made.docx").write_bytes(docx(paragraph("样例通知")))
    soffice(
        programs,
        f'[ "$(wc -c <source.doc)" -eq {len(OLD_FILE)} ] || exit 1',
        f"mkdir out && cp {programs}/made.docx out/source.docx",
    )
    assert extract("a.wps", OLD_FILE).text == "样例通知\n"


def test_the_converter_works_in_a_folder_of_its_own_that_is_removed(programs: Path) -> None:
    soffice(programs, f'echo "$HOME $PWD $*" > {programs}/seen')
    with pytest.raises(InvalidInput, match="LibreOffice cannot read it"):
        extract("a.doc", OLD_FILE)
    home, folder, *words = (programs / "seen").read_text("utf-8").split()
    assert home == folder
    assert f"-env:UserInstallation={Path(folder).as_uri()}/profile" in words
    assert not Path(folder).exists()


def test_a_converter_that_does_not_end_is_ended_with_all_it_started(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converted, "LONGEST_SECONDS", 0.2)
    soffice(programs, "sleep 600 &", "wait")
    with pytest.raises(InvalidInput, match="did not finish"):
        extract("a.doc", OLD_FILE)


def test_a_converter_that_cannot_start_is_said_so(programs: Path) -> None:
    (programs / "soffice").write_text("#!/nowhere/sh\n", "utf-8")
    (programs / "soffice").chmod(0o755)
    with pytest.raises(InvalidInput, match="does not start"):
        extract("a.doc", OLD_FILE)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (docx(paragraph("样例")), "docx"),
        (b"<html><p>a</p></html>", "html"),
        ("样例".encode("gb18030"), "txt"),
    ],
)
def test_a_file_called_wps_or_doc_is_read_as_what_it_is(content: bytes, found: str) -> None:
    assert extract("a.wps", content).format == found
    assert extract("a.doc", content).format == found


# Not a skip: no run of the suite promises LibreOffice, and where it is, this is tested too.
if shutil.which("soffice"):

    def test_the_real_converter_keeps_the_text(tmp_path: Path) -> None:
        (tmp_path / "a.docx").write_bytes(docx(paragraph("样例通知") + paragraph("一、总体要求")))
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "doc",
            "--outdir",
            str(tmp_path),
        ]
        subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True)
        extracted = extract("a.doc", (tmp_path / "a.doc").read_bytes())
        assert (extracted.format, extracted.text) == ("doc", "样例通知\n一、总体要求\n")
