"""Key figures in a panel and in the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from gaohang_viewer.reading.panels.figures_model import FIGURE, SECTION, VALUE
from gaohang_viewer.reading.panels.figures_panel import FiguresPanel
from gaohang_viewer.reading.search.finder import Finder
from gaohang_viewer.reading.text.text_pane import TextPane
from gaohang_viewer.reading.text.text_style import TextStyle
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.session.position import Position
from gaohang_viewer.session.reader import Reader
from gaohang_viewer.ui.theme import load_fonts, load_theme


@pytest.fixture
def panel(reader: Reader, qtbot: QtBot) -> Iterator[FiguresPanel]:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = FiguresPanel(reader, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    window.show()
    qtbot.waitUntil(lambda: not made.model.is_reading)
    yield made
    window.close()  # held until here


@pytest.fixture
def pane(reader: Reader, qtbot: QtBot) -> TextPane:
    made = TextPane(reader, Finder(reader))
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.apply_theme(TextStyle(load_theme("light"), load_fonts()))
    made.show()
    return made


def column(panel: FiguresPanel, number: int) -> list[str]:
    return [panel.sorted.index(row, number).data() for row in range(panel.sorted.rowCount())]


def test_all_figures_are_listed_with_what_they_count(panel: FiguresPanel) -> None:
    for what, value in (
        ("年均税收", "23.9亿元"),
        ("可支配收入与2016年之比", "186.9%"),
        ("拆除违法建筑", "130多万平方米"),
    ):
        assert any(w == what and v == value for w, v in zip(column(panel, 0), column(panel, 1), strict=True))
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_they_are_sorted_by_value_within_a_unit(panel: FiguresPanel) -> None:
    panel.view.sortByColumn(VALUE, Qt.SortOrder.DescendingOrder)
    figures = [panel.sorted.index(row, 0).data(FIGURE) for row in range(panel.sorted.rowCount())]
    money = [figure.match.number for figure in figures if figure.match.unit == "元"]
    assert money == sorted(money, reverse=True)
    assert [figure.match.unit for figure in figures].count("元") == len(money)
    panel.view.sortByColumn(SECTION, Qt.SortOrder.AscendingOrder)
    assert column(panel, 1)[0] == "23.9亿元"


def test_they_are_copied_as_a_table(panel: FiguresPanel) -> None:
    panel.copy()
    table = QGuiApplication.clipboard().text().splitlines()
    assert len(table) == len(panel.model.rows) + 1
    assert "经济发展进中提质,年均税收,23.9亿元,2390000000,元" in table
    assert "<tr><td>经济发展进中提质</td><td>年均税收</td>" in QGuiApplication.clipboard().mimeData().html()


def test_a_click_goes_to_the_figure_and_marks_it(panel: FiguresPanel, pane: TextPane, reader: Reader) -> None:
    panel.figure_requested.connect(pane.show_figure)
    for figure in panel.model.rows:
        panel.figure_requested.emit(figure)
        shown = [selection.cursor.selectedText() for selection in pane.extraSelections()]
        assert shown == [figure.match.value]
        assert pane.viewport().rect().contains(pane.cursorRect(pane.extraSelections()[0].cursor))


def test_figures_are_marked_in_the_text_on_demand(pane: TextPane, reader: Reader) -> None:
    reader.go(2)
    assert not pane.extraSelections()
    pane.highlights.set_figures_shown(wanted=True)
    marked = [selection.cursor.selectedText() for selection in pane.extraSelections()]
    assert {"23.9亿元", "11.6亿元", "6.3亿元", "186.9%"} <= set(marked)
    pane.highlights.set_figures_shown(wanted=False)
    assert not pane.extraSelections()


def test_another_report_has_other_figures(panel: FiguresPanel, reader: Reader, qtbot: QtBot) -> None:
    reader.open(Report("题", sections=(Section(1, "", "甲", 1, "投资3亿元。"),)), Path("b.md"), Position())
    qtbot.waitUntil(lambda: not panel.model.is_reading)
    assert column(panel, 1) == ["3亿元"]


def test_while_it_is_closed_another_report_may_be_opened(
    panel: FiguresPanel, reader: Reader, qtbot: QtBot
) -> None:
    """The figures of the one before are in sections that this one does not have."""
    panel.hide()
    reader.open(Report("题", sections=(Section(1, "", "甲", 1, "投资3亿元。"),)), Path("b.md"), Position())
    assert column(panel, SECTION) == []
    panel.show()
    qtbot.waitUntil(lambda: not panel.model.is_reading)
    assert column(panel, SECTION) == ["甲"]
