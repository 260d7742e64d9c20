"""A small canvas that shows what the next step brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QWidget

from gaohang_viewer.presenting.console.page_area import FramedPage
from gaohang_viewer.presenting.show.state import Screen, Seen

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QResizeEvent

    from gaohang_viewer.presenting.console.style import ConsoleStyle
    from gaohang_viewer.presenting.marking import Marking


class NextPage(FramedPage):
    """The next page, or the same page with its next point. It is refreshed after the step is on the
    screens."""

    def __init__(self, marking: Marking, title: str, style: ConsoleStyle) -> None:
        super().__init__(marking, title, style, "next", speaker=True)
        self.setAccessibleName(QCoreApplication.translate("presenting", "Next slide"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # it has no pointer input

    @property
    def seen(self) -> Seen:
        state = self._running.state
        if state.revealed < state.points_of(state.page):
            return Seen(state.page, state.revealed + 1, Screen.SLIDE)
        if state.loop and state.page == state.page_count:
            return Seen(1, 0, Screen.SLIDE)
        return Seen(min(state.page + 1, max(state.page_count, 1)), 0, Screen.SLIDE)

    @property
    def at_end(self) -> bool:
        """Whether there is no further step."""
        state = self._running.state
        is_last = state.page == state.page_count and not state.loop
        return bool(state.page_count) and is_last and state.revealed >= state.points_of(state.page)

    @property
    def _accepts_ink(self) -> bool:
        return False

    def _on_show_changed(self) -> None:
        """Nothing: the console calls `refresh` after the step."""

    def refresh(self) -> None:
        """Shows the next page of the present state."""
        if self.isVisible():
            self._use_ready_picture()
            self._request_pictures()
            self.update()

    def _neighbours(self) -> tuple[int, ...]:
        return (0, 1, -1)  # the previous page is the next one after a step back

    def _paint_overlays(self, painter: QPainter) -> None:
        style = self.console_style
        if self.at_end:
            painter.fillRect(self.rect(), style.colour("raised"))
            painter.setPen(style.colour("muted"))
            painter.setFont(style.font(16))
            words = QCoreApplication.translate("presenting", "End of show")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        self.paint_frame(painter, "line", 1)


class NextArea(QWidget):
    """The next page in the full width of its column."""

    def __init__(self, marking: Marking, title: str, style: ConsoleStyle) -> None:
        super().__init__()
        self._running = marking.running
        self.page = NextPage(marking, title, style)
        self.page.setParent(self)

    def fit(self, tallest: int) -> None:
        """Sets the height that the width asks for, at most `tallest` px."""
        self.setFixedHeight(min(round(self.width() / self._running.deck.aspect), max(tallest, 60)))
        self._fit_page()

    def _fit_page(self) -> None:
        whole = QSize(round(1000 * self._running.deck.aspect), 1000)
        self.page.resize(whole.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._fit_page()
