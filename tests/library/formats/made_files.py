# SPDX-License-Identifier: Apache-2.0
"""Files made for the tests: Word and OFD packages, PDF pages, with texts of our own."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive with these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relations(*kinds: tuple[str, str]) -> str:
    """A part with relations: kind and target each."""
    rows = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(kinds)
    )
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


def word(element: str, inner: str) -> str:
    """A root element of WordprocessingML, with the namespaces that the tests use."""
    return (
        f'<w:{element} xmlns:w="{W}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        'xmlns:v="urn:schemas-microsoft-com:vml">'
        f"{inner}</w:{element}>"
    )


def docx(body: str, **parts: str) -> bytes:
    """A Word document with this body; other parts (numbering, styles, footnotes) by name."""
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(*((p, f"{p}.xml") for p in parts)),
            "word/document.xml": word("document", f"<w:body>{body}</w:body>"),
            **{f"word/{name}.xml": word(name, inner) for name, inner in parts.items()},
        }
    )


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of a Word document."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
