"""Walks through a web page and makes pieces of all that it shows, in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.loading.encodings import without_unseen
from gaohang_viewer.loading.pictures.image_type import Checker
from gaohang_viewer.loading.rich_text import BREAK, Span, joined, lines_of, markdown_of, text_of
from gaohang_viewer.loading.table_grid import TableGrid
from gaohang_viewer.loading.web.dom import ASIDE, INLINE, nodes, unseen
from gaohang_viewer.loading.web.pictures import picture
from gaohang_viewer.report import links
from gaohang_viewer.report.draft import Piece, PieceRole, escaped
from gaohang_viewer.report.heading_mark import read_mark
from gaohang_viewer.report.model import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from selectolax.lexbor import LexborNode

    from gaohang_viewer.loading.pictures import Gallery
    from gaohang_viewer.loading.rich_text import Spans

_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD = frozenset(("b", "strong"))
_ITALIC = frozenset(("i", "em", "cite", "dfn"))
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_WIDE = "\u2e80-\u9fff\uff00-\uffef"
_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n[ \t\n]*(?=[{_WIDE}])")  # shows nothing (CSS Text 3, 4.1.3)
_SPACE = re.compile(r"[ \t\n\f]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_EARLY = 20  # pieces among which the title stands
_MOST_TOLD = 20  # things that lie outside
_OFTEN = 1 << 14  # nodes between two words on how far it has come


class Walk:
    """What becomes of a page: `pieces`, `problems`, `images` by address; `characters` counts what it took."""

    def __init__(
        self, title: str, tables: frozenset[int], tell: Callable[[float], None], *, whole: bool
    ) -> None:
        self.pieces: list[Piece] = []
        self.problems: list[Problem] = []
        self.images: dict[str, bytes] = {}
        self.characters = 0
        self.gallery: Gallery | None = None  # what reads the pictures beside the page
        self.checker = Checker()
        self.base = ""  # what its addresses start from
        self._title = "".join(title.split())
        self._tables = tables
        self._tell = tell
        self._share = 0.6  # that is done
        self._whole = whole
        self._spans: Spans = []
        self._looks = [Span("")]  # that of each open element
        self._level = 0  # of the heading that is open
        self._numbers: list[int | None] = []  # the next in each open list; None for bullets
        self._lead: str | None = None  # what the entry of a list begins with: "" for a point
        self._grid: TableGrid | None = None

    def through(self, root: LexborNode) -> None:
        """Takes all that stands below an element."""
        for count, (node, opens) in enumerate(nodes(root, self._passed)):
            if node.tag == "-text":
                self._text(node.text_content or "")
            elif opens:
                self._open(node)
            else:
                self._close(node)
            if not count % _OFTEN:
                self._share = 0.6 + 0.3 * count / (count + (1 << 17))
                self._tell(self._share)
        self._end()

    def _passed(self, node: LexborNode) -> bool:
        """Whether an element is dealt with: left out, or taken as a whole."""
        if unseen(node) or (node.tag in ASIDE and not self._whole):
            return True
        if node.tag == "pre" and self._grid is None:
            return self._preformatted(node)
        return False

    def _text(self, text: str) -> None:
        if "\n" in text:
            text = _BREAK.sub("", text)
        text = _SPACE.sub(" ", without_unseen(text).replace("\r", " "))
        self.characters += len("".join(text.split()))
        if not self._spans or self._spans[-1].text.endswith((" ", "\n")):
            text = text.removeprefix(" ")
        if text:
            look = self._looks[-1]
            self._spans.append(Span(text.replace("\xa0", " "), look.bold, look.italic, look.link))

    def _open(self, node: LexborNode) -> None:
        tag, look = node.tag or "", self._looks[-1]
        if tag == "br":
            self._spans.append(BREAK)
        elif tag == "img":
            self._picture(node)
        elif tag not in INLINE:
            self._end()
        attributes = node.attributes
        if tag in _BOLD or (attributes and _HEAVY.search(attributes.get("style") or "")):
            look = look._replace(bold=True)
        elif tag in _ITALIC:
            look = look._replace(italic=True)
        elif tag == "a":
            look = look._replace(link=links.in_markdown(attributes.get("href") or ""))
        elif tag == "q":
            self._spans.append(look._replace(text="“"))
        elif tag in _LEVELS:
            self._level = _LEVELS[tag]
        else:
            self._open_list(tag, attributes)
            self._open_table(node)
        self._looks.append(look)

    def _open_list(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in ("ul", "ol", "menu"):
            self._numbers.append(_number(attributes.get("start"), 1) if tag == "ol" else None)
        elif tag == "li":
            number = self._numbers[-1] if self._numbers else None
            if number is None:
                self._lead = ""
            else:
                number = _number(attributes.get("value"), number)
                self._numbers[-1] = number + 1
                self._lead = f"{number}. "

    def _open_table(self, node: LexborNode) -> None:
        if node.tag == "table" and node.mem_id in self._tables:
            self._grid = TableGrid()
        elif self._grid is None:
            return
        elif node.tag == "tr":
            self._grid.start_row()
        elif node.tag in ("td", "th"):
            self._grid.start_cell(
                _number(node.attributes.get("colspan"), 1), _number(node.attributes.get("rowspan"), 1)
            )

    def _close(self, node: LexborNode) -> None:
        tag = node.tag
        self._looks.pop()
        if tag == "q":
            self._spans.append(self._looks[-1]._replace(text="”"))
        if tag in INLINE or tag == "br":
            return
        self._end()
        if tag in _LEVELS:
            self._level = 0
        elif tag in ("ul", "ol", "menu") and self._numbers:
            self._numbers.pop()
        elif tag == "li":
            self._lead = None
        elif tag == "table" and self._grid is not None and node.mem_id in self._tables:
            grid, self._grid = self._grid, None
            if text := grid.text():
                self._add(Piece(PieceRole.MARKDOWN, text, self._next, markdown=grid.markdown()))

    # --- pieces ------------------------------------------------------------------------------------------

    @property
    def _next(self) -> int:
        """The number of the next paragraph; the first is kept for the title that the page's head gives."""
        return self.pieces[-1].line_no + 1 if self.pieces else 2

    def _add(self, piece: Piece) -> None:
        self.pieces.append(piece)

    def _end(self) -> None:
        """A paragraph is complete."""
        if not self._spans:
            return
        lines, self._spans = lines_of(self._spans), []
        if self._grid is not None and self._grid.has_cell:
            self._grid.add(lines)
            return
        line_no = self._next
        if self._level and lines:
            lines = [joined(lines)]
        for part, line in enumerate(lines):
            text, markdown = text_of(line), markdown_of(line)
            tight = "".join(text.split())
            if self._title and tight == self._title and len(self.pieces) < _EARLY:
                self._title = ""
                self._add(Piece(PieceRole.TITLE, text, line_no, part=part))
            elif self._level:
                self._add(Piece(PieceRole.HEADING, text, line_no, self._level))
            elif self._lead:
                lead = "" if read_mark(text) is not None else self._lead
                markdown = escaped(lead) + markdown if markdown else ""
                self._add(Piece(PieceRole.TEXT, lead + text, line_no, markdown=markdown, part=part))
            else:
                role = PieceRole.TEXT if self._lead is None else PieceRole.POINT
                self._add(Piece(role, text, line_no, markdown=markdown, part=part))
            self._lead = None

    def _preformatted(self, node: LexborNode) -> bool:
        """Code as it is typed; Chinese in it is running text of an old page, line by line."""
        text = "".join(
            "\n" if each.tag == "br" else each.text_content or ""
            for each, opens in nodes(node, unseen)
            if opens and each.tag in ("br", "-text")
        ).strip("\r\n")
        self._end()
        if len(_HAN.findall(text)) * 4 > len(text):
            self.characters += len("".join(text.split()))
            for line in text.split("\n"):
                self._spans.append(Span(without_unseen(line).strip()))
                self._end()
        elif text.strip():
            self.characters += len("".join(text.split()))
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
            self._add(Piece(PieceRole.MARKDOWN, text, self._next, markdown=f"{fence}\n{text}\n{fence}"))
        return True

    def _picture(self, node: LexborNode) -> None:
        self._tell(self._share)
        found = picture(node.attributes, self.checker, self.gallery, self.base)
        if found.data:
            address = f"image:{len(self.images) + 1}.{found.kind}"
            self.images[address] = found.data
            self._spans.append(self._looks[-1]._replace(text=found.words or address, image=address))
            return
        if found.words:
            self._spans.append(self._looks[-1]._replace(text=found.words))
        if found.problem is not None and len(self.problems) < _MOST_TOLD:
            self.problems.append(Problem(found.problem, self._next, found.address))


def _number(value: str | None, otherwise: int) -> int:
    """A number in an attribute; hostile pages write any."""
    value = (value or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else otherwise
