# SPDX-License-Identifier: Apache-2.0
"""Files come whole and unchanged, or with one clear sentence."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats import content_of, sources


def test_a_file_comes_as_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc\r\n")
    assert content_of(str(tmp_path / "a.txt")) == b"abc\r\n"


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"abc")))
    assert content_of("-") == b"abc"


def test_a_missing_file_is_named() -> None:
    with pytest.raises(InvalidInput, match=r"^nowhere\.txt: there is no such file; check the name"):
        content_of("nowhere.txt")


def test_a_directory_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="this is a directory"):
        content_of(str(tmp_path))


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(InvalidInput, match="cannot be read"):
        content_of("a\0b")


def test_a_file_without_permission_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str) -> BinaryIO:
        raise PermissionError(13, "Permission denied")

    # The suite may run as root, whom no file mode stops.
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InvalidInput, match="no permission"):
        content_of("a.txt")


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"first half")
    read = sources._limited

    def read_and_grow(file: BinaryIO, name: str) -> bytes:
        content = read(file, name)
        with path.open("ab") as writer:
            writer.write(b"second half")
        return content

    monkeypatch.setattr(sources, "_limited", read_and_grow)
    with pytest.raises(InvalidInput, match="changed while it was read"):
        content_of(str(path))


def test_a_file_rewritten_with_the_same_length_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"before")
    read = sources._limited

    def read_and_rewrite(file: BinaryIO, name: str) -> bytes:
        content = read(file, name)
        path.write_bytes(b"after.")
        os.utime(path, ns=(1, 1))
        return content

    monkeypatch.setattr(sources, "_limited", read_and_rewrite)
    with pytest.raises(InvalidInput, match="changed while it was read"):
        content_of(str(path))


def test_a_file_above_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 10)
    (tmp_path / "a.txt").write_bytes(b"12345678901")
    with pytest.raises(InvalidInput, match="larger than"):
        content_of(str(tmp_path / "a.txt"))


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"abc")
    os.close(writer)
    try:
        assert content_of(f"/dev/fd/{reader}") == b"abc"
    finally:
        os.close(reader)
