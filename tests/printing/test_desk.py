"""Choosing sections, and bringing them to paper."""

from __future__ import annotations

import threading
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from gaohang_viewer.printing.desk import PrintingDesk
from gaohang_viewer.printing.task import Task, to_file
from gaohang_viewer.report.choice import Choice
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.resources import resource
from gaohang_viewer.settings import Memory, Settings
from gaohang_viewer.typeset.compiler import ARCHIVAL, Job, TypesetError
from gaohang_viewer.typeset.deck import deck
from gaohang_viewer.typeset.deck_job import slides_job
from gaohang_viewer.typeset.headlines import HeadlineBreaker
from gaohang_viewer.typeset.paper import paper_job

REPORT = Report(
    "题目", sections=tuple(Section(1, f"{n}、", f"第{n}节", 1, "正文。\n\n" * 30) for n in "一二三")
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> PrintingDesk:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = QMainWindow()
    qtbot.addWidget(window)
    made = PrintingDesk(window, Settings(store), Memory(store), threading.Lock())
    made.report_is(REPORT, None, Choice(REPORT.outline))
    return made


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that the user names in the dialog."""
    path = tmp_path / "out.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_chosen_sections_become_a_file(desk: PrintingDesk, save_as: Path, qtbot: QtBot) -> None:
    choice = Choice(REPORT.outline, {1})
    desk.report_is(REPORT, None, choice)
    with qtbot.waitSignal(desk.delivered, timeout=20000):
        desk.export_reading()
    assert "第二节" in text_of(save_as)
    assert "第一节" not in text_of(save_as)


def test_slides_become_a_file(desk: PrintingDesk, save_as: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.delivered, timeout=20000):
        desk.export_slides(
            lambda: slides_job(
                REPORT, deck(REPORT, HeadlineBreaker.load(resource("headlines"))), standards=ARCHIVAL
            )
        )
    assert "第三节" in text_of(save_as)


def test_without_a_choice_there_is_nothing_to_print(desk: PrintingDesk) -> None:
    choice = Choice(REPORT.outline, ())
    desk.report_is(REPORT, None, choice)
    desk.choose(on=True)
    export = desk.bar.findChild(QPushButton, "primary")
    assert export is not None
    assert not export.isEnabled()
    desk.bar.hide()
    desk.export_reading()  # by its key: leads to choosing, not to an empty document
    assert not desk.bar.isHidden()
    choice.all()
    desk.choice_changed()
    assert export.isEnabled()


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(
    desk: PrintingDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: told.append(text))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "x.pdf"), ""))
    desk.export_reading()
    qtbot.waitUntil(lambda: bool(told), timeout=20000)
    assert "x.pdf" in told[0]
    assert not list(tmp_path.glob("**/*.tmp"))


def test_cancelling_leaves_the_old_file(qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")
    task = Task(lambda: paper_job(REPORT), to_file(out))
    with qtbot.waitSignal(task.cancelled, timeout=20000):
        task.start()
        task.cancel()
    task.wait()
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]
    assert out.read_bytes() == b"old"


def test_what_typst_refuses_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    task = Task(lambda: Job("reading.typ", {"no": "data"}), to_file(tmp_path / "x.pdf"))
    with qtbot.waitSignal(task.failed, timeout=20000) as failed:
        task.start()
    task.wait()
    assert isinstance(failed.args[0], TypesetError)
    assert not (tmp_path / "x.pdf").exists()
