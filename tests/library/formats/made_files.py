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


def content_types(*parts: str) -> str:
    """The part that says what the parts of a Word document are; ``document`` is the main one."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    rows = "".join(
        f'<Override PartName="/word/{part}.xml" '
        f'ContentType="{kind}.{part}{".main" if part == "document" else ""}+xml"/>'
        for part in parts
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def docx(body: str, **parts: str) -> bytes:
    """A Word document with this body; other parts (numbering, styles, footnotes) by name."""
    return zipped(
        {
            "[Content_Types].xml": content_types("document", *parts),
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(*((p, f"{p}.xml") for p in parts)),
            "word/document.xml": word("document", f"<w:body>{body}</w:body>"),
            **{f"word/{name}.xml": word(name, inner) for name, inner in parts.items()},
        }
    )


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of a Word document."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*pages: str, catalog: str = "", rotate: int = 0, encrypt: bool = False) -> bytes:
    """A PDF (A4, upright) with these content streams; ``/F`` is a Chinese font, ``/P`` a picture.

    The font is not embedded: its encoding says which characters it shows. ``encrypt`` adds the
    mark of a password that nobody knows.
    """
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/MediaBox[0 0 595 842]/Resources"
        "<</Font<</F 3 0 R>>/XObject<</P 4 0 R>>>>>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts"
        "[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo"
        "<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>>>]>>",
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        "/Length 1>>stream\nA\nendstream",
    ]
    for number, page in enumerate(pages):
        objects.append(f"<</Type/Page/Parent 2 0 R/Rotate {rotate}/Contents {6 + 2 * number} 0 R>>")
        objects.append(f"<</Length {len(page)}>>stream\n{page}\nendstream")
    body, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj {content} endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    lock = (
        f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'11' * 32}>>>/ID[<00><00>]"
        if encrypt
        else ""
    )
    trailer = f"trailer<</Size {size}/Root 1 0 R{lock}>>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("ascii")


def printed(text: str, x: float, y: float, size: float = 12) -> str:
    """Content that prints a text with its first baseline point at x, y from the bottom left."""
    return f"BT /F {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET "


def full_picture() -> str:
    """Content that covers the page with a picture, as a scan does."""
    return "q 595 0 0 842 0 0 cm /P Do Q "


def ofd(*pages: str, template: str = "", root: str = "Doc_0/Document.xml") -> bytes:
    """An OFD whose pages hold these objects; the template lies under every page."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/{n}.xml"/>' for n in range(len(pages)))
    below = '<ofd:TemplatePage ID="90" BaseLoc="Tpl.xml"/>' if template else ""
    document = (
        f"<ofd:Document {space}><ofd:CommonData><ofd:PageArea>"
        f"<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{below}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    uses = '<ofd:Template TemplateID="90"/>' if template else ""

    def page(objects: str, used: str) -> str:
        layer = f"<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content>"
        return f"<ofd:Page {space}>{used}{layer}</ofd:Page>"

    return zipped(
        {
            "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot>"
            "</ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": document,
            "Doc_0/Tpl.xml": page(template, ""),
            **{f"Doc_0/Pages/{n}.xml": page(objects, uses) for n, objects in enumerate(pages)},
        }
    )


def placed(text: str, x: float, y: float, size: float = 4, more: str = "") -> str:
    """A text object of an OFD, its first baseline point at x, y millimetres from the top left."""
    deltas = f"g {len(text) - 1} {size}" if len(text) > 1 else ""
    return (
        f'<ofd:TextObject Boundary="{x} {y - size} 200 {size * 2}" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="{deltas}">{text}</ofd:TextCode></ofd:TextObject>'
    )
