"""The open file is changed by another program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.app import App
from gaohang_viewer.resources import BUILT_IN_REPORT
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.translation import install_language

TEXT = "报告\n各位代表：\n一、甲甲\n正文一，很长的一段。\n（一）乙乙\n正文。\n（二）丙丙\n正文。\n二、丁丁\n正文二，很长的一段。\n"


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, tmp_path: Path, pool: TypesetterPool) -> Iterator[App]:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    made = App(store, pool=pool)
    made.start(path)
    yield made
    made.window.close()
    made.files.background_reader.wait()
    install_language("en")


def headlines(app: App) -> list[str]:
    return [section.headline for section in app.reader.report.sections]


def save(app: App, qtbot: QtBot, text: str, *, by_renaming: bool = False) -> None:
    """As an editor writes it, in place or by way of another file."""
    path = app.reader.path
    assert path is not None
    with qtbot.waitSignal(app.reader.opened, timeout=5000):
        if by_renaming:
            other = path.with_suffix(".new")
            other.write_text(text, "utf-8")
            other.replace(path)
        else:
            path.write_text(text, "utf-8")


@pytest.mark.parametrize("by_renaming", [False, True])
def test_it_is_read_again_and_the_reader_stays_where_he_is(app: App, qtbot: QtBot, by_renaming: bool) -> None:
    app.reader.go(2)
    save(
        app,
        qtbot,
        TEXT.replace("一、甲甲", "一、新的一章\n新的正文，很长的一段。\n二、甲甲"),
        by_renaming=by_renaming,
    )
    assert "一、新的一章" in headlines(app)
    assert headlines(app)[app.reader.position.section] == "（二）丙丙"
    save(app, qtbot, TEXT, by_renaming=by_renaming)
    assert headlines(app) == ["一、甲甲", "（一）乙乙", "（二）丙丙", "二、丁丁"]


def test_what_was_mended_is_mended_in_the_changed_text_too(app: App, qtbot: QtBot) -> None:
    app.reader.go(2)
    app.outline_editor.edit_sections("leave-out", [app.reader.position.section])
    assert headlines(app) == ["一、甲甲", "（一）乙乙", "二、丁丁"]
    save(app, qtbot, TEXT.replace("报告\n", "报告\n副标题在此\n").replace("正文一", "改过的正文"))
    assert headlines(app) == ["一、甲甲", "（一）乙乙", "二、丁丁"]
    app.outline_editor.undo()
    assert headlines(app) == ["一、甲甲", "（一）乙乙", "（二）丙丙", "二、丁丁"]


def test_a_file_that_is_gone_or_cannot_be_read_leaves_all_as_it_was(app: App, qtbot: QtBot) -> None:
    path = app.reader.path
    assert path is not None
    before = headlines(app)
    path.unlink()
    qtbot.wait(600)
    assert headlines(app) == before
    with qtbot.waitSignal(app.files.message, timeout=5000):
        path.write_bytes(b"")
    assert headlines(app) == before
    save(app, qtbot, TEXT.replace("乙乙", "改改"))
    assert "（一）改改" in headlines(app)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.txt"
    path.write_text(TEXT + ("三、戊戊\n" + "正文三，很长的一段。" * 40 + "\n") * 1_000, "utf-8")
    return path


def test_a_large_file_that_is_changed_while_it_is_read_is_read_again(
    app: App, qtbot: QtBot, large: Path, rest: Event
) -> None:
    app.open(large)
    with qtbot.waitSignal(app.files._watcher.changed, timeout=5000):
        large.write_text(large.read_text("utf-8").replace("乙乙", "改改"), "utf-8")
    assert app.files.background_reader.busy
    rest.set()
    qtbot.waitUntil(lambda: "（一）改改" in headlines(app), timeout=20_000)


def test_a_file_that_is_changed_while_another_is_read_in_vain_is_read_again(
    app: App, qtbot: QtBot, large: Path, rest: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gaohang_viewer.session.background_reader.open_beginning", lambda *_: None)
    path = app.reader.path
    assert path is not None
    app.open(large)
    assert app.reader.path == path
    with qtbot.waitSignal(app.files._watcher.changed, timeout=5000):
        path.write_text(TEXT.replace("乙乙", "改改"), "utf-8")
    app.files.background_reader.cancel()
    rest.set()
    qtbot.waitUntil(lambda: "（一）改改" in headlines(app), timeout=5000)


def test_a_file_that_is_being_read_again_when_another_is_asked_for_in_vain_is_read_again_later(
    app: App, qtbot: QtBot, rest: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gaohang_viewer.session.background_reader._READ", 0.1)
    monkeypatch.setattr(QMessageBox, "warning", lambda *_: None)
    path = app.reader.path
    assert path is not None
    path.write_text(TEXT.replace("乙乙", "改改"), "utf-8")
    qtbot.waitUntil(lambda: app.files.background_reader.busy, timeout=5000)
    app.open(path.with_name("none.txt"))
    assert not app.files.background_reader.busy
    assert "（一）改改" not in headlines(app)
    rest.set()
    qtbot.waitUntil(lambda: "（一）改改" in headlines(app), timeout=5000)


def test_the_whole_of_a_file_that_is_read_after_all_is_opened_where_it_was_left(
    app: App, qtbot: QtBot, large: Path, rest: Event
) -> None:
    app.memory.remember_position(large, 750, None)
    app.open(large)
    app.files.background_reader.cancel()
    rest.set()
    assert len(headlines(app)) < 750
    with large.open("a", encoding="utf-8") as file:
        file.write("四、己己\n正文四。\n")
    qtbot.waitUntil(lambda: "四、己己" in headlines(app), timeout=20_000)
    assert app.reader.position.section == 750


def test_a_bookmark_stays_at_its_headline(app: App, qtbot: QtBot) -> None:
    app.reader.go(2)
    app.bookmarks.toggle()
    save(app, qtbot, TEXT.replace("一、甲甲", "一、新的一章\n新的正文，很长的一段。\n二、甲甲"))
    assert [headlines(app)[at] for at in app.bookmarks.sections] == ["（二）丙丙"]
    save(app, qtbot, TEXT.replace("（二）丙丙\n正文。\n", ""))
    assert app.bookmarks.sections == []
    save(app, qtbot, TEXT)
    assert [headlines(app)[at] for at in app.bookmarks.sections] == ["（二）丙丙"]


def test_a_file_that_is_deleted_is_told_once(app: App, qtbot: QtBot) -> None:
    told: list[str] = []
    app.files.message.connect(told.append)
    path = app.reader.path
    assert path is not None
    path.unlink()
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    qtbot.wait(1500)
    assert told == ["“report.txt” was deleted or moved; what is open stays, and can be saved as Markdown."]


def open_branches(app: App) -> list[str]:
    view, model = app.views.navigator.view, app.views.navigator.model
    return [name for at, name in enumerate(headlines(app)) if view.isExpanded(model.index_of(at))]


def test_branches_of_the_tree_stay_open_in_a_changed_file(app: App, qtbot: QtBot) -> None:
    save(app, qtbot, TEXT + "（一）戊戊\n正文。\n")
    view, model = app.views.navigator.view, app.views.navigator.model
    view.collapseAll()
    view.setExpanded(model.index_of(3), True)
    assert open_branches(app) == ["二、丁丁"]
    before = "一、甲甲\n正文一，很长的一段。\n（一）新加的\n正文。\n"
    save(app, qtbot, (TEXT + "（一）戊戊\n正文。\n").replace("一、甲甲\n正文一，很长的一段。\n", before))
    assert "二、丁丁" in open_branches(app)
    assert "一、甲甲" not in open_branches(app)


def test_branches_stay_open_when_the_file_is_read_in_another_way(app: App, qtbot: QtBot) -> None:
    view, model = app.views.navigator.view, app.views.navigator.model
    view.collapseAll()
    with qtbot.waitSignal(app.reader.opened, timeout=5000):
        app.files.read_again(whole_page=True)
    assert open_branches(app) == []
    view.setExpanded(model.index_of(0), True)
    with qtbot.waitSignal(app.reader.opened, timeout=5000):
        app.files.read_again(whole_page=False)
    assert open_branches(app) == ["一、甲甲"]


def test_without_a_file_the_last_one_is_opened(app: App, store: QSettings, pool: TypesetterPool) -> None:
    app.memory.save()
    again = App(store, pool=pool)
    again.start(None)
    assert again.reader.path == app.reader.path
    again.window.close()


def test_where_the_last_file_is_gone_the_built_in_report_is_opened(
    app: App, store: QSettings, pool: TypesetterPool
) -> None:
    assert app.reader.path is not None
    app.reader.path.unlink()
    again = App(store, pool=pool)
    again.start(None)
    assert again.reader.path == BUILT_IN_REPORT
    assert "report.txt" in again.window.status.currentMessage()
    again.window.close()
