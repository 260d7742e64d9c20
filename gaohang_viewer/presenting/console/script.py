"""The script: the whole text of the present section below its headline, in a size that speakers choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gaohang_viewer.presenting.console.script_view import ScriptView
from gaohang_viewer.presenting.console.section_text import SectionText
from gaohang_viewer.ui.plain_text import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from gaohang_viewer.presenting.console.style import ConsoleStyle

SIZES = (16, 18, 20, 22, 24, 26, 28, 32, 36, 40, 48, 56, 64, 80, 96)  # px on a screen of 1080 lines
_SMALLEST_SCREEN = 0.85  # text is never scaled below this


class Script(QWidget):
    """The text below the headline, with buttons for its size."""

    size_changed = Signal(int)  # px on a screen of 1080 lines

    def __init__(self, style: ConsoleStyle, size: int) -> None:
        super().__init__()
        self._size = size
        self._shown = SectionText("", (), dim=True)
        self._full_width = True
        self.text = ScriptView(style)
        self.headline = plain(QLabel())
        self.headline.setObjectName("caption")
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.smaller, self.larger = QToolButton(), QToolButton()
        self.smaller.setText("A−")
        self.larger.setText("A+")
        self.smaller.setAccessibleName(QCoreApplication.translate("presenting", "Smaller script text"))
        self.larger.setAccessibleName(QCoreApplication.translate("presenting", "Larger script text"))
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.headline, 1)
        for button, step in ((self.smaller, -1), (self.larger, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda _checked=False, step=step: self.resize_text(step))
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.text, 1)
        self.headline.setMinimumWidth(40)
        self.setMinimumHeight(96)

    def show_text(self, text: SectionText, *, wide: bool) -> None:
        """Shows the text of a section; `wide` shows half-width punctuation full-width."""
        self._shown = text
        self._elide()
        self._full_width = wide
        self.text.resume_scrolling()
        self._rewrite()

    def set_position(self, share: float) -> None:
        """Highlights the sentence at this share of the text, from 0 to 1."""
        if not self._shown.dim:
            self.text.highlight_spoken(share)

    def resize_text(self, step: int) -> None:
        """Changes the text to the next larger (1) or smaller (-1) size."""
        sizes = [size for size in SIZES if (size - self._size) * step > 0]
        if sizes:
            self._size = sizes[0] if step > 0 else sizes[-1]
            self._rewrite()
            self.size_changed.emit(self._size)

    def page_by(self, share: float) -> None:
        """Scrolls by a share of the view's height."""
        self.text.scroll_by(share * self.text.viewport().height())

    @property
    def pixels(self) -> float:
        """The size of the text on this screen, in px."""
        return self._size * max(self.screen().size().height() / 1080, _SMALLEST_SCREEN)

    def _rewrite(self) -> None:
        self.text.show_blocks(self._shown.blocks, self.pixels, wide=self._full_width)

    def _elide(self) -> None:
        metrics = QFontMetrics(self.headline.font())
        room = max(self.headline.width() - 4, 40)
        self.headline.setText(metrics.elidedText(self._shown.headline, Qt.TextElideMode.ElideRight, room))
        self.headline.setAccessibleName(self._shown.headline)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._elide()
