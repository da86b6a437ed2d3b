# SPDX-License-Identifier: Apache-2.0
"""What stands on a page of a PDF: its characters, its straight rules, the share of pictures.

The only module that speaks to pdfium's C interface. Positions come out as they are seen: from
the top left, after the rotation that the page asks for.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from yiju.library.formats.page_glyphs import (
    Glyph,
    Page,
    Rule,
    glyph_at,
    is_unknown,
    is_wide,
    meant,
    straight_rule,
)

Place = Callable[[float, float], tuple[float, float]]

# Text set at a slant is a water mark.
SLANT_DEGREES = (8, 82)
UNKNOWN = "\ufffd"
NARROW = 0.95
BLANKS = (0x20, 0xA0, 0x3000, 0x09)
NO_CHARACTERS = (0x0A, 0x0D, 0xAD, 0x200B)


def read_page(page: pdfium.PdfPage) -> Page:
    """Everything that the layout needs to know of a page."""
    place = _place(page)
    text = page.get_textpage()
    try:
        glyphs = tuple(_glyphs(text.raw, text.count_chars(), place))
    finally:
        text.close()
    known = tuple(glyph for glyph in glyphs if not is_unknown(glyph.text))
    return Page(
        glyphs=known,
        rules=tuple(_rules(page, place)),
        pictured=_pictured(page),
        unknown=len(glyphs) - len(known),
    )


def _place(page: pdfium.PdfPage) -> Place:
    """From the page's own coordinates to those seen, downwards from the top left corner."""
    left, bottom, right, top = page.get_bbox()
    seen: dict[int, Place] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return seen[page.get_rotation()]


def _glyphs(text: object, count: int, place: Place) -> Iterator[Glyph]:
    for index, character in _characters(text, count):
        # What pdfium puts in by itself (blanks, line ends) is judged anew from the places.
        if not raw.FPDFText_IsGenerated(text, index) and not _is_slanted(text, index):
            glyph = _glyph(text, index, character, place)
            if glyph is not None:
                yield glyph


def _characters(text: object, count: int) -> Iterator[tuple[int, str]]:
    """The characters of a page with their numbers; pdfium may give one in two surrogates."""
    high = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0
        high = 0
        if code in BLANKS:
            yield index, " "
        elif code not in NO_CHARACTERS:
            yield index, meant(chr(code)) if code else UNKNOWN


def _glyph(text: object, index: int, character: str, place: Place) -> Glyph | None:
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text, index, box):
        return None
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    start, base = place(x.value, y.value)
    edges = (place(box.left, box.bottom)[0], place(box.right, box.top)[0])
    left, right = min(edges), max(edges)
    size = raw.FPDFText_GetFontSize(text, index) * _scale(text, index)
    size = size if size > 0 else right - left or 1.0
    if is_wide(character) and right - left < NARROW * size:
        # Some fonts give the ink of a character (日, 一) instead of its square.
        left, right = min(left, start), max(right, start + size)
    return glyph_at(character, left=left, right=right, y=base, size=size)


def _scale(text: object, index: int) -> float:
    """A font of size 1 may be enlarged by the text matrix."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text, index, matrix):
        return 1.0
    return max(abs(matrix.d), abs(matrix.b)) or 1.0


def _is_slanted(text: object, index: int) -> bool:
    angle = raw.FPDFText_GetCharAngle(text, index)  # radians, below zero where there is none
    first, last = SLANT_DEGREES
    return bool(angle > 0 and first < (angle * 57.29578) % 90 < last)


def _pictured(page: pdfium.PdfPage) -> float:
    width, height = page.get_size()
    area = 0.0
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        area += abs(right - left) * abs(top - bottom)
    return area / (width * height) if width and height else 0.0


def _rules(page: pdfium.PdfPage, place: Place) -> Iterator[Rule]:
    """The straight strokes and thin bars of a page, level or upright."""
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        for start, end in _strokes(path, place):
            rule = straight_rule(start, end)
            if rule is not None:
                yield rule


def _strokes(
    path: pdfium.PdfObject, place: Place
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    begun = last = (0.0, 0.0)
    for index in range(raw.FPDFPath_CountSegments(path.raw)):
        segment = raw.FPDFPath_GetPathSegment(path.raw, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = place(*matrix.on_point(x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield last, begun
