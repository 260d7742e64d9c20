"""Takes out of a file's tags what told of pages that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gaohang_viewer.typeset.pdf.imposition import attributes_of, kids_of

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

Key = tuple[int, int]  # of an object: its number and generation


def keep_tags(root: Any, pages: Sequence[Any], kept: Set[Key], notes: Set[Key]) -> None:
    """Keep what tells of these pages, whose keys are `kept`; `notes` are the links that they still have."""
    from pikepdf import Array, Dictionary, Name

    left = _Left(kept, notes)
    for element in kids_of(root):
        if left.prune(element) is False:  # the uppermost tag stays, as there has to be one
            for key in ("/K", "/Pg"):
                if key in element:
                    del element[key]
    above: list[int] = []  # the levels of the headings that the next may stand below
    for heading in left.headings:  # the first is of level 1, none is skipped, and equals stay equal
        level = int(str(heading.S)[2:])
        above = [*(one for one in above if one < level), level]
        heading.S = Name(f"/H{len(above)}")
    _keep_names(root, set(left.names))
    if "/ParentTree" not in root:  # nothing was tagged at all
        return
    used = _used_keys(pages)
    parents = [(key, value) for key, value in _entries(root.ParentTree, "/Nums") if key in used]
    root.ParentTree = Dictionary(Nums=Array([part for pair in parents for part in pair]))


class _Left:
    """What is left of the tags: headings, and the names by which tags are referred to, are collected."""

    def __init__(self, kept: Set[Key], notes: Set[Key]) -> None:
        self._kept = kept
        self._notes = notes
        self.headings: list[Any] = []
        self.names: list[bytes] = []

    def prune(self, element: Any) -> bool | None:
        """Prune what a tag holds: whether something of it is left, or None if there never was anything."""
        from pikepdf import Array, Name

        marks = len(self.headings), len(self.names)
        name = str(element.get("/S", ""))
        if name[:2] == "/H" and name[2:].isdecimal():
            self.headings.append(element)
        if "/ID" in element:
            self.names.append(bytes(element.ID))
        here = "/Pg" in element and element.Pg.objgen in self._kept
        kids = kids_of(element)
        stay = [self._stays(kid, here) for kid in kids]
        said = [one for one in stay if one is not None]
        if said and not any(said):
            del self.headings[marks[0] :], self.names[marks[1] :]
            return False
        if not all(said):
            element.K = Array([kid for kid, one in zip(kids, stay, strict=True) if one is not False])
            if element.S == "/Link" and not any(map(_is_reference, kids_of(element))):
                element.S = Name.Span  # it leads nowhere, but its words stay
        if "/Pg" in element and not here:  # it began on a page that is gone
            del element.Pg
        return True if said else None

    def _stays(self, kid: Any, here: bool) -> bool | None:
        if isinstance(kid, int):
            return here
        if kid.get("/Type") not in ("/MCR", "/OBJR"):
            return self.prune(kid)
        on_page = kid.Pg.objgen in self._kept if "/Pg" in kid else here
        return on_page and (not _is_reference(kid) or kid.Obj.objgen in self._notes)


def _is_reference(kid: Any) -> bool:
    """Whether a tag's kid is a link's area."""
    return not isinstance(kid, int) and kid.get("/Type") == "/OBJR"


def _keep_names(root: Any, names: Set[bytes]) -> None:
    """Tags that are gone are referred to no more."""
    from pikepdf import Array, Dictionary

    if "/IDTree" not in root:
        return
    left = [(name, value) for name, value in _entries(root.IDTree, "/Names") if bytes(name) in names]
    if left:
        root.IDTree = Dictionary(Names=Array([part for pair in left for part in pair]))
    else:
        del root.IDTree
    waiting = kids_of(root)
    while waiting:
        element = waiting.pop()
        if isinstance(element, int) or element.get("/Type") in ("/MCR", "/OBJR"):
            continue
        for attributes in attributes_of(element):
            if not isinstance(attributes, int) and "/Headers" in attributes:
                attributes.Headers = Array([name for name in attributes.Headers if bytes(name) in names])
        waiting += kids_of(element)


def _entries(tree: Any, key: str) -> list[tuple[Any, Any]]:
    """The pairs of a tree of numbers or names."""
    flat = list(tree.get(key, ()))
    pairs = list(zip(flat[::2], flat[1::2], strict=True))
    for kid in tree.get("/Kids", ()):
        pairs += _entries(kid, key)
    return pairs


def _used_keys(pages: Sequence[Any]) -> set[int]:
    """The keys by which kept pages, their forms and links are found in the tree of parents."""
    used: set[int] = set()
    for page in pages:
        drawn = dict(page.Resources.get("/XObject", {})) if "/Resources" in page else {}
        used.update(int(one.StructParents) for one in (page, *drawn.values()) if "/StructParents" in one)
        used.update(int(note.StructParent) for note in page.get("/Annots", ()) if "/StructParent" in note)
    return used
