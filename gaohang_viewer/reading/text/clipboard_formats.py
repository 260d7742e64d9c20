"""The clipboard formats of copied text, so that Word and WPS get headings, lists and tables."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit

from gaohang_viewer.reading.text.block_writer import ITEM

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QTextBlock


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


def as_html(selection: QTextCursor) -> str:
    """The selected text as plain HTML: h1 to h6, p, ul, ol, table, b, u, s, a; without fonts and colours.

    Headings, lists and paragraphs so get the styles of the document they are pasted into.
    """
    out: list[str] = []
    opened = ""  # the open list element
    table: QTextTable | None = None
    for block, start, end in _blocks(selection):
        cell: QTextTable | None = QTextCursor(block).currentTable()
        if table is not None and cell == table:
            continue
        table = cell
        item = block.blockFormat().property(ITEM)
        kind = "" if item is None or cell is not None else "ul" if item < 0 else "ol"
        if opened and kind != opened:
            out.append(f"</{opened}>")
            opened = ""
        if cell is not None:
            out.append(_table(cell))
            continue
        text = _runs(block, start, end, skip_mark=bool(kind))
        if not text:
            continue
        if kind and not opened:
            out.append("<ul>" if kind == "ul" else f'<ol start="{item}">')
            opened = kind
        level = block.blockFormat().headingLevel()
        tag = "li" if kind else f"h{level}" if level else "p"
        out.append(f"<{tag}>{text}</{tag}>")
    if opened:
        out.append(f"</{opened}>")
    return "<html><body>\n" + "\n".join(out) + "\n</body></html>"


def table_as_html(table: str) -> str:
    """A CSV table as HTML, which spreadsheets and Word paste cell by cell."""
    import csv

    rows = [[escape(cell) for cell in row] for row in csv.reader(table.splitlines())]
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def as_text(selection: QTextCursor) -> str:
    """The selected text as lines, without the line breaks inside headlines."""
    return selection.selectedText().replace("\u2028", "").replace("\u2029", "\n").strip("\n")


def _blocks(selection: QTextCursor) -> list[tuple[QTextBlock, int, int]]:
    """The blocks of a selection, each with the selected part of its text."""
    start, end = selection.selectionStart(), selection.selectionEnd()
    found: list[tuple[QTextBlock, int, int]] = []
    block = selection.document().findBlock(start)
    while block.isValid() and block.position() < end:
        begin = block.position()
        found.append((block, max(start - begin, 0), min(end - begin, block.length() - 1)))
        block = block.next()
    return found


def _table(table: QTextTable) -> str:
    rows = []
    for row in range(table.rows()):
        tag = "th" if row == 0 else "td"
        cells = (table.cellAt(row, column).firstCursorPosition().block() for column in range(table.columns()))
        rows.append(
            "".join(f"<{tag}>{_runs(cell, 0, cell.length() - 1, is_head=row == 0)}</{tag}>" for cell in cells)
        )
    return '<table border="1">' + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _runs(block: QTextBlock, start: int, end: int, *, skip_mark: bool = False, is_head: bool = False) -> str:
    """The text of a block as HTML with bold, underlined, struck-out and linked parts."""
    is_head = is_head or block.blockFormat().headingLevel() > 0
    out: list[str] = []
    if skip_mark:
        start = max(start, block.text().find("\u2003") + 1)
    run = block.begin()
    while not run.atEnd():
        fragment = run.fragment()
        first = fragment.position() - block.position()
        text = fragment.text()[max(start - first, 0) : max(end - first, 0)]
        words = escape(text.replace("\ufffc", "")).replace("\u2028", "" if is_head else "<br>")
        style = fragment.charFormat()
        if words and style.isAnchor() and ":" in style.anchorHref():
            words = f'<a href="{escape(style.anchorHref())}">{words}</a>'
        elif words and style.fontUnderline():
            words = f"<u>{words}</u>"
        if words and style.fontStrikeOut():
            words = f"<s>{words}</s>"
        if words and style.fontWeight() > 500 and not is_head:
            words = f"<b>{words}</b>"
        out.append(words)
        run += 1
    return "".join(out)
