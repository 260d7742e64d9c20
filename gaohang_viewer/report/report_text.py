"""The whole text of a report as one string, for screen readers."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from gaohang_viewer.report.text_lines import LineKind, TextPosition, lines, offset_in, shown_at

if TYPE_CHECKING:
    from gaohang_viewer.report.layout_portions import Portions
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.report.text_lines import Line


class ReportText:
    """`text` holds every line of a report that has words, the cells of a row between tabs; `lines` are they,
    and `starts` their first characters in it."""

    def __init__(self, report: Report, portions: Portions) -> None:
        self.lines: list[Line] = []
        self._places: list[tuple[int, int]] = []  # portion and number of each line
        self.starts: list[int] = []
        parts: list[str] = []
        at = 0
        for portion in range(len(portions)):
            for number, line in enumerate(lines(report, portions, portion)):
                if line.kind in (LineKind.GAP, LineKind.RULE):
                    continue
                in_row = line.kind is LineKind.CELL and line.column > 0
                between = ("\t" if in_row else "\n") if parts else ""
                parts.append(between + line.text.replace("\n", " "))
                self.starts.append(at + len(between))
                at += len(parts[-1])
                self.lines.append(line)
                self._places.append((portion, number))
        self.text = "".join(parts)

    def position(self, offset: int) -> TextPosition:
        """The position in the report of a character."""
        if not self.lines:
            return TextPosition(0, 0, 0)
        at = self._line_at(offset)
        line = self.lines[at]
        return TextPosition(*self._places[at], offset_in(line, line.text, offset - self.starts[at]))

    def offset(self, place: TextPosition) -> int:
        """The character at a position in the report."""
        if not self.lines:
            return 0
        at = max(bisect_right(self._places, (place.portion, place.line)) - 1, 0)
        if self._places[at] != (place.portion, place.line):  # the line has no words
            return self.starts[at] + len(self.lines[at].text)
        return self.starts[at] + shown_at(self.lines[at], self.lines[at].text, place.offset)

    def _line_at(self, offset: int) -> int:
        return max(bisect_right(self.starts, offset) - 1, 0)
