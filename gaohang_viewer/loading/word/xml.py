"""Parses the XML of a Word file safely, and names its elements by short names such as w:p."""

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
# The strict edition has every namespace but for its first part and the year (ISO/IEC 29500-1, annex A).
_STRICT = re.compile(r"http://purl\.oclc\.org/ooxml/(\w+)/")
# A tree takes some 100 to 200 bytes for each element and attribute, whatever its bytes in the file.
_MOST_NODES = 4_000_000
_MOST_SPAN = 63  # columns of a table, and so of a cell, that Word allows

# Properties, what was deleted or moved away, and the pronunciation above a word (17.3.3.24) hold no text.
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
# An AlternateContent holds the same thing twice. These are the newer forms that can be read; an emoji
# (w16se) or a drawing in ink is better taken from what is there for old programs (ECMA-376-3, 10.2.1).
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "w14", "w15", "wp14"})


class BadXml(Exception):
    """XML that is broken, has a DOCTYPE, or is nested as no document is."""


def parse(data: bytes) -> Element:
    """The root of an XML part, the strict namespaces made transitional. Raises `BadXml`, `TooLarge`.

    The parser itself refuses more than 256 levels and texts of more than 10 MB, fetches nothing and replaces
    no entities; a DOCTYPE is forbidden by ECMA-376-2, 6.2.5, for it is of use to attackers alone.
    """
    if data.count(b"<") + data.count(b"=") > _MOST_NODES:
        raise TooLarge("too many elements")
    if _has_doctype(data):  # the parser itself would look for the file that one names
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
    """Whether a part has a DOCTYPE, in any encoding; where none could be seen it counts as there."""
    head = data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip()
    if not head.startswith(b"<") or re.search(rb"encoding\s*=\s*.utf-?7", head, re.IGNORECASE):
        return True
    return b"<!DOCTYPE" in (data.replace(b"\0", b"") if b"\0" in data[:8] else data)


def transitional(uri: str) -> str:
    """A strict namespace or type of relationship under its transitional name; others as they are."""
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
    """The name as lxml has it: {http://…}p for w:p."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def short(element: Element) -> str:
    """The short name of an element; one of a namespace that nobody here knows is ":name"."""
    return _short(element.tag)


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, or the child's child."""
    for name in path:
        element = (
            None if element is None else next(element.iterchildren(full(name)), None)
        )  # find() is slower
    return element


def attribute(element: Element | None, name: str) -> str:
    """An attribute, empty where there is none."""
    return "" if element is None else str(element.get(full(name), ""))


def value(element: Element | None, *path: str) -> str | None:
    """The `w:val` of a child, None without that child, empty where the child has no value."""
    found = child(element, *path)
    return None if found is None else attribute(found, "w:val")


def switched(element: Element | None) -> bool | None:
    """A property that is on or off (17.17.4), None where nothing is said."""
    return (
        None if element is None else attribute(element, "w:val").lower() not in {"0", "false", "off", "none"}
    )


def whole(text: str | None, least: int, most: int) -> int | None:
    """The number that a text says, kept within limits; None for what is no number."""
    try:
        return max(least, min(int(float(text or "")), most))
    except (ValueError, OverflowError):
        return None


def span(element: Element | None) -> int:
    """How many columns a `gridSpan` or `gridBefore` says, 0 without."""
    return whole(attribute(element, "w:val"), 0, _MOST_SPAN) or 0


def branch(alternate: Element) -> Element:
    """The one form in which the content of an `mc:AlternateContent` is read."""
    fallback = child(alternate, "mc:Fallback")
    for choice in alternate.iterfind(full("mc:Choice")):
        if fallback is None or _UNDERSTOOD.issuperset(choice.get("Requires", "").split()):
            return choice
    return alternate if fallback is None else fallback


def holds_text(element: Element) -> bool:
    """Whether what is below an element can be visible text."""
    return short(element) not in _NO_TEXT


def flow(container: Element, wanted: frozenset[str]) -> Iterator[Element]:
    """The elements of the wanted names below a container, in order; not those below one of them.

    Content controls and other wrappers are looked into, deleted content is passed over. Walks without
    recursion.
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
