"""Makes a draft of a web page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.loading.encodings import decode
from gaohang_viewer.loading.web.dom import parse
from gaohang_viewer.loading.web.extract import Walk
from gaohang_viewer.loading.web.main_content import find_article
from gaohang_viewer.report.draft import Draft, Piece, PieceRole
from gaohang_viewer.report.heading_mark import read_mark
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.loading.pictures import Gallery

# What a page calls its encoding: hardly more than a hint, for one page in ten calls it wrongly.
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_NAMES = {b"gb2312": "gb18030", b"gbk": "gb18030", b"big5": "big5-hkscs"}


def read_page(
    data: bytes,
    name: str,
    whole_page: bool,
    encoding: str,
    tell: Callable[[float], None],
    *,
    gallery: Gallery | None = None,
) -> Draft:
    """The draft of a web page (HTML as browsers read it); of what it refers to only pictures in the `gallery`
    are read.

    With `whole_page` all that can be seen is kept, else the element that holds the article. `encoding` is
    the user's choice. `line_no` counts the paragraphs. Raises `NotText`.
    """
    charset = _CHARSET.search(data, 0, 1 << 16)
    hint = _NAMES.get(charset[1].lower(), charset[1].lower().decode()) if charset else ""
    text, encoding, problems = decode(data, encoding, hint)
    tell(0.1)
    page = parse(text)
    if page is None:
        return Draft((), name, encoding=encoding)
    tell(0.4)
    article = find_article(page)
    tell(0.6)
    root = page.body if whole_page else article.root
    walk = Walk(article.title, article.tables, tell, whole=whole_page)
    walk.gallery, walk.base = gallery, page.base
    if gallery is not None:
        walk.checker = gallery.checker
    walk.through(root)
    pieces = walk.pieces
    if pieces and not any(piece.role is PieceRole.TITLE for piece in pieces):
        _give_title(pieces, article.title, article.name)
    problems = tuple(problem for problem in problems if problem.kind is ProblemKind.ENCODING)
    told = [*problems, *walk.problems]
    # Bad bytes are told where they show; those in a script harm nobody
    bad = next((piece.line_no for piece in pieces if "\ufffd" in piece.text), 0)
    if bad:
        told.append(Problem(ProblemKind.BAD_BYTES, bad, ""))
    if article.characters > walk.characters:
        told.append(Problem(ProblemKind.AROUND, 1, str(article.characters - walk.characters)))
    return Draft(tuple(pieces), name, problems=tuple(told), images=walk.images, encoding=encoding)


def _give_title(pieces: list[Piece], title: str, name: str) -> None:
    """Gives the report the title that stands outside the article, or heads it, or is the page's name."""
    first = pieces[0]
    heads = first.role is PieceRole.HEADING and all(
        piece.level > first.level for piece in pieces[1:] if piece.role is PieceRole.HEADING
    )
    if not title and heads and read_mark(first.text) is None:
        pieces[0] = first._replace(role=PieceRole.TITLE, level=0)
    elif title or name:
        pieces.insert(0, Piece(PieceRole.TITLE, title or name, 1))
