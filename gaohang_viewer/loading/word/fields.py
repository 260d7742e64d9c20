"""Tracks fields (ECMA-376-1, 17.16), whose instruction and result extend over many runs."""

from __future__ import annotations

import re

from gaohang_viewer.loading.word.number_formats import format_number
from gaohang_viewer.report import links

_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\[nt]\s+)*"([^"]*)"', re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_PAGE = re.compile(r"\s*(PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
# Fields that are shown although they have no result
_SHOWN = re.compile(r"\s*(?:EQ|SYMBOL|AUTONUM\w*|LISTNUM|ADVANCE)\b", re.IGNORECASE)
_ENCLOSED = re.compile(r"\s*EQ\s*\\o\s*(?:\\a[clr])?\s*\(\s*[○〇◯]\s*[,，;]\s*([^()]+?)\s*\)", re.IGNORECASE)


def is_contents(instruction: str) -> bool:
    """Returns whether a field is a table of contents."""
    return bool(_CONTENTS.match(instruction))


def link_of(instruction: str) -> str:
    """Returns the safe address of a hyperlink field, empty for other fields."""
    link = _LINK.match(instruction)
    return links.in_markdown(link[1]) if link else ""


def page_of(instruction: str) -> str:
    """Returns the name of a field that shows a page number, empty for other fields."""
    page = _PAGE.match(instruction)
    return page[1].upper() if page else ""


class _Field:
    def __init__(self, outer: _Field | None) -> None:
        self.instruction = ""
        self.in_instruction: bool = True  # its result has not started, or it is part of an instruction
        self.is_open = False  # the result has started
        self.nested_in_instruction: bool = outer is not None and outer.in_instruction
        self.contents: bool = outer is not None and outer.contents
        self.link: str = "" if outer is None else outer.link
        self.page: str = "" if outer is None else outer.page
        self.has_result: bool = True


class Fields:
    """The fields that are open at the current position, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def begin(self, *, has_result: bool = True) -> None:
        """Opens a field, at the start of its instruction; without `has_result` its text is left out."""
        self._open.append(_Field(self._open[-1] if self._open else None))
        self._open[-1].has_result = has_result

    def add_instruction(self, text: str) -> None:
        """Adds a part of the instruction."""
        if self._open and not self._open[-1].is_open:
            self._open[-1].instruction += text

    def separate(self) -> None:
        """Ends the instruction; the result follows."""
        if self._open:
            field = self._open[-1]
            field.is_open = True
            field.in_instruction = field.nested_in_instruction or not field.has_result
            field.contents = field.contents or is_contents(field.instruction)
            field.link = link_of(field.instruction) or field.link
            field.page = page_of(field.instruction) or field.page

    def end(self) -> tuple[str, str]:
        """Closes a field; of one without a result returns its text, or its instruction if unsupported."""
        field = self._open.pop() if self._open else None
        if (
            field is None
            or field.is_open
            or field.nested_in_instruction
            or not _SHOWN.match(field.instruction)
        ):
            return "", ""
        enclosed = _ENCLOSED.match(field.instruction)
        if not enclosed:
            return "", field.instruction.strip()
        inside = enclosed[1]
        number = int(inside) if re.fullmatch("[0-9]{1,2}", inside) else 0
        sign = format_number(number, "decimalEnclosedCircle")
        return (f"({inside})" if sign.isascii() else sign), ""

    def new_paragraph(self) -> None:
        """Drops fields whose result has not started, as instructions do not extend over paragraphs."""
        while self.in_instruction:
            self._open.pop()

    def close(self) -> None:
        """Closes all fields, for instance a table of contents before a heading."""
        self._open.clear()

    @property
    def in_instruction(self) -> bool:
        """Whether text here belongs to an instruction, as does the result of a field nested in it."""
        return bool(self._open) and self._open[-1].in_instruction

    @property
    def in_contents(self) -> bool:
        """Whether text here belongs to a table of contents."""
        return bool(self._open) and self._open[-1].contents

    @property
    def page(self) -> str:
        """The name of the field that text here is a page number of, empty if none."""
        return self._open[-1].page if self._open else ""

    @property
    def link(self) -> str:
        """The address that text here links to, empty if none."""
        return self._open[-1].link if self._open else ""
