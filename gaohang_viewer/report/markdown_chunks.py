"""Splits Markdown into chunks, because the parser takes quadratic time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Opens fenced code, which a line of the same signs closes
FENCE = re.compile(r"(`{3,}(?!`)|~{3,}(?!~))[^`]*$")
_SIGNS = re.compile(r"[*_`~\[<]")  # inline signs whose partner the parser searches for
_MANY = 300  # signs; a chunk with more ends at the next paragraph
_MOST = 600  # signs; a chunk with more ends at the next line, and a line with more is read as plain text
_DEFINES = 8  # signs that a definition counts for, as it makes the parser start anew
_LONG = 6_000  # characters, like _MANY
_LONGEST = 12_000  # characters, like _MOST
_LONGEST_LINE = 40_000
_TABLE = re.compile(r"[ ]{0,3}\|?[ ]*:?-[-:| ]*\|[-:| ]*$|[ ]{0,3}\|[-:| ]*-[-:| ]*$")  # below its first row
# Nesting beyond that of any report
_DEEPER = re.compile(r"((?:[ ]{0,3}>){20})[> ]*|((?:[-*+] ){20})(?:[-*+] )*|( {60})\s*")


def fenced(body: str) -> Iterator[list[str] | str]:
    """Yields the lines of a body between fences, and the content of each fenced block as a string."""
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


def chunks(lines: list[str]) -> Iterator[list[str] | str]:
    """Yields the lines in chunks, and a line that is too complex to parse as a string. Tables stay whole."""
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
    """Returns the line with backslash escapes resolved."""
    parts = line.split("\\\\")
    for sign in "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~":
        parts = [part.replace(f"\\{sign}", sign) for part in parts]
    return "\\".join(parts)


def _count(line: str) -> int:
    """Returns how many signs a line counts for."""
    return len(_SIGNS.findall(line)) + (_DEFINES if "]:" in line else 0)


def _heads_a_table(lines: list[str], at: int) -> bool:
    return "|" in lines[at] and at + 1 < len(lines) and _TABLE.match(lines[at + 1]) is not None
