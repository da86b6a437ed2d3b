# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import errno
import os
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from yiju.office.files.actions import TooLarge, keep
from yiju.office.files.models import KeptFile
from yiju.office.files.queries import content_of, damaged
from yiju.office.files.store import Damaged, NotKept, path_of, read, write

NOON = datetime(2025, 4, 25, 4, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path, settings: object) -> Path:
    settings.YIJU_DATA = tmp_path
    return tmp_path


def everything(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.mark.django_db
def test_content_is_found_again_by_its_hash(office: Path) -> None:
    content = "通知".encode()
    assert keep(content, at=NOON) == sha256(content).hexdigest()
    assert content_of(sha256(content).hexdigest()) == content


@pytest.mark.django_db
def test_same_content_is_kept_once(office: Path) -> None:
    first, second = keep(b"notice", at=NOON), keep(b"notice", at=NOON)
    assert first == second
    assert KeptFile.objects.count() == 1
    assert everything(office) == [first]


@pytest.mark.django_db
def test_file_that_is_too_large_leaves_nothing(office: Path, settings: object) -> None:
    settings.UPLOAD_MAX_BYTES = 10
    with pytest.raises(TooLarge):
        keep(b"x" * 11, at=NOON)
    assert not everything(office) and not KeptFile.objects.exists()


@pytest.mark.django_db
def test_changed_or_missing_file_is_named(office: Path) -> None:
    changed, missing, whole = keep(b"a", at=NOON), keep(b"b", at=NOON), keep(b"c", at=NOON)
    path_of(office, changed).write_bytes(b"x")
    path_of(office, missing).unlink()
    assert sorted(damaged()) == sorted(
        [f"kept file {changed} was changed", f"kept file {missing} is missing"]
    )
    assert read(office, whole) == b"c"
    with pytest.raises(Damaged):
        content_of(changed)


def test_half_written_file_of_an_earlier_crash_is_written_anew(tmp_path: Path) -> None:
    place = path_of(tmp_path, sha256(b"whole").hexdigest())
    place.parent.mkdir(parents=True)
    place.write_bytes(b"wh")
    assert read(tmp_path, write(tmp_path, b"whole")) == b"whole"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("call", ["fsync", "fdopen"])
def test_failing_disk_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, call: str
) -> None:
    def fail(*rest: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(NotKept, match="cannot be written"):
        write(tmp_path, b"notice")
    assert not everything(tmp_path)


def test_real_limit_of_the_system_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    """The system itself cuts the write short: files of this process may have 1,000 bytes."""
    program = """
import resource, signal, sys
from pathlib import Path
from yiju.office.files.store import NotKept, write
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write(Path(sys.argv[1]), b"x" * 5000)
except NotKept as wrong:
    print(wrong)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert "File too large" in done.stdout
    assert not everything(tmp_path)
