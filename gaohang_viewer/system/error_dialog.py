"""Shows unexpected errors, with a report that can be copied; never during a show."""

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


_PAUSE = 60  # seconds until an error that the user closed is shown again


class ErrorNotifier(QObject):
    """Shows errors in one dialog; those that occur during a show after it."""

    def __init__(
        self, folder: Path, window: Callable[[], QWidget], show_is_running: Callable[[], bool]
    ) -> None:
        """`folder` holds the logs, `window` returns the dialog's parent."""
        super().__init__()
        self._folder = folder
        self._window = window
        self._show_is_running = show_is_running
        self._pending: dict[str, ErrorRecord] = {}  # by trace; not closed by the user yet
        self._closed: dict[str, float] = {}  # by trace; when the user closed them
        self.dialog: ErrorDialog | None = None

    def notify(self, error: ErrorRecord) -> None:
        """Shows an error now or after the show. One that is shown already is only counted, and one that was
        closed a moment ago ignored: an error in a timer or in painting occurs again and again."""
        if monotonic() - self._closed.get(error.trace, -_PAUSE) >= _PAUSE:
            self._pending[error.trace] = error
            self.show_pending()

    def show_pending(self) -> None:
        """Shows the errors that the user has not closed, unless a show runs."""
        if not self._pending or self._show_is_running():
            return
        if self.dialog is None or not shiboken6.isValid(self.dialog):
            self.dialog = ErrorDialog(self._folder, self._window())
            self.dialog.finished.connect(self._forget)
        self.dialog.show_errors(list(self._pending.values()))
        self.dialog.show()

    def _forget(self) -> None:
        self._closed |= dict.fromkeys(self._pending, monotonic())
        self._pending.clear()
        self.dialog = None


class ErrorDialog(QDialog):
    """A heading, advice, and the report with buttons to copy it and to open the logs."""

    def __init__(self, folder: Path, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._folder = folder
        self.setObjectName("error-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # typing goes on in the window
        self.setWindowTitle(QCoreApplication.translate("app", "Gaohang Viewer"))
        self._head = QLabel(self)
        self._head.setStyleSheet("font-size: 16px; font-weight: 600;")
        self._head.setWordWrap(True)
        self._advice = QLabel(self)
        self._advice.setWordWrap(True)
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
        layout.addWidget(self._advice)
        layout.addSpacing(8)
        layout.addWidget(self.report, 1)
        layout.addSpacing(8)
        layout.addWidget(buttons)
        screen = (window or self).screen().availableSize()
        self.resize(min(640, screen.width() * 9 // 10), min(440, screen.height() * 8 // 10))
        copy.setFocus()

    def show_errors(self, errors: list[ErrorRecord]) -> None:
        """Shows what happened, how often, and what to do."""
        if all(error.crashed for error in errors):
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
        often = sum(error.times for error in errors)
        if often > 1:
            head += f" ({often})"
        self._head.setText(head)
        self._advice.setText(text)
        before = self.report.verticalScrollBar().value()
        self.report.setPlainText(report_of(errors))
        self.report.verticalScrollBar().setValue(before)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self._copy.setText(QCoreApplication.translate("faults", "Copied"))

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def report_of(errors: list[ErrorRecord]) -> str:
    """The text of an error report: versions, platform, screens, and the errors."""
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
    for error in errors:
        lines += ["", f"{error.times} times:" if error.times > 1 else "once:", error.trace]
    return "\n".join(lines)
