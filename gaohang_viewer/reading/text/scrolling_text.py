"""Shows a report as one continuous text, of which only the part near the view is laid out."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QAbstractSlider, QFrame, QTextBrowser

from gaohang_viewer.reading.text.document_writer import DocumentWriter
from gaohang_viewer.reading.text.laid_out_range import LaidOutRange
from gaohang_viewer.reading.text.report_scroll_bar import ReportScrollBar
from gaohang_viewer.reading.text.table_scroll_bar import TableScrollBar
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.session.position import Position
from gaohang_viewer.ui.field_names import field_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.reading.text.text_style import TextStyle
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.session.reader import Reader

_SIDE = 48  # px beside the text at least
_EYE = 0.25  # share of the view's height at which the text counts as being read


class _Layout(NamedTuple):
    """What the laid-out text depends on."""

    report: Report
    style: TextStyle
    line_width: int
    empty_fields: bool


class ScrollingText(QTextBrowser):
    """Shows the reader's position, and updates it when the user scrolls."""

    margin_changed = Signal(int)  # the left margin of the text in px
    layout_changed = Signal()  # another part of the report is laid out

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._style: TextStyle | None = None
        self._range: LaidOutRange | None = None
        self._layout: _Layout | None = None
        self._shown: tuple[LaidOutRange, int, int] | None = None  # what was laid out at the last scrolling
        self._line_width = 0  # width of a line in px
        self._empty_fields = False  # the front page shows its empty fields
        self._is_moving = False  # the program scrolls, not the user
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(QCoreApplication.translate("reading", "Text"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bar = ReportScrollBar(self)
        self.table_bar = TableScrollBar(self)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.bar.scroll_requested.connect(self._go_to_offset)
        self.bar.step_requested.connect(self._on_step_requested)
        self.bar.sliderReleased.connect(self._update_scroll_bar)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        reader.changed.connect(self.refresh)

    def apply_theme(self, style: TextStyle) -> None:
        """Applies another style; the position stays."""
        self._style = style
        self._lay_out_margins()
        self.refresh()

    @property
    def laid_out_range(self) -> LaidOutRange | None:
        """The part of the report that is laid out."""
        return self._range

    def show_empty_fields(self, *, on: bool) -> None:
        """Shows all fields of the front page, each on a line of its own, with the names of empty ones."""
        if on != self._empty_fields:
            self._empty_fields = on
            self.refresh()

    def refresh(self) -> None:
        """Shows the reader's position: a headline, or a scroll position."""
        self._refresh(self._anchor())

    def _refresh(self, anchor: tuple[int, int, float] | None) -> None:
        if self._style is None or self._reader.path is None or not self.isVisible():
            return  # its width is not final before it is shown
        layout = _Layout(self._reader.report, self._style, self._line_width, self._empty_fields)
        before = self._layout
        if before is not None and layout.report is before.report and layout[1:] == before[1:]:
            self._restore_position()
            return
        same = before is not None and layout.report is before.report
        self._layout = layout
        self._lay_out(self._reader.position)
        self._restore_position(anchor if same else None)

    # --- layout and scrolling ----------------------------------------------------------------------------

    def _lay_out(self, place: Position) -> None:
        """Starts a new range at a position."""
        if self._layout is None:
            return
        portions = self._reader.portions
        report, style, line_width, _ = self._layout
        empty_fields = field_names() if self._empty_fields else {}
        writer = DocumentWriter(report, portions, style, line_width, empty_fields)
        start = portions.number(place.section, place.part)
        old = self._range
        with self._without_tracking():
            self._range = LaidOutRange(writer, len(portions), start, max(line_width, 1))
            self._range.document.setParent(self)
            self.setDocument(self._range.document)
        if old is not None:
            old.document.deleteLater()

    def _ensure_laid_out(self, portion: int) -> None:
        """Lays out a portion, unless it is."""
        if self._range is None or not self._range.first <= portion < self._range.after:
            each = self._reader.portions[portion]
            self._lay_out(Position(each.section, None, each.part))

    def _scroll_to(self, top: float) -> None:
        """Scrolls to a y of the range, and lays out what is needed around it."""
        if self._lay_out_around(top):
            self.layout_changed.emit()

    def _lay_out_around(self, top: float) -> bool:
        """Lays out what is needed around a view that begins at a y of the range, and scrolls there. Returns
        whether another part of the report is laid out now."""
        if self._range is None:
            return False
        with self._without_tracking():
            top += self._range.lay_out_around(top, self._height())
            self.verticalScrollBar().setValue(round(top))
        before, self._shown = self._shown, (self._range, self._range.first, self._range.after)
        return before != self._shown

    def _laid_out_with(self, portion: int) -> LaidOutRange | None:
        """The laid-out range, after laying out a portion."""
        laid_out = self._range
        if laid_out is None or not laid_out.first <= portion < laid_out.after:
            self._ensure_laid_out(portion)
            if self._range is not None:
                self._scroll_to(self._range.top(portion))
                self._on_scrolled(self.verticalScrollBar().value())
        return self._range

    def _bring_into_view(self, position: int) -> None:
        """Scrolls to a position in the document, unless it is in view."""
        if self._range is None:
            return
        portion = self._range.of_block(self._range.document.findBlock(position).blockNumber())
        y, height = self._range.y_of(portion, position - self._range.extent(portion)[0]), self._height()
        if not 0 <= y - self.verticalScrollBar().value() < height - 40:
            self._scroll_to(y - height / 3)
            self._on_scrolled(self.verticalScrollBar().value())

    def _restore_position(self, anchor: tuple[int, int, float] | None = None) -> None:
        """Scrolls to the reader's position, or to the line at the top of the view before."""
        if self._style is None or self._range is None or self._layout is None:
            return
        if self._layout.report is not self._reader.report:
            return  # another report was opened while this was hidden
        place = self._reader.position
        if anchor is not None and place.scroll is not None:
            portion, inside, below = anchor
            self._ensure_laid_out(portion)
            self._lay_out_around(self._range.y_of(portion, inside) + below)
            self._on_scrolled(self.verticalScrollBar().value())  # the line is at another y now
        else:
            portion = self._reader.portions.number(place.section, place.part)
            self._ensure_laid_out(portion)
            self._lay_out_around(self._range.top(portion) + (place.scroll or 0) * self._style.scale)
        self._update_scroll_bar()
        self.layout_changed.emit()

    def _go_to_offset(self, offset: float) -> None:
        """Scrolls to where the user moved the scroll bar, in characters."""
        if offset == float("inf"):
            self._go_to_end()
            return
        portion, share = self._reader.portions.at(offset)
        self._ensure_laid_out(portion)
        if self._range is not None:
            top, bottom = self._range.top(portion), self._range.top(portion + 1)
            self._scroll_to(top + share * (bottom - top))
            self._on_scrolled(self.verticalScrollBar().value())

    def _on_step_requested(self, action: int) -> None:
        """Scrolls a page or a line up or down."""
        self.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction(action))

    def _go_to_end(self) -> None:
        self._ensure_laid_out(len(self._reader.portions) - 1)
        if self._range is not None:
            self._scroll_to(self._range.height() - self._height())
            self._on_scrolled(self.verticalScrollBar().value())

    def _anchor(self) -> tuple[int, int, float] | None:
        """The line at the top of the view, to find it again in another layout; None at a headline."""
        if self._range is None or self._reader.position.scroll is None or not self.isVisible():
            return None
        return self._range.position_at(self.verticalScrollBar().value())

    def _on_scrolled(self, value: int) -> None:
        """Updates the reader's position after the user scrolled, but not while the program scrolls."""
        if self._is_moving or self._range is None or self._style is None:
            return
        changed = self._lay_out_around(value)
        value = self.verticalScrollBar().value()
        portion = self._range.at_height(value + self._reading_line(value))
        section, part, *_ = self._reader.portions[portion]
        self._reader.scrolled(Position(section, (value - self._range.top(portion)) / self._style.scale, part))
        self._update_scroll_bar()
        if changed:
            self.layout_changed.emit()

    def _reading_line(self, value: int) -> float:
        """The distance in px from the top of the view to the line that counts as being read. Near the ends of
        the report it approaches the edge of the view."""
        height = self._height()
        left = self.verticalScrollBar().maximum() - value
        if self._range is not None and self._range.has_end and left < height:
            return height * (1 - (1 - _EYE) * left / height)
        if self._range is not None and self._range.first == 0:
            return min(height * _EYE, value)
        return height * _EYE

    def _update_scroll_bar(self) -> None:
        """Shows in the scroll bar where the view is in the whole report."""
        if self._range is None or self._style is None:
            return
        portions, laid_out = self._reader.portions, self._range
        value = self.verticalScrollBar().value()
        portion = laid_out.at_height(value)
        top, bottom = laid_out.top(portion), laid_out.top(portion + 1)
        offset = portions.offset(portion, (value - top) / max(bottom - top, 1))
        at_end = laid_out.has_end and value >= self.verticalScrollBar().maximum()
        visible = self._style.characters(self._line_width, self._height())
        if at_end and laid_out.is_whole and value == 0:
            visible = portions.length  # all of it is in view
        self.bar.show_position(portions.length if at_end else offset, visible, portions.length)
        self.table_bar.refresh()

    def _height(self) -> int:
        return max(self.maximumViewportSize().height(), 100)

    @contextmanager
    def _without_tracking(self) -> Iterator[None]:
        """While the program scrolls, the reader's position is not updated; may be nested."""
        before, self._is_moving = self._is_moving, True
        try:
            yield
        finally:
            self._is_moving = before

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
        with self._without_tracking():  # Qt scrolls to its text cursor at the top
            super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        line_width = self._line_width
        anchor = self._anchor()
        with self._without_tracking():
            self._lay_out_margins()
            super().resizeEvent(event)
        if self._line_width != line_width and self.isVisible():
            self._refresh(anchor)  # headlines wrap differently now
        else:
            self._restore_position(anchor)

    def _lay_out_margins(self) -> None:
        """Centres lines of the maximum width in a wide pane, and moves the scroll bar to its edge."""
        if self._style is None:
            return
        bar = self.bar.sizeHint().width()
        self.bar.setGeometry(self.width() - bar, 0, bar, self.height())
        line_width = self.width() - bar
        side = max((line_width - self._style.measure) // 2, min(_SIDE, line_width // 10))
        self._line_width = min(self._style.measure, line_width - 2 * side)
        self.setViewportMargins(side, 0, bar, 0)  # a wide table goes on beside the text
        self.setLineWrapColumnOrWidth(max(self._line_width, 1))
        self.margin_changed.emit(side)
