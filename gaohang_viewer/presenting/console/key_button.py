"""A button that shows an icon, a text and a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from gaohang_viewer.presenting.console.style import FADED
from gaohang_viewer.ui.painting import fill_rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from gaohang_viewer.presenting.console.style import ConsoleStyle

_HEIGHT, _ICON, _PAD, _GAP, _CAP = 40, 18, 12, 8, 20  # px
_CENTER = Qt.AlignmentFlag.AlignCenter


class KeyButton(QAbstractButton):
    """A button that never takes the keyboard focus. A checked one that `warns` is amber instead of red."""

    def __init__(
        self,
        style: ConsoleStyle,
        text: str,
        cap: str,
        icon: str,
        *,
        rank: int = 0,
        warns: bool = False,
        icon_only: bool = False,
    ) -> None:
        super().__init__()
        self.rank = rank
        self._style = style
        self._warns = warns
        self._cap = cap
        self._font, self._small = style.font(14), style.font(12)
        self._icons = {colour: style.icon(icon, colour, _ICON) for colour in ("ink", "on_accent")}
        self._has_icon = not self._icons["ink"].isNull()
        self._words, self._shows_cap = not icon_only, bool(cap)
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(cap)
        self.setToolTip(text)
        self.setCheckable(bool(cap))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(self.wanted_width(words=self._words, cap=self._shows_cap), _HEIGHT)

    def wanted_width(self, *, words: bool, cap: bool) -> int:
        """The width in px with these parts."""
        parts = [_ICON] if self._has_icon else []
        if words or not self._has_icon:
            parts.append(QFontMetrics(self._font).horizontalAdvance(self.text()))
        if cap and self._cap:
            parts.append(self._cap_width())
        return sum(parts) + _GAP * (len(parts) - 1) + 2 * _PAD

    def show_parts(self, *, words: bool, cap: bool) -> None:
        """Shows or hides the text and the key; without both the icon remains."""
        parts = words or not self._has_icon, cap and bool(self._cap)
        if parts == (self._words, self._shows_cap):
            return
        self._words, self._shows_cap = parts
        self.setFixedSize(self.wanted_width(words=words, cap=cap), _HEIGHT)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(words=self._words, cap=self._shows_cap), _HEIGHT)

    def _cap_width(self) -> int:
        return max(_CAP, QFontMetrics(self._small).horizontalAdvance(self._cap) + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, on = self._style, self.isChecked()
        ground = "raised"
        if on:
            ground = "hit_now" if self._warns else "accent"
        elif self.isDown() or self.underMouse():
            ground = "hover"
        ink = "on_accent" if on else "ink"
        with QPainter(self) as painter:
            if not self.isEnabled():
                painter.setOpacity(FADED)
                ground = "raised"
            fill_rounded(painter, QRectF(self.rect()), 8, style.colour(ground))
            left = _PAD
            if self._has_icon:
                box = QRect(left, (self.height() - _ICON) // 2, _ICON, _ICON)
                self._icons[ink].paint(painter, box)
                left += _ICON + _GAP
            if self._words:
                painter.setFont(self._font)
                painter.setPen(style.colour(ink))
                width = QFontMetrics(self._font).horizontalAdvance(self.text())
                painter.drawText(QRect(left, 0, width + 1, self.height()), _CENTER, self.text())
                left += width + _GAP
            if self._shows_cap:
                self._paint_cap(painter, left, "on_accent" if on else "muted")

    def _paint_cap(self, painter: QPainter, left: int, colour: str) -> None:
        cap = QRect(left, (self.height() - _CAP) // 2, self._cap_width(), _CAP)
        line = self._style.colour(colour)
        line.setAlphaF(0.45)
        painter.setPen(QPen(line, 1))
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._small)
        painter.setPen(self._style.colour(colour))
        painter.drawText(cap, _CENTER, self._cap)
