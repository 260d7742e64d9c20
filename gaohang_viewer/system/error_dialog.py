"""Shows what went wrong unforeseen, with a report that can be copied; never before an audience."""

from __future__ import annotations

import platform
from time import monotonic
from typing import TYPE_CHECKING

import PySide6
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from gaohang_viewer import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.system.error_log import ErrorRecord


_REST = 60  # seconds until a fault that was closed is told again


class ErrorNotifier(QObject):
    """Tells of faults in one dialog; while a show runs it keeps them until the show has ended."""

    def __init__(self, folder: Path, window: Callable[[], QWidget], is_on: Callable[[], bool]) -> None:
        """`folder` is where logs lie, `is_on` tells whether a show runs."""
        super().__init__()
        self._folder = folder
        self._window = window
        self._is_on = is_on
        self._faults: dict[str, ErrorRecord] = {}  # that the user has not closed yet
        self._closed: dict[str, float] = {}  # traces that he has, and when
        self.dialog: ErrorDialog | None = None

    def tell(self, fault: ErrorRecord) -> None:
        """Tells it now or after the show; what is told already is only counted, and what was closed just now
        left alone: a fault in a timer or in painting comes again and again."""
        if monotonic() - self._closed.get(fault.trace, -_REST) >= _REST:
            self._faults[fault.trace] = fault
            self.tell_what_waits()

    def tell_what_waits(self) -> None:
        """Tells what happened in a show that has ended; not in front of what it has come back to."""
        if not self._faults or self._is_on():
            return
        if self.dialog is None or not shiboken6.isValid(self.dialog):
            self.dialog = ErrorDialog(self._folder, self._window())
            self.dialog.finished.connect(self._forget)
        self.dialog.show_faults(list(self._faults.values()))
        self.dialog.show()

    def _forget(self) -> None:
        self._closed |= dict.fromkeys(self._faults, monotonic())
        self._faults.clear()
        self.dialog = None


class ErrorDialog(QDialog):
    """One sentence, the report, and what can be done with it."""

    def __init__(self, folder: Path, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._folder = folder
        self.setObjectName("fault-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # who is typing goes on typing
        self.setWindowTitle(QCoreApplication.translate("app", "Gaohang Viewer"))
        self._head = QLabel(self)
        self._head.setStyleSheet("font-size: 16px; font-weight: 600;")
        self._head.setWordWrap(True)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self.report = QPlainTextEdit(self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(QCoreApplication.translate("faults", "Error report"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(12)
        self.report.setFont(font)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        copy = buttons.addButton(QCoreApplication.translate("faults", "Copy error report"), role)
        logs = buttons.addButton(QCoreApplication.translate("faults", "Open log folder"), role)
        self._copy: QPushButton = copy
        copy.clicked.connect(self._copy_report)
        logs.clicked.connect(self._open_logs)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        layout.addWidget(self._said)
        layout.addSpacing(8)
        layout.addWidget(self.report, 1)
        layout.addSpacing(8)
        layout.addWidget(buttons)
        screen = (window or self).screen().availableSize()
        self.resize(min(640, screen.width() * 9 // 10), min(440, screen.height() * 8 // 10))
        copy.setFocus()

    def show_faults(self, faults: list[ErrorRecord]) -> None:
        """Says what happened, how often, and what to do."""
        if all(fault.ended for fault in faults):
            head = QCoreApplication.translate("faults", "The program ended unexpectedly last time")
            text = QCoreApplication.translate(
                "faults",
                "Settings, edits and drawings are saved. If this happens again, copy the error "
                "report and send it to the person who maintains the program. It contains no text of "
                "your documents.",
            )
        else:
            head = QCoreApplication.translate("faults", "An error occurred in the program")
            text = QCoreApplication.translate(
                "faults",
                "You can go on working. If this happens again, copy the error report and send it to "
                "the person who maintains the program. It contains no text of your documents.",
            )
        often = sum(fault.times for fault in faults)
        if often > 1:
            head += f" ({often})"
        self._head.setText(head)
        self._said.setText(text)
        before = self.report.verticalScrollBar().value()
        self.report.setPlainText(report_of(faults))
        self.report.verticalScrollBar().setValue(before)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self._copy.setText(QCoreApplication.translate("faults", "Copied"))

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def report_of(faults: list[ErrorRecord]) -> str:
    """What whoever mends the program needs to know of the machine, and of what happened."""
    screens = ", ".join(
        f"{screen.size().width()}×{screen.size().height()} @{screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    dark = QGuiApplication.palette().window().color().lightness() < 128
    lines = [
        f"Gaohang Viewer {__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}",
        f"{platform.platform()}, {QGuiApplication.platformName()}",
        f"screens: {screens}",
        f"style: {'dark' if dark else 'light'}, font: {QApplication.font().family()}",
    ]
    for fault in faults:
        lines += ["", f"{fault.times} times:" if fault.times > 1 else "once:", fault.trace]
    return "\n".join(lines)
