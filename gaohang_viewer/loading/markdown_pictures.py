"""Reads the pictures that the Markdown of a draft refers to."""

from __future__ import annotations

import re
from itertools import groupby
from textwrap import dedent
from typing import TYPE_CHECKING

from gaohang_viewer.loading.pictures.data_uri import embedded
from gaohang_viewer.report.blocks import images
from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.link_references import EmbeddedData, References
from gaohang_viewer.report.markdown_chunks import FENCE, fenced
from gaohang_viewer.report.markdown_elements import parse_lines
from gaohang_viewer.report.model import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gaohang_viewer.loading.pictures import Gallery
    from gaohang_viewer.report.draft import Draft, Piece

_LONGEST = 200  # characters of an address that a problem quotes


def with_pictures(draft: Draft, gallery: Gallery, on_progress: Callable[[float], None]) -> Draft:
    """Returns the draft with the bytes of its pictures, by the addresses in its Markdown.

    `on_progress` is called with the share of the whole that is done, 0.9 to 1, and may raise to cancel.
    """
    found: dict[str, bytes] = {}
    problems: dict[str, Problem] = {}
    for line_no, address in _picture_addresses(draft.pieces, on_progress):
        if address in found or address in problems:
            continue
        data = embedded(address, gallery.checker)
        picture = gallery.found(address) if data is None else data
        if isinstance(picture, bytes):
            found[address] = picture
        else:
            problems[address] = Problem(picture, line_no, address[:_LONGEST])
    return draft._replace(images={**draft.images, **found}, problems=(*draft.problems, *problems.values()))


def _picture_addresses(
    pieces: tuple[Piece, ...], on_progress: Callable[[float], None]
) -> Iterator[tuple[int, str]]:
    """Yields line and address of each picture in a draft; paragraphs without pictures are not parsed."""
    end = pieces[-1].line_no + pieces[-1].markdown.count("\n") + 1
    for _, group in groupby(pieces, lambda piece: piece.role is PieceRole.HEADING):
        embedded_data = EmbeddedData()
        body = [(piece.line_no, embedded_data.shorten(piece.markdown)) for piece in group]
        if not any("![" in text for _, text in body):
            continue
        parts = (part for _, text in body for part in fenced(text))
        known = References(line for part in parts if not isinstance(part, str) for line in part)
        for first, text in body:
            if "![" not in text:
                continue
            for line_no, paragraph in _paragraphs(text.split("\n"), first):
                share = 0.9 + 0.1 * line_no / end
                on_progress(share)
                for image in images(tuple(parse_lines(dedent(paragraph).split("\n"), known))):
                    on_progress(share)
                    yield line_no, embedded_data.restore(image.address)


def _paragraphs(lines: list[str], line_no: int) -> Iterator[tuple[int, str]]:
    """Yields the paragraphs outside code that may contain a picture, each with its first line."""
    fence = ""
    paragraph: list[str] = []
    for at, line in enumerate([*lines, ""]):
        if fence:
            fence = "" if re.fullmatch(rf"{fence}+\s*", line) else fence
        elif (opening := FENCE.match(line)) or not line.strip():
            fence = opening[1] if opening else ""
            if any("![" in each for each in paragraph):
                yield line_no + at - len(paragraph), "\n".join(paragraph)
            paragraph = []
        else:
            paragraph.append(line)
