"""Removes the tags of removed pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gaohang_viewer.typeset.pdf.objects import Key, attributes_of, kids_of

if TYPE_CHECKING:
    from collections.abc import Sequence, Set


def keep_tags(root: Any, pages: Sequence[Any], kept: Set[Key], annotations: Set[Key]) -> None:
    """Keeps the tags of some pages, whose keys are `kept`; `annotations` are their remaining links."""
    from pikepdf import Array, Dictionary, Name

    remaining = _Remaining(kept, annotations)
    for element in kids_of(root):
        if remaining.prune(element) is False:  # PDF/UA wants a root element, even an empty one
            for key in ("/K", "/Pg"):
                if key in element:
                    del element[key]
    above: list[int] = []  # the levels of the headings that enclose the next one
    for heading in remaining.headings:  # PDF/UA: the first is of level 1, and no level is skipped
        level = int(str(heading.S)[2:])
        above = [*(one for one in above if one < level), level]
        heading.S = Name(f"/H{len(above)}")
    _keep_names(root, set(remaining.names))
    if "/ParentTree" not in root:  # no content was tagged
        return
    used = _used_keys(pages)
    parents = [(key, value) for key, value in _entries(root.ParentTree, "/Nums") if key in used]
    root.ParentTree = Dictionary(Nums=Array([part for pair in parents for part in pair]))


class _Remaining:
    """Prunes the tags; collects the headings and the element ids that remain."""

    def __init__(self, kept: Set[Key], annotations: Set[Key]) -> None:
        self._kept = kept
        self._annotations = annotations
        self.headings: list[Any] = []
        self.names: list[bytes] = []

    def prune(self, element: Any) -> bool | None:
        """Prunes the children of a tag. Returns whether any remain, or None if it never had content."""
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
        with_content = [one for one in stay if one is not None]
        if with_content and not any(with_content):
            del self.headings[marks[0] :], self.names[marks[1] :]
            return False
        if not all(with_content):
            element.K = Array([kid for kid, one in zip(kids, stay, strict=True) if one is not False])
            if element.S == "/Link" and not any(map(_is_reference, kids_of(element))):
                element.S = Name.Span  # its destination is gone, its text remains
        if "/Pg" in element and not here:  # it began on a removed page
            del element.Pg
        return True if with_content else None

    def _stays(self, kid: Any, here: bool) -> bool | None:
        if isinstance(kid, int):
            return here
        if kid.get("/Type") not in ("/MCR", "/OBJR"):
            return self.prune(kid)
        on_page = kid.Pg.objgen in self._kept if "/Pg" in kid else here
        return on_page and (not _is_reference(kid) or kid.Obj.objgen in self._annotations)


def _is_reference(kid: Any) -> bool:
    """Returns whether a tag's child is a reference to an annotation."""
    return not isinstance(kid, int) and kid.get("/Type") == "/OBJR"


def _keep_names(root: Any, names: Set[bytes]) -> None:
    """Removes references to the ids of removed tags."""
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
    """Returns the pairs of a number tree (`/Nums`) or name tree (`/Names`)."""
    flat = list(tree.get(key, ()))
    pairs = list(zip(flat[::2], flat[1::2], strict=True))
    for kid in tree.get("/Kids", ()):
        pairs += _entries(kid, key)
    return pairs


def _used_keys(pages: Sequence[Any]) -> set[int]:
    """Returns the keys of pages, their form XObjects and links in the parent tree."""
    used: set[int] = set()
    for page in pages:
        drawn = dict(page.Resources.get("/XObject", {})) if "/Resources" in page else {}
        used.update(int(one.StructParents) for one in (page, *drawn.values()) if "/StructParents" in one)
        used.update(
            int(annotation.StructParent)
            for annotation in page.get("/Annots", ())
            if "/StructParent" in annotation
        )
    return used
