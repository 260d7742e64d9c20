"""A line of the source while its part in the outline is worked out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.report.draft import Piece, PieceRole
from gaohang_viewer.report.heading_mark import MarkStyle, read_bare_mark, read_mark
from gaohang_viewer.report.inline_markdown import bold_start, cut

if TYPE_CHECKING:
    from gaohang_viewer.report.heading_mark import Mark

LONGEST_SHORT = 30  # characters of an unnumbered headline
LONGEST_BOLD = 40  # characters of one in bold
LONGEST_TITLE = 64  # characters of a headline with its mark; what is longer is a text
_NOTE = "〔"  # begins a footnote
_ENDS = tuple("。；;，,！？!?、…：:")
_DASHES = frozenset("—–―─－-")  # —— begins an entry of an enumeration
_HAN = re.compile("[\u4e00-\u9fff]{2}")
# Captions of boxes, tables and figures, and dates, are as short as headlines.
_CAPTION = re.compile(
    r"(?:专栏|附?[表图])\s*[\d一二三四五六七八九十]|(?:资料|数据)来源|.{0,6}\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:印发)?$"
)
# A field of a form (牵头单位：…), which a colon parts from its value
_FIELD = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:单位|部门|领导|责任人|联系人|负责人|时间|时限|期限|地址|电话|邮编|编辑|校对|审核)[：:]"
)
_CHAPTER = re.compile(
    r".{0,24}(?:工作的?(?:回顾|总结|情况|安排|任务|目标|部署|重点|打算|建议|思路)|主要(?:工作|任务|目标)|重点(?:工作|任务)"
    r"|总体(?:部署|要求|思路)|目标(?:任务|要求|考虑)|自身建设|政府建设).{0,12}$|.{2,24}(?:回顾|展望|预期目标)$|"
    r"(?:前言|序言|引言|导言|绪论|结语|结束语|后记|概述)$"
)
_SALUTATION = re.compile(
    r".?位代表[：:]$|(?:各位|诸位|同志们|尊敬的|女士们|朋友们|主席团)[^。]{0,24}[：:!！]?$|各位代表|同志们"
)
_LONGEST = {
    MarkStyle.VOLUME: 40,
    MarkStyle.CHAPTER: 44,
    MarkStyle.SECTION: 44,
    MarkStyle.HAN: 46,
    MarkStyle.HAN_BRACKETED: 52,
}
_LONGEST_DEEP = 40  # characters of a title behind 1. （1） ①
# A rule says what is to be done, a title what it is about
_SENTENCE = re.compile("应当|应该|必须|不得|可以|凡")
_QUOTED = re.compile("“[^”]*”|《[^》]*》")
_FIRST_CLAUSE = re.compile(r"[^。！？!?；;]*[。！？!?；;]?")


def is_headline(text: str) -> bool:
    """Whether words read like a headline: no sentence, no address, no caption, no field of a form."""
    return not (
        text.endswith(_ENDS)
        or text[0] in _DASHES
        or (text[0] in "（(" and text[-1] in "）)")
        or "。" in text
        or _HAN.search(text) is None
        or is_salutation(text)
        or _CAPTION.match(text)
        or _FIELD.match(text)
    )


def is_chapter(text: str) -> bool:
    """Whether a line says what the chapters of a report say: 2024年工作回顾."""
    return _CHAPTER.match(text) is not None


def is_salutation(text: str) -> bool:
    """Whether a line addresses the audience: 各位代表："""
    return _SALUTATION.match(text) is not None


class Line:
    """A piece of role TEXT, and what can be said of it without its neighbours.

    `title` is the number of characters of the title that it begins with, mark included; 0 if it begins
    with none. `clause` is where the first clause ends, if it is no longer than a title may be: where its
    neighbours are titles, it is one, too. `alone` says that the title is all there is. `bold` counts the
    characters at the beginning that are in bold. `rule` says that the title reads like a sentence,
    `short` that the line looks like an unnumbered headline: a few words, no mark, no stop. `annex` says
    that the title of an annex was put together from two lines. `label` counts the characters of what stands
    before a part of the title block: 标题：.
    """

    __slots__ = (
        "alone",
        "annex",
        "bold",
        "clause",
        "label",
        "level",
        "mark",
        "piece",
        "role",
        "rule",
        "short",
        "text",
        "title",
    )

    def __init__(self, piece: Piece) -> None:
        self.piece = piece
        self.text = piece.text
        self.role = piece.role
        self.level = piece.level
        self.bold = bold_start(piece) if piece.markdown else 0
        self.mark: Mark | None = None
        self.title = 0
        self.clause = 0
        self.label = 0
        self.alone = False
        self.annex = False
        self.rule = False
        self.short = False
        if piece.role is PieceRole.HEADING:
            self.mark = read_mark(piece.text) or read_bare_mark(piece.text)
        elif piece.role is PieceRole.TEXT:
            if not piece.text.startswith(_NOTE):
                self.mark = read_mark(piece.text) or read_bare_mark(piece.text)
            if self.mark is not None:
                self._find_title(self.mark)
            elif 2 <= len(piece.text) <= LONGEST_BOLD and not piece.markdown.startswith("!["):
                whole_bold = self.is_bold and is_headline(piece.text.rstrip("。"))
                self.short = whole_bold or (len(piece.text) <= LONGEST_SHORT and is_headline(piece.text))

    def _find_title(self, mark: Mark) -> None:
        text = self.text
        if mark.length == len(text):
            self.title = self.clause = mark.length
            self.alone = True
            return
        if mark.length < self.bold <= LONGEST_TITLE and "。" not in text[: self.bold - 1]:
            self.title = self.clause = self.bold
            self.alone = self.bold == len(text)
            return
        clause = _FIRST_CLAUSE.match(text, mark.length)
        end = clause.end() if clause else 0
        length = end - mark.length
        self.alone = end == len(text)
        longest = _LONGEST.get(mark.style, _LONGEST_DEEP)
        closed = self.alone or text[end - 1] in "。！？!?"
        ends_well = not text.endswith(("；", ";", "，", ",", "：", ":"), 0, end)
        open_end = self.alone and text[-1] not in "。！？!?"  # no sentence, however long
        if length > 0 and closed and ends_well and length <= longest + (36 if open_end else 12):
            self.clause = end
            self.title = end if self.alone or length <= longest else 0
            stopped = not self.alone or text[end - 1] in "。！？!?"
            self.rule = stopped and _is_rule(text[mark.length : end])

    @property
    def is_bold(self) -> bool:
        """Whether all of it is in bold."""
        return 0 < self.bold == len(self.text)

    @property
    def words(self) -> str:
        """What stands behind the mark."""
        return self.text[self.mark.length :] if self.mark is not None else self.text

    def set_text(self, text: str) -> None:
        """Replaces what the line says."""
        self.text = text
        self.piece = self.piece._replace(text=text, markdown="")

    def pieces(self) -> list[Piece]:
        """The line as pieces: a heading that goes on as a paragraph becomes two."""
        piece = self.piece
        if self.label and self.role not in (PieceRole.TEXT, PieceRole.DEBRIS):
            label, value = cut(piece, self.label)
            return [label._replace(role=PieceRole.DEBRIS), value._replace(role=self.role)]
        if self.role is not PieceRole.HEADING:
            return [piece if piece.role is self.role else piece._replace(role=self.role)]
        if not self.title or self.title == len(self.text):
            return [piece._replace(role=PieceRole.HEADING, level=self.level, markdown="")]
        head, rest = cut(piece, self.title)
        return [head._replace(role=PieceRole.HEADING, level=self.level, markdown=""), rest]


def _is_rule(title: str) -> bool:
    return _SENTENCE.search(title) is not None and _SENTENCE.search(_QUOTED.sub("", title)) is not None
