"""Mending in the window: actions, undo, memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.app import App
from gaohang_viewer.reading.panels.notes_panel import NotesPanel
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.translation import install_language

TEXT = "报告\n各位代表：\n一、甲甲\n首页上的一段正文，很长。\n（一）乙乙\n正文。\n（二）丙丙\n正文。\n二、丁丁\n正文。\n分享到：\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, file: Path, pool: TypesetterPool) -> Iterator[App]:
    made = App(store, pool=pool)
    made.start(file)
    yield made
    made.window.close()
    install_language("en")


def levels(app: App) -> list[int]:
    return [section.level for section in app.reader.report.sections]


def test_a_level_down_and_undone_and_done_again(app: App) -> None:
    action = app.window.actions_by_id
    assert not action["demote"].isEnabled()  # on the front page there is nothing to move
    app.reader.go(3)
    action["demote"].trigger()
    assert levels(app) == [1, 2, 2, 2]
    assert app.reader.position.section == 3
    action["undo"].trigger()
    assert levels(app) == [1, 2, 2, 1]
    assert not action["undo"].isEnabled()
    action["redo"].trigger()
    assert levels(app) == [1, 2, 2, 2]


def test_what_changes_nothing_is_said(app: App) -> None:
    app.reader.go(0)
    app.window.actions_by_id["promote"].trigger()
    assert "nothing" in app.window.statusBar().currentMessage()


def test_mends_are_remembered_for_the_content_and_the_file_stays(
    app: App, store: QSettings, file: Path, tmp_path: Path, pool: TypesetterPool
) -> None:
    app.reader.go(1)
    app.window.actions_by_id["to-text"].trigger()
    assert file.read_text("utf-8") == TEXT
    copy = tmp_path / "copy.txt"
    copy.write_text(TEXT, "utf-8")
    again = App(store, pool=pool)
    again.start(copy)
    assert [section.headline for section in again.reader.report.sections] == [
        "一、甲甲",
        "（二）丙丙",
        "二、丁丁",
    ]
    again.window.actions_by_id["reset-outline"].trigger()
    assert len(again.reader.report.sections) == 4
    again.window.close()


def test_the_tree_keeps_what_is_open(app: App) -> None:
    view = app.views.navigator.view
    view.collapse(app.views.navigator.model.index_of(0))
    app.reader.go(3)
    app.window.actions_by_id["join"].trigger()
    assert not view.isExpanded(app.views.navigator.model.index_of(0))


def test_delete_in_the_tree_leaves_a_section_out_and_the_notes_put_a_line_back(app: App) -> None:
    app.reader.go(2)
    QTest.keyClick(app.views.navigator.view, Qt.Key.Key_Delete)
    assert len(app.reader.report.sections) == 3
    app.window.actions_by_id["notes"].trigger()
    panel = app.panels.built["notes"]
    assert isinstance(panel, NotesPanel)
    assert panel.model.count == 4  # two lines left out, the speech, and a chapter with one section left
    panel.put_back_requested.emit(7)
    assert panel.model.count == 3
    assert "（二）丙丙" in app.reader.report.sections[1].body
    panel.line_requested.emit(10)
    assert app.reader.position.section == 2


def test_a_paragraph_becomes_a_headline_by_its_menu(app: App) -> None:
    app.reader.go(1)
    menu = QMenu()
    app.views.pane.menu_requested.emit(menu, 1, "正文。", 0)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert "Turn line into headline" in texts
    next(action for action in menu.actions() if action.text() == "Turn line into headline").trigger()
    assert [section.headline for section in app.reader.report.sections][2] == "正文"


def test_the_pane_tells_which_paragraph_is_meant(app: App) -> None:
    app.reader.go(0)
    document = app.views.pane.document()
    found = [app.views.pane._paragraph(document.findBlockByNumber(at)) for at in range(document.blockCount())]
    at = found.index((0, "", 0))
    assert found[at : at + 3] == [(0, "", 0), (0, "首页上的一段正文，很长。", 0), (1, "", 0)]


def test_the_mended_report_is_saved_as_markdown(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    app.reader.go(3)
    app.window.actions_by_id["demote"].trigger()
    app.window.actions_by_id["save"].trigger()
    assert "## 二、丁丁" in (tmp_path / "out.md").read_text("utf-8")


def test_a_file_that_the_dialog_did_not_ask_about_is_replaced_only_when_the_user_says_so(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "out.md"
    there.write_text("mine", "utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    for answer, kept in ((QMessageBox.StandardButton.No, True), (QMessageBox.StandardButton.Yes, False)):
        monkeypatch.setattr(QMessageBox, "question", lambda *_, answer=answer: answer)
        app.window.actions_by_id["save"].trigger()
        assert (there.read_text("utf-8") == "mine") is kept


def test_several_selected_sections_are_edited_in_one_step_and_stay_selected(app: App) -> None:
    view, model = app.views.navigator.view, app.views.navigator.model
    app.reader.go(1)
    view.selectionModel().select(model.index_of(2), QItemSelectionModel.SelectionFlag.Select)
    app.window.actions_by_id["promote"].trigger()
    assert levels(app) == [1, 1, 1, 1]
    assert view.selected_sections() == [1, 2]
    app.window.actions_by_id["undo"].trigger()
    assert levels(app) == [1, 2, 2, 1]
    assert not app.outline_editor.can_undo


def test_a_section_that_is_selected_with_its_chapter_moves_with_it(app: App) -> None:
    view, model = app.views.navigator.view, app.views.navigator.model
    app.reader.go(2)
    app.window.actions_by_id["promote"].trigger()
    app.reader.go(0)
    view.selectionModel().select(model.index_of(1), QItemSelectionModel.SelectionFlag.Select)
    app.window.actions_by_id["leave-out"].trigger()
    assert [section.headline for section in app.reader.report.sections] == ["（二）丙丙", "二、丁丁"]


def test_all_headlines_like_one_are_edited_in_one_step(app: App) -> None:
    app.reader.go(2)
    app.window.actions_by_id["promote-similar"].trigger()
    assert levels(app) == [1, 1, 1, 1]
    app.window.actions_by_id["undo"].trigger()
    app.reader.go(2)
    app.window.actions_by_id["similar-to-text"].trigger()
    assert [section.headline for section in app.reader.report.sections] == ["一、甲甲", "二、丁丁"]
    menu = QMenu()
    app.views.pane.menu_requested.emit(menu, 0, "（一）乙乙", 0)
    texts = {action.text(): action for action in menu.actions()}
    texts["Turn all 2 lines like this into headlines"].trigger()
    assert len(app.reader.report.sections) == 4


def test_a_line_is_named_the_occasion_by_its_menu(app: App) -> None:
    menu = QMenu()
    app.views.pane.menu_requested.emit(menu, 1, "正文。", 0)
    fields = next(action.menu() for action in menu.actions() if action.text() == "Set line as")
    assert isinstance(fields, QMenu)
    next(action for action in fields.actions() if action.text() == "Occasion").trigger()
    assert dict(app.reader.report.meta)["occasion"] == "正文。"


def test_a_doubtful_place_is_noted_and_gone_to(app: App) -> None:
    app.reader.go(2)
    app.window.actions_by_id["to-text"].trigger()
    app.window.actions_by_id["notes"].trigger()
    panel = app.panels.built["notes"]
    assert isinstance(panel, NotesPanel)
    doubt = panel.model.index(0, 0, panel.model.index(0, 0))
    assert "the only section of its chapter" in doubt.data()
    app.reader.go(0)
    panel.view.clicked.emit(doubt)
    assert app.reader.position.section == 1
