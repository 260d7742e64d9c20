"""Files and folders dropped on the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.app import App
from gaohang_viewer.app.file_drop import DroppedFiles
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, pool: TypesetterPool) -> Iterator[App]:
    made = App(store, pool=pool)
    made.start(None)
    yield made
    made.window.close()


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"报告{number}.md" for number in range(3)]
    for path in paths:
        path.write_text("# 一、甲\n\n文\n\n# 二、乙\n\n文\n", "utf-8")
    return paths


def data_of(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(app: App, *paths: Path) -> None:
    data = data_of(*paths)  # of which the event keeps no reference
    app.window.dropEvent(QDropEvent(QPointF(9, 9), COPY, data, LEFT, NONE))


def test_what_will_happen_is_shown_while_files_hover(app: App, reports: list[Path]) -> None:
    window, data = app.window, data_of(reports[0])
    window.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NONE))
    hint = window.findChild(QLabel, "drop-hint")
    assert hint is not None
    assert hint.isVisible()
    assert hint.text() == "Open “报告0.md”"
    assert window.rect().contains(hint.geometry())
    window.dragLeaveEvent(QDragLeaveEvent())
    assert not hint.isVisible()


def test_each_kind_of_drop_says_what_it_does(reports: list[Path], tmp_path: Path) -> None:
    assert DroppedFiles.of(data_of(*reports)).what_happens().startswith("Open 3 reports")
    assert "library" in DroppedFiles.of(data_of(tmp_path)).what_happens()
    assert DroppedFiles.of(data_of(tmp_path, reports[1])).reports == (str(reports[1]),)
    assert not DroppedFiles.of(QMimeData())


def test_several_files_open_in_a_window_each(
    app: App, reports: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("gaohang_viewer.app.report_opener.open_in_new_window", opened.append)
    drop(app, *reports)
    assert app.reader.path == reports[0]
    assert opened == [str(path) for path in reports[1:]]


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_a_folder_is_offered_as_the_library(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton
) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answer)
    drop(app, tmp_path)
    agreed = answer == QMessageBox.StandardButton.Yes
    assert (app.memory.library == str(tmp_path)) is agreed
    assert (app.window.page is not None) is agreed
