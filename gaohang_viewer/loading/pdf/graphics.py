"""Reads the ruling lines of a page, and where its pictures stand."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from gaohang_viewer.loading.page_layout.page import Rule
from gaohang_viewer.loading.pdf.geometry import Matrix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.loading.pdf.geometry import Frame

_MOST_OBJECTS = 50_000  # of one page
_MOST_SEGMENTS = 100  # of a path that draws lines; one with more is a drawing
_DEEPEST = 4  # forms in each other
_THICKEST = 3.0  # points of a line drawn as a box
_SHORTEST = 4.0  # points of a line that rules
_STRAIGHT = 0.7  # points that its ends may differ by


class Graphics:
    """The `rules` of a page, and the boxes of its `images` (left, top, right, bottom), in points."""

    def __init__(self, page: Any, frame: Frame) -> None:
        self.rules: list[Rule] = []
        self.images: list[tuple[float, float, float, float]] = []
        self._left = _MOST_OBJECTS
        count = pdfium.FPDFPage_CountObjects(page)
        self._read((pdfium.FPDFPage_GetObject(page, at) for at in range(count)), frame.matrix, 0)

    def _read(self, objects: Iterator[Any], matrix: Matrix, depth: int) -> None:
        for one in objects:
            self._left -= 1
            if self._left < 0:
                return
            kind = pdfium.FPDFPageObj_GetType(one)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(one, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                corners = [_matrix(one).then(matrix).point(x, y) for x in (0, 1) for y in (0, 1)]
                xs, ys = [x for x, _ in corners], [y for _, y in corners]
                self.images.append((min(xs), min(ys), max(xs), max(ys)))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                count = pdfium.FPDFFormObj_CountObjects(one)
                inner = (pdfium.FPDFFormObj_GetObject(one, at) for at in range(count))
                self._read(inner, _matrix(one).then(matrix), depth + 1)

    def _path(self, path: Any, matrix: Matrix) -> None:
        count = pdfium.FPDFPath_CountSegments(path)
        if not 2 <= count <= _MOST_SEGMENTS:
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
        whole = _matrix(path).then(matrix)
        for points in _figures(path, count, whole):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box = Rule(min(xs), min(ys), max(xs), max(ys))
            if min(box.right - box.left, box.bottom - box.top) <= _THICKEST:
                if max(box.right - box.left, box.bottom - box.top) >= _SHORTEST and (
                    fill.value or stroke.value
                ):
                    self.rules.append(box)
            elif stroke.value:
                self.rules += filter(None, (_rule(*one, *other) for one, other in pairwise(points)))


def _figures(path: Any, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """Yields the points of each part of a path that consists of straight lines."""
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    curved = False
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        points.append(matrix.point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _rule(x: float, y: float, to_x: float, to_y: float) -> Rule | None:
    """Returns a line that is horizontal or vertical."""
    width, height = abs(to_x - x), abs(to_y - y)
    if min(width, height) > _STRAIGHT or max(width, height) < _SHORTEST:
        return None
    return Rule(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))


def _matrix(one: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, ctypes.byref(found)):
        return Matrix()
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)
