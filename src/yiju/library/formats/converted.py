# SPDX-License-Identifier: Apache-2.0
"""Old Word, WPS and RTF files, through LibreOffice where it is installed.

LibreOffice runs without a screen, with a profile and a folder of its own that are removed
afterwards, and is ended when it takes too long. It writes a docx, which then is read like any
other, so that automatic numbers and tables come out the same.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats import docx

PROGRAMS = ("soffice", "libreoffice")
INSTALL = "install LibreOffice (Debian: libreoffice-writer-nogui), or save it as docx"
LONGEST_SECONDS = 120
OPTIONS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")


def text_of(name: str, content: bytes) -> str:
    """The text of a .doc, .wps or .rtf file."""
    return docx.text_of(name, as_docx(name, content))


def as_docx(name: str, content: bytes) -> bytes:
    """The file as LibreOffice writes it to docx. Raises InvalidInput where it cannot."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise InvalidInput(name, "an old Word, WPS or RTF file, and no reader of such", INSTALL)
    with TemporaryDirectory(prefix="yiju-") as folder:
        place = Path(folder)
        source = place / "source.doc"
        source.write_bytes(content)
        _convert(name, program, source)
        made = place / "out" / "source.docx"
        if not made.is_file():
            raise InvalidInput(
                name, "LibreOffice cannot read it", "open it where it was written, save it as docx"
            )
        return made.read_bytes()


def _convert(name: str, program: str, source: Path) -> None:
    folder = source.parent
    profile = (folder / "profile").as_uri()
    command = [
        program, *OPTIONS, f"-env:UserInstallation={profile}",
        "--convert-to", "docx", "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    try:
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={**os.environ, "HOME": str(folder)},
            start_new_session=True,
        ) as process:
            _wait(name, process)
    except OSError as failure:
        raise InvalidInput(name, f"LibreOffice does not start ({failure})", INSTALL) from None


def _wait(name: str, process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(timeout=LONGEST_SECONDS)
    except subprocess.TimeoutExpired:
        # soffice is a script around the program proper: the whole group goes.
        os.killpg(process.pid, signal.SIGKILL)
        raise InvalidInput(
            name,
            f"LibreOffice did not finish in {LONGEST_SECONDS} seconds",
            "open it where it was written, save it as docx",
        ) from None
