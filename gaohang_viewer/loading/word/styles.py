"""Resolves the styles of a Word file: headings, numbering, and the formats of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.scripts import Script
from gaohang_viewer.loading.word.xml import attribute, child, full, switched, value, whole
from gaohang_viewer.report.draft import PieceRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*\d$|table of figures$|图表目录$", re.IGNORECASE)
_TITLES = {
    "title": PieceRole.TITLE,
    "标题": PieceRole.TITLE,
    "subtitle": PieceRole.SUBTITLE,
    "副标题": PieceRole.SUBTITLE,
}
_SCRIPTS = {"superscript": Script.SUPER, "subscript": Script.SUB, "baseline": Script.BASE}  # 17.18.96
_LONGEST_CHAIN = 12
_BODY_LEVEL = 9  # of 0 … 9: body text (ECMA-376-1, 17.3.1.20)


class RunFormat(NamedTuple):
    """The format of a run; None where it is not specified."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    script: Script | None = None

    def over(self, other: RunFormat) -> RunFormat:
        """Returns this format, with the other where this one specifies nothing."""
        return RunFormat(
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.hidden if self.hidden is None else self.hidden,
            other.struck if self.struck is None else self.struck,
            other.script if self.script is None else self.script,
        )


class ParagraphStyle(NamedTuple):
    """The properties that a paragraph has from its style.

    `ids` are the style and those that it is based on, nearest first. `level` is that of a heading, 1 = top;
    `format` is that of its text; `num_id` is the list of the style, `levels` are the levels in it that each
    of the styles specifies.
    """

    role: PieceRole = PieceRole.TEXT
    level: int = 0
    format: RunFormat = RunFormat()
    num_id: str = ""
    ids: tuple[str, ...] = ()
    levels: tuple[int | None, ...] = ()


def run_format(properties: Element | None) -> RunFormat:
    """Returns the format that the properties of a run specify."""
    if properties is None:
        return RunFormat()
    bold, italic, hidden, struck, twice = (
        switched(child(properties, name)) for name in ("w:b", "w:i", "w:vanish", "w:strike", "w:dstrike")
    )
    struck = twice if struck is None else struck or bool(twice)
    return RunFormat(bold, italic, hidden, struck, _SCRIPTS.get(value(properties, "w:vertAlign") or ""))


def outline_level(properties: Element | None) -> int | None:
    """Returns the outline level in paragraph properties: 1 = top, 0 = body text, None if unspecified."""
    level = whole(value(properties, "w:outlineLvl"), 0, _BODY_LEVEL)
    return None if level is None else (level + 1) % (_BODY_LEVEL + 1)


class Styles:
    """The styles part; without one, and for unknown ids, everything is plain text."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._formats: dict[str, RunFormat] = {}
        for style in () if root is None else root.iterfind(full("w:style")):
            style_id = attribute(style, "w:styleId")
            self._styles[style_id] = style
            if attribute(style, "w:type") == "paragraph" and _is_default(style):
                self._default = style_id

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """Returns the properties of a paragraph style; None is the default style."""
        key = self._default if style_id is None else style_id
        if key not in self._paragraphs:
            self._paragraphs[key] = self._paragraph(key)
        return self._paragraphs[key]

    def run(self, style_id: str | None) -> RunFormat:
        """Returns the format of a character style, including those that it is based on."""
        if not style_id:
            return RunFormat()
        if style_id not in self._formats:
            found = RunFormat()
            for _, style in self._chain(style_id):
                found = found.over(run_format(child(style, "w:rPr")))
            self._formats[style_id] = found
        return self._formats[style_id]

    def _chain(self, style_id: str) -> Iterator[tuple[str, Element]]:
        """Yields a style and those that it is based on (17.7.4.3), each once."""
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(style_id)
            yield style_id, self._styles[style_id]
            style_id = value(self._styles[style_id], "w:basedOn") or ""

    def _paragraph(self, style_id: str) -> ParagraphStyle:
        own: tuple[PieceRole, int] | None = None
        text_format = RunFormat()
        num_id: str | None = None
        ids: list[str] = []
        levels: list[int | None] = []
        if style_id not in self._styles:  # the id is often the name
            own = _role(style_id, None)
        for each, style in self._chain(style_id):
            properties = child(style, "w:pPr")
            if own is None:
                own = _role((value(style, "w:name") or "").strip(), outline_level(properties))
            text_format = text_format.over(run_format(child(style, "w:rPr")))
            if num_id is None:
                num_id = value(properties, "w:numPr", "w:numId")
            ids.append(each)
            levels.append(whole(value(properties, "w:numPr", "w:ilvl"), 0, 8))
        role, level = own or (PieceRole.TEXT, 0)
        return ParagraphStyle(role, level, text_format, num_id or "", tuple(ids), tuple(levels))


def _is_default(style: Element) -> bool:
    """Returns whether a style is the default of its type (17.7.4.17)."""
    return attribute(style, "w:default").lower() in {"1", "true", "on"}


def _role(name: str, level: int | None) -> tuple[PieceRole, int] | None:
    """Returns the role and level that a style specifies itself, None if it inherits them.

    The name of the Title style takes precedence, as that has an outline level in Chinese templates.
    """
    if role := _TITLES.get(name.lower()):
        return role, 0
    if _CONTENTS.match(name):
        return PieceRole.CONTENTS, 0
    if level is None:
        heading = _HEADING.match(name)
        level = int(heading[1]) if heading else None
    if level is None:
        return None
    return (PieceRole.HEADING, level) if level else (PieceRole.TEXT, 0)
