"""The clipboard formats of copied text, so that Word and WPS get headings, lists and tables."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTextEdit

from gaohang_viewer.report.text_lines import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtCore import QMimeData

    from gaohang_viewer.report.blocks import Run
    from gaohang_viewer.report.text_lines import Line

_WORDLESS = (LineKind.PICTURE, LineKind.RULE, LineKind.GAP)


def mime_data(text: str, html: str) -> QMimeData:
    """Clipboard data of text and HTML. Qt must create the object: the clipboard keeps it after Python has
    ended, and an object created by Python would crash there."""
    source = QTextEdit()
    source.setPlainText(text or " ")
    source.selectAll()
    data = source.createMimeDataFromSelection()
    data.html()  # its contents are made on the first access
    for kind in data.formats():
        data.removeFormat(kind)
    data.setText(text)
    data.setHtml(html)
    return data


def as_html(lines: Iterable[Line]) -> str:
    """Lines of a report as plain HTML: h1 to h6, p, ul, ol, table, b, u, s, a; without fonts and colours.

    Headings, lists and paragraphs so get the styles of the document they are pasted into.
    """
    out: list[str] = []
    for tag, some in groupby(filter(_has_words, lines), _element):
        if tag == "table":
            out += _tables(list(some))
        elif tag in ("ul", "ol"):
            entries = list(some)
            start = f' start="{entries[0].number}"' if tag == "ol" else ""
            out += [f"<{tag}{start}>", *(f"<li>{_runs(entry)}</li>" for entry in entries), f"</{tag}>"]
        else:
            out += [f"<{tag}>{_runs(line)}</{tag}>" for line in some]
    return "<html><body>\n" + "\n".join(out) + "\n</body></html>"


def table_as_html(table: str) -> str:
    """A CSV table as HTML, which spreadsheets and Word paste cell by cell."""
    import csv

    rows = [[escape(cell) for cell in row] for row in csv.reader(table.splitlines())]
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def as_text(lines: Iterable[Line]) -> str:
    """Lines of a report as plain text; the cells of a row are separated by tabs."""
    out, following = "", (0, 0)  # row and column of the cell that would go on in the same line
    for line in filter(_has_words, lines):
        is_cell = line.kind is LineKind.CELL
        words = " ".join(line.text.split()) if is_cell else line.text
        out += ("\t" if is_cell and line.column and following == line[-2:] else "\n") + words
        following = line.row, line.column + 1
    return out.strip("\n")


def _has_words(line: Line) -> bool:
    return line.kind is LineKind.CELL or (line.kind not in _WORDLESS and line.runs != ())


def _element(line: Line) -> str:
    """The HTML element of a line, or of the table or list that it is in."""
    match line.kind:
        case LineKind.CELL:
            return "table"
        case LineKind.ENTRY:
            return "ul" if line.number is None else "ol"
        case LineKind.HEADLINE:
            return f"h{min(line.level, 6)}"
        case _:
            return "p"


def _tables(cells: Sequence[Line]) -> Iterator[str]:
    """The tables of some cells; each begins with a new first row."""
    rows: list[str] = []
    for number, some in groupby(cells, lambda cell: cell.row):
        tag = "th" if number == 0 else "td"
        if number == 0 and rows:
            yield _table(rows)
            rows = []
        rows.append("".join(f"<{tag}>{_runs(cell)}</{tag}>" for cell in some))
    yield _table(rows)


def _table(rows: Sequence[str]) -> str:
    return '<table border="1">' + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _runs(line: Line) -> str:
    """The words of a line as HTML with bold, underlined, struck-out and linked parts."""
    is_head = line.kind is LineKind.HEADLINE or (line.kind is LineKind.CELL and line.row == 0)
    return "".join(_run(run, is_head=is_head) for run in line.runs)


def _run(run: Run, *, is_head: bool) -> str:
    words = escape(run.text).replace("\n", "<br>")
    if run.link:
        words = f'<a href="{escape(run.link)}">{words}</a>'
    elif run.italic:
        words = f"<u>{words}</u>"
    if run.struck:
        words = f"<s>{words}</s>"
    return f"<b>{words}</b>" if run.bold and not is_head else words
