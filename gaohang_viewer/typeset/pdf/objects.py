"""Access to the objects of a PDF that pikepdf has opened: pages, bookmarks, destinations and tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Array, Dictionary, Pdf


Key = tuple[int, int]
"""The object number and generation of an indirect object."""


def pages_of(pdf: Pdf) -> list[Any]:
    """Returns the page dictionaries in order. `Pdf.pages` caches them and would miss later changes."""
    pages: list[Any] = []
    waiting: list[Any] = [pdf.Root.Pages]
    while waiting:
        node = waiting.pop()
        if "/Kids" in node:
            waiting += reversed(list(node.Kids))
        else:
            pages.append(node)
    return pages


def set_page_count(pdf: Pdf, count: int) -> None:
    """Writes the number of pages into the XMP metadata, if there is any."""
    metadata = pdf.Root.get("/Metadata")
    if metadata is not None:
        new = rf"<xmpTPg:NPages>{count}<".encode()
        metadata.write(re.sub(rb"<xmpTPg:NPages>\d+<", new, metadata.read_bytes()))


def saved(pdf: Pdf) -> bytes:
    """Returns the file as bytes; equal content gives equal bytes."""
    from pikepdf import ObjectStreamMode

    sink = BytesIO()
    pdf.save(sink, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return sink.getvalue()


def number(value: float) -> Any:
    """Returns a number that pikepdf writes without an exponent, which PDF does not allow."""
    from decimal import Decimal

    return Decimal(f"{value:.4f}").normalize() + 0 if value else 0


def destination_of(holder: Any) -> Array | None:
    """Returns the explicit destination (ISO 32000-1, 12.3.2.2) of a bookmark or a link annotation, if any."""
    from pikepdf import Array

    target = holder.get("/Dest", None)
    if target is None and "/A" in holder and holder.A.get("/S") == "/GoTo":
        target = holder.A.get("/D", None)
    return target if isinstance(target, Array) else None


def resolve_destination_names(pdf: Pdf) -> None:
    """Replaces named destinations of links by the explicit ones that they stand for."""
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
        for annotation in page.get("/Annots", ()):
            if "/Dest" in annotation and not isinstance(annotation.Dest, Array):
                annotation.Dest = Array(list(named[str(annotation.Dest)]))
    del pdf.Root.Names["/Dests"]


def bookmarks(pdf: Pdf) -> Iterator[Dictionary]:
    """Yields all bookmarks in document order."""
    waiting: list[Any] = [pdf.Root.Outlines.get("/First")] if "/Outlines" in pdf.Root else []
    while waiting:
        entry = waiting.pop()
        if entry is None:
            continue
        yield entry
        waiting += [entry.get("/Next"), entry.get("/First")]


def kids_of(element: Any) -> list[Any]:
    """Returns the children of a structure element: elements, marked-content ids and references."""
    from pikepdf import Array

    kids = element.get("/K", None)
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def attributes_of(element: Any) -> list[Any]:
    """Returns the attribute objects of a structure element."""
    from pikepdf import Array

    attributes = element.get("/A", ())
    return list(attributes) if isinstance(attributes, Array) else [attributes]
