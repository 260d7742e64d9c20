"""Shows a report as one continuous text, of which only what is near the view is laid out."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QAbstractSlider, QFrame, QTextBrowser

from gaohang_viewer.reading.text.document_writer import PortionWriter
from gaohang_viewer.reading.text.laid_out_range import Stretch
from gaohang_viewer.reading.text.report_scroll_bar import PlaceBar
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.session.position import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.reading.text.document_writer import TextStyle
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.session.reader import Reader

_SIDE = 48  # px at least beside the text
_EYE = 0.25  # of the view's height: what stands there is what one reads


class _Shown(NamedTuple):
    """What the text that is laid out depends on."""

    report: Report
    look: TextStyle
    room: int


class ContinuousText(QTextBrowser):
    """Follows the reader's place, and tells him where it is scrolled to."""

    aligned = Signal(int)  # where the text begins, in px from the left edge
    laid_out = Signal()  # another stretch of the report is laid out

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._look: TextStyle | None = None
        self._stretch: Stretch | None = None
        self._shown: _Shown | None = None
        self._room = 0  # px for a line
        self._moving = False  # the scroll bar is moved by us, not by the reader
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(QCoreApplication.translate("reading", "Text"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bar = PlaceBar(self)
        self.bar.wanted.connect(self._go_to_offset)
        self.bar.stepped.connect(self._step)
        self.bar.sliderReleased.connect(self._tell_bar)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        reader.changed.connect(self.refresh)

    def apply_theme(self, look: TextStyle) -> None:
        """Takes another look; the place stays."""
        self._look = look
        self._place_margins()
        self.refresh()

    @property
    def stretch(self) -> Stretch | None:
        """What is laid out of the report, and where."""
        return self._stretch

    def refresh(self) -> None:
        """Shows the reader's place: its headline, or where it was scrolled to."""
        self._refresh(self._anchor())

    def _refresh(self, anchor: tuple[int, int, float] | None) -> None:
        if self._look is None or self._reader.path is None or not self.isVisible():
            return  # before it is shown its width says nothing: all would be laid out twice
        shown = _Shown(self._reader.report, self._look, self._room)
        before = self._shown
        if before is not None and shown.report is before.report and shown[1:] == before[1:]:
            self._go_to_place()
            return
        same = before is not None and shown.report is before.report
        self._shown = shown
        self._lay_out(self._reader.place)
        self._go_to_place(anchor if same else None)

    # --- what is laid out, and where the view is in it ---------------------------------------------------

    def _lay_out(self, place: Position) -> None:
        """Begins a new stretch at a place."""
        if self._shown is None:
            return
        portions = self._reader.portions
        writer = PortionWriter(self._shown.report, portions, self._shown.look, self._shown.room)
        start = portions.number(place.section, place.part)
        old = self._stretch
        with self._moving_ourselves():
            self._stretch = Stretch(writer, len(portions), start, max(self.maximumViewportSize().width(), 1))
            self._stretch.document.setParent(self)
            self.setDocument(self._stretch.document)
        if old is not None:
            old.document.deleteLater()

    def _bring(self, portion: int) -> None:
        """Lays out a portion, if it is not."""
        if self._stretch is None or not self._stretch.first <= portion < self._stretch.after:
            each = self._reader.portions[portion]
            self._lay_out(Position(each.section, None, each.part))

    def _view_from(self, top: float) -> None:
        """Scrolls to a height of what is laid out, and lays out what is needed around it."""
        if self._stretch is not None:
            with self._moving_ourselves():
                top += self._stretch.keep(top, self._height())
                self.verticalScrollBar().setValue(round(top))

    def _go_to_place(self, anchor: tuple[int, int, float] | None = None) -> None:
        """Scrolls to the reader's place, or to the line that stood at the top of the view before."""
        if self._look is None or self._stretch is None or self._shown is None:
            return
        if self._shown.report is not self._reader.report:
            return  # another was opened while this was hidden
        place = self._reader.place
        if anchor is not None and place.scroll is not None:
            portion, inside, below = anchor
            self._bring(portion)
            self._view_from(self._stretch.y_of(portion, inside) + below)
            self._scrolled(self.verticalScrollBar().value())  # the same line is at another height now
        else:
            portion = self._reader.portions.number(place.section, place.part)
            self._bring(portion)
            self._view_from(self._stretch.top(portion) + (place.scroll or 0) * self._look.scale)
        self._tell_bar()
        self.laid_out.emit()

    def _go_to_offset(self, offset: float) -> None:
        """The reader took the scroll bar somewhere."""
        if offset == float("inf"):
            self._go_to_end()
            return
        portion, share = self._reader.portions.at(offset)
        self._bring(portion)
        if self._stretch is not None:
            top, bottom = self._stretch.top(portion), self._stretch.top(portion + 1)
            self._view_from(top + share * (bottom - top))
            self._scrolled(self.verticalScrollBar().value())

    def _step(self, action: int) -> None:
        """A page or a line up or down."""
        self.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction(action))

    def _go_to_end(self) -> None:
        self._bring(len(self._reader.portions) - 1)
        if self._stretch is not None:
            self._view_from(self._stretch.height() - self._height())
            self._scrolled(self.verticalScrollBar().value())

    def _anchor(self) -> tuple[int, int, float] | None:
        """The line at the top of the view, to find it again in another layout; None at a headline."""
        if self._stretch is None or self._reader.place.scroll is None or not self.isVisible():
            return None
        return self._stretch.position_at(self.verticalScrollBar().value())

    def _scrolled(self, value: int) -> None:
        """The reader scrolled; what moves by itself, when the text is laid out anew, is no news."""
        if self._moving or self._stretch is None or self._look is None:
            return
        with self._moving_ourselves():
            bounds = self._stretch.first, self._stretch.after
            trim = not self.textCursor().hasSelection()
            shift = self._stretch.keep(value, self._height(), trim=trim)
            if shift:
                value += round(shift)
                self.verticalScrollBar().setValue(value)
        portion = self._stretch.at_height(value + self._eye(value))
        section, part, *_ = self._reader.portions[portion]
        self._reader.scrolled(
            Position(section, (value - self._stretch.top(portion)) / self._look.scale, part)
        )
        self._tell_bar()
        if bounds != (self._stretch.first, self._stretch.after):
            self.laid_out.emit()

    def _eye(self, value: int) -> float:
        """How far below the top of the view one reads; near the ends of the report all of the view counts."""
        height = self._height()
        left = self.verticalScrollBar().maximum() - value
        if self._stretch is not None and self._stretch.has_end and left < height:
            return height * (1 - (1 - _EYE) * left / height)
        if self._stretch is not None and self._stretch.first == 0:
            return min(height * _EYE, value)
        return height * _EYE

    def _tell_bar(self) -> None:
        """Where the view is in the whole report."""
        if self._stretch is None or self._look is None:
            return
        portions, stretch = self._reader.portions, self._stretch
        value = self.verticalScrollBar().value()
        portion = stretch.at_height(value)
        top, bottom = stretch.top(portion), stretch.top(portion + 1)
        offset = portions.offset(portion, (value - top) / max(bottom - top, 1))
        at_end = stretch.has_end and value >= self.verticalScrollBar().maximum()
        visible = self._look.characters(self._room, self._height())
        if at_end and stretch.is_whole and value == 0:
            visible = portions.length  # all of it is in view
        self.bar.show_place(portions.length if at_end else offset, visible, portions.length)

    def _height(self) -> int:
        return max(self.maximumViewportSize().height(), 100)

    @contextmanager
    def _moving_ourselves(self) -> Iterator[None]:
        """While the scroll bar is moved by us, not by the reader; may be nested."""
        before, self._moving = self._moving, True
        try:
            yield
        finally:
            self._moving = before

    # --- Qt's events -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() == keys.Key_Home:
            self._reader.go(FRONT)
        elif event.key() == keys.Key_End:
            self._go_to_end()
        elif event.key() == keys.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            actions = QAbstractSlider.SliderAction
            step = actions.SliderPageStepSub if back else actions.SliderPageStepAdd
            self.verticalScrollBar().triggerAction(step)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        with self._moving_ourselves():  # Qt brings its text cursor into view, which stands at the top
            super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self._room
        anchor = self._anchor()
        with self._moving_ourselves():
            self._place_margins()
            super().resizeEvent(event)
        if self._room != room and self.isVisible():
            self._refresh(anchor)  # headlines break at other places now
        else:
            self._go_to_place(anchor)

    def _place_margins(self) -> None:
        """Keeps lines at their measure, in the middle of a wide pane, and the scroll bar at its edge."""
        if self._look is None:
            return
        bar = self.bar.sizeHint().width()
        self.bar.setGeometry(self.width() - bar, 0, bar, self.height())
        room = self.width() - bar
        side = max((room - self._look.measure) // 2, min(_SIDE, room // 10))
        self._room = min(self._look.measure, room - 2 * side)
        self.setViewportMargins(side, 0, side + bar, 0)
        self.aligned.emit(side)
