"""Finds the footnotes of pages, and puts them behind the paragraphs that refer to them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from gaohang_viewer.loading.rich_text import Span
from gaohang_viewer.loading.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gaohang_viewer.loading.page_layout.lines import Line

_SMALLER = 0.93  # times the size of the text
_MARK = re.compile(r"\s*([\[［〔(（]?(?:注?\d{1,3}|\*{1,3}|注)[\]］〕)）]?|[①-⑳])[\s.．、:：]*(?=\S)")
_SIGNS = re.compile(r"[^\w①-⑳*]")


class Notes:
    """The footnotes of a document, counted in the order of their references."""

    def __init__(self, body: float) -> None:
        """Sets the size of the text, in points."""
        self._body = body
        self._count = 0
        self._by_line: dict[int, list[list[Line]]] = defaultdict(list)

    def take(self, lines: list[Line]) -> list[Line]:
        """Returns the lines of a page without its notes, their references marked as 〔1〕."""
        notes = self._at_foot(lines)
        taken: set[int] = set()
        for note in notes:
            found = _MARK.match(note[0].text)
            sign = _SIGNS.sub("", found[1]) if found else ""
            first = id(note[0])
            place = next(
                (place for line in lines if id(line) != first and (place := _reference(line, sign))), None
            )
            if place is None or found is None:
                continue
            self._count += 1
            line, at = place
            mark = f"〔{self._count}〕"
            line.set_spans([*line.spans[:at], Span(mark), *line.spans[at + 1 :]])
            note[0].set_spans(_behind(note[0], found.end(), mark))
            self._by_line[id(line)].append(note)
            taken |= {id(one) for one in note}
        return [line for line in lines if id(line) not in taken]

    def behind(self, lines: Iterable[Line]) -> list[list[Line]]:
        """Returns the lines of each note that these lines refer to."""
        return [note for line in lines for note in self._by_line.get(id(line), ())]

    def _at_foot(self, lines: list[Line]) -> list[list[Line]]:
        """Returns the small lines at the foot of each column that begin with the mark of a note."""
        found: list[list[Line]] = []
        for column in {line.column for line in lines}:
            some = [line for line in lines if line.column == column]
            start = len(some)
            while start and some[start - 1].size <= _SMALLER * self._body:
                start -= 1
            notes: list[list[Line]] = []
            for line in some[start:]:
                if _MARK.match(line.text):
                    notes.append([line])
                elif notes:
                    notes[-1].append(line)
            found += notes
        return found


def _reference(line: Line, sign: str) -> tuple[Line, int] | None:
    """Returns where a line refers to the note with this sign."""
    for at, span in enumerate(line.spans):
        raised = span.script is Script.SUPER or (len(sign) == 1 and sign in "①②③④⑤⑥⑦⑧⑨⑩" and at)
        if at and raised and _SIGNS.sub("", span.text) == sign:
            return line, at
    return None


def _behind(line: Line, start: int, mark: str) -> list[Span]:
    """Returns the text of a note behind its own mark, which becomes `mark`."""
    spans = [Span(mark)]
    for span in line.spans:
        text = span.text[start:] if start > 0 else span.text
        start -= len(span.text)
        if text:
            spans.append(span._replace(text=text, script=Script.BASE if len(spans) == 1 else span.script))
    return spans
