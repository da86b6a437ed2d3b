# SPDX-License-Identifier: Apache-2.0
"""A restored copy answers the same; a damaged or strange archive changes nothing."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.harness.both_offices import NewOffice
from tests.harness.offices import Office

WRITING = """
from datetime import UTC, datetime
from django.db import transaction
from yiju.kernel.actor import system_actor
from yiju.office.journal.actions import Act, append
number = 0
while True:
    number += 1
    with transaction.atomic():
        append(Act(stream="load", kind="filed", actor=system_actor("tests"),
                   at=datetime(2025, 4, 25, 4, tzinfo=UTC), body=number))
    print(number, flush=True)
"""


@pytest.fixture
def archive(office: Office, tmp_path: Path) -> Path:
    """A backup of the office, made now."""
    file = tmp_path / "office.tar.gz"
    done = office.yiju("backup", str(file))
    assert done.returncode == 0, done.stderr
    return file


_made: dict[str, bytes] = {}


@pytest.fixture
def some_archive(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> Path:
    """A backup of any office, made once in a run for each kind of database."""
    if kind not in _made:
        _made[kind] = request.getfixturevalue("archive").read_bytes()
    file = tmp_path / "some.tar.gz"
    file.write_bytes(_made[kind])
    return file


def test_restored_office_answers_the_same(
    office: Office, archive: Path, new_office: NewOffice
) -> None:
    copy = new_office()
    done = copy.yiju("restore", str(archive))
    assert done.returncode == 0, done.stderr
    assert copy.everything() == office.everything()
    assert copy.yiju("journal", "verify").returncode == 0


def test_archive_is_for_its_owner_only_and_never_overwritten(office: Office, archive: Path) -> None:
    assert archive.stat().st_mode & 0o777 == 0o600
    before = archive.read_bytes()
    done = office.yiju("backup", str(archive))
    assert done.returncode == 2 and "is there already" in done.stderr
    assert archive.read_bytes() == before


def test_backup_under_load_holds_what_was_acknowledged_before_it(
    office: Office, new_office: NewOffice, tmp_path: Path
) -> None:
    writer = office.start_program(WRITING)
    assert writer.stdout is not None
    acknowledged = [int(writer.stdout.readline()) for _ in range(20)][-1]
    file = tmp_path / "under-load.tar.gz"
    done = office.yiju("backup", str(file))
    writer.kill()
    writer.communicate()
    assert done.returncode == 0, done.stderr
    copy = new_office()
    assert copy.yiju("restore", str(file)).returncode == 0
    verified = json.loads(copy.yiju("journal", "verify", "--json").stdout)
    assert verified["broken"] is None
    held = "from yiju.office.journal.models import Entry\n"
    counted = copy.program(held + "print(Entry.objects.filter(stream='load').count())")
    assert int(counted) >= acknowledged


def test_office_that_holds_something_is_not_overwritten(office: Office, archive: Path) -> None:
    before = office.everything()
    done = office.yiju("restore", str(archive))
    assert done.returncode == 2 and "not empty" in done.stderr
    assert office.everything() == before


def test_force_replaces_and_keeps_the_old_folder(office: Office, archive: Path) -> None:
    before = office.everything()
    assert (
        office.yiju("createadmin", "--username", "boss", stdin="Ganlu-2025-sheng\n").returncode == 0
    )
    done = office.yiju("restore", str(archive), "--force")
    assert done.returncode == 0, done.stderr
    assert office.everything() == before
    assert len(list(office.data.parent.glob(f"{office.data.name}.before-*"))) == 1


def test_office_in_use_is_not_replaced(office: Office, archive: Path) -> None:
    worker = office.start("worker")
    try:
        seen = "from yiju.office.jobs.queries import last_seen_worker_at as at\n"
        while office.program(seen + "print(at())").strip() == "None":
            assert worker.poll() is None
        done = office.yiju("restore", str(archive), "--force")
    finally:
        worker.terminate()
        worker.communicate()
    assert done.returncode == 2 and "in use" in done.stderr


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flipped(content: bytes) -> bytes:
    plain = bytearray(gzip.decompress(content))
    plain[len(plain) // 2] ^= 1
    return gzip.compress(bytes(plain))


def no_archive(content: bytes) -> bytes:
    return b"not an archive at all"


def strange_part(content: bytes) -> bytes:
    return rewritten(
        content,
        lambda told: told["parts"].append(
            {"name": "../../etc/passwd", "sha256": "0" * 64, "size_bytes": 1}
        ),
    )


def newer(content: bytes) -> bytes:
    return rewritten(content, lambda told: told["migrations"].append("library.9999_future"))


def rewritten(content: bytes, change: Callable[[dict[str, list[object]]], object]) -> bytes:
    target = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(content)) as old,
        tarfile.open(fileobj=target, mode="w:gz") as new,
    ):
        for member in old:
            file = old.extractfile(member)
            assert file is not None
            body = file.read()
            if member.name == "manifest.json":
                told = json.loads(body)
                change(told)
                body = json.dumps(told).encode()
                member.size = len(body)
            new.addfile(member, io.BytesIO(body))
    return target.getvalue()


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (cut, "whole archive"),
        (flipped, "damaged"),
        (no_archive, "whole archive"),
        (strange_part, "no backup has"),
        (newer, "newer Yiju"),
    ],
)
def test_unsound_archive_is_named_and_changes_nothing(
    some_archive: Path, new_office: NewOffice, damage: Callable[[bytes], bytes], told: str
) -> None:
    copy = new_office()
    some_archive.write_bytes(damage(some_archive.read_bytes()))
    before = sorted(path.name for path in copy.data.parent.iterdir())
    done = copy.yiju("restore", str(some_archive))
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
    assert told in done.stderr
    assert sorted(path.name for path in copy.data.parent.iterdir()) == before


def test_archive_of_the_other_database_is_refused(some_archive: Path, tmp_path: Path) -> None:
    with tarfile.open(some_archive) as tar:
        holds_sqlite = "database.sqlite3" in tar.getnames()
    url = "postgres://nobody@/nothing?host=/nowhere" if holds_sqlite else "sqlite:///yiju.sqlite3"
    done = Office(tmp_path / "other", url).yiju("restore", str(some_archive))
    assert done.returncode == 2 and "set DATABASE_URL" in done.stderr
    assert not (tmp_path / "other").exists()


def test_backup_without_room_leaves_nothing(office: Office, tmp_path: Path) -> None:
    limited = tmp_path / "limited"
    limited.mkdir()
    body = """
