"""Reads a web page as a draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.loading.encodings import decode
from gaohang_viewer.loading.outline.boilerplate import is_boilerplate
from gaohang_viewer.loading.outline.line import is_chapter, is_headline
from gaohang_viewer.loading.outline.title_lines import names_a_document
from gaohang_viewer.loading.web.dom import parse
from gaohang_viewer.loading.web.extract import Extractor
from gaohang_viewer.loading.web.main_content import find_article
from gaohang_viewer.report.draft import Draft, Piece, PieceRole
from gaohang_viewer.report.heading_mark import read_mark
from gaohang_viewer.report.inline_markdown import bold_start
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Set

    from gaohang_viewer.loading.pictures import PictureSource

# The declared encoding is only a hint, as it is wrong in one page of ten
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_EARLY = 3  # pieces that may be the title
_LONGEST_TITLE = 60
_NAMES = {b"gb2312": "gb18030", b"gbk": "gb18030", b"big5": "big5-hkscs"}


def read_page(
    data: bytes,
    name: str,
    whole_page: bool,
    encoding: str,
    on_progress: Callable[[float], None],
    *,
    gallery: PictureSource | None = None,
    charset: str = "",
) -> Draft:
    """Reads a web page as a draft; of the files that it refers to, only pictures are read, by the `gallery`.

    `whole_page` keeps all visible text rather than the main content. `encoding` is the user's choice, empty
    if none, `charset` the one that an archive names. Line numbers count paragraphs. `on_progress` is called
    with the share that is done, 0 to 0.9, and may raise to cancel. Raises `NotText` and `TooLarge`.
    """
    text, encoding, problems = decode(data, encoding, _hint(data, charset))
    on_progress(0.1)
    page = parse(text)
    if page is None:
        return Draft((), name, encoding=encoding)
    on_progress(0.4)
    article = find_article(page)
    on_progress(0.6)
    root = page.body if whole_page else article.root
    for left_out in (article.is_invisible,) if whole_page else (article.is_left_out, article.is_invisible):
        extractor = Extractor(article.title, article.tables, on_progress, left_out)
        extractor.gallery, extractor.base = gallery, page.base
        if gallery is not None:
            extractor.checker = gallery.checker
        extractor.extract(root)
        if extractor.pieces:  # a page may consist of menus
            break
    pieces = extractor.pieces
    if pieces and not any(piece.role is PieceRole.TITLE for piece in pieces):
        _give_title(pieces, article.title, article.name, extractor.centred)
    problems = tuple(problem for problem in problems if problem.kind is ProblemKind.ENCODING)
    found = [*problems, *extractor.problems]
    # Only invalid bytes in visible text are reported
    bad = next((piece.line_no for piece in pieces if "\ufffd" in piece.text), 0)
    if bad:
        found.append(Problem(ProblemKind.BAD_BYTES, bad, ""))
    if article.characters > extractor.characters:
        found.append(Problem(ProblemKind.AROUND, 1, str(article.characters - extractor.characters)))
    return Draft(tuple(pieces), name, problems=tuple(found), images=extractor.images, encoding=encoding)


def read_fragment(
    data: bytes, charset: str, on_progress: Callable[[], None], pictures: PictureSource | None = None
) -> Draft:
    """Reads a page that is a part of another file: all of it, without a title of its own.

    `charset` is the encoding that the other file names, empty if none. Lines count from 1. Raises `NotText`
    and `TooLarge`.
    """
    text, encoding, _ = decode(data, "", _hint(data, charset))
    page = parse(text)
    if page is None:
        return Draft((), "", encoding=encoding)
    article = find_article(page)
    extractor = Extractor("", article.tables, lambda _: on_progress(), article.is_invisible)
    extractor.gallery, extractor.base = pictures, page.base
    if pictures is not None:
        extractor.checker = pictures.checker
    extractor.extract(page.body)
    return Draft(
        tuple(piece._replace(line_no=piece.line_no - 1) for piece in extractor.pieces),
        "",
        problems=tuple(problem._replace(line_no=problem.line_no - 1) for problem in extractor.problems),
        images=extractor.images,
        encoding=encoding,
    )


def _hint(data: bytes, charset: str = "") -> str:
    """Returns the encoding that a page declares, else `charset`."""
    declared = _CHARSET.search(data, 0, 1 << 16)
    name = declared[1].lower() if declared else charset.lower().encode("ascii", "ignore")
    return _NAMES.get(name, name.decode())


def _give_title(pieces: list[Piece], title: str, name: str, centred: Set[int]) -> None:
    """Adds a title: one outside the main content, or the one that it begins with, or the page's name."""
    first = pieces[0]
    heads = first.role is PieceRole.HEADING and all(
        piece.level > first.level for piece in pieces[1:] if piece.role is PieceRole.HEADING
    )
    if not title and heads and read_mark(first.text) is None:
        pieces[0] = first._replace(role=PieceRole.TITLE, level=0)
    elif not title and (at := _printed_title(pieces, centred)) is not None:
        pieces[at] = pieces[at]._replace(role=PieceRole.TITLE, markdown="")
    elif title or name:
        pieces.insert(0, Piece(PieceRole.TITLE, title or name, 1))


def _printed_title(pieces: list[Piece], centred: Set[int]) -> int | None:
    """Returns which of the first pieces looks like a title: centred or bold, and named like a document."""
    for at, piece in enumerate(pieces[:_EARLY]):
        bold = bold_start(piece) == len(piece.text)
        looks = (piece.line_no in centred) + bold
        if piece.role is PieceRole.TEXT and looks and len(piece.text) <= _LONGEST_TITLE:
            named = names_a_document(piece.text) or looks > 1
            if named and is_headline(piece.text) and read_mark(piece.text) is None:
                return None if is_boilerplate(piece.text) or is_chapter(piece.text) else at
    return None
