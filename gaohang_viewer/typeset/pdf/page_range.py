"""Keeps some pages of a finished tagged PDF: tags, bookmarks and links of the others go with them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from gaohang_viewer.typeset.pdf.imposition import bookmarks, pages_of, target_of, told, without_names, written
from gaohang_viewer.typeset.pdf.tag_pruning import Key, keep_tags

if TYPE_CHECKING:
    from pikepdf import Pdf


def only(pdf: bytes, first: int, last: int) -> bytes:
    """A file with the pages from the first to the last alone, counted from 1; 0 is no bound."""
    from pikepdf import Pdf

    with Pdf.open(BytesIO(pdf)) as file:
        without_names(file)
        keep_pages(file, first, last)
        return written(file)


def keep_pages(pdf: Pdf, first: int, last: int) -> None:
    """Keep the pages from the first to the last, counted from 1; 0 is no bound. One page there always is."""
    from pikepdf import Array, Dictionary, Name

    everything = pages_of(pdf)
    count = len(everything)
    first = min(max(first, 1), count)
    last = min(max(last, first), count) if last else count
    if (first, last) == (1, count):
        return
    _keep_labels(pdf, first, last)
    pages = everything[first - 1 : last]
    tree = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=len(pages), Kids=Array(pages)))
    for page in pages:
        page.Parent = tree
    pdf.Root.Pages = tree
    kept = {page.objgen for page in pages}
    notes = _keep_notes(pages, kept)
    _keep_bookmarks(pdf, kept)
    if "/StructTreeRoot" in pdf.Root:
        keep_tags(pdf.Root.StructTreeRoot, pages, kept, notes)
    told(pdf, len(pages))


def _keep_labels(pdf: Pdf, first: int, last: int) -> None:
    """Every page keeps the number that it had, which may be printed on it."""
    from pikepdf import Array, Dictionary, Name

    labels: list[Any] = list(pdf.Root.PageLabels.get("/Nums", ())) if "/PageLabels" in pdf.Root else []
    rules = list(zip(labels[::2], labels[1::2], strict=False)) or [(0, Dictionary(S=Name.D))]
    kept: list[Any] = []
    before = max((rule for rule in rules if rule[0] < first), key=lambda rule: int(rule[0]), default=None)
    if before is not None:
        rule = Dictionary(dict(before[1].items()))
        if "/S" in rule:
            rule.St = int(rule.get("/St", 1)) + first - 1 - int(before[0])
        kept += [0, rule]
    for at, rule in rules:
        if first <= at < last:
            kept += [int(at) - first + 1, rule]
    pdf.Root.PageLabels = Dictionary(Nums=Array(kept))


def _keep_notes(pages: list[Any], kept: set[Key]) -> set[Key]:
    """Take out the links that lead to pages that are gone; returns those that are there."""
    from pikepdf import Array

    there: set[Key] = set()
    for page in pages:
        notes = [note for note in page.get("/Annots", ()) if _leads_on(note, kept)]
        there.update(note.objgen for note in notes)
        if notes:
            page.Annots = Array(notes)
        elif "/Annots" in page:
            del page.Annots
    return there


def _leads_on(holder: Any, kept: set[Key]) -> bool:
    target = target_of(holder)
    return target is None or target[0].objgen in kept


def _keep_bookmarks(pdf: Pdf, kept: set[Key]) -> None:
    """Bookmarks of kept pages stay; one above them leads to the first of those below it."""
    if "/Outlines" not in pdf.Root:
        return
    root: Any = pdf.Root.Outlines
    if not _pruned(root, kept):
        del pdf.Root.Outlines
        return
    root.Count = sum(1 for entry in bookmarks(pdf) if entry.Parent.objgen == root.objgen)


def _pruned(parent: Any, kept: set[Key]) -> int:
    """How many entries stay below one."""
    entries = []
    entry = parent.get("/First")
    while entry is not None:
        below = _pruned(entry, kept)
        if not _leads_on(entry, kept) and below:
            entry.Dest = target_of(entry.First)
            if "/A" in entry:
                del entry.A
        if below or _leads_on(entry, kept):
            entries.append(entry)
        entry = entry.get("/Next")
    for key in ("/First", "/Last", "/Count"):
        if key in parent:
            del parent[key]
    for at, entry in enumerate(entries):
        for key, other in (("/Prev", at - 1), ("/Next", at + 1)):
            if key in entry:
                del entry[key]
            if 0 <= other < len(entries):
                entry[key] = entries[other]
    if entries:
        parent.First, parent.Last, parent.Count = entries[0], entries[-1], -len(entries)
    return len(entries)
