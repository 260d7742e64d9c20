"""Names of OpenDocument elements, and the styles of its text and paragraphs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.rich_text import Span
from gaohang_viewer.loading.scripts import Script
from gaohang_viewer.report.draft import PieceRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    **{f"{_OASIS}{name}:1.0": name for name in ("office", "style", "text", "table", "manifest")},
    f"{_OASIS}drawing:1.0": "draw",
    f"{_OASIS}xsl-fo-compatible:1.0": "fo",
    f"{_OASIS}svg-compatible:1.0": "svg",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_NAMESPACES = {prefix: uri for uri, prefix in _PREFIXES.items()}
_LONGEST_CHAIN = 12
_TITLES = {"title": PieceRole.TITLE, "subtitle": PieceRole.SUBTITLE}
_HEADING = re.compile(r"(?:heading|标题)[ _]?([1-9])", re.IGNORECASE)
_HEAVY = frozenset(("bold", "600", "700", "800", "900"))


@lru_cache(maxsize=2048)
def _short(tag: str) -> str:
    uri, _, name = tag.rpartition("}")
    return f"{_PREFIXES.get(uri[1:], '')}:{name}"


@lru_cache(maxsize=2048)
def full(name: str) -> str:
    """Returns the name in lxml's notation: {urn:…}p for text:p."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def short(element: Element) -> str:
    """Returns the short name of an element, ":name" in an unknown namespace."""
    return _short(element.tag)


def attribute(element: Element | None, name: str) -> str:
    """Returns an attribute, empty if it is missing."""
    return "" if element is None else str(element.get(full(name), ""))


def local_attribute(element: Element, name: str) -> str:
    """Returns an attribute by its name without a namespace, empty if it is missing."""
    return next((str(value) for key, value in element.items() if str(key).endswith("}" + name)), "")


class ParagraphStyle(NamedTuple):
    """What a paragraph has from its style: the format of its text, its role, and its level as a heading.

    `numbered` is False if the style switches off the numbers of headings, by an empty list style (ODF 1.3).
    """

    format: Span = Span("")
    hidden: bool = False
    role: PieceRole = PieceRole.TEXT
    level: int = 0
    numbered: bool = True


class Styles:
    """The styles of a document, from the roots of its parts."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles = {
            (attribute(style, "style:family"), attribute(style, "style:name")): style
            for root in roots
            for style in root.iter(full("style:style"))
        }
        self._formats: dict[tuple[str, Span], tuple[Span, bool]] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}

    def text(self, name: str, outer: Span) -> tuple[Span, bool]:
        """Returns the format of a text style within another format, and whether the text is hidden."""
        key = (name, outer)
        if key not in self._formats:
            self._formats[key] = self._format("text", name, outer)
        return self._formats[key]

    def paragraph(self, name: str) -> ParagraphStyle:
        """Returns the properties of a paragraph style."""
        if name not in self._paragraphs:
            found, hidden = self._format("paragraph", name, Span(""))
            role, level = PieceRole.TEXT, 0
            for style in self._chain("paragraph", name):
                shown = attribute(style, "style:display-name") or attribute(style, "style:name")
                outline = attribute(style, "style:default-outline-level")
                if (title := _TITLES.get(shown.lower())) is not None:
                    role = title
                    break
                if shown.lower().startswith(("contents", "toc")):
                    role = PieceRole.CONTENTS
                    break
                if style.get(full("style:default-outline-level")) == "":  # switches that of its parent off
                    break
                if (heading := _HEADING.fullmatch(shown)) and not outline:
                    role, level = PieceRole.HEADING, int(heading[1])
                    break
                if outline.isdigit():
                    role, level = PieceRole.HEADING, int(outline)
                    break
            # Bold from the style of a paragraph says nothing of its words
            self._paragraphs[name] = ParagraphStyle(
                found._replace(bold=False, italic=False), hidden, role, level, self._is_numbered(name)
            )
        return self._paragraphs[name]

    def _is_numbered(self, name: str) -> bool:
        lists = (style.get(full("style:list-style-name")) for style in self._chain("paragraph", name))
        return next((found for found in lists if found is not None), None) != ""

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        """Yields a style and those that it is based on, nearest first."""
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(name)
            style = self._styles[family, name]
            yield style
            name = attribute(style, "style:parent-style-name")

    def _format(self, family: str, name: str, outer: Span) -> tuple[Span, bool]:
        hidden = False
        for style in reversed(list(self._chain(family, name))):
            properties = next(style.iterchildren(full("style:text-properties")), None)
            if properties is None:
                continue
            if weight := attribute(properties, "fo:font-weight"):
                outer = outer._replace(bold=weight in _HEAVY)
            if slant := attribute(properties, "fo:font-style"):
                outer = outer._replace(italic=slant != "normal")
            through = attribute(properties, "style:text-line-through-style")
            if through or attribute(properties, "style:text-line-through-type"):
                outer = outer._replace(struck=through != "none")
            if position := attribute(properties, "style:text-position"):
                outer = outer._replace(script=_script(position))
            if display := attribute(properties, "text:display"):
                hidden = display == "none"
        return outer, hidden


def _script(position: str) -> Script:
    """Parses a text position: "super 58%", or a percentage of the height."""
    place = position.split(maxsplit=1)[0] if position.strip() else ""
    if place == "super" or (place.rstrip("%").isdigit() and int(place.rstrip("%")[:4] or 0) > 0):
        return Script.SUPER
    return Script.SUB if place == "sub" or place.startswith("-") else Script.BASE
