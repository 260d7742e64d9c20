"""Paints ink and pointer over the page of a canvas, and knows which part of it they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from gaohang_viewer.presenting.audience.ink_layer import InkLayer
from gaohang_viewer.presenting.audience.ink_painting import paint_ink, stroke_rect
from gaohang_viewer.presenting.audience.pointer_painting import (
    laser_rect,
    magnifier_rect,
    paint_laser,
    paint_magnifier,
    paint_spotlight,
    spotlight_rect,
)
from gaohang_viewer.presenting.show.ink import Tool

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter

    from gaohang_viewer.presenting.marking import Marking

_RECTS = {Tool.LASER: laser_rect, Tool.SPOTLIGHT: spotlight_rect, Tool.MAGNIFIER: magnifier_rect}


class MarksLayer:
    """The ink and pointer of one canvas."""

    def __init__(self, marking: Marking) -> None:
        self._marking = marking
        self._ink = InkLayer()
        self._at: tuple[float, float] | None = (
            None  # where the pointer was painted last, in shares of the page
        )
        self._grown = 0  # how many points of the growing stroke were painted

    def is_empty(self) -> bool:
        """Whether no page has anything to paint."""
        marking = self._marking
        if marking.ink.pages or marking.pointer is not None or marking.growing is not None:
            return False
        self._at = None
        return True

    def paint(
        self, painter: QPainter, page_rect: QRectF, page: str, picture: QImage, part: QRectF, *, own: bool
    ) -> None:
        """Paints the ink and pointer of a page.

        `page` is the page's key, `picture` its largest picture (for the magnifier), `part` the rectangle to
        paint. `own` says that the speaker points at this page and draws on it.
        """
        marking = self._marking
        strokes = marking.ink.strokes(page)
        self._ink.paint(painter, page_rect, page, strokes)
        self._at = marking.pointer if own else None
        if not own:
            return
        if marking.growing is not None:
            paint_ink(painter, page_rect, (), marking.growing, within=part)
        if marking.pointer is None:
            return
        match marking.tool:
            case Tool.LASER:
                paint_laser(painter, page_rect, marking.pointer)
            case Tool.SPOTLIGHT:
                paint_spotlight(painter, page_rect, marking.pointer)
            case Tool.MAGNIFIER:
                paint_magnifier(painter, page_rect, picture, marking.pointer, strokes=strokes)
            case _:
                pass

    def pointer_rect(self, page_rect: QRectF) -> QRectF:
        """The area to repaint after the pointer has moved."""
        now, rect = self._marking.pointer, _RECTS.get(self._marking.tool)
        if rect is None or (now is None) != (self._at is None):
            return page_rect
        changed = QRectF()
        for at in (self._at, now):
            if at is not None:
                changed = changed.united(rect(page_rect, at))
        return changed

    def growth_rect(self, page_rect: QRectF) -> QRectF:
        """The area to repaint after the growing stroke got more points."""
        stroke = self._marking.growing
        if stroke is None:
            self._grown = 0
            return page_rect
        new, self._grown = len(stroke.points) - self._grown, len(stroke.points)
        return stroke_rect(page_rect, stroke, max(new, 1))

    def clear(self) -> None:
        """Frees the memory of the ink's picture."""
        self._ink.clear()
