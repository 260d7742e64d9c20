"""A small PDF whose pages have one colour each, so that a pixel tells which page is shown."""

from __future__ import annotations

import typst
from PySide6.QtGui import QColor

COUNT = 12


def page_colour(number: int) -> QColor:
    """The colour of a page, counted from 1."""
    return QColor(20 * number, 40, 255 - 20 * number)


def coloured_pages() -> bytes:
    """`COUNT` pages of 16:9."""
    pages = [
        f'#page(width: 160pt, height: 90pt, fill: rgb("{page_colour(number).name()}"))[]'
        for number in range(1, COUNT + 1)
    ]
    pdf = typst.Compiler("\n".join(pages).encode()).compile()
    assert isinstance(pdf, bytes)
    return pdf
