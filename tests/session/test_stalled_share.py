"""A disk or a share that does not answer, as seen from the window: it stays alive."""

from __future__ import annotations

import io
import os
import pathlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.app import App
from gaohang_viewer.resources import BUILT_IN_REPORT
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.translation import install_language

TEXT = "报告\n各位代表：\n一、甲甲\n正文一，很长的一段。\n二、丁丁\n正文二，很长的一段。\n"


class Share:
    """A folder that does not answer while `answers` is not set, and who waited for it in vain."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answers = threading.Event()
        self.answers.set()
        self.held_up: list[str] = []

    def slow(self, usual: Callable[..., Any]) -> Callable[..., Any]:
        """The same call; in the window's thread it does not wait, but is written down."""

        def call(path: Any, *arguments: Any, **more: Any) -> Any:
            of_it = not isinstance(path, int) and str(os.fspath(path)).startswith(str(self.folder))
            if of_it and not self.answers.is_set():
                if threading.current_thread() is threading.main_thread():
                    self.held_up.append(f"{usual.__name__} {path}")
                elif not self.answers.wait(20):
                    raise OSError("the test forgot to let it answer")
            return usual(path, *arguments, **more)

        return call


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Share]:
    made = Share(tmp_path / "share")
    made.folder.mkdir()
    for module, name in ((os, "stat"), (os, "lstat"), (os, "scandir"), (os, "listdir"), (io, "open")):
        monkeypatch.setattr(module, name, made.slow(getattr(module, name)))
    accessor = getattr(pathlib, "_NormalAccessor", None)  # of Python 3.10, which holds on to the calls
    for name in ("stat", "scandir", "listdir", "open") if accessor else ():
        monkeypatch.setattr(accessor, name, staticmethod(made.slow(getattr(accessor, name))))
    yield made
    made.answers.set()


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, share: Share, pool: TypesetterPool) -> Iterator[App]:
    made = App(store, pool=pool)
    made.start(None)
    yield made
    share.answers.set()
    made.window.close()
    install_language("en")


@pytest.fixture
def report(share: Share) -> Path:
    path = share.folder / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_share_that_stalls_shows_progress_and_the_report_when_it_answers(
    app: App, qtbot: QtBot, share: Share, report: Path
) -> None:
    share.answers.clear()
    assert app.open(report)
    assert app.reader.path == BUILT_IN_REPORT
    assert app.files.background_reader.busy
    qtbot.waitUntil(
        lambda: app.window.status._progress is not None and app.window.status._progress.isVisible()
    )
    assert share.held_up == []
    share.answers.set()
    qtbot.waitUntil(lambda: app.reader.path == report)
    assert not app.files.background_reader.busy
    assert not app.window.status._progress.isVisible()


def test_a_large_file_that_comes_late_shows_its_beginning_and_then_all(
    app: App, qtbot: QtBot, share: Share
) -> None:
    large = share.folder / "large.txt"
    large.write_text("报告\n各位代表：\n" + TEXT.split("：\n")[1] * 6000, "utf-8")
    share.answers.clear()
    app.open(large)
    assert app.reader.path == BUILT_IN_REPORT
    with qtbot.waitSignals([app.reader.opened, app.reader.opened], timeout=20_000):
        share.answers.set()
    assert app.reader.path == large
    qtbot.waitUntil(lambda: not app.files.background_reader.busy)
    assert len(app.reader.report.sections) == 12_000
    assert share.held_up == []


def test_who_does_not_want_to_wait_for_a_share_goes_on(
    app: App, qtbot: QtBot, share: Share, report: Path, tmp_path: Path
) -> None:
    share.answers.clear()
    app.open(report)
    app.files.background_reader.cancel()
    assert not app.files.background_reader.busy
    other = tmp_path / "other.txt"
    other.write_text(TEXT, "utf-8")
    app.open(other)
    assert app.reader.path == other
    share.answers.set()
    qtbot.wait(50)
    assert app.reader.path == other


def test_a_file_that_is_gone_when_its_share_answers_is_told(
    app: App, qtbot: QtBot, share: Share, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: said.append(text))
    share.answers.clear()
    app.open(report)
    report.unlink()
    share.answers.set()
    qtbot.waitUntil(lambda: bool(said))
    assert "report.txt" in said[0]
    assert app.reader.path == BUILT_IN_REPORT


def test_nothing_but_opening_waits_for_the_share_of_the_open_report(
    app: App, qtbot: QtBot, share: Share, report: Path
) -> None:
    app.open(report)
    assert app.reader.path == report
    app.settings.set("slides_logo", str(share.folder / "logo.png"))
    report.write_text(TEXT.replace("甲甲", "改改"), "utf-8")  # is looked for, and does not answer
    share.answers.clear()
    qtbot.wait(700)
    app.menus.make()
    for name in ("recent", "bookmarks", "encoding", "slides-look"):
        app.window.submenus[name].aboutToShow.emit()
    app.reader.go(1)
    app.bookmarks.toggle()
    app.outline_editor.edit_sections("down", [app.reader.position.section])
    app.files.remember_position()
    assert app.opener.folder
    app.present(None)
    app.presenting.windows.running.end()
    app.slides.toggle()
    app.slides.toggle()
    assert share.held_up == []
    share.answers.set()
    qtbot.waitUntil(lambda: "改改" in app.reader.report.sections[0].headline, timeout=5000)
    app.window.close()


def test_a_library_on_a_share_that_stalls_does_not_hold_up_the_window(
    app: App, qtbot: QtBot, share: Share, report: Path
) -> None:
    desk = app.library.controller
    desk.open(share.folder)
    assert desk.service is not None
    qtbot.waitUntil(lambda: bool(desk._watcher.directories()), timeout=10_000)
    share.answers.clear()
    app.library.toggle(0)
    app.library.toggle(1)
    desk.update()
    qtbot.wait(50)
    assert share.held_up == []
    share.answers.set()
