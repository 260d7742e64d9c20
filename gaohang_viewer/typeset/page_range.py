"""Keeps some pages of a finished PDF, with what belongs to them: tags, bookmarks, links."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from gaohang_viewer.typeset.imposition import bookmarks, is_element, kids_of, names, saved


def only(pdf: bytes, first: int, last: int) -> bytes:
    """The file with the pages from `first` to `last` alone, counted from 1; 0 is no bound.

    A range that holds no page keeps the nearest one: a file has to have one.
    """
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as file:
        count = len(file.pages)
        begin = min(max(first, 1), count)
        end = min(max(last or count, begin), count)
        if (begin, end) == (1, count):
            return pdf
        kept = {page.obj.objgen for page in list(file.pages)[begin - 1 : end]}
        _prune_tags(file, kept)
        _prune_bookmarks(file, kept)
        named = {str(name): place for name, place in names(file)}
        for page in list(file.pages)[begin - 1 : end]:
            _prune_links(page.obj, kept, named)
        if named:
            del file.Root.Names["/Dests"]  # the links that stay lead where their names did
        # The numbers that a page bears are printed on it; those of the viewer begin where the range does.
        label = pikepdf.Dictionary(S=pikepdf.Name.D, St=begin)
        file.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, label]))
        del file.pages[end:]
        del file.pages[: begin - 1]
        return saved(file)


def _prune_tags(file: Any, kept: set[tuple[int, int]]) -> None:
    """Takes out what stands on other pages, and elements that are then empty."""
    root = file.Root.get("/StructTreeRoot")
    if root is None:
        return
    # From the leaves to the root: an element is judged after those below it.
    order, waiting = [], [(root, False)]
    while waiting:
        element, done = waiting.pop()
        if done:
            order.append(element)
            continue
        waiting.append((element, True))
        waiting += [(kid, False) for kid in kids_of(element) if is_element(kid)]
    empty: set[tuple[int, int]] = set()
    for element in order:
        page = element.get("/Pg")
        here = page is not None and page.objgen in kept
        had = kids_of(element)
        left = [kid for kid in had if _stays(kid, here, kept, empty)]
        if len(left) < len(had):
            import pikepdf

            element.K = pikepdf.Array(left)
            if not left:
                empty.add(element.objgen)
        if page is not None and not here and "/Pg" in element:
            del element["/Pg"]
    _prune_parents(root, kept, file)


def _prune_parents(root: Any, kept: set[tuple[int, int]], file: Any) -> None:
    """The way back from pages to their tags: entries of pages that go, go too."""
    import pikepdf

    used = set()
    for page in file.pages:
        if page.obj.objgen in kept:
            used |= {int(page.obj[key]) for key in ("/StructParents",) if key in page.obj}
            used |= {
                int(note["/StructParent"]) for note in page.obj.get("/Annots", []) if "/StructParent" in note
            }
            forms = page.obj.get("/Resources", {}).get("/XObject", {})
            used |= {int(form.StructParents) for form in forms.values() if "/StructParents" in form}
    nums = list(root.ParentTree.get("/Nums", []))
    pairs = zip(nums[::2], nums[1::2], strict=True)
    flat = [value for key, item in pairs if int(key) in used for value in (key, item)]
    root.ParentTree.Nums = pikepdf.Array(flat)


def _stays(kid: Any, here: bool, kept: set[tuple[int, int]], empty: set[tuple[int, int]]) -> bool:
    if isinstance(kid, int):
        return here
    if is_element(kid):
        return kid.objgen not in empty
    return kid.Pg.objgen in kept if "/Pg" in kid else here


def _prune_bookmarks(file: Any, kept: set[tuple[int, int]]) -> None:
    """Bookmarks that lead to other pages go, unless one below them stays: then they lead where that does."""
    import pikepdf

    if "/Outlines" not in file.Root or "/First" not in file.Root.Outlines:
        return
    for item in reversed(list(bookmarks(file))):
        children = _linked([kid for kid in _siblings(item) if not kid.get("/Gone", False)], item)
        away = "/Dest" not in item or item.Dest[0].objgen not in kept
        if away and children:
            item.Dest = pikepdf.Array(list(children[0].Dest))
        elif away:
            item["/Gone"] = True
    _linked([kid for kid in _siblings(file.Root.Outlines) if not kid.get("/Gone", False)], file.Root.Outlines)


def _siblings(parent: Any) -> list[Any]:
    """The bookmarks right below one."""
    found, at = [], parent.get("/First")
    while at is not None:
        found.append(at)
        at = at.get("/Next")
    return found


def _linked(children: list[Any], parent: Any) -> list[Any]:
    """Chains the children that are left below their parent."""
    for key in ("/First", "/Last", "/Count"):
        if key in parent:
            del parent[key]
    for at, child in enumerate(children):
        for key, other in (("/Prev", at - 1), ("/Next", at + 1)):
            if key in child:
                del child[key]
            if 0 <= other < len(children):
                child[key] = children[other]
    if children:
        parent.First, parent.Last, parent.Count = children[0], children[-1], len(children)
    return children


def _prune_links(page: Any, kept: set[tuple[int, int]], named: dict[str, Any]) -> None:
    """Links to pages that are gone go; what stands under them stays."""
    import pikepdf

    if "/Annots" not in page:
        return
    left = []
    for note in page.Annots:
        place = note.get("/Dest")
        if isinstance(place, (pikepdf.String, pikepdf.Name)):
            place = named.get(str(place))
            if place is not None:
                note.Dest = place
        if "/Dest" not in note or (place is not None and place[0].objgen in kept):
            left.append(note)
    page.Annots = pikepdf.Array(left)
