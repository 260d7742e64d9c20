"""Cuts Markdown into stretches that are short enough for a parser whose time grows with the square."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FENCE = re.compile(r"(`{3,}(?!`)|~{3,}(?!~))[^`]*$")  # opens fenced code; as many of the same sign close it
_SIGNS = re.compile(r"[*_`\[<]")  # that the parser looks for a second one of
_MANY = 300  # signs; a stretch with more ends where a paragraph does
_MOST = 600  # and one with so many wherever a line does; a line with more is no Markdown
_DEFINES = 8
_LONG = 6_000  # characters, likewise
_LONGEST = 12_000
_LONGEST_LINE = 40_000
_TABLE = re.compile(r"[ ]{0,3}\|?[ ]*:?-[-:| ]*\|[-:| ]*$|[ ]{0,3}\|[-:| ]*-[-:| ]*$")  # below its first row
_DEEPER = re.compile(r"((?:[ ]{0,3}>){20})[> ]*|((?:[-*+] ){20})(?:[-*+] )*|( {60})\s*")  # than anyone nests


def fenced(body: str) -> Iterator[list[str] | str]:
    """The lines of a body, and what stands in fences as the code that it is."""
    text: list[str] = []
    code: list[str] = []
    fence = ""
    for line in body.split("\n"):
        if fence and line.startswith(fence) and not line.strip(fence[0]).strip():
            yield "\n".join(code)
            fence, code = "", []
        elif fence:
            code.append(line)
        elif opening := FENCE.match(line):
            yield text
            fence, text = opening[1], []
        else:
            text.append(line)
    if fence:
        yield "\n".join(code)
    yield text


def stretches(lines: list[str]) -> Iterator[list[str] | str]:
    """The lines in stretches, and a line that is no Markdown as the text that it is. Tables stay whole."""
    some: list[str] = []
    signs = length = 0
    table = False
    for at, line in enumerate(lines):
        if len(line) > _LONGEST_LINE or _count(line) > _MOST:
            yield some
            yield _as_typed(line)
            some, signs, length = [], 0, 0
            continue
        blank = not line or line.isspace()
        table = not blank and (table or ("|" in line and _TABLE.match(line) is not None))
        opens = blank and at + 1 < len(lines) and lines[at + 1][:1].strip() != ""
        few = signs <= _MANY and length <= _LONG if opens else signs <= _MOST and length <= _LONGEST
        if some and not few and not table and not _heads_a_table(lines, at):
            yield some
            some, signs, length = [], 0, 0
        some.append(_DEEPER.sub(r"\1\2\3", line) if line[:1] in " >-*+" else line)
        length += len(line) + 1
        signs += 0 if table else _count(line)
    yield some


def _as_typed(line: str) -> str:
    """The line without the backslashes before its signs."""
    parts = line.split("\\\\")
    for sign in "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~":
        parts = [part.replace(f"\\{sign}", sign) for part in parts]
    return "\\".join(parts)


def _count(line: str) -> int:
    """How much the signs of a line weigh; one that defines an address makes the parser begin anew."""
    return len(_SIGNS.findall(line)) + (_DEFINES if "]:" in line else 0)


def _heads_a_table(lines: list[str], at: int) -> bool:
    return "|" in lines[at] and at + 1 < len(lines) and _TABLE.match(lines[at + 1]) is not None
