"""What a screen reader is told, and what the keyboard alone can do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.actions import ACTIONS, MENUS, ActionId
from gaohang_viewer.app.app import App
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.scroll_frame import ScrollFrame
from gaohang_viewer.ui.theme import THEMES, load_theme
from gaohang_viewer.ui.translation import install_language

ROLES = {
    QAccessible.Role.Button, QAccessible.Role.PushButton, QAccessible.Role.ButtonMenu, QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText, QAccessible.Role.Tree, QAccessible.Role.List, QAccessible.Role.Table,
    QAccessible.Role.ScrollBar, QAccessible.Role.PageTab, QAccessible.Role.Link, QAccessible.Role.Document,
}  # fmt: skip


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, pool: TypesetterPool) -> Iterator[App]:
    made = App(store, pool=pool)
    made.start(None)
    yield made
    made.window.close()
    install_language("en")


def tree(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that is seen, as a screen reader walks through it; not the rows of lists."""
    yield top
    if top.role() in {QAccessible.Role.Tree, QAccessible.Role.List, QAccessible.Role.Table}:
        return
    for number in range(top.childCount()):
        child = top.child(number)
        if child.isValid() and not child.state().invisible:
            yield from tree(child)


def nameless(widget: QWidget) -> list[str]:
    return [
        f"{each.role().name} {each.rect()}"
        for each in tree(QAccessible.queryAccessibleInterface(widget))
        if each.role() in ROLES and not each.text(QAccessible.Text.Name).strip()
    ]


def test_everything_that_can_be_used_has_a_name(app: App) -> None:
    for name in ("hits", "figures", "notes"):
        app.panels.show(name)
        assert nameless(app.window) == []
    app.window.actions_by_id["paper"].trigger()
    assert app.printing.dialog is not None
    assert nameless(app.printing.dialog) == []
    app.printing.dialog.close()
    app.window.actions_by_id["library"].trigger()
    assert nameless(app.window) == []


def test_tree_and_text_say_what_they_are(app: App) -> None:
    text = QAccessible.queryAccessibleInterface(app.views.pane)
    assert (text.text(QAccessible.Text.Name), text.role()) == ("Text", QAccessible.Role.Document)
    assert text.textInterface().characterCount() > 100
    field = QAccessible.queryAccessibleInterface(app.views.find_bar.field)
    assert (field.text(QAccessible.Text.Name), field.role()) == (
        "Find in this report",
        QAccessible.Role.EditableText,
    )
    rows = QAccessible.queryAccessibleInterface(app.views.navigator.view)
    assert (rows.text(QAccessible.Text.Name), rows.role()) == ("Outline", QAccessible.Role.Tree)
    assert rows.child(1).text(QAccessible.Text.Name).startswith("一、回望五年的奋斗路")


def test_every_action_is_in_a_menu_and_no_two_have_the_same_keys(app: App) -> None:
    keys = [QKeySequence(each).toString() for spec in ACTIONS for each in spec.keys]
    assert len(keys) == len(set(keys))
    app.window._main_menu.fill()
    for spec in (item for menu in MENUS for item in menu.items):
        if spec is not None and not spec.submenu:
            assert any(spec.id == action.objectName() for menu in menus(app) for action in menu), spec.id


def menus(app: App) -> list[list[QAction]]:
    return [list(action.menu().actions()) for action in app.window.submenus["menu"].actions()]  # type: ignore[attr-defined]


def test_the_tab_key_goes_round_through_all_parts(app: App, qtbot: QtBot) -> None:
    app.window.activateWindow()
    app.views.navigator.view.setFocus()
    seen: list[str] = []
    for _ in range(40):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget.objectName())
        app.window.focusNextChild()
    assert {"outline", "pane", "find-field", "report-title"} <= set(seen)


@pytest.mark.parametrize("name", THEMES)
def test_words_can_be_told_from_their_ground(name: str) -> None:
    theme = load_theme(name)
    least = 7.0 if name == "contrast" else 4.5  # WCAG 2.2, 1.4.6 and 1.4.3
    for ground in (theme.surface, theme.paper, theme.raised, theme.accent_soft):
        assert contrast(theme.ink, ground) >= least
    for ink, ground in (
        (theme.on_accent, theme.accent),
        (theme.on_hit, theme.hit_now),
        (theme.ink, theme.hit),
    ):
        assert contrast(ink, ground) >= least
    for ground in (theme.surface, theme.paper, theme.raised, theme.hover, theme.accent_soft):
        assert contrast(theme.muted, ground) >= least
    for ground in (theme.surface, theme.paper):
        assert contrast(theme.accent, ground) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_everything_may_be_twice_as_large(app: App) -> None:
    """All of the window at 200 % on a screen of 1920 px is the window at 100 % on one of 960."""
    app.window.resize(960, 540)
    assert app.window.minimumSizeHint().width() <= 960
    app.settings.set("zoom", 200)
    stretch = app.views.pane.laid_out_range
    assert stretch is not None
    assert stretch.document.idealWidth() <= app.views.pane.viewport().width() + 1
    assert app.views.pane.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


# 1366×768 px at 100, 150, 200 and 300 %
@pytest.mark.parametrize("size", [(1366, 768), (910, 512), (683, 384), (455, 256)])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_small_window_keeps_menu_search_and_pages_within_reach(
    store: QSettings, pool: TypesetterPool, qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    app = App(store, {"language": language}, pool)
    app.start(None)
    window = app.window
    window.resize(*size)
    app.finder.find("发展")
    qtbot.waitUntil(lambda: app.finder.total > 0)
    for widget in (window.tool_bar.menu_button, app.views.find_bar.next_button):
        qtbot.waitUntil(widget.isVisible)
        right = widget.mapTo(window, widget.rect().bottomRight())
        assert right.x() < size[0]
        assert right.y() < size[1]
    for name in ("slides", "library"):
        window.actions_by_id[name].trigger()
        page = window.page
        assert page is not None
        assert window.size().width() <= size[0]
        page.setFocus()
        frame = next(each for each in window.findChildren(ScrollFrame) if each.widget() is page)
        reach = frame.horizontalScrollBar().maximum() + frame.viewport().width()
        assert reach >= page.minimumSizeHint().width()
    window.close()
    install_language("en")


def test_one_can_see_what_the_keys_act_on(app: App, qtbot: QtBot) -> None:
    app.window.activateWindow()
    app.finder.find("2020")
    app.reader.go(3)
    names: tuple[ActionId | None, ...] = (None, "figures", "hits", "library")
    for name in names:
        if name is not None:
            app.window.actions_by_id[name].trigger()
        unseen, seen = [], set()
        for _ in range(40):
            app.window.focusNextChild()
            widget = QApplication.focusWidget()
            if widget is None or widget in seen:
                continue
            seen.add(widget)
            with_focus = widget.grab().toImage()
            widget.clearFocus()
            if widget.grab().toImage() == with_focus:
                unseen.append((name, type(widget).__name__, widget.objectName()))
            widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert unseen == []
        assert len(seen) > 3


def test_the_tab_key_does_not_lead_away_from_what_is_read(app: App) -> None:
    app.window.activateWindow()
    app.reader.go(2)
    app.views.pane.setFocus()
    QTest.keyClick(app.views.pane, Qt.Key.Key_Tab)
    assert app.reader.position.section == 2
    assert not app.views.pane.textCursor().hasSelection()
    app.reader.go(-1)
    app.views.pane.setFocus()
    QTest.keyClick(app.views.pane, Qt.Key.Key_Tab)
    assert app.views.pane.textCursor().selectedText().startswith("一、回望五年")
