"""What the audience will see after one more step, small."""

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
    """The next page, or the same with its next point. It follows when the step is on the screens."""

    def __init__(self, marking: Marking, title: str, style: ConsoleStyle) -> None:
        super().__init__(marking, title, style, "next", speaker=True)
        self.setAccessibleName(QCoreApplication.translate("presenting", "Next slide"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # nobody points at it

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
        """Whether nothing comes any more."""
        state = self._running.state
        is_last = state.page == state.page_count and not state.loop
        return bool(state.page_count) and is_last and state.revealed >= state.points_of(state.page)

    @property
    def _own(self) -> bool:
        return False

    def _follow(self) -> None:
        """Not yet: see `follow`."""

    def follow(self) -> None:
        """Shows what comes next now."""
        if self.isVisible():
            self._take_ready()
            self._want_pictures()
            self.update()

    def _ahead(self) -> tuple[int, ...]:
        return (0, 1, -1)  # the one behind is the next one after a step back

    def _paint_over(self, painter: QPainter) -> None:
        style = self.style_of_console
        if self.at_end:
            painter.fillRect(self.rect(), style.colour("raised"))
            painter.setPen(style.colour("muted"))
            painter.setFont(style.font(16))
            words = QCoreApplication.translate("presenting", "End of show")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        self.frame(painter, "line", 1)


class NextArea(QWidget):
    """The next page in the whole width of its column."""

    def __init__(self, marking: Marking, title: str, style: ConsoleStyle) -> None:
        super().__init__()
        self._running = marking.running
        self.page = NextPage(marking, title, style)
        self.page.setParent(self)

    def arrange(self, tallest: int) -> None:
        """Takes the height that its width asks for, but not more than `tallest` px."""
        self.setFixedHeight(min(round(self.width() / self._running.deck.aspect), max(tallest, 60)))
        whole = QSize(round(1000 * self._running.deck.aspect), 1000)
        self.page.resize(whole.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        whole = QSize(round(1000 * self._running.deck.aspect), 1000)
        self.page.resize(whole.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))
