"""Controls that Qt lacks: a row of buttons for one value, a switch, a stepper, cards for looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from gaohang_viewer.presenting.light_table.thumbnails import ground_of
from gaohang_viewer.ui.plain_text import tip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from gaohang_viewer.presenting.light_table.looks import SlideLook
    from gaohang_viewer.ui.theme import Theme

_SWITCH = QSize(34, 18)  # px


class Segments(QWidget):
    """Buttons for one of a few values, moved through by the arrow keys."""

    value_chosen = Signal(str)

    def __init__(self, names: Mapping[str, str], caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(caption)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for at, (value, name) in enumerate(names.items()):
            button = QPushButton(name, self)
            ends = {0: "first", len(names) - 1: "last"}
            button.setObjectName(f"segment-{ends.get(at, 'middle')}")
            button.setAccessibleName(f"{caption}: {name}")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, value=value: self.value_chosen.emit(value))
            self._group.addButton(button)
            layout.addWidget(button, 1)
            self.buttons[value] = button

    def set_value(self, value: str) -> None:
        """Checks the button of this value."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)
        set_tab_stop(self.buttons.values())


class Switch(QCheckBox):
    """A check box painted as a switch, with its text at the left."""

    theme: Theme | None = None

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + _SWITCH.width() + 16, 30)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.theme is None:
            return
        theme, box = self.theme, QRectF(self.rect())
        track = QRectF(0, 0, _SWITCH.width(), _SWITCH.height())
        track.moveCenter(QPointF(box.right() - _SWITCH.width() / 2 - 2, box.center().y()))
        on = self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(theme.ink))
            words = box.adjusted(0, 0, -_SWITCH.width() - 12, 0)
            text = painter.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, round(words.width())
            )
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            ground, knob = QPainterPath(), QPainterPath()
            ground.addRoundedRect(track, track.height() / 2, track.height() / 2)
            painter.fillPath(ground, QColor(theme.accent if on else theme.hover))
            painter.setPen(QPen(QColor(theme.accent if on else theme.muted), 1))
            painter.drawPath(ground)
            radius = track.height() / 2 - 3.5
            x = track.right() - track.height() / 2 if on else track.left() + track.height() / 2
            knob.addEllipse(QPointF(x, track.center().y()), radius, radius)
            painter.fillPath(knob, QColor(theme.on_accent if on else theme.muted))
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), 1.5))
                painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), 11, 11)


class Stepper(QWidget):
    """A number with buttons that decrease and increase it."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QSpinBox(self)
        self.box.setRange(least, most)
        self.box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._buttons = (QPushButton("−", self), QPushButton("+", self))
        names = (
            QCoreApplication.translate("presenting", "Decrease"),
            QCoreApplication.translate("presenting", "Increase"),
        )
        steps = (self.box.stepDown, self.box.stepUp)
        for button, name, step in zip(self._buttons, names, steps, strict=True):
            button.setObjectName("step")
            button.setAccessibleName(name)
            button.setFixedWidth(40)
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys of the box do the same
            button.clicked.connect(step)
        layout.addWidget(self._buttons[0])
        layout.addWidget(self.box, 1)
        layout.addWidget(self._buttons[1])

    def set_name(self, text: str) -> None:
        """Sets the accessible name."""
        self.box.setAccessibleName(text)
        for button in self._buttons:
            button.setAccessibleName(f"{text}: {button.accessibleName()}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel and not self.box.hasFocus():
            event.ignore()  # so that the panel scrolls
            return True
        return super().eventFilter(watched, event)


class LookCard(QAbstractButton):
    """A look, painted as a small slide in its colours above its title."""

    def __init__(self, look: SlideLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.theme: Theme | None = None
        self.setCheckable(True)
        self.setText(look.title)
        self.setAccessibleName(look.title)
        self.setToolTip(tip(look.title))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, 96)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.theme is None:
            return
        theme, look = self.theme, self.look
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        card = QRectF(box.x(), box.y(), box.width(), box.height() - 24)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = QPainterPath()
            ground.addRoundedRect(card, 5, 5)
            painter.fillPath(ground, ground_of(look.cover, card))
            self._paint_words(painter, card)
            chosen = self.isChecked()
            if chosen or self.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), 2))
                painter.drawRoundedRect(card.adjusted(-2, -2, 2, 2), 7, 7)
            else:
                painter.setPen(QPen(QColor(theme.muted if self.underMouse() else theme.line), 1))
                painter.drawPath(ground)
            painter.setPen(QColor(theme.ink if chosen else theme.muted))
            font = self.font()
            font.setPixelSize(13)
            font.setBold(chosen)
            painter.setFont(font)
            name = QRectF(box.x(), card.bottom(), box.width(), 24)
            text = painter.fontMetrics().elidedText(
                look.title, Qt.TextElideMode.ElideRight, round(name.width())
            )
            painter.drawText(name, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_words(self, painter: QPainter, card: QRectF) -> None:
        """Paints a headline, a hairline and points as strokes."""
        left, width, look = card.x() + card.width() * 0.1, card.width() * 0.8, self.look.cover
        strokes = (
            (0.3, 0.62, look.ink, 4.0),
            (0.47, 0.2, look.accent, 2.0),
            (0.64, 0.5, look.ink, 1.5),
            (0.78, 0.4, look.ink, 1.5),
        )
        for y, share, colour, thick in strokes:
            pen = QPen(QColor(colour), thick)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            at = card.y() + card.height() * y
            painter.drawLine(QPointF(left, at), QPointF(left + width * share, at))


class LookCards(QWidget):
    """All looks, two in a row."""

    look_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._group = QButtonGroup(self)
        self.cards: list[LookCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for card in self.cards:
            card.theme = theme
            card.update()

    def show_looks(self, looks: Sequence[SlideLook], name: str) -> None:
        """Shows these looks, with the one of this name checked."""
        if [card.look for card in self.cards] != list(looks):
            for card in self.cards:
                self._group.removeButton(card)
                card.hide()
                card.deleteLater()
            self.cards = [LookCard(look, self) for look in looks]
            for at, card in enumerate(self.cards):
                card.theme = self._theme
                card.clicked.connect(lambda _=False, name=card.look.name: self.look_chosen.emit(name))
                self._group.addButton(card)
                self._grid.addWidget(card, at // 2, at % 2)
        self.set_chosen(name)

    def set_chosen(self, name: str) -> None:
        """Checks the look of this name."""
        for card in self.cards:
            card.setChecked(card.look.name == name)
        set_tab_stop(self.cards)


def set_tab_stop(buttons: Iterable[QAbstractButton]) -> None:
    """Makes the checked button the only tab stop; arrow keys lead to the others."""
    each = list(buttons)
    stop = next((button for button in each if button.isChecked()), each[0] if each else None)
    for button in each:
        policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)
