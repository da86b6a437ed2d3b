# SPDX-License-Identifier: Apache-2.0
"""A disk that fills up in the midst of an import: told in one line, and nothing half-written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harness.offices import Office

NOTICE = "关于做好示例工作的通知\n示例〔2025〕1号\n各单位:\n{}示例局\n2025年4月25日\n"


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """A notice of about 60 kB."""
    lines = (f"{number}.各单位应当在第{number}个示例期限内完成工作。\n" for number in range(1, 900))
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE.format("".join(lines)), encoding="utf-8")
    return file


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_full_disk_at_any_write_of_an_import_leaves_nothing_of_it(
    office: Office, notice: Path
) -> None:
    before = office.everything()
    for at_bytes in (1_000, 40_000, 65_000, 200_000, 400_000):
        done = office.yiju_on_a_full_disk("import", str(notice), at_bytes=at_bytes)
        assert done.returncode == 2, at_bytes
        assert done.stderr.count("\n") == 1 and done.stderr.startswith("yiju: ")
        assert office.everything() == before
    assert office.yiju("import", str(notice)).returncode == 0
    assert office.yiju("journal", "verify").returncode == 0
