"""Follows fields (ECMA-376-1, 17.16), which hold an instruction and its result over many runs."""

from __future__ import annotations

import re

from gaohang_viewer.loading.word.number_formats import formatted
from gaohang_viewer.report import links

_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\[nt]\s+)*"([^"]*)"', re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
# Fields that show something although they hold no result
_SHOWN = re.compile(r"\s*(?:EQ|SYMBOL|AUTONUM\w*|LISTNUM|ADVANCE)\b", re.IGNORECASE)
_ENCLOSED = re.compile(r"\s*EQ\s*\\o\s*(?:\\a[clr])?\s*\(\s*[○〇◯]\s*[,，;]\s*([^()]+?)\s*\)", re.IGNORECASE)


def is_contents(instruction: str) -> bool:
    """Whether a field is a table of contents."""
    return bool(_CONTENTS.match(instruction))


def link_of(instruction: str) -> str:
    """The address of the web that a field leads to, empty for other fields."""
    link = _LINK.match(instruction)
    return links.in_markdown(link[1]) if link else ""


class _Field:
    def __init__(self, outer: _Field | None) -> None:
        self.instruction = ""
        self.waits: bool = True  # for the result, or is within an instruction
        self.is_open = False  # the result has begun
        self.within_instruction: bool = outer is not None and outer.waits
        self.contents: bool = outer is not None and outer.contents
        self.link: str = "" if outer is None else outer.link


class Fields:
    """The fields that are open at a place in the text, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def begin(self) -> None:
        """A field begins with its instruction."""
        self._open.append(_Field(self._open[-1] if self._open else None))

    def instruct(self, text: str) -> None:
        """A piece of the instruction."""
        if self._open and not self._open[-1].is_open:
            self._open[-1].instruction += text

    def separate(self) -> None:
        """The result follows."""
        if self._open:
            field = self._open[-1]
            field.is_open = True
            field.waits = field.within_instruction
            field.contents = field.contents or is_contents(field.instruction)
            field.link = link_of(field.instruction) or field.link

    def end(self) -> tuple[str, str]:
        """Closes a field: what it shows by itself, and its instruction if that cannot be shown."""
        field = self._open.pop() if self._open else None
        if field is None or field.is_open or field.within_instruction or not _SHOWN.match(field.instruction):
            return "", ""
        enclosed = _ENCLOSED.match(field.instruction)
        if not enclosed:
            return "", field.instruction.strip()
        inside = enclosed[1]
        number = int(inside) if re.fullmatch("[0-9]{1,2}", inside) else 0
        sign = formatted(number, "decimalEnclosedCircle")
        return (f"({inside})" if sign.isascii() else sign), ""

    def new_paragraph(self) -> None:
        """An instruction does not go on over paragraphs: a field whose result never began is broken."""
        while self.in_instruction:
            self._open.pop()

    def close(self) -> None:
        """Closes all, such as a table of contents that a heading follows."""
        self._open.clear()

    @property
    def in_instruction(self) -> bool:
        """Whether text here is part of an instruction, as the result of a field within it is."""
        return bool(self._open) and self._open[-1].waits

    @property
    def in_contents(self) -> bool:
        """Whether text here is part of a table of contents."""
        return bool(self._open) and self._open[-1].contents

    @property
    def link(self) -> str:
        """The address of the web that text here leads to."""
        return self._open[-1].link if self._open else ""
