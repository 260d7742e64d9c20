"""Recognises the text of scanned pages with rapidocr, where that is installed (the extra `ocr`)."""

from __future__ import annotations

import importlib.util
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from gaohang_viewer.loading.page_layout import Character, Page
from gaohang_viewer.loading.page_layout.lines import is_wide
from gaohang_viewer.loading.pdf.bitmap import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.loading.pdf.geometry import Frame

_PIXELS = 2_200  # of the longer side of a page: some 190 dpi on A4
_LEAST_SURE = 0.5  # of 1: what is read with less is no text
_HEIGHT = 0.82  # of the box around a line: the size of its characters
_MIDDLE = 0.36  # of the size: from the middle of a line to its baseline
_FEWEST = 8  # characters whose width shows their size better than the height of the box
_ALIKE = (0.85, 1.18)  # times the usual size: the same size, for boxes are not exact
_ALIKE_BY_HEIGHT = (0.7, 1.4)
_STEP = 0.5  # points of other sizes


def is_installed() -> bool:
    """Whether rapidocr is there."""
    return importlib.util.find_spec("rapidocr") is not None


class _Text(NamedTuple):
    """A line of text that was recognised, in points."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def units(self) -> float:
        """Its width in Chinese characters."""
        return sum(1.0 if is_wide(sign) else 0.5 for sign in self.words) or 1.0

    @property
    def size(self) -> float:
        """The size of its characters."""
        if len(self.words) >= _FEWEST:
            return (self.right - self.left) / self.units
        return _HEIGHT * (self.bottom - self.top)


class Recognition:
    """Recognises page by page; `pages` then gives them with one size for what is about as large."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        self._engine: Any = RapidOCR()
        self._read: list[tuple[Frame, list[_Text]]] = []

    def read(self, page: Any, frame: Frame) -> None:
        """Recognises the next page of PDFium."""
        scale = _PIXELS / max(frame.width, frame.height)
        bitmap = rendered(page, frame, (0.0, 0.0, frame.width, frame.height), scale, seconds=None)
        found: list[_Text] = []
        if bitmap is not None:
            result = self._engine(bitmap)
            boxes = [] if result.boxes is None else result.boxes
            for box, words, sure in zip(boxes, result.txts or (), result.scores or (), strict=True):
                if words.strip() and sure >= _LEAST_SURE:
                    xs, ys = [float(x) / scale for x, _ in box], [float(y) / scale for _, y in box]
                    found.append(_Text(words.strip(), min(xs), min(ys), max(xs), max(ys)))
        self._read.append((frame, found))

    def pages(self) -> Iterator[Page]:
        """Yields the pages as characters."""
        sizes = [text.size for _, texts in self._read for text in texts for _ in text.words]
        usual = median(sizes) if sizes else 1.0
        for frame, texts in self._read:
            characters = [one for text in texts for one in _characters(text, usual)]
            yield Page(frame.width, frame.height, characters, [], [])


def _characters(text: _Text, usual: float) -> Iterator[Character]:
    least, most = _ALIKE if len(text.words) >= _FEWEST else _ALIKE_BY_HEIGHT
    size = text.size
    size = usual if least <= size / usual <= most else round(size / _STEP) * _STEP
    baseline = (text.top + text.bottom) / 2 + _MIDDLE * size
    left, step = text.left, (text.right - text.left) / text.units
    for sign in text.words:
        right = left + step * (1.0 if is_wide(sign) else 0.5)
        yield Character(sign, left, right, baseline, size)
        left = right
