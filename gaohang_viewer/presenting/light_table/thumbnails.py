"""Pictures of slides: rendered pages, older pictures of them, or sketches."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QLinearGradient, QTextLayout, QTextOption

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFont, QPainter, QTextLine

    from gaohang_viewer.presenting.light_table.looks import Colours
    from gaohang_viewer.presenting.running_show import RunningShow
    from gaohang_viewer.presenting.show.pages import Deck, ShowPage
    from gaohang_viewer.typeset.slides.deck_edits import SlideText

_THUMBNAILS = 400  # cached from one deck to the next
_PAGES = 6
_VIEW = "deck"  # the name of this view for the renderer


class DeckPictures(QObject):
    """Caches pictures by slide key, so that those of the old deck remain while a new one is made."""

    drawn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pages: dict[str, list[ShowPage]] = {}  # the deck's pages by slide key
        self.aspect = 16 / 9
        self._look = ""
        self._running: RunningShow | None = None
        self._cache: dict[bool, OrderedDict[str, QImage]] = {True: OrderedDict(), False: OrderedDict()}

    def set_deck(self, running: RunningShow, deck: Deck, look: str) -> None:
        """Uses the pages of a deck; with another look, pictures of slides left out of it are discarded."""
        if running is not self._running:
            self._running = running
            running.page_rendered.connect(self._drawn)
            self.clear()
        self.pages = {}
        slides: dict[int, str] = {}
        for page in deck.pages:
            slides.setdefault(page.slide, page.key)
            self.pages.setdefault(slides[page.slide], []).append(page)
        if (look, deck.aspect) != (self._look, self.aspect):
            for cache in self._cache.values():
                for name in [name for name in cache if name.partition("\0")[0] not in self.pages]:
                    del cache[name]
        self._look, self.aspect = look, deck.aspect

    def clear(self) -> None:
        """Discards all pictures."""
        for cache in self._cache.values():
            cache.clear()

    def thumbnail(self, key: str, size: QSize) -> QImage | None:
        """The thumbnail of a slide's first page; `size` in pixels."""
        return self._picture(key, 0, size, small=True)

    def page(self, key: str, part: int, size: QSize) -> QImage | None:
        """A page of a slide; a smaller picture until it has been rendered."""
        return self._picture(key, part, size, small=False) or self._cache[True].get(f"{key}\0{part}")

    def request_thumbnails(self, keys: Iterable[str], size: QSize) -> None:
        """Requests the first pages of slides; `size` in pixels."""
        if self._running is not None and self._running.renderer is not None:
            numbers = [self.pages[key][0].number for key in keys if key in self.pages]
            self._running.renderer.request_thumbnails(numbers, size)

    def request_page(self, key: str, part: int, size: QSize) -> None:
        """Requests a page of a slide; `size` in pixels."""
        pages = self.pages.get(key, [])
        if part < len(pages) and self._running is not None and self._running.renderer is not None:
            self._running.renderer.request(pages[part].number, size, _VIEW)

    def _picture(self, key: str, part: int, size: QSize, *, small: bool) -> QImage | None:
        cache, name = self._cache[small], f"{key}\0{part}"
        pages = self.pages.get(key, [])
        renderer = self._running.renderer if self._running is not None else None
        image = renderer.image(pages[part].number, size) if renderer and part < len(pages) else None
        if image is None:
            return cache.get(name)
        cache[name] = image
        cache.move_to_end(name)
        while len(cache) > (_THUMBNAILS if small else _PAGES):
            cache.popitem(last=False)
        return image

    def _drawn(self) -> None:
        self.drawn.emit()


def fitted(box: QRectF, aspect: float) -> QRectF:
    """The largest rectangle of this aspect in the middle of a box."""
    width = min(box.width(), box.height() * aspect)
    height = width / aspect
    return QRectF(box.x() + (box.width() - width) / 2, box.y() + (box.height() - height) / 2, width, height)


def ground_of(colours: Colours, box: QRectF) -> QLinearGradient:
    """The background of a page that fills a box."""
    gradient = QLinearGradient(box.topLeft(), box.bottomRight())
    for at, colour in enumerate(colours.ground):
        gradient.setColorAt(at / max(len(colours.ground) - 1, 1), QColor(colour))
    return gradient


def paint_sketch(painter: QPainter, box: QRectF, colours: Colours, text: SlideText, font: QFont) -> None:
    """Paints a slide without a picture: its headline and points in the colours of its look."""
    painter.fillRect(box, ground_of(colours, box))
    side, below = box.width() * 0.08, box.bottom() - box.height() * 0.1
    room = box.adjusted(side, box.height() * (0.14 if text.points else 0.3), -side, 0)
    painter.setPen(QColor(colours.ink))
    font.setPixelSize(max(5, round(box.height() * 0.085)))
    top = room.top() + paint_lines(painter, room.toRect(), text.headline, font, 2) + box.height() * 0.05
    font.setPixelSize(max(3, round(box.height() * 0.048)))
    for point in text.points or ():
        room.setTop(top)
        top += paint_lines(painter, room.toRect(), point.partition("\n")[0], font, 1) * 1.3
        if top > below:
            break


def paint_lines(painter: QPainter, box: QRect, text: str, font: QFont, most: int) -> int:
    """Paints a text on at most `most` lines, the last one elided; returns their height in px."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[QTextLine] = []
    while len(lines) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(box.width())
        lines.append(line)
    layout.endLayout()
    height = 0.0
    painter.setFont(font)
    metrics = painter.fontMetrics()
    for at, line in enumerate(lines[:most]):
        if at == most - 1 and len(lines) > most:
            rest = metrics.elidedText(text[line.textStart() :], Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(QPointF(box.x(), box.y() + height + line.ascent()), rest)
        else:
            line.draw(painter, QPointF(box.x(), box.y() + height))
        height += round(line.height())
    return round(height)
