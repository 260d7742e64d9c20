"""Parses the XML of a Word file safely; elements have short names such as w:p."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from gaohang_viewer.loading.limits import TooLarge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_OOXML = "http://schemas.openxmlformats.org/"
_NAMESPACES = {
    "w": _OOXML + "wordprocessingml/2006/main",
    "r": _OOXML + "officeDocument/2006/relationships",
    "m": _OOXML + "officeDocument/2006/math",
    "a": _OOXML + "drawingml/2006/main",
    "wp": _OOXML + "drawingml/2006/wordprocessingDrawing",
    "mc": _OOXML + "markup-compatibility/2006",
    "rel": _OOXML + "package/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
}
_PREFIXES = {uri: prefix for prefix, uri in _NAMESPACES.items()}
# Namespaces of the strict edition differ in their first part and the year (ISO/IEC 29500-1, annex A)
_STRICT = re.compile(r"http://purl\.oclc\.org/ooxml/(\w+)/")
# Each element or attribute of a tree takes 100 to 200 bytes of memory
_MOST_NODES = 4_000_000
_MOST_SPAN = 63  # columns, the maximum of Word

# Properties, deleted and moved text, and phonetic guides (17.3.3.24) contain no text of the document
_NO_TEXT = frozenset(
    {
        *("w:pPr", "w:rPr", "w:tblPr", "w:tblPrEx", "w:trPr", "w:tcPr", "w:sectPr", "w:sdtPr", "w:sdtEndPr"),
        *(
            "w:smartTagPr",
            "w:customXmlPr",
            "w:tblGrid",
            "w:del",
            "w:moveFrom",
            "w:rt",
            "w:rubyPr",
            "m:ctrlPr",
        ),
    }
)
# The supported extensions of an AlternateContent (ECMA-376-3, 10.2.1); for others, such as emoji (w16se) and
# ink, its fallback is read
_SUPPORTED = frozenset({"wps", "wpg", "wpc", "w14", "w15", "wp14"})


class BadXml(Exception):
    """XML that is malformed, has a DOCTYPE, or is nested too deeply."""


def parse(data: bytes) -> Element:
    """Parses an XML part; strict namespaces become transitional. Raises `BadXml` and `TooLarge`.

    The parser rejects more than 256 levels and texts of more than 10 MB; it accesses no network and expands
    no entities. ECMA-376-2, 6.2.5, forbids a DOCTYPE.
    """
    if data.count(b"<") + data.count(b"=") > _MOST_NODES:
        raise TooLarge("too many elements")
    if _has_doctype(data):  # the parser would access the file that it refers to
        raise BadXml("has a DOCTYPE")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadXml(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadXml("has a DOCTYPE")
    if any(_STRICT.match(uri) for uri in root.nsmap.values()):
        _make_transitional(root)
    return root


def _has_doctype(data: bytes) -> bool:
    """Returns whether a part has a DOCTYPE, in any encoding, or may have one that cannot be seen."""
    head = data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip()
    if not head.startswith(b"<") or re.search(rb"encoding\s*=\s*.utf-?7", head, re.IGNORECASE):
        return True
    return b"<!DOCTYPE" in (data.replace(b"\0", b"") if b"\0" in data[:8] else data)


def transitional(uri: str) -> str:
    """Converts a strict namespace or relationship type to its transitional form; keeps others."""
    return _STRICT.sub(_OOXML + r"\1/2006/", uri)


def _make_transitional(root: Element) -> None:
    for element in root.iter():
        element.tag = transitional(element.tag)
        for key, value in element.attrib.items():
            if (new := transitional(str(key))) != key:
                del element.attrib[key]
                element.set(new, value)


@lru_cache(maxsize=2048)
def _short(tag: str) -> str:
    uri, _, name = tag[1:].rpartition("}")
    return f"{_PREFIXES.get(uri, '')}:{name}"


@lru_cache(maxsize=2048)
def full(name: str) -> str:
    """Returns the name in lxml's notation: {http://…}p for w:p."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def short(element: Element) -> str:
    """Returns the short name of an element, ":name" in an unknown namespace."""
    return _short(element.tag)


def child(element: Element | None, *path: str) -> Element | None:
    """Returns the first child of a name, or a descendant by a path of names; None if there is none."""
    for name in path:
        # `find` is slower
        element = None if element is None else next(element.iterchildren(full(name)), None)
    return element


def attribute(element: Element | None, name: str) -> str:
    """Returns an attribute, empty if it is missing."""
    return "" if element is None else str(element.get(full(name), ""))


def value(element: Element | None, *path: str) -> str | None:
    """Returns the `w:val` of a descendant; None without the descendant, empty without the attribute."""
    found = child(element, *path)
    return None if found is None else attribute(found, "w:val")


def switched(element: Element | None) -> bool | None:
    """Returns an on/off property (17.17.4), None if it is not specified."""
    return (
        None if element is None else attribute(element, "w:val").lower() not in {"0", "false", "off", "none"}
    )


def whole(text: str | None, least: int, most: int) -> int | None:
    """Parses a number and clamps it to limits; None for anything but a number."""
    try:
        return max(least, min(int(float(text or "")), most))
    except (ValueError, OverflowError):
        return None


def span(element: Element | None) -> int:
    """Returns the columns of a `gridSpan` or `gridBefore`, 0 if it is missing."""
    return whole(attribute(element, "w:val"), 0, _MOST_SPAN) or 0


def branch(alternate: Element) -> Element:
    """Returns the choice or fallback of an `mc:AlternateContent` that is read."""
    fallback = child(alternate, "mc:Fallback")
    for choice in alternate.iterfind(full("mc:Choice")):
        if fallback is None or _SUPPORTED.issuperset(choice.get("Requires", "").split()):
            return choice
    return alternate if fallback is None else fallback


def holds_text(element: Element) -> bool:
    """Returns whether the content of an element can be visible text."""
    return short(element) not in _NO_TEXT


def flow(container: Element, wanted: frozenset[str]) -> Iterator[Element]:
    """Yields the elements with wanted names below a container, in order, but not those nested in each other.

    Searches content controls and other wrappers, skips deleted content, and works without recursion.
    """
    stack = [iter(container)]
    while stack:
        for element in stack[-1]:
            name = short(element)
            if name in wanted:
                yield element
            elif name == "mc:AlternateContent":
                stack.append(iter(branch(element)))
                break
            elif name not in _NO_TEXT:
                stack.append(iter(element))
                break
        else:
            stack.pop()
