"""Makes links, bookmarks and tags of a PDF refer to the sheets on which its pages were placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from gaohang_viewer.typeset.pdf.objects import Key, attributes_of, bookmarks, destination_of, kids_of, number

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf, Stream


class Placement(NamedTuple):
    """Where on its sheet a page is placed: its index from 0, its left and bottom in points, and its scale."""

    page: int
    left: float
    bottom: float
    scale: float = 1.0


class PlacedPage(NamedTuple):
    """A page that was placed: the form XObject that draws it, the sheet that shows it, and its placement."""

    form: Stream
    sheet: Dictionary
    placement: Placement

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Converts coordinates on the page to coordinates on the sheet, in points."""
        _, left, bottom, scale = self.placement
        return round(left + scale * x, 3), round(bottom + scale * y, 3)


def move_annotations(page: Any, placed: dict[Key, PlacedPage]) -> None:
    """Moves the link annotations of a page to where its text is on the sheet."""
    from pikepdf import Array

    here = placed[page.objgen]
    for annotation in page.get("/Annots", ()):
        for key in ("/Rect", "/QuadPoints"):
            if key in annotation:
                ends = [float(value) for value in annotation[key]]
                pairs = zip(ends[::2], ends[1::2], strict=True)
                annotation[key] = Array([number(value) for x, y in pairs for value in here.point(x, y)])
        if "/P" in annotation:
            annotation.P = here.sheet


def move_destinations(pdf: Pdf, pages: Sequence[Any], placed: dict[Key, PlacedPage]) -> None:
    """Makes bookmarks and links lead to the sheets. Holders may share a destination: each changes once."""
    done: set[Key] = set()
    holders: list[Any] = [
        *bookmarks(pdf),
        *(annotation for page in pages for annotation in page.get("/Annots", ())),
    ]
    for holder in holders:
        target = destination_of(holder)
        if target is None or (target.objgen in done and target.is_indirect):
            continue
        done.add(target.objgen)
        here = placed.get(target[0].objgen)
        if here is None:
            continue
        target[0] = here.sheet
        if target[1] == "/XYZ":
            x, y = here.point(float(target[2] or 0), float(target[3] or 0))
            target[2], target[3] = number(x), number(y)


def move_tags(root: Any, placed: dict[Key, PlacedPage]) -> None:
    """Makes each tag refer to its content in the form of a sheet; keys and marked-content ids stay."""
    from pikepdf import Array, Dictionary, Name

    waiting: list[Any] = list(kids_of(root))
    while waiting:
        element = waiting.pop()
        home = placed.get(element.Pg.objgen) if "/Pg" in element else None
        if "/A" in element:
            _move_box(element, placed)
        kids: list[Any] = []
        for kid in kids_of(element):
            if isinstance(kid, int):
                if home is not None:
                    kids.append(Dictionary(Type=Name.MCR, Pg=home.sheet, Stm=home.form, MCID=kid))
                continue
            kids.append(kid)
            if (kind := kid.get("/Type")) not in ("/MCR", "/OBJR"):
                waiting.append(kid)
                continue
            here = placed[kid.Pg.objgen] if "/Pg" in kid else home
            if here is not None:
                kid.Pg = here.sheet
                if kind == "/MCR" and "/Stm" not in kid:
                    kid.Stm = here.form
        if home is not None:
            element.Pg = home.sheet
        if kids:
            element.K = Array(kids)


def _move_box(element: Any, placed: dict[Key, PlacedPage]) -> None:
    """Converts the bounding box of a table or figure. Its content must not have been moved yet."""
    from pikepdf import Array

    for attributes in attributes_of(element):
        if isinstance(attributes, int) or "/BBox" not in attributes:
            continue
        pages = (found for found in _pages_of(element) if found in placed)
        if (page := next(pages, None)) is not None:
            left, bottom, right, top = map(float, attributes.BBox)
            corners = (*placed[page].point(left, bottom), *placed[page].point(right, top))
            attributes.BBox = Array([number(value) for value in corners])


def _pages_of(element: Any) -> Iterator[Key]:
    """Yields the keys of the pages that hold content of a tag, in order."""
    if "/Pg" in element:
        yield element.Pg.objgen
    for kid in kids_of(element):
        if not isinstance(kid, int):
            yield from _pages_of(kid)
