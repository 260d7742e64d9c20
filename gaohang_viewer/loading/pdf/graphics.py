"""Reads the ruling lines of a page, and where its pictures stand."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from gaohang_viewer.loading.page_layout.page import Rule
from gaohang_viewer.loading.pdf.geometry import Box, Matrix

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from gaohang_viewer.loading.pdf.geometry import Frame

_Point = tuple[float, float]

_MOST_OBJECTS = 50_000  # of one page
_MOST_SEGMENTS = 100  # of a path that draws lines; one with more is a drawing
_DEEPEST = 4  # forms in each other
_THICKEST = 3.0  # points of a line drawn as a box
_SHORTEST = 4.0  # points of a line that rules
_STRAIGHT = 0.7  # points that its ends may differ by


class Graphics:
    """The `rules` of a page, the boxes of its `images`, and those of all `parts` of drawings.

    Each part says whether it is curved or slanted.
    """

    def __init__(self, page: Any, frame: Frame) -> None:
        self.rules: list[Rule] = []
        self.images: list[Box] = []
        self.parts: list[tuple[Box, bool]] = []
        self._left = _MOST_OBJECTS
        count = pdfium.FPDFPage_CountObjects(page)
        self._read((pdfium.FPDFPage_GetObject(page, at) for at in range(count)), frame.matrix, 0)

    def without(self, ornaments: Container[Box]) -> Graphics:
        """Leaves out what is printed on many pages, given as rounded boxes; returns itself."""
        self.parts = [(box, curved) for box, curved in self.parts if box.rounded not in ornaments]
        self.images = [box for box in self.images if box.rounded not in ornaments]
        return self

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
                self.images.append(Box(min(xs), min(ys), max(xs), max(ys)))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                count = pdfium.FPDFFormObj_CountObjects(one)
                inner = (pdfium.FPDFFormObj_GetObject(one, at) for at in range(count))
                self._read(inner, _matrix(one).then(matrix), depth + 1)

    def _path(self, path: Any, matrix: Matrix) -> None:
        count = pdfium.FPDFPath_CountSegments(path)
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
        if count < 2 or not (fill.value or stroke.value):
            return
        whole = _matrix(path).then(matrix)
        if count > _MOST_SEGMENTS:
            self.parts.append((_bounds(path, matrix), True))
            return
        for points, curves, sides in _figures(path, count, whole):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box = Rule(min(xs), min(ys), max(xs), max(ys))
            thin, long = sorted((box.right - box.left, box.bottom - box.top))
            slanted = sum(min(abs(x), abs(y)) > _STRAIGHT for x, y in sides)
            # A box with round corners has four straight sides
            round_box = curves and len(sides) >= 2 and not slanted
            self.parts.append(
                (Box(*box), not round_box and (curves > 0 or (slanted > 0 and thin > _THICKEST)))
            )
            if curves:
                continue
            if thin <= _THICKEST:
                if long >= _SHORTEST:
                    self.rules.append(box)
            elif stroke.value:
                self.rules += filter(None, (_rule(*one, *other) for one, other in pairwise(points)))


def _bounds(path: Any, matrix: Matrix) -> Box:
    """Returns the box around a path with many segments."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(path, *map(ctypes.byref, edges))
    left, bottom, right, top = (edge.value for edge in edges)
    corners = [matrix.point(x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _figures(path: Any, count: int, matrix: Matrix) -> Iterator[tuple[list[_Point], int, list[_Point]]]:
    """Yields the points of each part of a path, how many curves it has, its straight sides as vectors."""
    points: list[_Point] = []
    sides: list[_Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    curves = 0
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, curves, sides
            points, sides, curves = [], [], 0
        curves += kind == pdfium.FPDF_SEGMENT_BEZIERTO
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        points.append(matrix.point(x.value, y.value))
        if kind == pdfium.FPDF_SEGMENT_LINETO and len(points) > 1:
            sides.append((points[-1][0] - points[-2][0], points[-1][1] - points[-2][1]))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points, curves, sides


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
