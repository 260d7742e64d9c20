"""Lays the pages of one PDF on the sheets of another, by pikepdf: Typst cannot do that in an archival file.

A page becomes a form XObject. ISO 32000-1, 14.7.4: marked content of such an object is named by a reference
with its stream (/Stm), and its own /StructParents leads back; so the pages' tags stay what they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pikepdf

    from gaohang_viewer.typeset.compiler import Place


class _Laid(NamedTuple):
    """A page that lies on a sheet: the sheet's page object, the page as an XObject, scale and corner."""

    sheet: pikepdf.Object
    form: pikepdf.Object
    scale: float
    x: float
    y: float

    def moved(self, x: float, y: float) -> tuple[float, float]:
        return round(self.x + self.scale * x, 3), round(self.y + self.scale * y, 3)


def laid_on(pages: bytes, sheets: bytes, places: Sequence[Place], *, keep_tags: bool) -> bytes:
    """The sheets with the pages on them. The tags, bookmarks and links are the pages' own if those are kept,
    and what the sheets show is ornament; else they are the sheets', and the pages are pictures without words.
    A page that no place names is left out. The same input gives the same bytes."""
    import pikepdf

    with pikepdf.open(BytesIO(pages)) as tiles, pikepdf.open(BytesIO(sheets)) as base:
        return _imposed(tiles, base, places) if keep_tags else _stamped(tiles, base, places)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The file's bytes, the same for the same content."""
    import pikepdf

    out = BytesIO()
    modes = pikepdf.ObjectStreamMode.generate
    pdf.save(out, deterministic_id=True, object_stream_mode=modes, compress_streams=True)
    return out.getvalue()


def _form(pdf: pikepdf.Pdf, page: pikepdf.Page) -> pikepdf.Object:
    import pikepdf

    page.contents_coalesce()
    form = pikepdf.Stream(pdf, page.Contents.read_bytes())
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = page.MediaBox
    form.Resources = page.Resources
    if "/StructParents" in page:
        form.StructParents = page.StructParents
    return pdf.make_indirect(form)


def _size(box: Any) -> tuple[float, float]:
    left, bottom, right, top = map(float, box)
    return right - left, top - bottom


def _draw(sheet: pikepdf.Page, laid: Sequence[tuple[str, _Laid]], *, sheet_is_ornament: bool) -> bytes:
    """The sheet's content with the pages on it; one of both is marked as ornament."""
    sheet.contents_coalesce()
    own = sheet.Contents.read_bytes()
    begin, end = b"/Artifact BMC\n", b"\nEMC\n"
    drawn = b"".join(
        f"q {it.scale:.6f} 0 0 {it.scale:.6f} {it.x:.3f} {it.y:.3f} cm {name} Do Q\n".encode()
        for name, it in laid
    )
    if sheet_is_ornament:
        return begin + b"q\n" + own + b"\nQ" + end + drawn
    return b"q\n" + own + b"\nQ\n" + (begin + drawn + end if drawn else b"")


def _lay(
    tile_of: dict[int, pikepdf.Object],
    places: Sequence[Place],
    sheet_objects: Sequence[Any],
) -> dict[int, _Laid]:
    laid = {}
    for place in places:
        tile = tile_of.get(place.page)
        if tile is None:
            continue
        sheet = sheet_objects[place.sheet - 1]
        width, height = _size(tile.BBox)
        scale = place.width / width
        corner = _size(sheet.MediaBox)[1] - place.y - scale * height
        laid[place.page] = _Laid(sheet, tile, scale, place.x, corner)
    return laid


def _put(pdf: pikepdf.Pdf, sheets: Sequence[Any], laid: dict[int, _Laid], *, sheet_is_ornament: bool) -> None:
    """Draws the pages on their sheets."""
    import pikepdf

    on: dict[tuple[int, int], list[tuple[str, _Laid]]] = {sheet.obj.objgen: [] for sheet in sheets}
    for number, it in laid.items():
        on[it.sheet.objgen].append((f"/Page{number}", it))
    for sheet in sheets:
        some = on[sheet.obj.objgen]
        content = _draw(sheet, some, sheet_is_ornament=sheet_is_ornament)
        sheet.obj.Contents = pdf.make_stream(content)
        resources = sheet.obj.get("/Resources", pikepdf.Dictionary())
        # Typst shares a dictionary of resources between pages: each sheet gets one of its own.
        own = pikepdf.Dictionary(dict(resources.items()))
        forms = pikepdf.Dictionary(dict(own.get("/XObject", {}).items()))
        for name, it in some:
            forms[name] = it.form
        own["/XObject"] = forms
        sheet.obj.Resources = own


