"""The large text of the script, which highlights the spoken sentence and scrolls along with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEasingCurve, QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QLinearGradient, QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from gaohang_viewer.presenting.console.script_writer import ScriptWriter, spoken_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

    from gaohang_viewer.presenting.console.style import ConsoleStyle
    from gaohang_viewer.report.blocks import Block

_HELD_OFF_MS = 8000  # without scrolling along after speakers have scrolled
_GLIDE_MS = 320
_FROM_TOP = 0.3  # share of the view's height above the spoken sentence
_AT_ONCE = 30  # blocks
_FADE = 36  # px at the upper and the lower edge


class ScriptView(QTextEdit):
    """The text alone. It takes no keys."""

    def __init__(self, style: ConsoleStyle) -> None:
        super().__init__()
        self._style = style
        self._spoken = (0, 0)
        self._spoken_share: float | None = None  # of the text that has been spoken; None before
        self._writer: ScriptWriter | None = None
        self._unwritten: list[Block] = []  # in reverse order
        self._write_timer = QTimer(self, interval=0)
        self._write_timer.timeout.connect(self._write_next)
        self._hand_scroll_timer = QTimer(self, singleShot=True, interval=_HELD_OFF_MS)
        self._scroll_animation = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._scroll_animation.setDuration(_GLIDE_MS)
        self._scroll_animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._drag_y: float | None = None
        self.setObjectName("script")
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAccessibleName(QCoreApplication.translate("presenting", "Script"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing below it is painted
        self.document().setUndoRedoEnabled(False)

    @property
    def is_scrolled_by_hand(self) -> bool:
        """Whether speakers have scrolled a moment ago, so that it does not scroll along."""
        return self._hand_scroll_timer.isActive()

    @property
    def spoken(self) -> str:
        """The highlighted words."""
        return self.toPlainText()[slice(*self._spoken)]

    def show_blocks(self, blocks: Sequence[Block], size: float, *, wide: bool) -> None:
        """Shows another text from its beginning; `size` in px."""
        self._scroll_animation.stop()
        self._write_timer.stop()
        self._spoken, self._spoken_share = (0, 0), None
        self.setExtraSelections([])
        self._writer = ScriptWriter(self.document(), self._style, size, wide=wide)
        self._unwritten = list(reversed(blocks))
        self._write_next()
        self.verticalScrollBar().setValue(0)

    def _write_next(self) -> None:
        """Writes a portion of the blocks: a long text must not delay the next step."""
        if self._writer is not None:
            some = [self._unwritten.pop() for _ in range(min(_AT_ONCE, len(self._unwritten)))]
            self._writer.write(some)
        if self._unwritten:
            self._write_timer.start()
        elif self._write_timer.isActive():
            self._write_timer.stop()
            if self._spoken_share is not None:
                self.highlight_spoken(self._spoken_share)

    def resume_scrolling(self) -> None:
        """Scrolls along again, whatever was scrolled by hand."""
        self._hand_scroll_timer.stop()

    def highlight_spoken(self, share: float) -> None:
        """Highlights the sentence at this share of the text, from 0 to 1, and scrolls to it."""
        self._spoken_share = share
        if self._unwritten:
            return
        spoken = spoken_at(self.document(), share)
        if spoken != self._spoken:
            self._spoken = spoken
            self._paint_spoken()
        if not self.is_scrolled_by_hand:
            self._scroll_to(spoken[0])

    def scroll_by(self, pixels: float) -> None:
        """Scrolls as speakers do by hand."""
        self._hand_scroll_timer.start()
        self._scroll_animation.stop()
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + pixels))

    def _paint_spoken(self) -> None:
        begin, end = self._spoken
        lit = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(begin)
        cursor.setPosition(min(end, self.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
        bright = QTextCharFormat()
        bright.setForeground(self._style.theme.brush(self._style.theme.ink))
        lit.cursor, lit.format = cursor, bright
        self.setExtraSelections([lit])

    def _scroll_to(self, place: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(place, max(self.document().characterCount() - 1, 0)))
        bar = self.verticalScrollBar()
        top = self.cursorRect(cursor).top() + bar.value()
        goal = max(0, min(round(top - self.viewport().height() * _FROM_TOP), bar.maximum()))
        running = self._scroll_animation.state() is QPropertyAnimation.State.Running
        if goal == (self._scroll_animation.endValue() if running else bar.value()):
            return
        self._scroll_animation.stop()
        self._scroll_animation.setStartValue(bar.value())
        self._scroll_animation.setEndValue(goal)
        self._scroll_animation.start()

    # ---- Qt's events

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta()
        self.scroll_by(-(event.angleDelta().y() * 0.75 if pixels.isNull() else pixels.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag_y = event.position().y()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_y is not None:
            self.scroll_by(self._drag_y - event.position().y())
            self._drag_y = event.position().y()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag_y = None

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Repaints the fading edges, which do not scroll."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()  # the faded edges do not scroll

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fades the text out at an edge beyond which it continues."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._style.theme.brush(self._style.theme.surface))
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
