"""The script: the whole text of the present section, large, which scrolls by itself with the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEasingCurve, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextEdit, QToolButton, QVBoxLayout, QWidget

from gaohang_viewer.presenting.console.script_text import ScriptWriter, spoken_at
from gaohang_viewer.presenting.console.section_text import SectionText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from gaohang_viewer.presenting.console.style import Style
    from gaohang_viewer.report.content import Block

SIZES = (16, 18, 20, 22, 24, 26, 28, 32, 36, 40, 48, 56, 64, 80, 96)  # px on a screen of 1080 lines
_SMALLEST_SCREEN = 0.85  # text is scaled down with the screen no further
_HELD_OFF_MS = 8000  # after the speaker has scrolled
_GLIDE_MS = 320
_FROM_TOP = 0.3  # of the view's height: where the sentence being spoken is
_FADE = 36  # px at the upper and the lower edge


class ScriptText(QTextEdit):
    """The text alone. It takes no keys."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._spoken = (0, 0)
        self._held_off = QTimer(self, singleShot=True, interval=_HELD_OFF_MS)
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._pulled_from: float | None = None
        self.setObjectName("script")
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAccessibleName(QCoreApplication.translate("presenting", "Script"))
        self.document().setUndoRedoEnabled(False)

    @property
    def held_off(self) -> bool:
        """Whether it leaves the scrolling to the speaker for a while."""
        return self._held_off.isActive()

    @property
    def spoken(self) -> str:
        """The words that are lit."""
        return self.toPlainText()[slice(*self._spoken)]

    def write(self, blocks: Sequence[Block], size: float, *, wide: bool) -> None:
        """Another text, from its beginning."""
        self._glide.stop()
        self._spoken = (0, 0)
        self.setExtraSelections([])
        ScriptWriter(self.document(), self._style, size, wide=wide).write(blocks)
        self.verticalScrollBar().setValue(0)

    def follow_again(self) -> None:
        """What the speaker scrolled by hand counts no longer."""
        self._held_off.stop()

    def light(self, share: float) -> None:
        """So much of the text has been spoken."""
        spoken = spoken_at(self.document(), share)
        if spoken != self._spoken:
            self._spoken = spoken
            self._paint_spoken()
        if not self.held_off:
            self._glide_to(spoken[0])

    def darken(self) -> None:
        """Nothing of this text is being spoken."""
        self._spoken = (0, 0)
        self.setExtraSelections([])

    def scroll(self, pixels: float) -> None:  # type: ignore[override]  # QWidget's moves children
        """By hand."""
        self._held_off.start()
        self._glide.stop()
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + pixels))

    def _paint_spoken(self) -> None:
        begin, end = self._spoken
        lit = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(begin)
        cursor.setPosition(min(end, self.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
        bright = QTextCharFormat()
        bright.setForeground(self._style.theme.brush(self._style.theme.ink))
        lit.cursor, lit.format = cursor, bright  # type: ignore[attr-defined]
        self.setExtraSelections([lit])

    def _glide_to(self, place: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(place, max(self.document().characterCount() - 1, 0)))
        bar = self.verticalScrollBar()
        top = self.cursorRect(cursor).top() + bar.value()
        goal = max(0, min(round(top - self.viewport().height() * _FROM_TOP), bar.maximum()))
        running = self._glide.state() is QPropertyAnimation.State.Running
        if goal == (self._glide.endValue() if running else bar.value()):
            return
        self._glide.stop()
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(goal)
        self._glide.start()

    # ---- Qt's events

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta()
        self.scroll(-(event.angleDelta().y() * 0.75 if pixels.isNull() else pixels.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pulled_from = event.position().y()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pulled_from is not None:
            self.scroll(self._pulled_from - event.position().y())
            self._pulled_from = event.position().y()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pulled_from = None

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()  # the edges do not scroll along

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text fades out where it goes on beyond the edge."""
        super().paintEvent(event)
        bar, ground = self.verticalScrollBar(), self._style.colour("surface")
        clear = self._style.colour("surface")
        clear.setAlpha(0)
        width, height = self.viewport().width(), self.viewport().height()
        with QPainter(self.viewport()) as painter:
            for is_cut, edge, inner in (
                (bar.value() > 0, 0, _FADE),
                (bar.value() < bar.maximum(), height, height - _FADE),
            ):
                if is_cut:
                    fade = QLinearGradient(0, edge, 0, inner)
                    fade.setColorAt(0, ground)
                    fade.setColorAt(1, clear)
                    painter.fillRect(0, min(edge, inner), width, _FADE, fade)


class Script(QWidget):
    """The text under the page's headline, with buttons for its size."""

    size_changed = Signal(int)  # px on a screen of 1080 lines

    def __init__(self, style: Style, size: int) -> None:
        super().__init__()
        self._size = size
        self._told = SectionText("", (), dim=True)
        self._wide = True
        self.text = ScriptText(style)
        self.headline = QLabel(objectName="caption")
        self.smaller, self.larger = QToolButton(text="A−"), QToolButton(text="A+")
        self.smaller.setAccessibleName(QCoreApplication.translate("presenting", "Script smaller"))
        self.larger.setAccessibleName(QCoreApplication.translate("presenting", "Script larger"))
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

    def tell(self, text: SectionText, *, wide: bool) -> None:
        """The text of a section, with Chinese punctuation where that is wanted."""
        self._told = text
        self._elide()
        self._wide = wide
        self.text.follow_again()
        self._write()

    def set_position(self, share: float) -> None:
        """So much of the text has been spoken, from 0 to 1."""
        if not self._told.dim:
            self.text.light(share)

    def resize_text(self, step: int) -> None:
        """The next size up or down."""
        sizes = [size for size in SIZES if (size - self._size) * step > 0]
        if sizes:
            self._size = sizes[0] if step > 0 else sizes[-1]
            self._write()
            self.size_changed.emit(self._size)

    def page_by(self, share: float) -> None:
        """Scrolls by a part of what is in view."""
        self.text.scroll(share * self.text.viewport().height())

    @property
    def pixels(self) -> float:
        """The size of the text on this screen."""
        screen = self.screen()
        lines = screen.size().height() if screen is not None else 1080
        return self._size * max(lines / 1080, _SMALLEST_SCREEN)

    def _write(self) -> None:
        self.text.write(self._told.blocks, self.pixels, wide=self._wide)

    def _elide(self) -> None:
        metrics = QFontMetrics(self.headline.font())
        room = max(self.headline.width() - 4, 40)
        self.headline.setText(metrics.elidedText(self._told.headline, Qt.TextElideMode.ElideRight, room))
        self.headline.setAccessibleName(self._told.headline)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._elide()
