"""Reads the characters of a page, with their places and fonts."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from gaohang_viewer.loading.page_layout.page import UNREADABLE, Character
from gaohang_viewer.loading.pdf.geometry import Matrix
from gaohang_viewer.loading.radicals import with_ordinary_characters
from gaohang_viewer.loading.word.symbol_fonts import is_symbol_font, symbol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gaohang_viewer.loading.page_layout.page import Tag
    from gaohang_viewer.loading.pdf.geometry import Frame

_LONGEST_NAME = 200  # bytes of a font's name
_SUBSET = re.compile(r"[A-Z]{6}\+")  # before the name of an embedded part of a font (ISO 32000-1, 9.6.4)
_BOLD = re.compile(r"bold|heavy|black|semibold|demi|大标宋|小标宋|黑体|simhei|heiti", re.IGNORECASE)
_SYMBOL_STYLE = re.compile(r"[-,].*|MT$")
_BOLD_WEIGHT = 600
_STROKED = 2  # text render mode: filled, and outlined to look bold (ISO 32000-1, table 106)
_BROKEN = 0.3  # of the characters of a font: it has no Unicode
_FULL = 0.95  # of the size: the width of a Chinese character
_FIRST_WIDE = "\u2000"  # no letter before it is as wide
_SKEW = 0.05  # sine of the slope up to which text counts as horizontal
_SIZES = (1.0, 2000.0)  # points of the text that is read


class Reading(NamedTuple):
    """What was read: the characters, and the text that does not run from left to right."""

    characters: list[Character]
    turned: str


class _Format(NamedTuple):
    """What the characters of one text object have in common. `size` is 0 for text that is not read."""

    face: str
    bold: bool
    size: float
    upright: bool
    tag: Tag | None
    symbols: bool  # its characters are those of a symbol font


def read_characters(text: Any, frame: Frame, tags: Mapping[int, Tag]) -> Reading:
    """Returns the characters of a text page of PDFium; `tags` are by the number of marked content."""
    formats: dict[int, _Format] = {}
    characters: list[Character] = []
    turned: list[str] = []
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    to_page = frame.matrix
    last_key = 0
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code in (0, 10, 13) and pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        if code == 32 and pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        owner = pdfium.FPDFText_GetTextObject(text, at)
        key = _address(owner)
        form = formats.get(key)
        if form is None:
            form = formats[key] = _format(text, at, owner, to_page, tags)
        sign = _symbol(form.face, code) if form.symbols else _sign(text, at, code)
        if not sign or not form.size:
            continue
        if not form.upright:
            turned.append(sign)
            continue
        pdfium.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
        pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
        _, baseline = to_page.point(x.value, y.value)
        one, other = to_page.point(box.left, box.bottom), to_page.point(box.right, box.top)
        left, right = min(one[0], other[0]), max(one[0], other[0])
        if right < 0 or left > frame.width or not 0 <= baseline <= frame.height + form.size:
            continue
        before = characters[-1] if characters else None
        if before is not None and key == last_key and (before.left, before.right) == (left, right):
            characters[-1] = before._replace(text=before.text + sign)  # a ligature, such as ﬃ
            continue
        last_key = key
        characters.append(Character(sign, left, right, baseline, form.size, form.face, form.bold, form.tag))
    return Reading(_without_garbage(characters), "".join(turned))


def _without_garbage(characters: list[Character]) -> list[Character]:
    """Returns the characters with those marked that a font without Unicode gives as Latin ones.

    They are as wide as the Chinese ones that they stand for.
    """
    broken: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for one in characters:
        if one.text != " ":
            count[one.face] += 1
            broken[one.face] += one.text == UNREADABLE or _is_too_wide(one)
    faces = {face for face, times in broken.items() if times >= _BROKEN * count[face]}
    return [
        one._replace(text=UNREADABLE) if one.face in faces and _is_too_wide(one) else one
        for one in characters
    ]


def _is_too_wide(one: Character) -> bool:
    return (
        one.text < _FIRST_WIDE
        and one.text.isprintable()
        and one.text != " "
        and one.right - one.left >= _FULL * one.size
    )


def _address(of: Any) -> int:
    """Returns the address of an object of PDFium, 0 for none."""
    return ctypes.cast(of, ctypes.c_void_p).value or 0 if of else 0


def _symbol(face: str, code: int) -> str:
    """Returns a character of a symbol font; that of Unicode where the file gives one."""
    if code >= 0x100 and not 0xE000 <= code < 0xF900:
        return chr(code)
    return symbol(_SYMBOL_STYLE.sub("", face), code) or UNREADABLE


def _sign(text: Any, at: int, code: int) -> str:
    """Returns a character as it is to be read, empty for none."""
    if code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return UNREADABLE
    if pdfium.FPDFText_HasUnicodeMapError(text, at) == 1:
        return UNREADABLE
    if code in (9, 32, 160):
        return " "
    if code < 32 or 0x7F <= code < 0xA0 or code in (0xFFFE, 0xFFFF, 0xFFFD) or 0xE000 <= code < 0xF900:
        return UNREADABLE if code != 2 else "-"  # PDFium's sign of a hyphen at a line's end
    return with_ordinary_characters(chr(code))


def _format(text: Any, at: int, owner: Any, to_page: Matrix, tags: Mapping[int, Tag]) -> _Format:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, ctypes.byref(matrix))
    turned = Matrix(matrix.a, matrix.b, matrix.c, matrix.d).then(to_page._replace(e=0, f=0))
    size = pdfium.FPDFText_GetFontSize(text, at) * hypot(turned.c, turned.d)
    upright = turned.a > 0 and abs(turned.b) <= _SKEW * hypot(turned.a, turned.b)
    if not _SIZES[0] <= size <= _SIZES[1]:
        size = 0.0
    font = pdfium.FPDFTextObj_GetFont(owner) if owner else None
    name = _font_name(font) if font else ""
    face = _SUBSET.sub("", name) or f"#{_address(font)}"
    bold = (
        _BOLD.search(face) is not None
        or pdfium.FPDFText_GetFontWeight(text, at) >= _BOLD_WEIGHT
        or bool(owner and pdfium.FPDFTextObj_GetTextRenderMode(owner) == _STROKED)
    )
    tag = tags.get(pdfium.FPDFPageObj_GetMarkedContentID(owner)) if owner and tags else None
    return _Format(face, bold, round(size, 1), upright, tag, is_symbol_font(_SYMBOL_STYLE.sub("", face)))


def _font_name(font: Any) -> str:
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    length = pdfium.FPDFFont_GetBaseFontName(font, buffer, _LONGEST_NAME)
    if not 0 < length <= _LONGEST_NAME:
        return ""
    raw = buffer.raw[: length - 1]
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")
