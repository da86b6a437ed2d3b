# SPDX-License-Identifier: Apache-2.0
"""Files as they are named on the command line: whole and unchanged, or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from yiju.kernel.invalid_input import InvalidInput

MAX_BYTES = 256 * 1024 * 1024
"""Largest source; a year's gazette of a ministry is below 50 MB."""

STANDARD_INPUT = "-"


def content_of(name: str) -> bytes:
    """The bytes of the file called ``name``; ``-`` is standard input.

    Raises InvalidInput where there is no such file, it may not be read, is a directory, is
    larger than MAX_BYTES, or changed while it was read.
    """
    if name == STANDARD_INPUT:
        return _limited(sys.stdin.buffer, name)
    try:
        with Path(name).open("rb") as file:
            return _unchanged(file, name)
    except FileNotFoundError:
        raise InvalidInput(name, "there is no such file", "check the name") from None
    except IsADirectoryError:
        raise InvalidInput(
            name, "this is a directory", "name the files in it, for example its *.txt"
        ) from None
    except PermissionError:
        raise InvalidInput(
            name, "no permission to read this file", "ask its owner, or copy it to a place of yours"
        ) from None
    except (OSError, ValueError) as failure:
        # ValueError: a name with a NUL in it, which no file system has.
        raise InvalidInput(
            name, f"cannot be read ({failure})", "check the name and the disk"
        ) from None


def _unchanged(file: BinaryIO, name: str) -> bytes:
    before = os.fstat(file.fileno())
    content = _limited(file, name)
    after = os.fstat(file.fileno())
    if not stat.S_ISREG(before.st_mode):
        return content  # a pipe has no size or time to compare
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    if not same or len(content) != after.st_size:
        raise InvalidInput(
            name, "the file changed while it was read", "read it again when it is written"
        )
    return content


def _limited(file: BinaryIO, name: str) -> bytes:
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise InvalidInput(
            name,
            f"larger than {MAX_BYTES // 1024**2} MiB",
            "split it: a bulletin of this size is not known",
        )
    return content
