"""Reads the pictures that Markdown names; its text stays as it is."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

from gaohang_viewer.loading.pictures.embedded import embedded
from gaohang_viewer.report.content import FENCE, blocks, images
from gaohang_viewer.report.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.loading.pictures import Gallery
    from gaohang_viewer.report.draft import Draft, Piece

_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S.*$", re.MULTILINE)
_LONGEST = 200  # characters of an address in a note


def with_pictures(draft: Draft, gallery: Gallery) -> Draft:
    """The draft with the pictures that it shows, by the addresses that its Markdown gives them."""
    found: dict[str, bytes] = {}
    problems: dict[str, Problem] = {}
    for piece in draft.pieces:
        for line_no, address in _named(piece):
            if address in found or address in problems:
                continue
            data = embedded(address)
            picture = gallery.found(address) if data is None else data
            if isinstance(picture, bytes):
                found[address] = picture
            else:
                problems[address] = Problem(picture, line_no, address[:_LONGEST])
    return draft._replace(images={**draft.images, **found}, problems=(*draft.problems, *problems.values()))


def _named(piece: Piece) -> Iterator[tuple[int, str]]:
    """The addresses of the pictures in a piece, each with its line; what names none is not parsed."""
    if "![" not in piece.markdown:
        return
    definitions = "\n".join(_DEFINITION.findall(piece.markdown))
    for line_no, text in _paragraphs(piece.markdown.split("\n"), piece.line_no):
        for image in images(blocks(f"{dedent(text)}\n\n{definitions}" if definitions else dedent(text))):
            yield line_no, image.address


def _paragraphs(lines: list[str], line_no: int) -> Iterator[tuple[int, str]]:
    """The paragraphs in which a picture may stand, each with its first line; code holds none."""
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