def _stamped(tiles: pikepdf.Pdf, base: pikepdf.Pdf, places: Sequence[Place]) -> bytes:
    wanted = {place.page for place in places}
    forms = {
        number: base.copy_foreign(_form(tiles, page))
        for number, page in enumerate(tiles.pages, 1)
        if number in wanted
    }
    sheets = list(base.pages)
    laid = _lay(forms, places, [sheet.obj for sheet in sheets])
    _put(base, sheets, laid, sheet_is_ornament=False)
    return saved(base)


def _imposed(tiles: pikepdf.Pdf, base: pikepdf.Pdf, places: Sequence[Place]) -> bytes:
    old = list(tiles.pages)
    forms = {number: _form(tiles, page) for number, page in enumerate(old, 1)}
    numbers = {page.obj.objgen: number for number, page in enumerate(old, 1)}
    tiles.pages.extend(base.pages)
    sheets = list(tiles.pages)[len(old) :]
    laid = _lay(forms, places, [sheet.obj for sheet in sheets])
    _put(tiles, sheets, laid, sheet_is_ornament=True)
    by_page = {page: laid[number] for page, number in numbers.items() if number in laid}
    _move_tags(tiles, by_page)
    _move_annotations(old, by_page)
    for target in _destinations(tiles, old):
        if (it := by_page.get(target[0].objgen)) is not None:
            target[0] = it.sheet
            if len(target) > 3 and target[1] == "/XYZ":
                x, y = it.moved(float(target[2]), float(target[3]))
                target[2], target[3] = x, y
    del tiles.pages[: len(old)]
    return saved(tiles)


def _move_tags(pdf: pikepdf.Pdf, by_page: dict[tuple[int, int], _Laid]) -> None:
    """Tags of a page become tags of its XObject."""
    import pikepdf

    for element in elements(pdf):
        page = element.get("/Pg")
        it = by_page.get(page.objgen) if page is not None else None
        if "/K" not in element:
            continue
        moved = []
        for kid in kids_of(element):
            if isinstance(kid, int) and it is not None:
                kid = pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=it.sheet, Stm=it.form, MCID=kid)  # noqa: PLW2901
            elif isinstance(kid, pikepdf.Dictionary) and "/S" not in kid and "/Pg" in kid:
                its = by_page.get(kid.Pg.objgen)
                if its is not None:
                    kid.Pg = its.sheet
                    if "/MCID" in kid:
                        kid.Stm = its.form
            moved.append(kid)
        element.K = pikepdf.Array(moved)
        if it is not None:
            element.Pg = it.sheet


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """All elements of the structure tree, from its root."""

    root = pdf.Root.get("/StructTreeRoot")
    waiting = [] if root is None else [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [kid for kid in kids_of(element) if is_element(kid)]


def kids_of(element: Any) -> list[Any]:
    """What stands right below an element: elements, marked content, annotations."""
    import pikepdf

    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def is_element(kid: Any) -> bool:
    """Whether it is an element of the structure tree, and not a reference to content."""
    import pikepdf

    return isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid and "/Obj" not in kid


def _move_annotations(pages: Sequence[Any], by_page: dict[tuple[int, int], _Laid]) -> None:
    import pikepdf

    for page in pages:
        it = by_page.get(page.obj.objgen)
        if it is None:
            continue
        for annotation in page.obj.get("/Annots", []):
            for key in ("/Rect", "/QuadPoints"):
                if key in annotation:
                    flat = [float(value) for value in annotation[key]]
                    pairs = [it.moved(x, y) for x, y in zip(flat[::2], flat[1::2], strict=True)]
                    annotation[key] = pikepdf.Array([value for pair in pairs for value in pair])
            if "/P" in annotation:
                annotation.P = it.sheet
            if "/Annots" not in it.sheet:
                it.sheet.Annots = pikepdf.Array()
            it.sheet.Annots.append(annotation)


def _destinations(pdf: pikepdf.Pdf, pages: Sequence[Any]) -> Iterator[Any]:
    """All places in the file that bookmarks, links and names lead to, as arrays that may be changed."""
    for item in bookmarks(pdf):
        if "/Dest" in item:
            yield item.Dest
    for page in pages:
        yield from (note.Dest for note in page.obj.get("/Annots", []) if _is_place(note.get("/Dest")))
    for _, place in names(pdf):
        yield place


def names(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any]]:
    """The names that links use, and the places that they stand for."""
    waiting = [pdf.Root.Names.Dests] if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names else []
    while waiting:
        node = waiting.pop()
        waiting += list(node.get("/Kids", []))
        flat = list(node.get("/Names", []))
        yield from zip(flat[::2], flat[1::2], strict=True)


def _is_place(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array)


def bookmarks(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """All bookmarks in the order of the tree."""
    waiting = [pdf.Root.Outlines.First] if "/Outlines" in pdf.Root and "/First" in pdf.Root.Outlines else []
    while waiting:
        item = waiting.pop()
        yield item
        waiting += [item[key] for key in ("/Next", "/First") if key in item]
