# SPDX-License-Identifier: Apache-2.0
"""OFD files (GB/T 33190-2016), the national fixed-layout format: text by where it stands.

An OFD is a zip: ``OFD.xml`` names the documents, each names its pages, and a page holds text
objects with a place for every character. Pages are parted by ``\\f``; annotations and seals are
no text of the document.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml.etree import _Element as Element

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats.ofd_glyphs import read_page
from yiju.library.formats.page_glyphs import Page
from yiju.library.formats.page_text import pages_text
from yiju.library.formats.xml_parts import child, local, parsed_part
from yiju.library.formats.zipped import DAMAGED, Package

ROOT = "OFD.xml"
MOST_PAGES = 5000
A4 = (210.0, 297.0)


def text_of(name: str, content: bytes) -> str:
    """The text of an OFD, page by page in reading order."""
    package = Package(name, content)
    if any(part.rpartition("/")[2] == "encryptions.xml" for part in package.parts):
        raise InvalidInput(name, "an encrypted OFD", "save it without encryption")
    pages = [
        page
        for root in _named(parsed_part(package, ROOT), "DocRoot")
        for page in _pages(package, _joined(ROOT, root.text))
    ]
    if not pages:
        raise InvalidInput(name, "an OFD without pages", DAMAGED)
    return pages_text(name, pages)


def _pages(package: Package, part: str) -> Iterator[Page]:
    """The pages of one document, each with those of its templates beneath it."""
    document = parsed_part(package, part)
    size = _size(document, A4)
    templates = {
        template.get("ID", ""): _joined(part, template.get("BaseLoc"))
        for template in _named(document, "TemplatePage")
    }
    pages = child(document, "Pages")
    listed = [] if pages is None else list(_named(pages, "Page"))
    if len(listed) > MOST_PAGES:
        raise InvalidInput(package.name, f"an OFD of {len(listed)} pages", DAMAGED)
    for page in listed:
        root = parsed_part(package, _joined(part, page.get("BaseLoc")))
        used = (templates.get(each.get("TemplateID", "")) for each in _named(root, "Template"))
        below = [parsed_part(package, template) for template in used if template is not None]
        yield read_page([*below, root], _size(root, size))


def _size(root: Element, otherwise: tuple[float, float]) -> tuple[float, float]:
    """Width and height in millimetres."""
    for box in _named(root, "PhysicalBox"):
        numbers = (box.text or "").split()
        try:
            width, height = float(numbers[2]), float(numbers[3])
        except (IndexError, ValueError):
            return otherwise
        return (width, height) if width > 0 and height > 0 else otherwise
    return otherwise


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if local(element) == name)


def _joined(part: str, place: str | None) -> str:
    """A place written in a part: from the root with a slash, else beside that part."""
    written = (place or "").strip().replace("\\", "/")
    joined = posixpath.join("/", posixpath.dirname(part), written)
    return posixpath.normpath(joined).lstrip("/")
