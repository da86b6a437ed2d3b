# SPDX-License-Identifier: Apache-2.0
"""The whole office as a process: it begins from nothing, ends in order, survives being killed."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tests.harness.offices import Office

COUNT = """
from yiju.office.journal.models import Entry
print(Entry.objects.filter(kind=sys.argv[1]).count())
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")


def served(office: Office, *words: str) -> tuple[subprocess.Popen[str], str]:
    """Starts the server on any free port and gives the address that it prints."""
    server = office.start("serve", "--port", "0", *words)
    assert server.stdout is not None and server.stderr is not None
    for line in server.stdout:
        if line.startswith("http"):
            return server, line.strip()
    raise AssertionError(server.stderr.read())


def ended(server: subprocess.Popen[str], by: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
    server.send_signal(by)
    _, said = server.communicate()
    return server.returncode, said


def page(address: str) -> str:
    with urllib.request.urlopen(address) as response:
        return str(response.read().decode())


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address) as response:
            return int(response.status)
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code


def count(office: Office, kind: str) -> int:
    return int(office.program(COUNT, kind))


def fail_to_sign_in(address: str) -> int:
    """One sign-in with a wrong password; the answer comes after it was recorded."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with browser.open(f"{address}account/login/") as form:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.read().decode())
    assert token is not None
    words = {"csrfmiddlewaretoken": token[1], "login": "nobody", "password": "wrong"}
    filled = urllib.parse.urlencode(words).encode()
    try:
        with browser.open(f"{address}account/login/", filled) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as locked:
        with locked:
            return locked.code


def test_office_begins_from_nothing_and_ends_in_order(office: Office) -> None:
    server, address = served(office)
    assert "依据" in page(address)
    assert json.loads(page(f"{address}healthz"))["status"] == "ok"
    returncode, said = ended(server)
    assert returncode == 0 and "Traceback" not in said
    assert not list(office.data.glob("*-wal"))


def test_sample_is_loaded_once(office: Office) -> None:
    for _ in range(2):
        server, _ = served(office)
        ended(server)
    held = "from yiju.library.models import Source\nprint(Source.objects.count())"
    assert office.program(held).strip() == "1"


def test_key_is_made_once_and_for_the_owner_only(office: Office) -> None:
    office.yiju("migrate")
    key = office.data / "secret-key"
    first = key.read_text()
    office.yiju("migrate")
    assert key.read_text() == first and len(first) >= 50
    assert key.stat().st_mode & 0o777 == 0o600
    assert office.data.stat().st_mode & 0o777 == 0o700


def test_busy_port_is_told_and_nothing_is_prepared(office: Office) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = office.yiju("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "is in use; name another with --port" in done.stderr
    assert not office.data.exists()


@pytest.mark.parametrize("port", ["70000", "-1"])
def test_impossible_port_is_told(office: Office, port: str) -> None:
    done = office.yiju("serve", "--port", port)
    assert done.returncode == 2 and "Traceback" not in done.stderr


def test_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = Office(tmp_path / "file" / "office").yiju("serve", "--port", "0")
    assert done.returncode == 2 and "cannot be made" in done.stderr


def test_demo_opens_an_account_for_each_role_once(office: Office) -> None:
    said = ""
    for _ in range(2):
        server = office.start("serve", "--port", "0", "--demo")
        assert server.stdout is not None
        for line in server.stdout:
            said += line
            if line.startswith("http"):
                break
        ended(server)
    assert re.findall(r"account (\S+), password \S{12,}", said) == [
        "demo-reader", "demo-editor", "demo-publisher", "demo-administrator",
    ]  # fmt: skip


def test_staff_side_is_not_there_for_the_public(office: Office) -> None:
    server, address = served(office)
    found = {path: status(address + path) for path in ("staff/", "staff/users", "admin/")}
    ended(server)
    assert set(found.values()) == {404}, found


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_the_server_is_killed_ten_times(office: Office) -> None:
    acknowledged = 0
    for turn in range(10):
        server, address = served(office)
        for _ in range(1 + turn % 4):
            assert fail_to_sign_in(address) in {200, 429}
            acknowledged += 1
        ended(server, signal.SIGKILL)
    # After five failures the name is locked, which is recorded once and then refused in silence.
    assert count(office, "sign_in_failed") == 5
    assert office.yiju("journal", "verify").returncode == 0


def test_job_of_a_killed_server_is_done_after_the_next_start(office: Office) -> None:
    office.yiju("migrate")
    asking = """
from datetime import UTC, datetime
from yiju.kernel.actor import system_actor
from yiju.library.actions.requesting import request_import
text = "关于做好示例工作的通知\\n各市:\\n一、总体要求\\n做好工作。\\n某局\\n2025年4月25日\\n"
request_import(system_actor("tests"), name="a.txt", content=text.encode(),
               at=datetime(2025, 4, 25, 4, tzinfo=UTC))
"""
    office.program(asking)
    left = """
from yiju.office.jobs.actions import tell_alive
from yiju.office.jobs.models import Job
from django_tasks_db.models import DBTaskResult
Job.objects.update(state="running", worker="elsewhere:1", attempts=1)
DBTaskResult.objects.update(status="RUNNING")
"""
    office.program(left)
    server, _ = served(office)
    state = "from yiju.office.jobs.models import Job\nprint(Job.objects.get().state)"
    while (stands := office.program(state).strip()) not in {"done", "failed"}:
        assert server.poll() is None
    ended(server)
    assert stands == "done"
