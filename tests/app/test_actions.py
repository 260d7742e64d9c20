"""What is made of the table of actions: the list of keys, and what the jump box offers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence, QTextDocument
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.actions import ACTIONS, MENUS, ActionId, ActionSpec, Menu, text_of
from gaohang_viewer.app.app import App
from gaohang_viewer.app.command_palette import PaletteItem
from gaohang_viewer.app.help_texts import keys_text
from gaohang_viewer.app.palette_entries import palette_entries
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.translation import install_language


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, pool: TypesetterPool) -> Iterator[App]:
    made = App(store, pool=pool)
    made.start(None)
    yield made
    made.window.close()
    install_language("en")


def entries(app: App) -> list[PaletteItem]:
    actions, settings = app.window.actions_by_id, app.settings
    return palette_entries(
        app.reader, actions, app.memory.recent_files, app.open, full_width=settings.full_width
    )


def test_every_id_has_one_action_and_each_a_handler_or_a_submenu(app: App) -> None:
    assert sorted(spec.id for spec in ACTIONS) == sorted(get_args(ActionId))
    handlers = app._handlers()
    assert {spec.id for spec in ACTIONS if not spec.submenu} == set(handlers)


def test_the_list_of_keys_has_every_action_that_has_any(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = ActionSpec("save", "Something new…", ("Ctrl+Alt+7",))
    monkeypatch.setattr("gaohang_viewer.app.help_texts.MENUS", (*MENUS, Menu("New", (None, new))))
    document = QTextDocument()
    document.setHtml(keys_text())
    lines = document.toPlainText().splitlines()
    for spec in (*ACTIONS, new):
        if spec.keys:
            keys = lines[lines.index(text_of(spec).rstrip("…")) + 1]
            assert QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) in keys


def test_the_jump_box_offers_every_action_that_can_be_used(app: App) -> None:
    def offered() -> dict[str, str]:
        return {entry.name: entry.aside for entry in entries(app)}

    front = offered()
    for spec in ACTIONS:
        usable = not spec.submenu and app.window.actions_by_id[spec.id].isEnabled()
        assert any(name.startswith(text_of(spec)) for name in front) == usable
    assert front["Library"] == "Ctrl+L"
    assert "Print section…" not in front
    app.reader.go(2)
    assert "Print section…" in offered()


def test_the_jump_box_offers_recent_files(app: App, tmp_path: Path) -> None:
    path = tmp_path / "昨天的报告.txt"
    path.write_text("报告\n一、甲\n正文。\n二、乙\n正文。\n", "utf-8")
    app.open(path)
    app.window.actions_by_id["built-in"].trigger()
    (entry,) = [entry for entry in entries(app) if entry.name == path.name]
    entry.go()
    assert app.reader.path == path


def test_on_another_page_only_its_actions_can_be_used(app: App) -> None:
    actions = app.window.actions_by_id
    actions["library"].trigger()
    assert actions["open"].isEnabled()
    assert not actions["find"].isEnabled()
    assert not actions["show"].isEnabled()
    actions["library"].trigger()
    assert actions["find"].isEnabled()
    actions["slides"].trigger()
    assert actions["show"].isEnabled()
    assert not actions["find"].isEnabled()
