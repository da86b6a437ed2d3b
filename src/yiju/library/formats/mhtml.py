# SPDX-License-Identifier: Apache-2.0
"""Web archives (.mht): a page and its pictures in one file, as browsers save them (RFC 2557)."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats import html


def text_of(name: str, content: bytes) -> str:
    """The text of the page in a web archive: its first part that is HTML."""
    for part in message_from_bytes(content).walk():
        if part.get_content_type() == "text/html":
            return html.text_of(name, _page(part))
    raise InvalidInput(name, "a web archive without a page", "save the page anew, as html")


def _page(part: Message) -> bytes:
    page = part.get_payload(decode=True)
    assert isinstance(page, bytes)  # what a part that is no multipart always gives
    charset = part.get_content_charset()
    if charset is None or charset == "utf-8":
        return page
    # The page's own word on its charset is often lost when it is saved.
    return f'<meta charset="{charset}">'.encode("ascii", "replace") + page
