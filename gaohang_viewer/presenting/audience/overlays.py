"""What a show says over its slides, painted: quiet, and gone again."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPainter, QPen

from gaohang_viewer.presenting.audience.style import SlideStyle
from gaohang_viewer.presenting.key_bindings import BINDINGS

_VCENTER = Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter


def paint_hint(painter: QPainter, area: QRect, look: SlideStyle, text: str) -> None:
    """A line of text in a pill near the lower edge."""
    font = look.font(28)
    width = QFontMetrics(font).horizontalAdvance(text) + look.px(80)
    pill = _pill(painter, area, look, width, look.px(80))
    painter.setFont(font)
    painter.setPen(look.colour("text"))
    painter.drawText(pill, _CENTER, text)


def paint_typed(painter: QPainter, area: QRect, look: SlideStyle, typed: str, count: int) -> None:
    """The page number being typed, and how many there are."""
    number, rest = look.font(40, strong=True), look.font(20)
    of = f"/ {count}   ↵"
    number_width = QFontMetrics(number).horizontalAdvance(typed)
    rest_width = QFontMetrics(rest).horizontalAdvance(of)
    width = number_width + rest_width + look.px(16 + 64)
    pill = _pill(painter, area, look, width, look.px(80))
    line = pill.adjusted(look.px(32), 0, -look.px(32), 0)
    painter.setFont(number)
    painter.setPen(look.colour("accent"))
    painter.drawText(line, _VCENTER | Qt.AlignmentFlag.AlignLeft, typed)
    painter.setFont(rest)
    painter.setPen(look.colour("quiet"))
    painter.drawText(line, _VCENTER | Qt.AlignmentFlag.AlignRight, of)


_CARD, _ROW, _HEAD, _EDGE = 1680, 46, 96, 56  # the card's width, and what its rows and margins take


def paint_keycard(painter: QPainter, area: QRect, look: SlideStyle, *, console: bool = False) -> None:
    """All keys of the show on one card in two columns, the slide dimmed behind it."""
    painter.fillRect(area, look.colour("veil"))
    rows = [binding for binding in BINDINGS if binding.meaning and (console or not binding.console)]
    half = -(-len(rows) // 2)
    height = _HEAD + _ROW * half + _EDGE
    room = min(area.width() / (_CARD + _EDGE), area.height() / (height + _EDGE))
    look = replace(look, scale=min(look.scale, room))
    card = QRect(0, 0, look.px(_CARD), look.px(height))
    card.moveCenter(area.center())
    _panel(painter, QRectF(card), look, look.px(16))
    edge, head, row = look.px(_EDGE), look.px(_HEAD), look.px(_ROW)
    line = QRect(card.left() + edge, card.top() + look.px(16), card.width() - 2 * edge, head - look.px(16))
    painter.setFont(look.font(28, strong=True))
    painter.setPen(look.colour("text"))
    painter.drawText(line, _VCENTER, QCoreApplication.translate("presenting", "Keyboard shortcuts"))
    for column, some in enumerate((rows[:half], rows[half:])):
        width = (line.width() - edge) // 2
        cell = QRect(line.left() + column * (width + edge), card.top() + head, width, row)
        for binding in some:
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(cell.topLeft(), cell.topRight())
            painter.setFont(look.font(20))
            painter.setPen(look.colour("text"))
            painter.drawText(cell, _VCENTER, binding.translated())
            _paint_keys(painter, cell.adjusted(look.px(352), 0, 0, 0), look, binding.shown)
            cell.translate(0, row)


def _paint_keys(painter: QPainter, line: QRect, look: SlideStyle, keys: tuple[str, ...]) -> None:
    font = look.font(16)
    painter.setFont(font)
    metrics, gap, height = QFontMetrics(font), look.px(8), look.px(32)
    left = line.left()
    for key in keys:
        width = max(height, metrics.horizontalAdvance(key) + look.px(20))
        cap = QRect(left, line.center().y() - height // 2 + 1, width, height)
        painter.setPen(QPen(look.colour("quiet"), 1))
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), look.px(6), look.px(6))
        painter.setPen(look.colour("text"))
        painter.drawText(cap, _CENTER, key)
        left += width + gap


def paint_waiting(painter: QPainter, area: QRect, look: SlideStyle, title: str, seconds: float) -> None:
    """The page before there are slides: what will be shown, and a line that says that work goes on."""
    ground = QLinearGradient(area.topLeft(), area.bottomLeft())
    ground.setColorAt(0, look.colour("ground"))
    ground.setColorAt(1, look.colour("ground_deep"))
    painter.fillRect(area, ground)
    margin = round(area.width() * 0.12)
    middle = area.top() + area.height() // 2
    words = QRect(margin, area.top(), area.width() - 2 * margin, middle - look.px(40) - area.top())
    painter.setFont(look.font(56, strong=True))
    painter.setPen(look.colour("text"))
    painter.drawText(words, _title_flags(), _title_lines(title))
    track = QRectF(area.center().x() - look.px(160), middle, look.px(320), max(2, look.px(2)))
    painter.fillRect(track, look.colour("line"))
    swing = abs((seconds / 1.6) % 2 - 1)  # to and fro
    eased = swing * swing * (3 - 2 * swing)
    lit = QRectF(track.left() + eased * track.width() * 0.7, track.top(), track.width() * 0.3, track.height())
    painter.fillRect(lit, look.colour("accent"))
    painter.setFont(look.font(20))
    painter.setPen(look.colour("accent"))
    below = QRect(margin, middle + look.px(32), words.width(), look.px(40))
    painter.drawText(below, _CENTER, QCoreApplication.translate("presenting", "Preparing the slides…"))


def _title_lines(title: str) -> str:
    """A title whose halves are set off by a space, as those of Chinese reports are, on two lines."""
    halves = title.split()
    return "\n".join(halves) if len(halves) == 2 and len(title) > 16 else title


def _title_flags() -> int:
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
    return int(flags) | int(Qt.TextFlag.TextWordWrap)


def _pill(painter: QPainter, area: QRect, look: SlideStyle, width: int, height: int) -> QRectF:
    pill = QRectF(0, 0, width, height)
    pill.moveCenter(QRectF(area).center())
    pill.moveBottom(area.bottom() - look.px(64))
    _panel(painter, pill, look, height / 2)
    return pill


def _panel(painter: QPainter, rect: QRectF, look: SlideStyle, radius: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour("panel"))
    painter.setPen(QPen(look.colour("line"), 1))
    painter.drawRoundedRect(rect, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
