"""Paints what a show puts over its slides: hints, the number being typed, the key card, the waiting page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPainter, QPen

from gaohang_viewer.presenting.audience.style import SlideStyle
from gaohang_viewer.presenting.key_bindings import BINDINGS

_VCENTER = Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter


def paint_hint(painter: QPainter, area: QRect, style: SlideStyle, text: str) -> None:
    """Paints a line of text in a pill near the lower edge."""
    font = style.font(28)
    width = QFontMetrics(font).horizontalAdvance(text) + style.px(80)
    pill = _pill(painter, area, style, width, style.px(80))
    painter.setFont(font)
    painter.setPen(style.colour("text"))
    painter.drawText(pill, _CENTER, text)


def paint_typed(painter: QPainter, area: QRect, style: SlideStyle, typed: str, count: int) -> None:
    """Paints the page number being typed, and the number of pages."""
    number, rest = style.font(40, strong=True), style.font(20)
    of = f"/ {count}   ↵"
    number_width = QFontMetrics(number).horizontalAdvance(typed)
    rest_width = QFontMetrics(rest).horizontalAdvance(of)
    width = number_width + rest_width + style.px(16 + 64)
    pill = _pill(painter, area, style, width, style.px(80))
    line = pill.adjusted(style.px(32), 0, -style.px(32), 0)
    painter.setFont(number)
    painter.setPen(style.colour("accent"))
    painter.drawText(line, _VCENTER | Qt.AlignmentFlag.AlignLeft, typed)
    painter.setFont(rest)
    painter.setPen(style.colour("quiet"))
    painter.drawText(line, _VCENTER | Qt.AlignmentFlag.AlignRight, of)


_CARD, _ROW, _HEAD, _EDGE = 1680, 46, 96, 56  # px on a screen of 1080 lines


def paint_keycard(painter: QPainter, area: QRect, style: SlideStyle, *, console: bool = False) -> None:
    """Paints all keys of the show on a card of two columns, over the dimmed slide; with `console`, also those
    keys that need a presenter console."""
    painter.fillRect(area, style.colour("veil"))
    rows = [binding for binding in BINDINGS if binding.meaning and (console or not binding.console)]
    half = -(-len(rows) // 2)
    height = _HEAD + _ROW * half + _EDGE
    room = min(area.width() / (_CARD + _EDGE), area.height() / (height + _EDGE))
    style = replace(style, scale=min(style.scale, room))
    card = QRect(0, 0, style.px(_CARD), style.px(height))
    card.moveCenter(area.center())
    _panel(painter, QRectF(card), style, style.px(16))
    edge, head, row = style.px(_EDGE), style.px(_HEAD), style.px(_ROW)
    line = QRect(card.left() + edge, card.top() + style.px(16), card.width() - 2 * edge, head - style.px(16))
    painter.setFont(style.font(28, strong=True))
    painter.setPen(style.colour("text"))
    painter.drawText(line, _VCENTER, QCoreApplication.translate("presenting", "Keyboard shortcuts"))
    for column, some in enumerate((rows[:half], rows[half:])):
        width = (line.width() - edge) // 2
        cell = QRect(line.left() + column * (width + edge), card.top() + head, width, row)
        for binding in some:
            painter.setPen(QPen(style.colour("line"), 1))
            painter.drawLine(cell.topLeft(), cell.topRight())
            painter.setFont(style.font(20))
            painter.setPen(style.colour("text"))
            painter.drawText(cell, _VCENTER, binding.translated())
            _paint_keys(painter, cell.adjusted(style.px(352), 0, 0, 0), style, binding.shown)
            cell.translate(0, row)


def _paint_keys(painter: QPainter, line: QRect, style: SlideStyle, keys: tuple[str, ...]) -> None:
    font = style.font(16)
    painter.setFont(font)
    metrics, gap, height = QFontMetrics(font), style.px(8), style.px(32)
    left = line.left()
    for key in keys:
        width = max(height, metrics.horizontalAdvance(key) + style.px(20))
        cap = QRect(left, line.center().y() - height // 2 + 1, width, height)
        painter.setPen(QPen(style.colour("quiet"), 1))
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), style.px(6), style.px(6))
        painter.setPen(style.colour("text"))
        painter.drawText(cap, _CENTER, key)
        left += width + gap


def paint_waiting(painter: QPainter, area: QRect, style: SlideStyle, title: str, seconds: float) -> None:
    """Paints the page that is shown until there are slides: the title, and a bar that moves to and fro.

    `seconds` is any clock; the bar's position follows from it.
    """
    ground = QLinearGradient(area.topLeft(), area.bottomLeft())
    ground.setColorAt(0, style.colour("ground"))
    ground.setColorAt(1, style.colour("ground_deep"))
    painter.fillRect(area, ground)
    margin = round(area.width() * 0.12)
    middle = area.top() + area.height() // 2
    words = QRect(margin, area.top(), area.width() - 2 * margin, middle - style.px(40) - area.top())
    painter.setFont(style.font(56, strong=True))
    painter.setPen(style.colour("text"))
    painter.drawText(words, _title_flags(), _title_lines(title))
    track = QRectF(area.center().x() - style.px(160), middle, style.px(320), max(2, style.px(2)))
    painter.fillRect(track, style.colour("line"))
    swing = abs((seconds / 1.6) % 2 - 1)  # from 1 to 0 and back
    eased = swing * swing * (3 - 2 * swing)
    lit = QRectF(track.left() + eased * track.width() * 0.7, track.top(), track.width() * 0.3, track.height())
    painter.fillRect(lit, style.colour("accent"))
    painter.setFont(style.font(20))
    painter.setPen(style.colour("accent"))
    below = QRect(margin, middle + style.px(32), words.width(), style.px(40))
    painter.drawText(below, _CENTER, QCoreApplication.translate("presenting", "Preparing the slides…"))


def _title_lines(title: str) -> str:
    """Breaks a title of two parts, as Chinese reports often have, over two lines."""
    halves = title.split()
    return "\n".join(halves) if len(halves) == 2 and len(title) > 16 else title


def _title_flags() -> int:
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
    return int(flags) | int(Qt.TextFlag.TextWordWrap)


def _pill(painter: QPainter, area: QRect, style: SlideStyle, width: int, height: int) -> QRectF:
    pill = QRectF(0, 0, width, height)
    pill.moveCenter(QRectF(area).center())
    pill.moveBottom(area.bottom() - style.px(64))
    _panel(painter, pill, style, height / 2)
    return pill


def _panel(painter: QPainter, rect: QRectF, style: SlideStyle, radius: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(style.colour("panel"))
    painter.setPen(QPen(style.colour("line"), 1))
    painter.drawRoundedRect(rect, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
