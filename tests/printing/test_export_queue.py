"""Exports one after another, and their progress."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gaohang_viewer.printing.background_job import PrintJob
from gaohang_viewer.printing.export_queue import ExportQueue, ExportStep
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool


def test_an_export_goes_on_when_the_window_that_shows_its_progress_is_closed(
    qtbot: QtBot, pool: TypesetterPool
) -> None:
    owner, window, closed, written = QObject(), QWidget(), threading.Event(), []

    def deliver(file: bytes, job: PrintJob) -> None:
        closed.wait()
        job.report_progress("writing", 1, 2)
        written.append(file)

    exports = ExportQueue(lambda: window, pool, owner)
    with qtbot.waitSignal(exports.delivered):
        exports.start([ExportStep(lambda: b"pages", deliver, None)])
        with qtbot.waitSignal(window.destroyed):
            window.deleteLater()
        closed.set()
    assert written == [b"pages"]
    assert not exports.is_busy
