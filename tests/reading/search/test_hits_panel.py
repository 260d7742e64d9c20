"""The list of hits in a panel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from gaohang_viewer.reading.search.finder import Finder
from gaohang_viewer.reading.search.hits_panel import HitsPanel
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.session.position import Position
from gaohang_viewer.session.reader import Reader
from gaohang_viewer.ui.hit_delegate import SECTION


def report(*bodies: str) -> Report:
    return Report(
        "题", sections=tuple(Section(1, "", f"第{at}节", at * 9, body) for at, body in enumerate(bodies))
    )


@pytest.fixture
def panel(reader: Reader, qtbot: QtBot) -> Iterator[HitsPanel]:
    window = QMainWindow()
    qtbot.addWidget(window)
    finder = Finder(reader)
    yield HitsPanel(reader, finder, window)
    window.close()


def test_hits_are_grouped_by_section_with_the_words_around(
    panel: HitsPanel, reader: Reader, qtbot: QtBot
) -> None:
    reader.open(report("投资好。", "无。", "好投资，多投资。"), Path("a.md"), Position())
    panel._finder.find("投资")
    qtbot.waitUntil(lambda: not panel._finder.is_searching)
    rows = [panel.model.index(row, 0) for row in range(panel.model.rowCount())]
    assert [row.data() for row in rows] == [
        *("第0节", "投资好。"),
        *("第2节", "好投资，多投资。", "好投资，多投资。"),
    ]


def test_another_report_with_as_many_hits_has_its_own(panel: HitsPanel, reader: Reader, qtbot: QtBot) -> None:
    reader.open(report("无。", "无。", "投资。"), Path("a.md"), Position())
    panel._finder.find("投资")
    qtbot.waitUntil(lambda: not panel._finder.is_searching)
    reader.open(report("投资。"), Path("b.md"), Position())
    qtbot.waitUntil(lambda: not panel._finder.is_searching)
    assert [panel.model.index(row, 0).data(SECTION) for row in range(panel.model.rowCount())] == [0, 0]
