"""The window in which a report is made ready for paper."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QInputDialog, QPushButton
from pytestqt.qtbot import QtBot

from gaohang_viewer.printing import paper_dialog as dialogs
from gaohang_viewer.printing.paper_dialog import PaperDialog
from gaohang_viewer.printing.preset_menu import PresetMenu
from gaohang_viewer.printing.presets import BUILT_IN, PaperPreferences
from gaohang_viewer.printing.preview import Preview
from gaohang_viewer.printing.preview_worker import PreviewWorker
from gaohang_viewer.printing.sections_model import SectionsModel
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.section_selection import Choice
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Job
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.typeset.engine.worker_process import Cancelled
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import Form, PaperOptions, plain
from gaohang_viewer.typeset.slides.deck_options import PLAIN
from gaohang_viewer.ui.theme import load_theme

REPORT = Report(
    "题目",
    sections=(
        Section(1, "一、", "甲", 1, "甲的正文。"),
        Section(2, "（一）", "乙", 1, "乙的正文。" * 600),
        Section(1, "二、", "丙", 1, "丙的正文，一个\U000f0000字。"),
    ),
)


@pytest.fixture
def dialog(qtbot: QtBot, pool: TypesetterPool) -> Iterator[PaperDialog]:
    made = PaperDialog(
        REPORT,
        Choice(REPORT.outline),
        PaperPreferences(),
        deck=PLAIN,
        theme=load_theme("light"),
        pdfium=threading.Lock(),
        worker=PreviewWorker(pool),
    )
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.resize(1240, 760)
    made.show()
    yield made
    made.close()


def settled(dialog: PaperDialog, qtbot: QtBot) -> bytes:
    """The pages that are shown once nothing is under way."""
    qtbot.waitUntil(lambda: dialog.pages is not None and not dialog._change_timer.isActive(), timeout=20000)
    assert dialog.pages is not None
    return dialog.pages.pdf


def press(preview: Preview, key: Qt.Key) -> None:
    QTest.keyClick(preview, key)


def compiled(options: PaperOptions) -> bytes:
    return compile_job(paper_job(REPORT, None, options)).pdf


def test_what_is_shown_are_the_very_bytes_that_are_exported(dialog: PaperDialog, qtbot: QtBot) -> None:
    for options in (plain(Form.READING), plain(Form.OFFICIAL)._replace(watermark="征求意见稿")):
        dialog.apply(options)
        assert settled(dialog, qtbot) == compiled(options)


def test_ticks_change_the_pages_and_the_count(dialog: PaperDialog, qtbot: QtBot) -> None:
    whole = settled(dialog, qtbot)
    dialog.sections.setData(dialog.sections.index(0, 0), None, Qt.ItemDataRole.CheckStateRole)
    assert dialog.chosen_sections == frozenset({2})
    assert settled(dialog, qtbot) != whole
    assert dialog.sections_pane._count.text() == "1 of 3 selected"


def test_no_option_is_cut_off(dialog: PaperDialog) -> None:
    dialog.splitter.setSizes([400, 2000, 10])  # as narrow as it goes
    for form in Form:
        dialog.apply(plain(form))
        panel = dialog.panel
        for field in (*panel.ticks.values(), panel.compare, *panel.texts.values(), panel.last):
            if field.isVisible():
                assert field.width() >= field.minimumSizeHint().width()
                right = field.mapTo(dialog, field.rect().topRight()).x()
                assert right < dialog.width()


def test_each_form_shows_its_own_options(dialog: PaperDialog) -> None:
    dialog.apply(plain(Form.OFFICIAL))
    assert dialog.panel.texts["issuer"].isVisible()
    assert not dialog.panel.ticks["spare_ink"].isVisible()
    dialog.forms.setCurrentRow(dialog.forms.count() - 1)
    assert dialog.options.form is Form.SCRIPT
    assert dialog.panel.ticks["spare_ink"].isVisible()
    assert not dialog.panel.texts["watermark"].isVisible()


def test_pages_and_sheets_of_paper_are_told(dialog: PaperDialog, qtbot: QtBot) -> None:
    settled(dialog, qtbot)
    count = dialog.preview.count
    assert dialog.pane.page_text == f"Page 1 of {count}"
    assert dialog.pane.status == f"{-(-count // 2)} sheets, double-sided"
    dialog.panel.ticks["two_sided"].click()
    settled(dialog, qtbot)
    assert dialog.pane.status == f"{count} sheets, single-sided"


def test_faces_and_characters_without_one_are_told(dialog: PaperDialog, qtbot: QtBot) -> None:
    dialog.apply(plain(Form.OFFICIAL))
    settled(dialog, qtbot)
    assert len(dialog.panel._typefaces.text().splitlines()) == 5
    assert "仿宋" in dialog.panel._typefaces.text()
    assert dialog.pages is not None
    assert dialog.pages.missing == "\U000f0000"
    assert dialog.panel._missing.isVisible()
    assert "\U000f0000" in dialog.panel._missing.text()
    dialog.sections.choose("only", 0)
    settled(dialog, qtbot)
    assert not dialog.panel._missing.isVisible()


def test_options_are_kept_by_form(dialog: PaperDialog, qtbot: QtBot) -> None:
    kept: list[PaperPreferences] = []
    dialog.preferences_changed.connect(kept.append)
    QTest.keyClicks(dialog.panel.texts["watermark"], "DRAFT")
    dialog.panel.ticks["cover"].click()
    again = PaperPreferences.from_text(kept[-1].to_text())
    assert again.form is Form.READING
    assert again.of(Form.READING).watermark == "DRAFT"
    assert again.of(Form.READING).cover
    assert again.of(Form.OFFICIAL) == plain(Form.OFFICIAL)


@pytest.mark.parametrize(
    "text", ["", "no JSON", "{}", '{"form": "gone", "options": [], "presets": []}', "[]"]
)
def test_what_was_kept_and_makes_no_sense_is_forgotten(text: str) -> None:
    assert PaperPreferences.from_text(text) == PaperPreferences()


def test_presets_are_applied_saved_and_deleted(dialog: PaperDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("每周例会", True))
    menu = next(iter(dialog.findChildren(PresetMenu)))

    def action(text: str) -> QAction:
        menu.fill()
        return next(action for action in menu.actions() if action.text() == text)

    action(str(BUILT_IN[1][0])).trigger()
    assert dialog.options.form is Form.OFFICIAL
    assert dialog.options.watermark == "征求意见稿"
    action("Save as preset…").trigger()
    dialog.apply(plain(Form.HANDOUT4))
    action("每周例会").trigger()
    assert dialog.options.watermark == "征求意见稿"
    menu.deleted.emit("每周例会")
    menu.fill()
    assert "每周例会" not in [action.text() for action in menu.actions()]


def test_a_later_wish_overtakes_an_earlier_one(dialog: PaperDialog, qtbot: QtBot) -> None:
    settled(dialog, qtbot)
    shown: list[bytes] = []
    dialog.worker.ready.connect(lambda pages: shown.append(pages.pdf))
    wishes = [plain(Form.READING)._replace(watermark=text) for text in ("甲", "乙", "丙")]
    for options in wishes:
        dialog.worker.request(lambda options=options: paper_job(REPORT, None, options))  # type: ignore[misc]
    qtbot.waitUntil(lambda: bool(shown), timeout=20000)
    qtbot.wait(300)
    assert shown == [compiled(wishes[-1])]


def test_pages_that_take_long_give_way_to_others(dialog: PaperDialog, qtbot: QtBot) -> None:
    settled(dialog, qtbot)
    endless = Report("长", sections=(Section(1, "", "长", 1, "很长的段落，" * 200_000, 2),))
    dialog.worker.request(lambda: paper_job(endless))
    qtbot.wait(100)
    with qtbot.waitSignal(dialog.worker.ready, timeout=20000) as ready:
        dialog.worker.request(lambda: paper_job(REPORT))
    assert ready.args[0].pdf == compiled(plain(Form.READING))


def test_a_wish_that_fails_does_not_end_the_preview(dialog: PaperDialog, qtbot: QtBot) -> None:
    def broken() -> Job:
        raise KeyError("gone")

    settled(dialog, qtbot)
    with qtbot.waitSignal(dialog.worker.failed, timeout=20000):
        dialog.worker.request(broken)
    with qtbot.waitSignal(dialog.worker.ready, timeout=20000):
        dialog.worker.request(lambda: paper_job(REPORT))


def test_a_wish_whose_process_was_ended_for_another_is_set_anew(dialog: PaperDialog, qtbot: QtBot) -> None:
    settled(dialog, qtbot)

    def unlucky() -> Job:
        if not told:
            told.append(1)
            raise Cancelled
        return paper_job(REPORT)

    told: list[int] = []
    with qtbot.waitSignal(dialog.worker.ready, timeout=20000):
        dialog.worker.request(unlucky)


def test_closing_does_not_wait_for_pages(dialog: PaperDialog, qtbot: QtBot) -> None:
    settled(dialog, qtbot)
    endless = Report("长", sections=(Section(1, "", "长", 1, "很长的段落，" * 200_000, 2),))
    begun = threading.Event()

    def slow() -> Job:
        begun.set()
        time.sleep(0.3)
        return paper_job(endless)

    dialog.worker.request(slow)
    begun.wait(5)
    dialog.worker.close()  # returns, and no process is left
    assert dialog.worker._typesetter._child is None
    assert not dialog.worker._thread.is_alive()


def test_what_differs_from_an_older_report_is_an_annex(dialog: PaperDialog, qtbot: QtBot) -> None:
    before = settled(dialog, qtbot)
    old = REPORT._replace(sections=REPORT.sections[:1])
    dialog.panel.older_requested.connect(lambda: dialog.panel.set_older(("old.docx", lambda: old)))
    dialog.panel.compare.click()
    assert settled(dialog, qtbot) == compiled(plain(Form.READING)._replace(before=old))
    dialog.panel.compare.click()
    assert settled(dialog, qtbot) == before


def test_leaving_the_choice_of_an_older_report_takes_the_tick_back(dialog: PaperDialog) -> None:
    dialog.panel.older_requested.connect(lambda: dialog.panel.set_older(None))
    dialog.panel.compare.click()
    assert not dialog.panel.compare.isChecked()


def test_what_is_very_long_is_not_set_unasked(
    dialog: PaperDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(dialog, qtbot)
    monkeypatch.setattr(dialogs, "_LONGEST", 100)
    dialog.sections.choose("all")
    qtbot.waitUntil(lambda: dialog.preview.count == 0)
    assert dialog.pane.status == "Too long to preview; select fewer sections."
    assert dialog.export.isEnabled()
    dialog.sections.choose("only", 0)
    monkeypatch.setattr(dialogs, "_LONGEST", 10_000)
    settled(dialog, qtbot)
    assert dialog.preview.count > 0


def test_without_sections_there_are_no_pages(dialog: PaperDialog, qtbot: QtBot) -> None:
    settled(dialog, qtbot)
    dialog.sections.choose("none")
    qtbot.waitUntil(lambda: dialog.preview.count == 0)
    assert dialog.pane.status == "No section is selected."
    dialog.sections.choose("all")
    settled(dialog, qtbot)
    assert dialog.preview.count > 0


def test_what_cannot_be_set_is_told(dialog: PaperDialog, qtbot: QtBot) -> None:
    settled(dialog, qtbot)
    dialog.worker.request(lambda: Job("reading.typ", {"title": 5}))
    qtbot.waitUntil(lambda: dialog.pane.status.startswith("The pages could not be created"), timeout=20000)


def test_the_preview_is_moved_and_sized_by_keys(dialog: PaperDialog, qtbot: QtBot) -> None:
    settled(dialog, qtbot)
    preview = dialog.preview
    qtbot.waitUntil(lambda: preview._image(0) is not None, timeout=20000)
    keys = Qt.Key
    press(preview, keys.Key_PageDown)
    assert preview.page == 2
    press(preview, keys.Key_End)
    assert preview.page == preview.count
    before = preview._scale()
    press(preview, keys.Key_Plus)
    assert preview._scale() > before
    assert preview.page == preview.count
    press(preview, keys.Key_0)
    assert preview._scale() == before
    press(preview, keys.Key_Home)
    assert preview.page == 1
    larger = next(it for it in dialog.findChildren(QPushButton) if it.accessibleName() == "Zoom in (+)")
    larger.click()
    assert preview._scale() > before


def test_the_tree_of_tick_boxes_is_a_sound_model() -> None:
    model = SectionsModel(REPORT, Choice(REPORT.outline), full_width=True)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    check = Qt.ItemDataRole.CheckStateRole
    chapter = model.index(0, 0)
    part = model.index(0, 0, chapter)
    assert Qt.CheckState(chapter.data(check)) is Qt.CheckState.Checked
    model.setData(part, None, check)
    assert Qt.CheckState(part.data(check)) is Qt.CheckState.Unchecked
    assert Qt.CheckState(chapter.data(check)) is Qt.CheckState.PartiallyChecked
    model.choose("only", 2)
    assert model.choice.sections == {2}
    assert model.index(1, 0).data() == "二、丙"
    assert tester.model() is model
