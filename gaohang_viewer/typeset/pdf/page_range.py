"""Keeps a range of pages of a finished tagged PDF; tags, bookmarks and links of others are removed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from gaohang_viewer.typeset.pdf.objects import (
    Key,
    bookmarks,
    destination_of,
    pages_of,
    resolve_destination_names,
    saved,
    set_page_count,
)
from gaohang_viewer.typeset.pdf.tag_pruning import keep_tags

if TYPE_CHECKING:
    from pikepdf import Pdf


def extract_pages(pdf: bytes, first: int, last: int) -> bytes:
    """Returns a PDF with the pages from `first` to `last` alone, counted from 1; 0 means no bound."""
    from pikepdf import Pdf

    with Pdf.open(BytesIO(pdf)) as file:
        resolve_destination_names(file)
        keep_pages(file, first, last)
        return saved(file)


def keep_pages(pdf: Pdf, first: int, last: int) -> None:
    """Keeps the pages from `first` to `last`, counted from 1; 0 means no bound. At least one page is kept."""
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
    annotations = _keep_annotations(pages, kept)
    _keep_bookmarks(pdf, kept)
    if "/StructTreeRoot" in pdf.Root:
        keep_tags(pdf.Root.StructTreeRoot, pages, kept, annotations)
    set_page_count(pdf, len(pages))


def _keep_labels(pdf: Pdf, first: int, last: int) -> None:
    """Keeps the page labels that the pages had, as they may be printed on them."""
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


def _keep_annotations(pages: list[Any], kept: set[Key]) -> set[Key]:
    """Removes links to removed pages; returns the keys of the others."""
    from pikepdf import Array

    remaining: set[Key] = set()
    for page in pages:
        annotations = [
            annotation for annotation in page.get("/Annots", ()) if _leads_to_kept(annotation, kept)
        ]
        remaining.update(annotation.objgen for annotation in annotations)
        if annotations:
            page.Annots = Array(annotations)
        elif "/Annots" in page:
            del page.Annots
    return remaining


def _leads_to_kept(holder: Any, kept: set[Key]) -> bool:
    target = destination_of(holder)
    return target is None or target[0].objgen in kept


def _keep_bookmarks(pdf: Pdf, kept: set[Key]) -> None:
    """Keeps the bookmarks of kept pages; a removed page's bookmark leads to the first kept one below it."""
    if "/Outlines" not in pdf.Root:
        return
    root: Any = pdf.Root.Outlines
    if not _prune_bookmarks(root, kept):
        del pdf.Root.Outlines
        return
    root.Count = sum(1 for entry in bookmarks(pdf) if entry.Parent.objgen == root.objgen)


def _prune_bookmarks(parent: Any, kept: set[Key]) -> int:
    """Removes bookmarks below one; returns how many of its children remain."""
    entries = []
    entry = parent.get("/First")
    while entry is not None:
        below = _prune_bookmarks(entry, kept)
        if not _leads_to_kept(entry, kept) and below:
            entry.Dest = destination_of(entry.First)
            if "/A" in entry:
                del entry.A
        if below or _leads_to_kept(entry, kept):
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
