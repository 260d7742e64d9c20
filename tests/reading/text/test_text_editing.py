"""Typing headlines and fields of the front page where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSettings, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.app import App
from gaohang_viewer.reading.text.in_place_editor import MOST, InPlaceEditor
from gaohang_viewer.ui.translation import install_language

TEXT = "高行镇工作报告\n——在镇人民代表大会上\n王明\n各位代表：\n一、甲甲\n正文。\n二、乙乙\n正文。\n"


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, tmp_path: Path) -> Iterator[App]:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    made = App(store)
    made.start(path)
    with qtbot.waitExposed(made.window):
        pass
    yield made
    made.window.close()
    install_language("en")


def editor(app: App) -> InPlaceEditor:
    found = app.views.pane.editing.editor
    assert found is not None
    return found


def typed(app: App, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    editor(app).selectAll()
    editor(app).insertPlainText(text)
    QTest.keyClick(editor(app), key)


def line_with(app: App, words: str) -> QPoint:
    """The middle of these words in the pane's viewport."""
    found = app.views.pane.document().find(words)
    assert not found.isNull()
    found.setPosition(found.selectionStart() + len(words) // 2)
    return app.views.pane.cursorRect(found).center()


def test_enter_sets_the_title_and_undo_brings_it_back(app: App) -> None:
    app.window.actions_by_id["front-fields"].trigger()
    assert editor(app).text() == "高行镇工作报告"
    typed(app, "东明镇工作报告")
    assert app.reader.report.title == "东明镇工作报告"
    assert not app.views.pane.editing.is_active
    app.window.actions_by_id["undo"].trigger()
    assert app.reader.report.title == "高行镇工作报告"


def test_escape_changes_nothing(app: App) -> None:
    app.window.actions_by_id["front-fields"].trigger()
    typed(app, "别的", Qt.Key.Key_Escape)
    assert app.reader.report.title == "高行镇工作报告"
    assert not app.outline_editor.can_undo
    assert app.views.pane.hasFocus()


def test_tab_goes_through_all_fields_and_sets_what_was_typed(app: App) -> None:
    app.window.actions_by_id["front-fields"].trigger()
    names = []
    for _ in range(7):
        names.append(editor(app).accessibleName())
        typed(app, f"新的{names[-1]}", Qt.Key.Key_Tab)
    assert names == ["Title", "Subtitle", "Occasion", "Document number", "Speaker", "Date", "Edition"]
    assert editor(app).accessibleName() == "Title"  # round again
    fields = app.reader.report.fields
    assert list(fields.values()) == [f"新的{name}" for name in names]
    QTest.keyClick(editor(app), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert editor(app).text() == "新的Edition"


def test_empty_fields_show_their_names_only_while_one_is_edited(app: App) -> None:
    assert "Document number" not in app.views.pane.toPlainText()
    app.window.actions_by_id["front-fields"].trigger()
    assert "Document number" in app.views.pane.toPlainText()
    QTest.keyClick(editor(app), Qt.Key.Key_Escape)
    assert "Document number" not in app.views.pane.toPlainText()


def test_a_double_click_edits_the_field_under_it(app: App) -> None:
    app.outline_editor.set_fields({"speaker": "王明", "date": "2026年1月5日"})
    pane = app.views.pane
    for words, name in (("2026年", "Date"), ("王明", "Speaker"), ("工作报告", "Title")):
        QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=line_with(app, words))
        assert editor(app).accessibleName() == name
        QTest.keyClick(editor(app), Qt.Key.Key_Escape)
    QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=line_with(app, "各位代表"))
    assert not pane.editing.is_active
    assert pane.textCursor().hasSelection()


def test_a_button_beside_the_line_opens_the_editor(app: App) -> None:
    pane = app.views.pane
    pane.editing.hover(line_with(app, "工作报告"))
    button = next(child for child in pane.viewport().children() if child.objectName() == "edit-field")
    assert button.property("toolTip") == "Edit Title"
    button.click()  # type: ignore[attr-defined]
    assert editor(app).isVisible()
    QTest.keyClick(editor(app), Qt.Key.Key_Escape)
    pane.editing.hover(line_with(app, "各位代表"))
    assert not button.property("visible")


def test_a_field_can_be_emptied(app: App) -> None:
    app.outline_editor.set_fields({"occasion": "在会上"})
    app.views.pane.editing.edit_front_page("occasion")
    typed(app, "")
    assert app.reader.report.fields["occasion"] == ""


def test_an_author_counts_as_speaker_and_can_be_removed(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "author.md"
    path.write_text("---\ntitle: 报告\nauthor: 李华\n---\n# 一、甲\n文。\n", "utf-8")
    app.open(path)
    qtbot.waitUntil(lambda: app.reader.path == path)
    app.views.pane.editing.edit_front_page("speaker")
    assert editor(app).text() == "李华"
    typed(app, "")
    assert app.reader.report.facts == ()


def test_a_click_elsewhere_keeps_what_was_typed(app: App) -> None:
    app.window.actions_by_id["front-fields"].trigger()
    editor(app).insertPlainText("新题")
    app.views.navigator.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert app.reader.report.title == "新题"
    assert not app.views.pane.editing.is_active


def test_f2_edits_the_headline_of_the_section(app: App) -> None:
    app.reader.go(1)
    app.window.actions_by_id["edit-headline"].trigger()
    assert editor(app).text() == "二、乙乙"
    typed(app, "二、丙丙")
    assert [section.headline for section in app.reader.report.sections] == ["一、甲甲", "二、丙丙"]
    assert app.reader.position.section == 1
    app.window.actions_by_id["undo"].trigger()
    assert app.reader.report.sections[1].title == "乙乙"
    app.window.actions_by_id["edit-headline"].trigger()
    typed(app, "  ")
    assert app.reader.report.sections[1].title == "乙乙"  # a headline cannot be empty


def test_what_is_pasted_is_one_paragraph_of_limited_length(app: App) -> None:
    app.window.actions_by_id["front-fields"].trigger()
    data = QMimeData()
    data.setText("一\n\n二" + "长" * 3000)
    editor(app).selectAll()
    editor(app).insertFromMimeData(data)
    assert "\n" not in editor(app).toPlainText()
    assert editor(app).text().startswith("一 二长")
    assert len(editor(app).text()) <= MOST
    QTest.keyClick(editor(app), Qt.Key.Key_Escape)


def test_another_report_closes_the_editor(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    app.window.actions_by_id["front-fields"].trigger()
    path = tmp_path / "other.txt"
    path.write_text("另一报告\n一、甲\n文。\n", "utf-8")
    app.open(path)
    qtbot.waitUntil(lambda: app.reader.path == path)
    assert not app.views.pane.editing.is_active


def test_the_editor_stays_over_its_line(app: App) -> None:
    app.window.actions_by_id["front-fields"].trigger()
    before = editor(app).geometry().top()
    app.settings.set("zoom", 150)
    line = app.views.pane.cursorRect(QTextCursor(app.views.pane.document().findBlockByNumber(1)))
    assert abs(editor(app).geometry().top() - line.top()) < 40
    assert editor(app).geometry().top() != before
