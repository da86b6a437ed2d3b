# SPDX-License-Identifier: Apache-2.0
"""Web pages as ministries publish them: the policy text without menus, scripts and styles.

What is surely no text of the page (scripts, menus, lists of links, hidden parts) is left out
here; what may be text (dates, view counts, names of sites) stays and is judged by the reader.
"""

from __future__ import annotations

import re

from lxml import etree

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats.charset import decoded
from yiju.library.formats.html_chrome import without_chrome
from yiju.library.formats.html_layout import lines_of

DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE
)
DECLARED_WITHIN = 16_384
MOST_TAGS = 2_000_000

# Names under which pages declare the two charsets; GB18030 holds GB2312 and GBK.
CHARSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5",
    "big5-hkscs": "big5",
}


def text_of(name: str, content: bytes) -> str:
    """The text of a page: a line for each block, TAB between the cells of a table row."""
    declared = DECLARED.search(content[:DECLARED_WITHIN])
    charset = CHARSETS.get(declared[1].decode().lower()) if declared else None
    return page_text(name, decoded(name, content, charset))


def page_text(name: str, page: str) -> str:
    """The text of a page whose characters are already known."""
    if page.count("<") > MOST_TAGS:
        raise InvalidInput(name, f"a page of more than {MOST_TAGS:,} tags", "save its text as txt")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    # NUL ends a document for libxml2 and means nothing in a page.
    root = etree.fromstring(page.replace("\0", "").encode(errors="replace"), parser)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise InvalidInput(name, "a page nested too deeply", "save its text as txt")
    if root is None:
        return ""
    text = "\n".join(lines_of(without_chrome(root)))
    return text + "\n" if text else ""