import resource, signal
from datetime import UTC, datetime
from pathlib import Path
from yiju.kernel.refusal import InvalidInput
from yiju.office.archive.making import back_up
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    back_up(Path(sys.argv[1]), at=datetime(2025, 4, 25, tzinfo=UTC))
except InvalidInput as wrong:
    print(wrong)
"""
    said = office.program(body, str(limited / "a.tar.gz"))
    assert "cannot be" in said or "nothing was changed" in said
    assert not list(limited.iterdir())


def test_restored_library_finds_and_cites_the_same(
    office: Office, new_office: NewOffice, tmp_path: Path
) -> None:
    """The search index lies in tables that are no models; it is restored with the rest."""
    notice = tmp_path / "notice.txt"
    notice.write_text(NOTICE, encoding="utf-8")
    assert office.yiju("import", str(notice)).returncode == 0
    file = tmp_path / "library.tar.gz"
    assert office.yiju("backup", str(file)).returncode == 0
    copy = new_office()
    assert copy.yiju("restore", str(file)).returncode == 0
    asked = (["search", "示例期限", "--json"], ["show", "示例〔2025〕1号", "--json"])
    before = [office.yiju(*words).stdout for words in asked]
    assert before == [copy.yiju(*words).stdout for words in asked]
    assert "示例期限" in before[0] and before[1]


NOTICE = """关于做好示例工作的通知
示例〔2025〕1号
各示例单位:
一、总体要求
各单位应当在示例期限内完成工作。
二、工作安排
请于2025年5月30日前报送材料。
示例局
2025年4月25日
"""
