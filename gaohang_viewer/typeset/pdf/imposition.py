"""Places the pages of a finished tagged PDF on sheets; tags, bookmarks and links are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from gaohang_viewer.typeset.pdf.objects import (
    Key,
    number,
    pages_of,
    resolve_destination_names,
    saved,
    set_page_count,
)
from gaohang_viewer.typeset.pdf.references import (
    PlacedPage,
    Placement,
    move_annotations,
    move_destinations,
    move_tags,
)

if TYPE_CHECKING:
    from pikepdf import Object, Pdf, Stream

    from gaohang_viewer.typeset.engine.job import Tile


def place_on_sheets(pages: bytes, sheets: bytes, places: Sequence[Tile], *, keep_tags: bool) -> bytes:
    """Returns the sheets of one PDF with the pages of another placed on them.

    With `keep_tags` the tags, bookmarks and links of the pages are kept and the content of the sheets becomes
    an artifact; otherwise those of the sheets are kept and the placed pages are artifacts.
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
            resolve_destination_names(tiles)
            impose(tiles, sides, whole[0], sheets)
            return saved(tiles)
        _stamp(base, sides, pages)
        return saved(base)


def _size(page: Any) -> tuple[float, float]:
    left, bottom, right, top = map(float, page.MediaBox)
    return right - left, top - bottom


def _stamp(pdf: Pdf, sides: Sequence[Sequence[Placement]], source: bytes) -> None:
    """Draws pages of another file in their places, as artifacts."""
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
            matrix = " ".join(str(number(value)) for value in (scale, 0, 0, scale, left, bottom))
            steps.append(f"q {matrix} cm /Page{page} Do Q")
        sheet.contents_add("\n".join([*steps, "EMC"]).encode())
        # Pages may share their resources: this one needs its own
        sheet.obj.Resources = Dictionary(dict(sheet.obj.Resources.items()) | {"/XObject": Dictionary(drawn)})


def impose(
    pdf: Pdf, sheets: Sequence[Sequence[Placement]], size: tuple[float, float], around: bytes | None = None
) -> None:
    """Replaces the pages by sheets of a size in points, on which they are placed, each exactly once.

    `around` is an untagged PDF with a page for each sheet, which is drawn over it as an artifact.
    """
    from pikepdf import Array, Dictionary, Name

    pages = pages_of(pdf)
    forms = as_forms(pdf, pages)
    above = foreign_forms(pdf, around) if around is not None else iter(())
    placed: dict[Key, PlacedPage] = {}
    tree = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=len(sheets)))
    kids = []
    for places in sheets:
        drawn: dict[str, Object] = {f"/P{at}": forms[place.page] for at, place in enumerate(places)}
        steps = [
            f"q {number(scale)} 0 0 {number(scale)} {number(left)} {number(bottom)} cm /P{at} Do Q"
            for at, (_, left, bottom, scale) in enumerate(places)
        ]
        if (artifact := next(above, None)) is not None:
            drawn["/Around"] = artifact
            steps.append("/Artifact BMC /Around Do EMC")
        sheet = pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                Parent=tree,
                MediaBox=Array([0, 0, *map(number, size)]),
                Resources=Dictionary(XObject=Dictionary(drawn)),
                Contents=pdf.make_stream("\n".join(steps).encode()),
                Tabs=Name.S,
            )
        )
        for place in places:
            placed[pages[place.page].objgen] = PlacedPage(forms[place.page], sheet, place)
        annotations = [annotation for place in places for annotation in pages[place.page].get("/Annots", ())]
        for place in places:
            move_annotations(pages[place.page], placed)
        if annotations:
            sheet.Annots = Array(annotations)
        kids.append(sheet)
    tree.Kids = Array(kids)
    pdf.Root.Pages = tree
    move_destinations(pdf, pages, placed)
    if "/StructTreeRoot" in pdf.Root:
        move_tags(pdf.Root.StructTreeRoot, placed)
    if "/PageLabels" in pdf.Root:
        del pdf.Root.PageLabels
    set_page_count(pdf, len(sheets))


def as_forms(pdf: Pdf, pages: Sequence[Object]) -> list[Stream]:
    """Turns the content stream of each page into a form XObject, without copying it."""
    from pikepdf import Array, Name

    forms: list[Any] = []
    used: set[Key] = set()
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
    """Yields the pages of an untagged file as form XObjects of `pdf`; shared objects are copied once."""
    from pikepdf import Pdf

    with Pdf.open(BytesIO(source)) as other:
        for form in as_forms(other, pages_of(other)):
            copied: Any = pdf.copy_foreign(form)
            yield copied
