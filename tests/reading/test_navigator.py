"""The tree as it is seen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from gaohang_viewer.reading.finder import Finder
from gaohang_viewer.reading.navigator import Navigator
from gaohang_viewer.reading.place import Place
from gaohang_viewer.reading.reader import Reader
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.theme import load_fonts, load_theme


def test_a_report_that_is_opened_behind_another_page_has_room_for_its_headlines(
    reader: Reader, qtbot: QtBot
) -> None:
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    navigator = Navigator(reader, Finder(reader))
    pages.addWidget(navigator)
    pages.addWidget(QWidget())
    navigator.dress(load_theme("light"), load_fonts(), wide=True)
    pages.resize(320, 600)
    pages.show()
    pages.setCurrentIndex(1)
    title = "坚持内需主导，持续加力提振消费扩大有效投资，实现新的增长"
    reader.open(
        Report("题", sections=(Section(1, "一、", title, 1), Section(1, "二、", "短", 9))),
        Path("b.md"),
        Place(),
    )
    reader.go(1)  # the row is scrolled to, for which all rows are laid out
    pages.setCurrentIndex(0)
    qtbot.waitUntil(lambda: navigator.view.visualRect(navigator.model.index_of(0)).height() > 0)
    long, short = (navigator.view.visualRect(navigator.model.index_of(at)) for at in (0, 1))
    assert long.height() == short.height() + 20
    assert short.top() > long.bottom()
