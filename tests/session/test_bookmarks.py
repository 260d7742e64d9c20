"""Bookmarks, and what else can be done with a section."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.app import App
from gaohang_viewer.app.command_palette import CommandPalette
from gaohang_viewer.reading.outline.outline_model import BOOKMARK
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.translation import install_language


def start(tmp_path: Path, pool: TypesetterPool) -> App:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("chosen/language", "en")
    made = App(store, pool=pool)
    made.start(None)
    return made


@pytest.fixture
def app(qtbot: QtBot, tmp_path: Path, pool: TypesetterPool) -> Iterator[App]:
    made = start(tmp_path, pool)
    yield made
    made.window.close()
    install_language("en")


def test_a_bookmark_is_in_tree_and_menu_and_is_kept(app: App, tmp_path: Path, pool: TypesetterPool) -> None:
    app.reader.go(7)
    app.window.actions_by_id["bookmark"].trigger()
    model = app.views.navigator.model
    assert [model.index_of(at).data(BOOKMARK) for at in (6, 7)] == [False, True]
    app.window.submenus["menu"].aboutToShow.emit()
    menu = app.window.submenus["bookmarks"]
    menu.aboutToShow.emit()
    app.reader.go(1)
    (entry,) = menu.actions()
    entry.trigger()
    assert app.reader.position.section == 7
    app.memory.save()
    again = start(tmp_path, pool)
    assert again.bookmarks.sections == [7]
    again.window.close()
    app.window.actions_by_id["bookmark"].trigger()
    assert app.bookmarks.sections == []


def test_bookmarks_go_with_a_file_that_is_moved_and_can_be_removed_there(
    app: App, tmp_path: Path, qtbot: QtBot
) -> None:
    here, there = tmp_path / "here.txt", tmp_path / "there.txt"
    here.write_text("报告\n各位代表：\n一、甲甲\n正文。\n二、乙乙\n正文。\n", "utf-8")
    app.open(here)
    qtbot.waitUntil(lambda: app.reader.path == here)
    app.reader.go(1)
    app.bookmarks.toggle()
    here.rename(there)
    app.open(there)
    qtbot.waitUntil(lambda: app.reader.path == there)
    assert app.bookmarks.sections == [1]
    app.reader.go(1)
    app.bookmarks.toggle()
    assert app.memory.bookmarks(here, app.outline_editor.unedited.digest) == []


def test_a_section_is_copied_as_markdown_with_all_below_it(app: App) -> None:
    app.reader.go(1)
    app.window.actions_by_id["copy-section"].trigger()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("# (一) 五年的拼搏奋斗")
    assert "\n## 经济发展进中提质\n" in text
    assert "## 营商环境持续优化" in text
    assert "倾力投入" not in text


def test_a_section_is_chosen_for_printing_from_its_menu(app: App) -> None:
    app.reader.go(1)
    app.window.actions_by_id["print-section"].trigger()
    dialog = app.printing.dialog
    assert dialog is not None
    assert dialog.chosen_sections == frozenset({1, 2, 3, 4})
    dialog.close()
    menu = QMenu()
    app.views.pane.menu_requested.emit(menu, 1, "", 0)
    assert app.window.actions_by_id["print-section"] in menu.actions()


def test_speaking_times_stand_in_the_tree_and_below(app: App) -> None:
    model = app.views.navigator.model
    assert model.row(model.index_of(0)).time == "14′"
    app.settings.set("rate", 110)
    assert model.row(model.index_of(0)).time == "28′"
    assert "speaking time 36:23" in app.window.status._position.text()
    app.window.actions_by_id["times"].trigger()
    assert model.row(model.index_of(0)).time == ""


def test_the_jump_box_goes_to_a_headline_by_its_initials_and_triggers_actions(app: App) -> None:
    def type_and_enter(words: str) -> None:
        app.window.actions_by_id["jump"].trigger()
        box = app.window.findChildren(CommandPalette)[-1]
        QTest.keyClicks(box.field, words)
        while box._timer.isActive():
            QApplication.processEvents()
        QTest.keyClick(box.field, Qt.Key.Key_Return)

    type_and_enter("ywtg")
    assert app.reader.report.sections[app.reader.position.section].title.startswith("做优“一网统管”")
    type_and_enter("1.1")
    assert app.reader.report.outline.number(app.reader.position.section) == "1.1"
    type_and_enter("Front page")
    assert app.reader.position.section == -1


def test_the_jump_box_says_that_nothing_was_found(app: App) -> None:
    app.window.actions_by_id["jump"].trigger()
    box = app.window.findChildren(CommandPalette)[-1]
    assert not box.nothing.isVisible()
    QTest.keyClicks(box.field, "xxqqzz")
    while box._timer.isActive():
        QApplication.processEvents()
    assert box.nothing.isVisible()
    assert box.nothing.text() == "Nothing was found."
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    assert box.isVisible()


def test_nothing_but_the_text_is_left_until_escape(app: App) -> None:
    window = app.window
    window.actions_by_id["read"].trigger()
    assert window.isFullScreen()
    assert not any(bar.isVisible() for bar in (window.side, window.tool_bar, window.statusBar()))
    QTest.keyClick(app.views.pane, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert all(bar.isVisible() for bar in (window.side, window.tool_bar, window.statusBar()))
    assert not window.actions_by_id["read"].isChecked()
