"""Lays the pages of a finished tagged PDF on sheets: tags, bookmarks and links go with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pikepdf import Array, Dictionary, Object, Pdf, Stream

    from gaohang_viewer.typeset.engine.job import Tile


class Placement(NamedTuple):
    """Where a page, counted from 0, lies on its sheet: its left and bottom in points, and its scale."""

    page: int
    left: float
    bottom: float
    scale: float = 1.0


class Laid(NamedTuple):
    """A page as it was laid: the form that draws it now, the sheet that shows it, and where."""

    form: Stream
    sheet: Dictionary
    place: Placement

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page lies on the sheet."""
        _, left, bottom, scale = self.place
        return round(left + scale * x, 3), round(bottom + scale * y, 3)


def laid_on(pages: bytes, sheets: bytes, places: Sequence[Tile], *, keep_tags: bool) -> bytes:
    """The sheets of one PDF with the pages of another on them.

    The tags, bookmarks and links are the pages' own if those are kept, and what the sheets show is ornament;
    else they are the sheets', and the pages are pictures that say nothing.
    """
    from pikepdf import Pdf

    with Pdf.open(BytesIO(pages)) as tiles, Pdf.open(BytesIO(sheets)) as base:
        sizes = [_size(page) for page in pages_of(tiles)]
        whole = [_size(page) for page in pages_of(base)]
        sides: list[list[Placement]] = [[] for _ in whole]
        for at in places:
            width, height = sizes[at.page - 1]
            scale = at.width / width
            bottom = whole[at.sheet - 1][1] - at.y - scale * height
            sides[at.sheet - 1].append(Placement(at.page - 1, at.x, bottom, scale))
        if keep_tags:
            without_names(tiles)
            impose(tiles, sides, whole[0], sheets)
            return written(tiles)
        _stamp(base, sides, pages)
        return written(base)


def _size(page: Any) -> tuple[float, float]:
    left, bottom, right, top = map(float, page.MediaBox)
    return right - left, top - bottom


def _stamp(pdf: Pdf, sides: Sequence[Sequence[Placement]], source: bytes) -> None:
    """Draw pages of another file in their places, as ornament."""
    from pikepdf import Dictionary

    forms = list(foreign_forms(pdf, source))
    for sheet, places in zip(pdf.pages, sides, strict=True):
        if not places:
            continue
        sheet.contents_add(b"q\n", prepend=True)
        drawn = dict(sheet.obj.Resources.get("/XObject", {}).items())
        steps = ["Q /Artifact BMC"]
        for page, left, bottom, scale in places:
            drawn[f"/Page{page}"] = forms[page]
            matrix = " ".join(str(_number(value)) for value in (scale, 0, 0, scale, left, bottom))
            steps.append(f"q {matrix} cm /Page{page} Do Q")
        sheet.contents_add("\n".join([*steps, "EMC"]).encode())
        # Pages may share their resources: this one gets some of its own.
        sheet.obj.Resources = Dictionary(dict(sheet.obj.Resources.items()) | {"/XObject": Dictionary(drawn)})


def impose(
    pdf: Pdf, sheets: Sequence[Sequence[Placement]], size: tuple[float, float], around: bytes | None = None
) -> None:
    """Lay each page in its place on a sheet of the size, in points; every page has exactly one place.

    `around` is an untagged PDF with a page for each sheet, drawn over it: what a reader need not be told.
    """
    from pikepdf import Array, Dictionary, Name

    pages = pages_of(pdf)
    forms = as_forms(pdf, pages)
    above = foreign_forms(pdf, around) if around is not None else iter(())
    laid: dict[tuple[int, int], Laid] = {}
    tree = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=len(sheets)))
    kids = []
    for places in sheets:
        drawn: dict[str, Object] = {f"/P{at}": forms[place.page] for at, place in enumerate(places)}
        steps = [
            f"q {_number(scale)} 0 0 {_number(scale)} {_number(left)} {_number(bottom)} cm /P{at} Do Q"
            for at, (_, left, bottom, scale) in enumerate(places)
        ]
        if (artifact := next(above, None)) is not None:
            drawn["/Around"] = artifact
            steps.append("/Artifact BMC /Around Do EMC")
        sheet = pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                Parent=tree,
                MediaBox=Array([0, 0, *map(_number, size)]),
                Resources=Dictionary(XObject=Dictionary(drawn)),
                Contents=pdf.make_stream("\n".join(steps).encode()),
                Tabs=Name.S,
            )
        )
        for place in places:
            laid[pages[place.page].objgen] = Laid(forms[place.page], sheet, place)
        annotations = [note for place in places for note in pages[place.page].get("/Annots", ())]
        for place in places:
            _move_notes(pages[place.page], laid)
        if annotations:
            sheet.Annots = Array(annotations)
        kids.append(sheet)
    tree.Kids = Array(kids)
    pdf.Root.Pages = tree
    _move_targets(pdf, pages, laid)
    if "/StructTreeRoot" in pdf.Root:
        _move_tags(pdf.Root.StructTreeRoot, laid)
    if "/PageLabels" in pdf.Root:
        del pdf.Root.PageLabels
    told(pdf, len(sheets))


