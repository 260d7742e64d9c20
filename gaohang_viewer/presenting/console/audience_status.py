"""A button that names the audience's screen and what it shows, with the menu of screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from gaohang_viewer.presenting.show.events import Command
from gaohang_viewer.presenting.show.state import Screen
from gaohang_viewer.ui.painting import fill_rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from gaohang_viewer.presenting.console.style import ConsoleStyle
    from gaohang_viewer.presenting.show.events import ShowKey
    from gaohang_viewer.presenting.show.state import ShowState

_HEIGHT, _PAD, _DOT, _ARROW = 36, 12, 8, 18  # px


def status_text(state: ShowState) -> tuple[str, bool]:
    """What the audience sees, in a word or two, and whether that differs from the speaker's page."""
    if state.seen.screen is Screen.BLACK:
        return QCoreApplication.translate("presenting", "black"), True
    if state.seen.screen is Screen.WHITE:
        return QCoreApplication.translate("presenting", "white"), True
    if state.held is not None:
        return QCoreApplication.translate("presenting", "frozen"), True
    return QCoreApplication.translate("presenting", "showing"), False


class AudienceStatus(QAbstractButton):
    """The audience's screen by name and state. A click opens the menu of screens."""

    command_requested = Signal(object)  # a ShowKey
    screen_chosen = Signal(int)  # the index of a screen in the list
    end_requested = Signal()

    def __init__(self, style: ConsoleStyle) -> None:
        super().__init__()
        self._style = style
        self._font = style.font(14)
        self._screens: list[str] = []
        self._audience, self._in_window = -1, False
        self._state, self._warns = "", False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(QCoreApplication.translate("presenting", "Screens"))
        self.clicked.connect(self._open)

    def set_screens(self, names: list[str], audience: int, *, in_window: bool) -> None:
        """Sets the names of the screens, the index of the audience's (-1: unknown), and whether the audience
        window is a plain window."""
        self._screens, self._audience, self._in_window = names, audience, in_window
        self._update_name()

    def refresh(self, state: ShowState) -> None:
        """Shows what the audience sees in this state."""
        if (now := status_text(state)) != (self._state, self._warns):
            self._state, self._warns = now
            self._update_name()

    @property
    def screen_name(self) -> str:
        """The audience's screen, without the number that it has in the menu."""
        name = self._screens[self._audience] if 0 <= self._audience < len(self._screens) else ""
        return name.partition(" · ")[2] or name

    def _update_name(self) -> None:
        words = QCoreApplication.translate("presenting", "Audience: {screen} · {state}")
        self.setAccessibleName(words.replace("{screen}", self.screen_name).replace("{state}", self._state))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font)
        words = metrics.horizontalAdvance(self._screen_text + self._state_text)
        return QSize(words + 2 * _PAD + _DOT + 8 + _ARROW, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The width of the state alone; the screen's name is elided first."""
        words = QFontMetrics(self._font).horizontalAdvance(self._state)
        return QSize(words + 2 * _PAD + _DOT + 8 + _ARROW, _HEIGHT)

    @property
    def _screen_text(self) -> str:
        words = QCoreApplication.translate("presenting", "Audience: {screen}")
        return words.replace("{screen}", self.screen_name)

    @property
    def _state_text(self) -> str:
        return f"  ·  {self._state}"

    def menu(self) -> QMenu:
        """The menu: the screens, what can be done with them, and the end of the show."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        head = menu.addAction(QCoreApplication.translate("presenting", "Audience screen"))
        head.setEnabled(False)
        for place, name in enumerate(self._screens):
            action = QAction(name, group, checkable=True, checked=place == self._audience)
            action.triggered.connect(lambda _checked=False, place=place: self.screen_chosen.emit(place))
            menu.addAction(action)
        menu.addSeparator()
        for command, words in (
            (Command.SWAP, QCoreApplication.translate("presenting", "Swap screens") + "\tY"),
            (Command.IDENTIFY, QCoreApplication.translate("presenting", "Identify screens") + "\tI"),
            (Command.WINDOW, QCoreApplication.translate("presenting", "Audience view in a window") + "\tM"),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, key=command: self._request(key))
            if command is Command.SWAP:
                action.setEnabled(len(self._screens) > 1)
            if command is Command.WINDOW:
                action.setCheckable(True)
                action.setChecked(self._in_window)
        menu.addSeparator()
        end = menu.addAction(QCoreApplication.translate("presenting", "End show") + "\tEsc Esc")
        end.triggered.connect(self.end_requested)
        return menu

    def _request(self, key: ShowKey) -> None:
        self.command_requested.emit(key)

    def _open(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self.mapToGlobal(self.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        corner.setY(corner.y() + 4)
        menu.popup(corner)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, metrics = self._style, QFontMetrics(self._font)
        colour = style.colour("hit_now" if self._warns else "muted")
        with QPainter(self) as painter:
            if self.isDown() or self.underMouse():
                fill_rounded(painter, QRectF(self.rect()), 8, style.colour("raised"))
            middle = self.height() / 2
            dot = QRectF(_PAD, middle - _DOT / 2, _DOT, _DOT)
            fill_rounded(painter, dot, _DOT / 2, style.colour("hit_now") if self._warns else style.live)
            room = self.width() - 2 * _PAD - _DOT - 8 - _ARROW
            left = _PAD + _DOT + 8
            box = QRectF(left, 0, room, self.height())
            painter.setFont(self._font)
            painter.setPen(colour)
            rest = room - metrics.horizontalAdvance(self._state_text)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            if rest < metrics.horizontalAdvance("国国国"):
                painter.drawText(
                    box, flags, metrics.elidedText(self._state, Qt.TextElideMode.ElideRight, room)
                )
            else:
                lead = metrics.elidedText(self._screen_text, Qt.TextElideMode.ElideRight, rest)
                painter.drawText(box, flags, lead + self._state_text)
            at = QPointF(self.width() - _PAD - 5, middle)
            painter.setPen(colour)
            painter.drawPolyline([at + QPointF(-4, -2), at + QPointF(0, 2), at + QPointF(4, -2)])
