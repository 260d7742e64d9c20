"""Choosing sections, and bringing them to paper."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from gaohang_viewer.printing.background_job import PrintJob, to_file
from gaohang_viewer.printing.controller import PrintingController
from gaohang_viewer.printing.paper_dialog import PaperDialog
from gaohang_viewer.printing.several_forms_dialog import SeveralForms
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.resources import resource
from gaohang_viewer.storage.memory import Memory
from gaohang_viewer.storage.settings import Settings
from gaohang_viewer.typeset.engine.job import ARCHIVAL, Job, TypesetError
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import Form, plain
from gaohang_viewer.typeset.slides.deck import deck
from gaohang_viewer.typeset.slides.deck_job import slides_job
from gaohang_viewer.typeset.slides.deck_options import PLAIN
from gaohang_viewer.ui.theme import load_theme

REPORT = Report(
    "题目", sections=tuple(Section(1, f"{n}、", f"第{n}节", 1, "正文。\n\n" * 30) for n in "一二三")
)


@pytest.fixture
def controller(qtbot: QtBot, store: QSettings, pool: TypesetterPool) -> Iterator[PrintingController]:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = PrintingController(
        window,
        Settings(store),
        Memory(store),
        threading.Lock(),
        pool,
        deck=lambda: PLAIN,
        theme=lambda: load_theme("light"),
    )
    made.set_report(REPORT)
    yield made
    made.close()


def opened(controller: PrintingController, section: int = -1) -> PaperDialog:
    controller.open(section)
    assert controller.dialog is not None
    return controller.dialog


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


def test_chosen_sections_become_a_file(controller: PrintingController, save_as: Path, qtbot: QtBot) -> None:
    dialog = opened(controller, 1)
    with qtbot.waitSignal(controller.delivered, timeout=20000):
        dialog.export.click()
    assert "第二节" in text_of(save_as)
    assert "第一节" not in text_of(save_as)


def test_slides_become_a_file(controller: PrintingController, save_as: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(controller.delivered, timeout=20000):
        controller.export_slides(
            lambda: slides_job(
                REPORT, deck(REPORT, HeadlineBreaker.load(resource("headlines"))), standards=ARCHIVAL
            )
        )
    assert "第三节" in text_of(save_as)


def test_without_a_choice_there_is_nothing_to_print(controller: PrintingController, qtbot: QtBot) -> None:
    dialog = opened(controller)
    dialog.sections.choose("none")
    qtbot.waitUntil(lambda: not dialog.export.isEnabled())
    assert not dialog.print.isEnabled()
    dialog.sections.choose("all")
    qtbot.waitUntil(dialog.export.isEnabled)


@pytest.fixture
def written(controller: PrintingController, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The files that were written, in the folder that the user chose for several."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    found: list[str] = []
    controller.delivered.connect(found.append)
    return found


def test_one_file_for_each_chapter(controller: PrintingController, qtbot: QtBot, written: list[str]) -> None:
    opened(controller).export_requested.emit("chapters")
    qtbot.waitUntil(lambda: len(written) == 3, timeout=30000)
    assert [Path(path).name for path in written] == [f"题目 {n}、第{n}节.pdf" for n in "一二三"]
    assert "第二节" in text_of(Path(written[1]))
    assert "第三节" not in text_of(Path(written[1]))


def test_each_of_several_files_has_the_differences_too(
    controller: PrintingController, qtbot: QtBot, written: list[str]
) -> None:
    dialog = opened(controller)
    dialog.panel.set_older(("older.md", lambda: Report("题目", sections=REPORT.sections[:2])))
    dialog.export_requested.emit("chapters")
    qtbot.waitUntil(lambda: len(written) == 3, timeout=30000)
    assert "新增" in text_of(Path(written[0]))


def test_whatever_goes_wrong_the_next_job_is_done(
    controller: PrintingController, save_as: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: told.append(text))
    dialog = opened(controller)

    def unreadable() -> Report:
        raise ValueError("“older.md” cannot be read.")

    dialog.panel.set_older(("older.md", unreadable))
    dialog.export.click()
    qtbot.waitUntil(lambda: bool(told), timeout=20000)
    assert "“older.md” cannot be read." in told[0]
    dialog.panel.set_older(None)
    with qtbot.waitSignal(controller.delivered, timeout=20000):
        dialog.export.click()
    assert "第二节" in text_of(save_as)


def test_several_forms_at_once_with_their_own_options(
    controller: PrintingController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, written: list[str]
) -> None:
    def ask(asked: SeveralForms) -> SeveralForms.DialogCode:
        for row in range(asked.list.count()):
            item = asked.list.item(row)
            wanted = item.data(Qt.ItemDataRole.UserRole) in (Form.OFFICIAL, Form.HANDOUT6)
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        return SeveralForms.DialogCode.Accepted

    monkeypatch.setattr(SeveralForms, "exec", ask)
    dialog = opened(controller)
    dialog.apply(plain(Form.OFFICIAL)._replace(issuer="某某局"))
    dialog.export_requested.emit("forms")
    qtbot.waitUntil(lambda: len(written) == 2, timeout=30000)
    assert "某某局" in text_of(Path(written[0]))
    assert "第三节" in text_of(Path(written[1]))


def test_cancelling_one_of_several_ends_them_all(
    controller: PrintingController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    opened(controller).export_requested.emit("chapters")
    assert controller.exports.is_busy
    controller.exports.cancel()
    qtbot.waitUntil(lambda: not controller.exports.is_busy, timeout=20000)
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(
    controller: PrintingController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: told.append(text))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "x.pdf"), ""))
    opened(controller).export.click()
    qtbot.waitUntil(lambda: bool(told), timeout=20000)
    assert "x.pdf" in told[0]
    assert not list(tmp_path.glob("**/*.tmp"))


def test_cancelling_leaves_the_old_file(qtbot: QtBot, tmp_path: Path, pool: TypesetterPool) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")
    task = PrintJob(lambda: paper_job(REPORT), to_file(out), pool)
    with qtbot.waitSignal(task.cancelled, timeout=20000):
        task.start()
        task.cancel()
    task.wait()
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]
    assert out.read_bytes() == b"old"


def test_what_typst_refuses_is_told(qtbot: QtBot, tmp_path: Path, pool: TypesetterPool) -> None:
    task = PrintJob(lambda: Job("reading.typ", {"no": "data"}), to_file(tmp_path / "x.pdf"), pool)
    with qtbot.waitSignal(task.failed, timeout=20000) as failed:
        task.start()
    task.wait()
    assert isinstance(failed.args[0], TypesetError)
    assert not (tmp_path / "x.pdf").exists()