def pages_of(pdf: Pdf) -> list[Any]:
    """The pages as they are now: `Pdf.pages` remembers those that were there at first."""
    pages: list[Any] = []
    waiting: list[Any] = [pdf.Root.Pages]
    while waiting:
        node = waiting.pop()
        if "/Kids" in node:
            waiting += reversed(list(node.Kids))
        else:
            pages.append(node)
    return pages


def told(pdf: Pdf, count: int) -> None:
    """Have the metadata say how many pages there are now."""
    metadata = pdf.Root.get("/Metadata")
    if metadata is not None:
        new = rf"<xmpTPg:NPages>{count}<".encode()
        metadata.write(re.sub(rb"<xmpTPg:NPages>\d+<", new, metadata.read_bytes()))


def written(pdf: Pdf) -> bytes:
    """The file's bytes: the same for the same content."""
    from pikepdf import ObjectStreamMode

    sink = BytesIO()
    pdf.save(sink, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return sink.getvalue()


def _number(value: float) -> Any:
    """A number as it stands in a PDF, which knows no exponents."""
    from decimal import Decimal

    return Decimal(f"{value:.4f}").normalize() + 0 if value else 0


def as_forms(pdf: Pdf, pages: Sequence[Object]) -> list[Stream]:
    """Each page as a form that a sheet can draw: its own content, which is not even copied."""
    from pikepdf import Array, Name

    forms: list[Any] = []
    used: set[tuple[int, int]] = set()
    for page in pages:
        content: Any = page.Contents
        if isinstance(content, Array) or content.objgen in used:
            parts = content if isinstance(content, Array) else [content]
            content = pdf.make_stream(b"\n".join(part.read_bytes() for part in parts))
        used.add(content.objgen)
        content.Type, content.Subtype, content.BBox = Name.XObject, Name.Form, page.MediaBox
        for key in ("/Resources", "/Group", "/StructParents"):
            if key in page:
                content[key] = page[key]
        forms.append(content)
    return forms


def foreign_forms(pdf: Pdf, source: bytes) -> Iterator[Stream]:
    """The pages of an untagged file as forms for this one; what they share, such as fonts, is copied once."""
    from pikepdf import Pdf

    with Pdf.open(BytesIO(source)) as other:
        for form in as_forms(other, pages_of(other)):
            copied: Any = pdf.copy_foreign(form)
            yield copied


def _move_notes(page: Any, laid: dict[tuple[int, int], Laid]) -> None:
    """Put the links of a page where its words have come to lie."""
    from pikepdf import Array

    here = laid[page.objgen]
    for note in page.get("/Annots", ()):
        for key in ("/Rect", "/QuadPoints"):
            if key in note:
                ends = [float(value) for value in note[key]]
                pairs = zip(ends[::2], ends[1::2], strict=True)
                note[key] = Array([_number(value) for x, y in pairs for value in here.point(x, y)])
        if "/P" in note:
            note.P = here.sheet


def _move_targets(pdf: Pdf, pages: Sequence[Any], laid: dict[tuple[int, int], Laid]) -> None:
    """Have bookmarks and links lead to the sheets. Several may share a target: each is changed once."""
    done: set[tuple[int, int]] = set()
    holders: list[Any] = [*bookmarks(pdf), *(note for page in pages for note in page.get("/Annots", ()))]
    for holder in holders:
        target = target_of(holder)
        if target is None or (target.objgen in done and target.is_indirect):
            continue
        done.add(target.objgen)
        here = laid.get(target[0].objgen)
        if here is None:
            continue
        target[0] = here.sheet
        if target[1] == "/XYZ":
            x, y = here.point(float(target[2] or 0), float(target[3] or 0))
            target[2], target[3] = _number(x), _number(y)


def target_of(holder: Any) -> Array | None:
    """The place in the file that a bookmark or a link leads to, if it is one."""
    from pikepdf import Array

    target = holder.get("/Dest", None)
    if target is None and "/A" in holder and holder.A.get("/S") == "/GoTo":
        target = holder.A.get("/D", None)
    return target if isinstance(target, Array) else None


def without_names(pdf: Pdf) -> None:
    """Have links lead where the names stand for that they use."""
    from pikepdf import Array

    if "/Names" not in pdf.Root or "/Dests" not in pdf.Root.Names:
        return
    named: dict[str, Any] = {}
    waiting: list[Any] = [pdf.Root.Names.Dests]
    while waiting:
        node = waiting.pop()
        waiting += list(node.get("/Kids", ()))
        flat = list(node.get("/Names", ()))
        named |= {str(name): target for name, target in zip(flat[::2], flat[1::2], strict=True)}
    for page in pages_of(pdf):
        for note in page.get("/Annots", ()):
            if "/Dest" in note and not isinstance(note.Dest, Array):
                note.Dest = Array(list(named[str(note.Dest)]))
    del pdf.Root.Names["/Dests"]


def bookmarks(pdf: Pdf) -> Iterator[Dictionary]:
    """All bookmarks, from the first to the last."""
    waiting: list[Any] = [pdf.Root.Outlines.get("/First")] if "/Outlines" in pdf.Root else []
    while waiting:
        entry = waiting.pop()
        if entry is None:
            continue
        yield entry
        waiting += [entry.get("/Next"), entry.get("/First")]


def _move_tags(root: Any, laid: dict[tuple[int, int], Laid]) -> None:
    """Have every tag say that its content is now in a form of a sheet; keys and numbers stay as they are."""
    from pikepdf import Array, Dictionary, Name

    waiting: list[Any] = list(kids_of(root))
    while waiting:
        element = waiting.pop()
        home = laid.get(element.Pg.objgen) if "/Pg" in element else None
        if "/A" in element:
            _move_box(element, laid)
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
            here = laid[kid.Pg.objgen] if "/Pg" in kid else home
            if here is not None:
                kid.Pg = here.sheet
                if kind == "/MCR" and "/Stm" not in kid:
                    kid.Stm = here.form
        if home is not None:
            element.Pg = home.sheet
        if kids:
            element.K = Array(kids)


def kids_of(element: Any) -> list[Any]:
    """What a tag holds: further tags, numbers of marked content, references."""
    from pikepdf import Array

    kids = element.get("/K", None)
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def attributes_of(element: Any) -> list[Any]:
    """The attributes of a tag."""
    from pikepdf import Array

    attributes = element.get("/A", ())
    return list(attributes) if isinstance(attributes, Array) else [attributes]


def _move_box(element: Any, laid: dict[tuple[int, int], Laid]) -> None:
    """A table and a figure say which part of the page they cover. They are met before what they hold."""
    from pikepdf import Array

    for attributes in attributes_of(element):
        if isinstance(attributes, int) or "/BBox" not in attributes:
            continue
        pages = (found for found in _pages_of(element) if found in laid)
        if (page := next(pages, None)) is not None:
            left, bottom, right, top = map(float, attributes.BBox)
            corners = (*laid[page].point(left, bottom), *laid[page].point(right, top))
            attributes.BBox = Array([_number(value) for value in corners])


def _pages_of(element: Any) -> Iterator[tuple[int, int]]:
    """The pages that hold something of a tag, in order, as object numbers."""
    if "/Pg" in element:
        yield element.Pg.objgen
    for kid in kids_of(element):
        if not isinstance(kid, int):
            yield from _pages_of(kid)
