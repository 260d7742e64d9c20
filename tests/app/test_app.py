"""The whole program in one process: what follows from what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.actions import ACTIONS
from gaohang_viewer.app.app import App
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.resources import BUILT_IN_REPORT, GUIDES
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.translation import install_language


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What message boxes would have said."""
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: said.append(text))
    return said


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, pool: TypesetterPool) -> Iterator[App]:
    made = App(store, pool=pool)
    made.window.show()
    made.open(BUILT_IN_REPORT)
    yield made
    made.window.close()
    install_language("en")


def test_every_action_does_something_or_is_a_menu(app: App) -> None:
    for spec in ACTIONS:
        if not spec.submenu:
            action = app.window.actions_by_id[spec.id]
            assert action.receivers("2triggered(bool)") > 0, spec.id


def test_no_key_has_two_meanings() -> None:
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_actions_are_enabled_when_they_can_be_used(app: App) -> None:
    action = app.window.actions_by_id
    assert not action["back"].isEnabled()
    assert not action["previous"].isEnabled()
    action["next"].trigger()
    assert action["back"].isEnabled()
    action["back"].trigger()
    assert app.reader.position.section == FRONT
    assert action["forward"].isEnabled()
    assert not action["find-next"].isEnabled()


def test_mouse_buttons_go_back_and_forward_wherever_the_mouse_is(app: App, qtbot: QtBot) -> None:
    app.reader.go(5)
    QTest.mouseClick(app.views.pane.viewport(), Qt.MouseButton.BackButton)
    assert app.reader.position.section == FRONT
    QTest.mouseClick(app.views.navigator.view.viewport(), Qt.MouseButton.ForwardButton)
    assert app.reader.position.section == 5


def test_a_file_dropped_on_the_window_is_opened(app: App, tmp_path: Path) -> None:
    path = tmp_path / "新 报告.md"
    path.write_text("# 一、甲\n文\n# 二、乙\n", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    app.window.dropEvent(QDropEvent(QPointF(9, 9), action, data, buttons, Qt.KeyboardModifier.NoModifier))
    assert app.reader.path == path
    assert app.memory.recent_files == [str(path)]
    assert "新 报告" in app.window.windowTitle()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_guide_opens_in_the_language_of_the_interface(app: App, language: str, qtbot: QtBot) -> None:
    app.settings.set("language", language)
    app.reader.go(5)
    app.window.actions_by_id["guide"].trigger()
    qtbot.waitUntil(lambda: app.reader.path == GUIDES[language])
    assert app.reader.report.problems == ()
    assert app.memory.recent_files == []
    app.window.actions_by_id["back"].trigger()
    qtbot.waitUntil(lambda: app.reader.path == BUILT_IN_REPORT)
    assert app.reader.position.section == 5


def test_what_cannot_be_opened_leaves_what_is_open(app: App, told: list[str], tmp_path: Path) -> None:
    app.reader.go(5)
    (tmp_path / "empty.md").touch()
    for name in ("empty.md", "missing.md"):
        assert not app.open(tmp_path / name)
    assert len(told) == 2
    assert all(name in text for name, text in zip(("empty.md", "missing.md"), told, strict=True))
    assert (app.reader.path, app.reader.position.section) == (BUILT_IN_REPORT, 5)


def test_place_and_window_are_remembered(
    app: App, store: QSettings, pool: TypesetterPool, qtbot: QtBot
) -> None:
    app.reader.go(7)
    app.window.resize(900, 640)
    app.window.splitter.setSizes([300, 600])
    width = app.window.splitter.sizes()[0]
    app.window.close()
    again = App(store, pool=pool)
    again.window.show()
    again.open(BUILT_IN_REPORT)
    assert again.reader.position.section == 7
    assert again.window.splitter.sizes()[0] == width
    again.window.close()


def test_the_language_changes_and_the_place_stays(app: App) -> None:
    app.reader.go(33)  # the last section of a page that cannot be scrolled so far
    app.settings.set("language", "zh_CN")
    assert app.window.actions_by_id["show"].text() == "从头放映"
    assert app.reader.position.section == 33
    assert "高行报告阅览" in app.window.windowTitle()
    app.window.actions_by_id["back"].trigger()


def test_the_theme_changes_palette_and_page(app: App) -> None:
    app.settings.set("theme", "dark")
    paper = app.appearance.theme.paper
    assert app.appearance.theme.name == "dark"
    assert QGuiApplication.palette().base().color().name() == paper
    image = app.views.pane.grab().toImage()
    assert image.pixelColor(5, 5).name() == paper


def test_the_theme_follows_the_system(app: App) -> None:
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert app.appearance.theme.name == "dark"
    app.settings.set("theme", "light")
    assert app.appearance.theme.name == "light"
    app.settings.set("theme", "")
    assert app.appearance.theme.name == "dark"
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert app.appearance.theme.name == "light"


def test_a_report_too_long_for_a_show_is_told(app: App, told: list[str], tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text("# 甲\n" * 6000, "utf-8")
    app.open(tmp_path / "long.md")
    app.present(None)
    assert "5000" in told[0]


def test_full_width_punctuation_can_be_turned_off(app: App) -> None:
    app.reader.go(2)
    assert "税收23.9亿元，单位" in app.views.pane.toPlainText()
    app.window.actions_by_id["full-width"].trigger()
    assert "税收23.9亿元,单位" in app.views.pane.toPlainText()
    assert not app.settings.full_width


def test_a_show_ends_where_the_reader_then_stands(app: App, qtbot: QtBot) -> None:
    app.reader.go(2)
    app.window.actions_by_id["show-here"].trigger()
    audience = app.presenting.windows.audience
    qtbot.waitUntil(lambda: app.presenting.windows.running.state.page_count > 0, timeout=20000)
    assert audience.isFullScreen()
    QTest.keyClick(audience, Qt.Key.Key_PageDown)
    QTest.keyClick(audience, Qt.Key.Key_Escape)
    assert audience.isVisible()
    QTest.keyClick(audience, Qt.Key.Key_Escape)
    assert not audience.isVisible()
    assert app.reader.position.section == 3


def test_the_deck_is_ready_before_it_is_wanted(app: App, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: app.presenting.windows.running.state.page_count > 0, timeout=20000)
    assert not app.presenting.windows.audience.isVisible()


def test_another_report_makes_another_deck(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: app.presenting.windows.running.state.page_count > 20, timeout=20000)
    (tmp_path / "a.md").write_text("---\ntitle: 题\n---\n# 一、甲\n\n- 乙\n", "utf-8")
    app.open(tmp_path / "a.md")
    qtbot.waitUntil(lambda: 0 < app.presenting.windows.running.state.page_count < 5, timeout=20000)


def test_the_menus_hold_every_action(app: App) -> None:
    menu = app.window.submenus["menu"]
    menu.aboutToShow.emit()
    shown = {action.objectName() for sub in menu.actions() for action in sub.menu().actions()}  # type: ignore[attr-defined]
    assert {spec.id for spec in ACTIONS if not spec.submenu} - shown == {"menu"}
    app.window.submenus["language"].aboutToShow.emit()
    assert [action.text() for action in app.window.submenus["language"].actions()][1:] == [
        "English",
        "简体中文",
    ]
