"""The preview, and below it the page number, a line of status and the buttons of the zoom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gaohang_viewer.printing.preview import Preview

if TYPE_CHECKING:
    import threading

    from gaohang_viewer.ui.theme import Theme


class PreviewPane(QWidget):
    """The middle of the paper dialog. `pdfium` is the lock that all users of PDFium share."""

    def __init__(self, pdfium: threading.Lock, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.preview = Preview(pdfium, self)
        self.preview.apply_theme(theme)
        self.preview.page_changed.connect(self._show_page)
        self._page, self._status = (QLabel(self, textFormat=Qt.TextFormat.PlainText) for _ in range(2))
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 4, 16, 4)
        bar.setSpacing(8)
        bar.addWidget(self._page)
        bar.addStretch(1)
        bar.addWidget(self._status)
        bar.addStretch(1)
        for step, icon, text in (
            (-1, "smaller", QCoreApplication.translate("printing", "Zoom out (−)")),
            (0, "overview", QCoreApplication.translate("printing", "Whole page (0)")),
            (1, "larger", QCoreApplication.translate("printing", "Zoom in (+)")),
        ):
            button = QPushButton(theme.icon(icon), "", self)
            button.setFlat(True)
            button.setAutoDefault(False)
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(partial(self.preview.zoom, step))
            bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.preview, 1)
        layout.addLayout(bar)

    @property
    def page_text(self) -> str:
        """The line that says which page is in view."""
        return self._page.text()

    @property
    def status(self) -> str:
        """The line that says what is being done, or was done."""
        return self._status.text()

    def show_status(self, text: str) -> None:
        """Shows a line of status."""
        self._status.setText(text)

    def _show_page(self, page: int, count: int) -> None:
        text = QCoreApplication.translate("printing", "Page {page} of {count}")
        self._page.setText(text.replace("{page}", str(page)).replace("{count}", str(count)) if count else "")
