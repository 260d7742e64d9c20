"""Large files are read in a thread: the beginning first, then the whole; it can be stopped."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QSettings, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gaohang_viewer.app import startup
from gaohang_viewer.app.app import App
from gaohang_viewer.report.model import ProblemKind
from gaohang_viewer.session.background_reader import SMALL
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.translation import install_language
from tests.loading.pdf.made import PARAGRAPH, typeset

PART = "一、甲甲\n这是正文，有一定的长度，以句号结束。\n二、乙乙\n这是正文，有一定的长度，以句号结束。\n"


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.txt"
    path.write_text("报告\n各位代表：\n" + PART * (SMALL * 4 // len(PART.encode())), "utf-8")
    return path


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, pool: TypesetterPool) -> Iterator[App]:
    made = App(store, pool=pool)
    made.start(None)
    yield made
    made.window.close()
    made.files.background_reader.wait()
    install_language("en")


def test_the_beginning_is_shown_at_once_and_the_whole_follows(app: App, qtbot: QtBot, large: Path) -> None:
    assert app.open(large)
    assert app.files.background_reader.busy
    beginning = len(app.reader.report.sections)
    assert app.reader.path == large
    app.reader.go(5)
    qtbot.waitUntil(lambda: not app.files.background_reader.busy, timeout=20_000)
    assert len(app.reader.report.sections) > beginning * 3
    assert app.reader.position.section == 5


def test_a_pdf_is_opened(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(typeset(f"一、甲甲\n\n{PARAGRAPH}\n\n二、乙乙\n\n{PARAGRAPH}"))
    app.open(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: app.reader.path == tmp_path / "a.pdf", timeout=20_000)
    assert [section.headline for section in app.reader.report.sections] == ["一、甲甲", "二、乙乙"]


def test_reading_a_pdf_can_be_stopped(app: App, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(typeset(f"一、甲甲\n\n{PARAGRAPH * 2000}"))
    app.files.background_reader.cancel()
    app.open(tmp_path / "a.pdf")
    thread = app.files.background_reader._thread
    app.files.background_reader.cancel()
    if thread is not None:
        thread.join(20)
        assert not thread.is_alive()
    assert not app.files.background_reader.busy


def test_reading_can_be_stopped(app: App, qtbot: QtBot, large: Path) -> None:
    app.open(large)
    shown = app.reader.report.sections
    app.window.status.show_progress("Reading", 0.3)
    assert app.window.status._progress is not None
    app.window.status._progress.cancelled.emit()
    assert not app.files.background_reader.busy
    assert not app.window.status._progress.isVisible()
    qtbot.wait(300)
    assert app.reader.report.sections == shown
    assert [problem.kind for problem in app.reader.report.problems] == [ProblemKind.NOT_READ]


def test_edits_of_the_beginning_are_edits_of_the_whole(app: App, qtbot: QtBot, large: Path) -> None:
    app.open(large)
    app.reader.go(1)
    app.window.actions_by_id["demote"].trigger()
    qtbot.waitUntil(lambda: not app.files.background_reader.busy, timeout=20_000)
    assert [section.level for section in app.reader.report.sections[:3]] == [1, 2, 1]
    app.open(large)
    qtbot.waitUntil(lambda: not app.files.background_reader.busy, timeout=20_000)
    assert [section.level for section in app.reader.report.sections[:3]] == [1, 2, 1]
    app.window.actions_by_id["undo"].trigger()
    assert [section.level for section in app.reader.report.sections[:3]] == [1, 1, 1]


@pytest.fixture
def left(app: App, large: Path) -> int:
    """A section of the large file, far behind its beginning, where it was left."""
    app.memory.remember_position(large, 1500, None)
    return 1500


def place_kept(app: App, path: Path) -> int:
    place = app.memory.position(path)
    assert place is not None
    return place[0]


@pytest.mark.usefixtures("rest")
def test_who_leaves_before_the_whole_is_there_comes_back_to_his_place(
    app: App, large: Path, left: int
) -> None:
    app.open(large)
    assert len(app.reader.report.sections) <= left
    app.window.close()
    assert place_kept(app, large) == left


def test_another_file_opened_before_the_whole_is_there_leaves_the_place_as_it_was(
    app: App, large: Path, left: int, rest: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "warning", lambda *_: None)
    app.open(large)
    (large.parent / "empty.txt").write_bytes(b"")
    rest.set()
    app.open(large.parent / "empty.txt")  # fails: the beginning stays
    (large.parent / "small.txt").write_text("小报告\n各位代表：\n" + PART, "utf-8")
    app.open(large.parent / "small.txt")
    assert app.reader.report.title == "小报告"
    assert place_kept(app, large) == left


def test_a_place_that_the_reader_went_to_in_a_beginning_is_kept(
    app: App, large: Path, left: int, rest: Event
) -> None:
    app.open(large)
    app.files.background_reader.cancel()
    app.reader.go(3)
    app.window.close()
    rest.set()
    assert place_kept(app, large) == 3 != left


def test_what_waited_for_a_report_is_not_done_in_another(
    app: App, large: Path, rest: Event, tmp_path: Path
) -> None:
    done: list[Path | None] = []
    app.open(large)
    app.files.when_read(lambda: done.append(app.reader.path))
    app.files.background_reader.cancel()
    rest.set()
    (tmp_path / "small.txt").write_text("小报告\n各位代表：\n" + PART, "utf-8")
    app.open(tmp_path / "small.txt")
    assert done == []
    app.files.when_read(lambda: done.append(app.reader.path))
    assert done == [tmp_path / "small.txt"]


def test_another_file_takes_the_place_of_the_one_being_read(
    app: App, qtbot: QtBot, large: Path, tmp_path: Path
) -> None:
    small = tmp_path / "small.txt"
    small.write_text("小报告\n各位代表：\n" + PART, "utf-8")
    app.open(large)
    app.open(small)
    qtbot.wait(300)
    assert app.reader.path == small
    assert len(app.reader.report.sections) == 2


def test_a_large_file_that_is_no_report_is_told(
    app: App, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: said.append(text))
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04" + b"\0" * 100_000)
    app.open(tmp_path / "x.zip")
    qtbot.waitUntil(lambda: bool(said), timeout=5000)
    assert "x.zip" in said[0]


def test_an_encoding_can_be_chosen_and_is_remembered(app: App, tmp_path: Path) -> None:
    file = tmp_path / "big5.txt"
    file.write_bytes(("一、工作回顧\n" + "這是正文。" * 20).encode("big5"))
    app.open(file)
    assert app.outline_editor.draft.encoding == "big5-hkscs"
    app.files.read_again(encoding="gb18030")
    assert app.outline_editor.draft.encoding == "gb18030"
    app.open(file)
    assert app.files.encodings() == ("gb18030", "gb18030")
    app.files.read_again(encoding="")
    assert app.files.encodings() == ("", "big5-hkscs")


def test_copied_text_is_opened_as_a_report(app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "data"))
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("某镇工作报告\n各位代表：\n" + PART)
    app.window.actions_by_id["paste"].trigger()
    assert app.reader.report.title == "某镇工作报告"
    assert app.reader.path == tmp_path / "data" / "copied" / "某镇工作报告.txt"
    page = QMimeData()
    page.setText("甲")
    page.setHtml(
        "<html><body><h1>乙</h1><p>"
        + "正文，很长的正文。" * 20
        + "</p><h2>丙丙</h2><p>文字。</p></body></html>"
    )
    clipboard.setMimeData(page)
    app.window.actions_by_id["paste"].trigger()
    assert app.outline_editor.draft.kind == "web"
    clipboard.clear()
    app.window.actions_by_id["paste"].trigger()
    assert "holds no text" in app.window.statusBar().currentMessage()


def test_garbage_is_not_collected_while_a_large_file_is_read(
    app: App, qtbot: QtBot, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gc.freeze", lambda: None)
    app.open(large)
    startup._resume_garbage_collection(app.files.background_reader)
    assert not gc.isenabled()
    qtbot.waitUntil(lambda: not app.files.background_reader.busy, timeout=20_000)
    assert gc.isenabled()
