"""The speaker's page and, while the show is frozen, a small picture of what the audience sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from gaohang_viewer.presenting.audience.canvas import ShowCanvas
from gaohang_viewer.presenting.audience.overlays import paint_hint, paint_typed
from gaohang_viewer.presenting.input import ShowInput
from gaohang_viewer.presenting.show.state import Screen, Seen
from gaohang_viewer.ui.painting import fill_rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent

    from gaohang_viewer.presenting.console.style import ConsoleStyle
    from gaohang_viewer.presenting.marking import Marking

_RADIUS = 8  # px
_MINI, _MINI_BESIDE, _AIR = 0.27, 140, 16  # share of the page's width; px needed beside the page; px between


class FramedPage(ShowCanvas):
    """A page with rounded corners on the console's background."""

    def __init__(
        self, marking: Marking, title: str, style: ConsoleStyle, view: str, *, speaker: bool
    ) -> None:
        super().__init__(marking, title, style.show_colours(), view, speaker=speaker)
        self.console_style = style
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paint_frame(self, painter: QPainter, colour: str, width: float) -> None:
        """Paints over the page's corners, and a line of `width` px around it."""
        page = self.page_rect
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(QRectF(self.rect()).adjusted(-1, -1, 1, 1))
        half = width / 2
        inside.addRoundedRect(page.adjusted(half, half, -half, -half), _RADIUS - half, _RADIUS - half)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside.subtracted(inside), self.console_style.colour("surface"))
        painter.setPen(QPen(self.console_style.colour(colour), width))
        painter.drawPath(inside)


class SpeakerPage(FramedPage):
    """The speaker's page. It stays visible while the audience's screen is black or white."""

    def __init__(self, marking: Marking, title: str, style: ConsoleStyle) -> None:
        super().__init__(marking, title, style, "console", speaker=True)
        self._input = ShowInput(marking.running)
        self.setAccessibleName(QCoreApplication.translate("presenting", "Current slide"))

    @property
    def seen(self) -> Seen:
        return super().seen._replace(screen=Screen.SLIDE)

    @property
    def notice(self) -> str:
        """What the audience sees if that differs from this page, in words; else empty."""
        state = self._running.state
        if state.held is not None:
            words = QCoreApplication.translate("presenting", "Frozen · the audience sees slide {page}")
            return words.replace("{page}", str(state.held.page))
        if state.screen is Screen.BLACK:
            return QCoreApplication.translate("presenting", "Audience screen is black")
        if state.screen is Screen.WHITE:
            return QCoreApplication.translate("presenting", "Audience screen is white")
        return ""

    def _paint_overlays(self, painter: QPainter) -> None:
        state = self._running.state
        notice = self.notice
        self.paint_frame(painter, "hit_now" if notice else "line", 3 if notice else 1)
        if notice:
            self._paint_notice(painter, notice)
        page, style = self.page_rect.toRect(), self._style()
        if state.leaving_armed_until is not None:
            words = QCoreApplication.translate("presenting", "Press Esc again to end the show")
            paint_hint(painter, page, style, words)
        elif state.typed and not state.overview:
            paint_typed(painter, page, style, state.typed, state.page_count)

    def _paint_notice(self, painter: QPainter, notice: str) -> None:
        style = self.console_style
        font = style.font(14, bold=True)
        width = QFontMetrics(font).horizontalAdvance(notice) + 24
        page = self.page_rect
        badge = QRectF(page.left() + 14, page.bottom() - 44, min(width, page.width() - 28), 30)
        fill_rounded(painter, badge, 6, style.colour("hit_now"))
        painter.setFont(font)
        painter.setPen(style.colour("on_accent"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, notice)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._input.handle_click(event)  # clicks that no tool uses

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._input.handle_wheel(event)


class AudiencePage(FramedPage):
    """What the audience sees, as a small page."""

    def __init__(self, marking: Marking, title: str, style: ConsoleStyle) -> None:
        super().__init__(marking, title, style, "frozen", speaker=False)
        self.setAccessibleName(QCoreApplication.translate("presenting", "Audience view"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _paint_overlays(self, painter: QPainter) -> None:
        self.paint_frame(painter, "hit_now", 2)


class PageArea(QWidget):
    """The speaker's page as large as fits, with its left edge above that of the script."""

    def __init__(self, marking: Marking, title: str, style: ConsoleStyle) -> None:
        super().__init__()
        self._running = marking.running
        self.page = SpeakerPage(marking, title, style)
        self.audience = AudiencePage(marking, title, style)
        for child in (self.page, self.audience):
            child.setParent(self)
        self.audience.hide()
        self.setMinimumSize(240, 135)

    def refresh(self) -> None:
        """Shows the audience's page while the show is frozen."""
        self.audience.setVisible(self._running.state.held is not None)
        self.lay_out()

    def lay_out(self) -> None:
        """Lays out the pages for the present size."""
        aspect = self._running.deck.aspect
        whole = QSize(round(1000 * aspect), 1000).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if self.page.size() != whole:
            self.page.resize(whole)
        beside = self.width() - whole.width() - _AIR
        if beside >= _MINI_BESIDE:
            width = min(beside, round(whole.width() * _MINI * 1.4))
            left, bottom = whole.width() + _AIR, whole.height()
        else:
            width = round(whole.width() * _MINI)
            left, bottom = whole.width() - width - 14, whole.height() - 14
        height = round(width / aspect)
        self.audience.setGeometry(left, bottom - height, width, height)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.lay_out()
