# SPDX-License-Identifier: Apache-2.0
"""Pages saved with their pictures in one file are read like the page alone."""

from __future__ import annotations

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats import extract


def archive(*parts: MIMEText) -> bytes:
    """A web archive with these parts."""
    whole = MIMEMultipart("related", _subparts=parts)
    whole["From"] = "<Saved by a browser>"
    return whole.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "gbk"])
def test_the_page_of_an_archive_is_read(charset: str) -> None:
    style, page = MIMEText("p{}", "css"), MIMEText("<html><p>样例通知</p></html>", "html", charset)
    extracted = extract("a.mht", archive(style, page))
    assert (extracted.format, extracted.text) == ("mhtml", "样例通知\n")


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(InvalidInput, match="without a page"):
        extract("a.mht", archive(MIMEText("a", "css")))
