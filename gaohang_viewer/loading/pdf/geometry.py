"""Turns places on a PDF's page into those on the page as it is read: from the left and top edge, turned."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.page import Character


class Matrix(NamedTuple):
    """A transformation of points, as in ISO 32000-1, 8.3.3."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Returns a point after the transformation."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, other: Matrix) -> Matrix:
        """Returns the transformation that does this one, then the other."""
        e, f = other.point(self.e, self.f)
        return Matrix(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            e,
            f,
        )


class Box(NamedTuple):
    """A part of a page, in points from its left and top edge."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        """Its area in square points."""
        return max(self.right - self.left, 0.0) * max(self.bottom - self.top, 0.0)

    @property
    def rounded(self) -> Box:
        """With whole numbers, to compare it."""
        return Box(*map(round, self))

    def holds(self, one: Character) -> bool:
        """Whether the middle of a character stands in it."""
        middle, height = (one.left + one.right) / 2, one.baseline - 0.3 * one.size
        return self.left <= middle <= self.right and self.top <= height <= self.bottom

    def near(self, other: Box, distance: float) -> bool:
        """Whether two boxes are no further apart."""
        return (
            max(self.left, other.left) - min(self.right, other.right) <= distance
            and max(self.top, other.top) - min(self.bottom, other.bottom) <= distance
        )

    def together(self, other: Box) -> Box:
        """The box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Frame(NamedTuple):
    """The size of a page as it is read, in points, and the transformation to it."""

    width: float
    height: float
    matrix: Matrix


def frame_of(page: object) -> Frame:
    """Returns the frame of a page, which its /Rotate turns clockwise (ISO 32000-1, table 30)."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    width, height = right - left, top - bottom
    turn = pdfium.FPDFPage_GetRotation(page)
    if turn == 1:
        return Frame(height, width, Matrix(0, 1, 1, 0, -bottom, -left))
    if turn == 2:
        return Frame(width, height, Matrix(-1, 0, 0, 1, right, -bottom))
    if turn == 3:
        return Frame(height, width, Matrix(0, -1, -1, 0, top, right))
    return Frame(width, height, Matrix(1, 0, 0, -1, -left, top))
