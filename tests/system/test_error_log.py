"""What nobody caught: it is logged and told, without text of documents, and the program goes on."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gaohang_viewer.system.error_dialog import ErrorDialog, ErrorNotifier
from gaohang_viewer.system.error_log import ErrorLog, ErrorRecord, state_folder
from tests.tools import driven

WORDS = "机密文字"
EVERYWHERE = f"""
import threading
from PySide6.QtCore import QEvent, QTimer, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from gaohang_viewer.system.error_dialog import ErrorDialog

class Clumsy(QWidget):
    painted = 0
    def paintEvent(self, event):
        painter = QPainter(self)
        painter.drawLine(0, 0, 9, 9)
        self.painted += 1
        raise KeyError("{WORDS}")

def press(window, key):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.postEvent(window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

def dialogs():
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, ErrorDialog)]

def steps(app):
    show = app.presenting
    app.present(None)
    yield lambda: show.deck.pages
    def clumsy(*_):
        raise ValueError("{WORDS}")
    show.windows.running.changed.connect(clumsy)
    show.windows.audience.wheelEvent = clumsy
    QTimer.singleShot(0, lambda: open("/no/such/{WORDS}"))
    thread = threading.Thread(target=clumsy, name="{WORDS}")
    thread.start()
    thread.join()
    before = show.windows.running.state.page
    original = show.windows.audience._input.handle_key
    def once(event):
        show.windows.audience._input.handle_key = original
        clumsy()
    show.windows.audience._input.handle_key = once
    press(show.windows.audience, Qt.Key.Key_PageDown)
    press(show.windows.audience, Qt.Key.Key_PageDown)
    yield lambda: show.windows.running.state.page == before + 1
    window = Clumsy()
    window.show()
    yield lambda: window.painted
    window.update()
    yield lambda: window.painted > 1
    window.hide()
    print("during the show", len(dialogs()))
    show.windows.running.end()
    yield lambda: dialogs()
    print("after the show", len(dialogs()), dialogs()[0].isModal())
    print(dialogs()[0].report.toPlainText())
    dialogs()[0].close()
    yield 20
    print("closed", len(dialogs()))
    app.window.close()
"""


def test_wherever_something_fails_the_show_goes_on_and_it_is_told_afterwards(tmp_path: Path) -> None:
    code, out, complaints = driven.run(tmp_path, EVERYWHERE)
    assert code == 0
    assert "during the show 0" in out
    assert "after the show 1 False" in out
    assert "closed 0" in out
    assert "ValueError" in out
    assert "FileNotFoundError 2: No such file" in out
    assert "times:\nKeyError" in out  # the one from painting
    assert not [line for line in complaints if "endPaint" in line or "QPainter" in line]
    log = (tmp_path / "state" / "gaohang-viewer" / "log.txt").read_text("utf-8")
    assert log.count("KeyError") == 1
    for text in (out, log):
        assert WORDS not in text
        assert str(Path(__file__).parents[2]) not in text


CRASH = """
import faulthandler
def steps(app):
    yield 50
    faulthandler._sigabrt()
"""
AFTERWARDS = """
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication
from gaohang_viewer.system.error_dialog import ErrorDialog
def steps(app):
    yield 200
    for each in QApplication.topLevelWidgets():
        if isinstance(each, ErrorDialog):
            print("told:", each.report.toPlainText())
    print(app.window.statusBar().currentMessage())
    qWarning("something is odd")
    app.window.close()
