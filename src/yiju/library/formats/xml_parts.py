# SPDX-License-Identifier: Apache-2.0
"""XML parts of zip documents, parsed so that nothing in them can grow, fetch or run.

No DTD (so no entities of its own), no network, and libxml2's own limits of depth and size.
"""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats.zipped import DAMAGED, Package

MOST_TAGS = 2_000_000
"""Ten times what a thousand pages hold; the tree of more would fill the memory."""


def parsed_part(package: Package, part: str) -> Element:
    """The root of an XML part. Raises InvalidInput if it is missing, damaged or has a DTD."""
    content = package.read(part)
    if content.count(b"<") > MOST_TAGS:
        raise InvalidInput(
            package.name,
            f"its part {part} has more than {MOST_TAGS:,} tags",
            "do not open it, ask its sender",
        )
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True,
        remove_pis=True, huge_tree=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as failure:
        raise InvalidInput(
            package.name, f"its part {part} is damaged ({_short(failure)})", DAMAGED
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise InvalidInput(
            package.name, f"its part {part} declares entities", "do not open it, ask its sender"
        )
    return root


def _short(failure: Exception) -> str:
    return str(failure).splitlines()[0][:120] if str(failure) else type(failure).__name__


def local(element: Element) -> str:
    """The name of an element without its namespace: old, strict and national forms differ in it."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """The attribute of this local name, in whatever namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, name: str) -> Element | None:
    """The first child of this local name."""
    if element is None:
        return None
    return next((inner for inner in element if local(inner) == name), None)


def value_of(element: Element | None, name: str) -> str | None:
    """The ``val`` of a child: how Word writes most properties."""
    found = child(element, name)
    return None if found is None else attribute(found, "val")
