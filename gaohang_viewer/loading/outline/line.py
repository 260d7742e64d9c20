"""A line of the source while its part in the outline is worked out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.report.draft import Piece, PieceRole
from gaohang_viewer.report.heading_mark import MarkStyle, read_mark
from gaohang_viewer.report.inline_markdown import bold_start, cut

if TYPE_CHECKING:
    from gaohang_viewer.report.heading_mark import Mark

LONGEST_SHORT = 30  # characters of an unnumbered headline
_ENDS = tuple("。；;，,！？!?、…：:")
_HAN = re.compile("[\u4e00-\u9fff]{2}")
# Captions of boxes, tables and figures, and dates, are as short as headlines.
_CAPTION = re.compile(
    r"(?:专栏|附?[表图])\s*[\d一二三四五六七八九十]|(?:资料|数据)来源|.{0,6}\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:印发)?$"
)
_SALUTATION = re.compile(r"(?:各位|同志们|尊敬的|女士们|朋友们|主席团)[^。]{0,24}[：:!！]?$|各位代表|同志们")
_LONGEST = {
    MarkStyle.VOLUME: 40,
    MarkStyle.CHAPTER: 44,
    MarkStyle.SECTION: 44,
    MarkStyle.HAN: 46,
    MarkStyle.HAN_BRACKETED: 52,
}
_LONGEST_DEEP = 40  # characters of a title behind 1. （1） ①
_SENTENCE = re.compile(
    "应当|应该|必须|不得|可以|凡"
)  # a rule says what is to be done, a title what it is about
_FIRST_CLAUSE = re.compile(r"[^。！？!?；;]*[。！？!?；;]?")


def _is_headline(text: str) -> bool:
    return not (
        text.endswith(_ENDS) or _HAN.search(text) is None or is_salutation(text) or _CAPTION.match(text)
    )


def is_salutation(text: str) -> bool:
    """Whether a line addresses the audience: 各位代表："""
    return _SALUTATION.match(text) is not None


class Line:
    """A piece of role TEXT, and what can be said of it without its neighbours.

    `title` is the number of characters of the title that it begins with, mark included; 0 if it begins
    with none. `alone` says that the title is all there is. `rule` says that the title reads like a
    sentence, `short` that the line looks like an unnumbered headline: a few words, no mark, no stop.
    """

    __slots__ = ("alone", "bold", "level", "mark", "piece", "role", "rule", "short", "text", "title")

    def __init__(self, piece: Piece) -> None:
        self.piece = piece
        self.text = piece.text
        self.role = piece.role
        self.level = piece.level
        self.bold = bold_start(piece) if piece.markdown else 0
        self.mark: Mark | None = None
        self.title = 0
        self.alone = False
        self.rule = False
        self.short = False
        if piece.role is PieceRole.HEADING:
            self.mark = read_mark(piece.text)
        elif piece.role is PieceRole.TEXT:
            self.mark = read_mark(piece.text)
            if self.mark is not None:
                self._find_title(self.mark)
            else:
                fits = 2 <= len(piece.text) <= LONGEST_SHORT and not piece.markdown.startswith("![")
                self.short = fits and _is_headline(piece.text)

    def _find_title(self, mark: Mark) -> None:
        text = self.text
        if self.bold > mark.length:
            end = self.bold
            self.title = end
            self.alone = end == len(text)
            if self.alone and "。" not in text[:-1]:
                return
        clause = _FIRST_CLAUSE.match(text, mark.length)
        end = clause.end() if clause else 0
        length = end - mark.length
        self.alone = end == len(text)
        longest = _LONGEST.get(mark.style, _LONGEST_DEEP) + (12 if self.alone else 0)
        closed = self.alone or text[end - 1] in "。！？!?"
        fits = (
            0 < length <= longest and closed and not text.endswith(("；", ";", "，", ",", "：", ":"), 0, end)
        )
        self.title = end if fits else 0
        self.rule = fits and _SENTENCE.search(text, mark.length, end) is not None

    @property
    def words(self) -> str:
        """What stands behind the mark."""
        return self.text[self.mark.length :] if self.mark is not None else self.text

    def pieces(self) -> list[Piece]:
        """The line as pieces: a heading that goes on as a paragraph becomes two."""
        piece = self.piece
        if self.role is not PieceRole.HEADING:
            return [piece if piece.role is self.role else piece._replace(role=self.role)]
        if not self.title or self.title == len(self.text):
            return [piece._replace(role=PieceRole.HEADING, level=self.level, markdown="")]
        head, rest = cut(piece, self.title)
        return [head._replace(role=PieceRole.HEADING, level=self.level, markdown=""), rest]