"""


def test_the_start_after_a_crash_tells_of_it_once_and_damaged_settings_are_told_too(tmp_path: Path) -> None:
    code, _, _ = driven.run(tmp_path, CRASH)
    assert code != 0
    code, out, _ = driven.run(tmp_path, AFTERWARDS)
    assert code == 0
    assert "told:" in out
    assert "Fatal Python error: Aborted" in out
    assert "gaohang_viewer/app/startup.py" in out
    assert str(Path(__file__).parents[2]) not in out
    settings = tmp_path / "config" / "Gaohang Viewer" / "gaohang-viewer.ini"
    settings.write_bytes(b"\0damage")
    code, out, complaints = driven.run(tmp_path, AFTERWARDS)
    assert (code, complaints) == (0, ["something is odd"])
    assert out.startswith("“gaohang-viewer.ini” was damaged")
    assert settings.with_name("gaohang-viewer.ini.damaged").read_bytes() == b"\0damage"
    log = (tmp_path / "state" / "gaohang-viewer" / "log.txt").read_text("utf-8")
    assert "Fatal Python error" in log
    assert log.count("something is odd") == 2


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ErrorLog]:
    made = ErrorLog(tmp_path / "state")
    yield made
    made.close()


def test_a_report_holds_types_and_places_and_no_text(log: ErrorLog) -> None:
    def fail(error: Exception) -> str:
        try:
            try:
                int(WORDS)
            except ValueError as cause:
                raise error from cause
        except Exception as caught:  # noqa: BLE001 - whatever it is
            return log.log(caught).trace
        return ""

    for error in (
        RuntimeError(WORDS),
        OSError(28, WORDS, WORDS),
        ImportError(WORDS, name=WORDS),
        AttributeError(WORDS, name="width"),
        UnicodeEncodeError("ascii", WORDS, 0, 1, WORDS),
    ):
        trace = fail(error)
        assert type(error).__name__ in trace
        assert "because of ValueError" in trace
        assert "test_error_log.py" in trace
        assert WORDS not in trace
    assert "28: No space" in fail(OSError(28, WORDS))
    assert "AttributeError: width" in fail(AttributeError(WORDS, name="width"))


def test_logs_rotate_and_what_repeats_is_written_seldom(log: ErrorLog) -> None:
    for _ in range(200):
        log.log(ValueError())
    folder = log.folder
    assert (folder / "log.txt").read_text("utf-8").count("ValueError") == 3
    for number in range(40):
        log._write("ERROR", f"{number} " + "x" * 30_000)
    assert sorted(file.name for file in folder.iterdir()) == ["log.txt", "log.txt.1", "log.txt.2"]
    assert sum(file.stat().st_size for file in folder.iterdir()) < 800_000


def test_a_state_folder_that_cannot_be_made_costs_nothing_but_the_log(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    log = ErrorLog(tmp_path / "file" / "state")
    hooks = sys.excepthook
    log.install()
    log.log(ValueError())
    log.close()
    assert sys.excepthook is hooks


def test_faults_are_told_in_one_dialog_that_takes_no_focus(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    on = [True]
    notifier = ErrorNotifier(tmp_path, lambda: window, lambda: on[0])
    notifier.notify(ErrorRecord("A"))
    assert notifier.dialog is None  # a show runs
    on.clear()
    on.append(False)
    notifier.show_pending()
    dialog = notifier.dialog
    assert dialog is not None
    notifier.notify(ErrorRecord("A", 2))
    notifier.notify(ErrorRecord("B", 1))
    assert notifier.dialog is dialog
    assert len(window.findChildren(ErrorDialog)) == 1
    assert QGuiApplication.focusWindow() is not dialog.windowHandle()
    assert "(3)" in dialog.findChildren(QLabel)[0].text()
    assert "2 times:\nA\n\nonce:\nB" in dialog.report.toPlainText()
    copy = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Copy error report")
    copy.click()
    assert "Qt " in QGuiApplication.clipboard().text()
    dialog.reject()
    notifier.notify(ErrorRecord("C"))
    assert notifier.dialog is not dialog
    (dialog,) = [each for each in window.findChildren(ErrorDialog) if each.isVisible()]
    assert "A" not in dialog.report.toPlainText().splitlines()


def test_what_was_closed_is_not_told_again_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    notifier = ErrorNotifier(tmp_path, lambda: window, lambda: False)
    notifier.notify(ErrorRecord("A"))
    assert notifier.dialog is not None
    notifier.dialog.reject()
    notifier.notify(ErrorRecord("A", 2))
    assert notifier.dialog is None
    notifier.notify(ErrorRecord("B"))
    assert "A" not in notifier.dialog.report.toPlainText().split("\n")
    notifier.dialog.reject()


def test_a_warning_of_qt_does_no_harm_when_the_terminal_is_gone(
    log: ErrorLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(5, "Input/output error")

    log.install()
    monkeypatch.setattr(sys, "stderr", Gone())
    QObject().startTimer(-5)
    log.close()
    text = (log.folder / "log.txt").read_text("utf-8")
    assert "negative" in text
    assert "OSError" not in text


def test_a_state_folder_is_absolute_and_needs_no_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for said, folder in (
        (str(tmp_path), tmp_path),
        ("here", Path.home() / ".local/state"),
        ("", Path.home() / ".local/state"),
    ):
        monkeypatch.setenv("XDG_STATE_HOME", said)
        assert state_folder() == folder / "gaohang-viewer"

    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nobody)
    nowhere = ErrorLog()
    nowhere.install()
    nowhere.log(ValueError())
    nowhere.close()
    assert not nowhere.folder.exists()
