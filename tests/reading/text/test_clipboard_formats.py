"""What a copy holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from gaohang_viewer.reading.search.finder import Finder
from gaohang_viewer.reading.text.text_pane import TextPane
from gaohang_viewer.reading.text.text_style import TextStyle
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.session.position import Position
from gaohang_viewer.session.reader import Reader
from gaohang_viewer.ui.theme import load_fonts, load_theme

BODY = "一段**粗**字 a<b，[链](https://x.cn)。\n\n- 甲\n- 乙\n\n3. 丙\n\n| 村 | 户 |\n|-|-|\n| 东 | 7 |\n\n末段。"


@pytest.fixture
def pane(qtbot: QtBot) -> TextPane:
    reader = Reader()
    sections = (Section(1, "一、", "很长的标题，" * 4 + "甲", 1, BODY), Section(2, "", "乙", 9, "文"))
    reader.open(Report("题", sections=sections), Path("r.md"), Position(0))
    made = TextPane(reader, Finder(reader))
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.apply_theme(TextStyle(load_theme("light"), load_fonts()))
    made.show()
    return made


def copied(pane: TextPane, start: str, end: str) -> tuple[str, str]:
    """HTML and text of what reaches from some words to others."""
    text = pane.document().toRawText()
    cursor = QTextCursor(pane.document())
    cursor.setPosition(text.rindex(start))
    cursor.setPosition(text.rindex(end) + len(end), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    data = pane.createMimeDataFromSelection()
    return data.html(), data.text()


def test_headings_lists_and_tables_stay_what_they_are(pane: TextPane) -> None:
    html, text = copied(pane, "一、很长", "文")
    assert "<h1>一、很长的标题，很长的标题，很长的标题，很长的标题，甲</h1>" in html
    assert '<p>一段<b>粗</b>字 a&lt;b，<a href="https://x.cn">链</a>。</p>' in html
    assert '<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n<ol start="3">\n<li>丙</li>\n</ol>' in html
    assert "<tr><th>村</th><th>户</th></tr><tr><td>东</td><td>7</td></tr>" in html
    assert html.index("末段") < html.index("<h2>乙</h2>") < html.index("<p>文</p>")
    assert text.startswith("一、很长的标题，很长的标题，很长的标题，很长的标题，甲\n一段粗字")


def test_a_part_of_a_paragraph_is_copied_alone(pane: TextPane) -> None:
    html, text = copied(pane, "段粗", "字")
    assert "<p>段<b>粗</b>字</p>" in html
    assert text == "段粗字"


def test_a_table_is_copied_as_lines_with_tabs(pane: TextPane) -> None:
    _, text = copied(pane, "一段", "末段")
    assert text.endswith("\n3.\u2003丙\n村\t户\n东\t7\n末段")
    assert not set(text) & set("\ufdd0\ufdd1\ufffc\u2028\u2029")


def test_words_of_one_cell_are_no_table(pane: TextPane) -> None:
    html, text = copied(pane, "东", "东")
    assert text == "东"
    assert "<table" not in html


def test_what_was_copied_outlives_python(tmp_path: Path) -> None:
    """The clipboard lets go of it when the process ends, which Python does not live to see."""
    code = (
        "from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from gaohang_viewer.reading.text.clipboard_formats import mime_data;"
        "app.clipboard().setMimeData(mime_data('甲', '<b>甲</b>')); print(app.clipboard().mimeData().html())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (run.returncode, run.stdout.decode().strip()) == (0, "<b>甲</b>")
