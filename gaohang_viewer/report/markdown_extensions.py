"""Rewrites what GitHub's and other Markdown has beyond the core: footnotes, task lists, lists indented by two
spaces, and text that unfolds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP = 4  # spaces by which the parser wants each level of a list indented
_FOOTNOTE = re.compile(r"\[\^(\w{1,20})\](?!\()")
_NOTE = re.compile(r"[ ]{0,3}\[\^(\w{1,20})\]:[ ]*")
_TASK = re.compile(r"^(\s*(?:[-*+]|\d{1,9}[.)])[ ]+)\[([ xX])\](?=[ ])")
_BOXES = {" ": "□", "x": "√", "X": "√"}  # the ones that Chinese fonts have
_ENTRY = re.compile(r"([ ]*)([-*+]|\d{1,9}\.)[ ]+(?=\S)")
_FOLD = re.compile(r"^[ ]{0,3}<details(?: [^<>\n]{0,80})?>|</details>[ ]*$", re.IGNORECASE)
_SUMMARY = re.compile(r"^[ ]{0,3}<summary>(.*?)</summary>", re.IGNORECASE)


def core_markdown(lines: list[str]) -> list[str]:
    """Returns lines without fenced code in Markdown's core: 〔1〕 marks a footnote and begins it, □ and √
    stand for the boxes of tasks."""
    text = "\n".join(lines)
    if "[^" in text:
        lines = list(_footnotes(lines))
    if "[ ]" in text or "[x]" in text or "[X]" in text:
        lines = [_TASK.sub(lambda box: box[1] + _BOXES[box[2]], line) for line in lines]
    if "<details" in text.lower():
        lines = list(_unfolded(lines))
    if any(_is_indented_otherwise(line) for line in lines):
        lines = list(_indented(lines))
    return lines


def with_note_marks(text: str) -> str:
    """Returns a text with 〔1〕 for each [^1]."""
    return _FOOTNOTE.sub(r"〔\1〕", text) if "[^" in text else text


def _footnotes(lines: list[str]) -> Iterator[str]:
    """Each note becomes a paragraph; lines set in below it are more of it."""
    in_note = False
    for line in lines:
        if note := _NOTE.match(line):
            yield ""
        in_note = note is not None or (in_note and line[:1] in ("", " ", "\t"))
        text = f"〔{note[1]}〕{line[note.end() :]}" if note else line.lstrip() if in_note else line
        yield with_note_marks(text)


def _unfolded(lines: list[str]) -> Iterator[str]:
    for line in lines:
        shown = _FOLD.sub("", line)
        if summary := _SUMMARY.match(shown):
            yield from ("", summary[1].strip(), "", shown[summary.end() :])
        elif shown != line:
            yield from ("", shown, "")
        else:
            yield line


def _is_indented_otherwise(line: str) -> bool:
    return line.startswith("  ") and (entry := _ENTRY.match(line)) is not None and len(entry[1]) % _STEP > 0


def _indented(lines: list[str]) -> Iterator[str]:
    """Indents the entries of lists by four spaces a level, and what belongs to them by four more."""
    entries: list[tuple[int, int]] = []  # the open ones: their indents, and those of their text
    after_blank = False
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        entry = _ENTRY.match(line)
        if not line.strip():
            after_blank = True
            yield line
            continue
        while entries and indent < entries[-1][0] + 2 and (entry or after_blank or indent < entries[-1][0]):
            entries.pop()
        if entry and (entries or indent < _STEP):
            yield " " * (_STEP * len(entries)) + line[indent:]
            entries.append((indent, entry.end()))
        elif entries:
            yield " " * (_STEP * len(entries) + max(indent - entries[-1][1], 0)) + line[indent:]
        else:
            yield line
        after_blank = False
