"""Reads other files that are inserted into a Word file (`w:altChunk`, ECMA-376-1, 17.17.2.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.loading.encodings import NotText, decode
from gaohang_viewer.loading.file_type import Format, recognise
from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.word.package import NotWord
from gaohang_viewer.report.draft import Draft, Piece, PieceRole

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.loading.word.package import Package, Relation

_MOST_CHUNKS = 200
_MOST_WORD_FILES = 5
_MOST_BYTES = 20_000_000  # of all inserted files together
_PICTURE = re.compile(r"(?<=\]\()image:\d+\.\w+(?=\))")


class AltChunks:
    """Reads inserted files, each at most once, within limits for all of them together."""

    def __init__(
        self, package: Package, read_word: Callable[[bytes], Draft], on_progress: Callable[[], None]
    ) -> None:
        """`read_word` reads a Word file, `on_progress` is called before and while a file is read."""
        self._package = package
        self._read_word = read_word
        self._on_progress = on_progress
        self._left = _MOST_BYTES
        self._words_left = _MOST_WORD_FILES
        self._known: set[str] = set()

    def read(self, target: Relation | None) -> Draft | None:
        """Returns what an inserted file contains, None if it cannot be shown."""
        if target is None or target.outside or target.target in self._known:
            return None
        self._known.add(target.target)
        self._on_progress()
        try:
            data = self._package.read(target.target) if len(self._known) <= _MOST_CHUNKS else None
            if data is None or len(data) > self._left:
                return None
            self._left -= len(data)
            return self._read(data, target.target.rpartition(".")[2].lower())
        except (TooLarge, NotText, NotWord):
            return None

    def _read(self, data: bytes, ending: str) -> Draft | None:
        from gaohang_viewer.loading.web import read_fragment

        form = recognise(data)
        if form is Format.WORD:
            self._words_left -= 1
            return self._read_word(data) if self._words_left >= 0 else None
        if form is Format.WEB_ARCHIVE:
            from gaohang_viewer.loading.web.archive import Archive, NoPage

            try:
                archive = Archive(data)
            except NoPage:
                return None
            return read_fragment(archive.page, archive.charset, self._on_progress, archive)
        if form is Format.WEB or (form is Format.TEXT and ending in ("html", "htm", "xhtml")):
            return read_fragment(data, "", self._on_progress)
        return _text(data) if form is Format.TEXT else None


def _text(data: bytes) -> Draft:
    """Reads plain text, a paragraph in each line."""
    lines = (line.strip() for line in decode(data).text.split("\n"))
    return Draft(
        tuple(Piece(PieceRole.TEXT, line, number) for number, line in enumerate(lines, 1) if line), ""
    )


def inserted(piece: Piece, line_no: int, addresses: dict[str, str]) -> Piece:
    """Returns a piece in the file that it is inserted into: its line, and its pictures by new `addresses`.

    A title becomes a heading.
    """
    if piece.role in (PieceRole.TITLE, PieceRole.SUBTITLE):
        piece = piece._replace(role=PieceRole.HEADING, level=1)
    markdown = _PICTURE.sub(lambda found: addresses.get(found[0], found[0]), piece.markdown)
    return piece._replace(line_no=line_no, markdown=markdown)
