"""Reads what the file itself says of its structure: the tags of a page, and the bookmarks."""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from gaohang_viewer.loading.page_layout.page import OutlineEntry, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_ELEMENTS = 50_000  # of one page
_DEEPEST = 60  # elements in each other
_MOST_BOOKMARKS = 10_000
_DEEPEST_BOOKMARK = 20
_LONGEST = 4_000  # bytes of a name or title
_HEADING = re.compile(r"H([1-9])?$")  # ISO 32000-1, table 333
# Elements within a paragraph (ISO 32000-1, table 338)
_INLINE = frozenset(
    ("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "Em", "Strong")
)
_ROLES = {
    "Title": "heading",
    "P": "text",
    "TOC": "contents",
    "TOCI": "contents",
    "Artifact": "furniture",
}


def tags_of(page: Any) -> dict[int, Tag]:
    """Returns the tags of a page by the number of their marked content; empty without any."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        found: dict[int, Tag] = {}
        count = 0
        stack = [
            (pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), Tag("", 0, 0), 0)
            for at in range(min(pdfium.FPDF_StructTree_CountChildren(tree), _MOST_ELEMENTS))
        ]
        while stack and count < _MOST_ELEMENTS:
            element, tag, depth = stack.pop()
            if not element or depth > _DEEPEST:
                continue
            count += 1
            name = _text(pdfium.FPDF_StructElement_GetType, element)
            if name not in _INLINE:
                heading = _HEADING.match(name)
                # the entries of a table of contents hold paragraphs
                role = "contents" if tag.role == "contents" else _ROLES.get(name, "")
                tag = Tag("heading" if heading else role, int(heading[1] or 0) if heading else 0, count)
            for at in range(min(pdfium.FPDF_StructElement_CountChildren(element), _MOST_ELEMENTS)):
                content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)
                if content >= 0:
                    found.setdefault(content, tag)
                else:
                    child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
                    stack.append((child, tag, depth + 1))
        return found
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def bookmarks_of(document: Any) -> list[OutlineEntry]:
    """Returns the bookmarks in order, with their levels from 1."""
    return list(_bookmarks(document))


def _bookmarks(document: Any) -> Iterator[OutlineEntry]:
    stack = [(pdfium.FPDFBookmark_GetFirstChild(document, None), 1)]
    count = 0
    while stack and count < _MOST_BOOKMARKS:
        bookmark, level = stack.pop()
        if not bookmark:
            continue
        count += 1
        stack.append((pdfium.FPDFBookmark_GetNextSibling(document, bookmark), level))
        title = " ".join(_text(pdfium.FPDFBookmark_GetTitle, bookmark).split())
        target = pdfium.FPDFBookmark_GetDest(document, bookmark)
        if title:
            yield OutlineEntry(
                title, level, pdfium.FPDFDest_GetDestPageIndex(document, target) if target else -1
            )
        if level < _DEEPEST_BOOKMARK:
            stack.append((pdfium.FPDFBookmark_GetFirstChild(document, bookmark), level + 1))


def _text(function: Any, of: Any) -> str:
    """Returns a text of PDFium, which is in UTF-16."""
    buffer = ctypes.create_string_buffer(_LONGEST)
    length = function(of, buffer, _LONGEST)
    if not 2 <= length <= _LONGEST:
        return ""
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").replace("\0", "")
