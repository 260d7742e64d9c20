"""Extracts pieces from the visible content of a web page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gaohang_viewer.loading.encodings import without_invisible
from gaohang_viewer.loading.pictures.image_type import Checker
from gaohang_viewer.loading.rich_text import BREAK, Span, joined, lines_of, markdown_of, struck_text, text_of
from gaohang_viewer.loading.scripts import Script
from gaohang_viewer.loading.table_grid import TableGrid
from gaohang_viewer.loading.web.dom import INLINE, nodes
from gaohang_viewer.loading.web.pictures import read_picture
from gaohang_viewer.report import links
from gaohang_viewer.report.draft import Piece, PieceRole, escaped
from gaohang_viewer.report.heading_mark import read_mark
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from selectolax.lexbor import LexborNode

    from gaohang_viewer.loading.pictures import PictureSource
    from gaohang_viewer.loading.rich_text import Spans

_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_FORMATS: dict[str, dict[str, Any]] = {
    **{tag: {"bold": True} for tag in ("b", "strong")},
    **{tag: {"italic": True} for tag in ("i", "em", "cite", "dfn")},
    **{tag: {"struck": True} for tag in ("s", "strike", "del")},
    "sup": {"script": Script.SUPER},
    "sub": {"script": Script.SUB},
}
_RUBY = frozenset(("rt", "rp", "rtc"))  # phonetic guides, and their brackets
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)  # the label that Word gives a paragraph
_SYMBOLS = re.compile(r"font-family\s*:[^;]*(?:wingdings|webdings|symbol)", re.IGNORECASE)
_THROUGH = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_ALIGN = re.compile(r"text-align\s*:\s*([a-z]+)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_WIDE = "\u2e80-\u9fff\uff00-\uffef"
# A line break without a space (CSS Text 3, 4.1.3)
_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n[ \t\n]*(?=[{_WIDE}])")
_SPACE = re.compile(r"[ \t\n\f]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WIDE_ENDS = "、）．，。："
_EARLY = 20  # pieces that may contain the title
_MOST_REPORTED = 20  # pictures outside the page
_NODES_PER_PROGRESS = 1 << 14


class Extractor:
    """Extracts `pieces`, `problems` and `images` by address; `characters` counts the extracted ones."""

    def __init__(
        self,
        title: str,
        tables: frozenset[int],
        on_progress: Callable[[float], None],
        is_left_out: Callable[[LexborNode], bool],
    ) -> None:
        self.pieces: list[Piece] = []
        self.problems: list[Problem] = []
        self.images: dict[str, bytes] = {}
        self.characters = 0
        self.centred: set[int] = set()  # the lines of centred paragraphs
        self.gallery: PictureSource | None = None  # reads pictures outside the page
        self.checker = Checker()
        self.base = ""  # base address
        self._title = "".join(title.split())
        self._tables = tables
        self._on_progress = on_progress
        self._share = 0.6  # progress, 0 to 1
        self._is_left_out = is_left_out
        self._spans: Spans = []
        self._formats = [Span("")]  # the format of each open element
        self._alignments = [False]  # whether each open element centres its text
        self._is_centred = False  # the current paragraph
        self._ruby = ""  # the phonetic guides in it
        self._level = 0  # of the open heading
        self._numbers: list[int | None] = []  # the next number in each open list; None for bullets
        self._lead: str | None = None  # the number of a list entry, "" for a bullet
        self._grid: TableGrid | None = None

    def extract(self, root: LexborNode) -> None:
        """Extracts all visible content below an element."""
        for count, (node, opens) in enumerate(nodes(root, self._is_handled)):
            if node.tag == "-text":
                self._text(node.text_content or "")
            elif opens:
                self._open(node)
            else:
                self._close(node)
            if not count % _NODES_PER_PROGRESS:
                self._share = 0.6 + 0.3 * count / (count + (1 << 17))
                self._on_progress(self._share)
        self._end_paragraph()

    def _is_handled(self, node: LexborNode) -> bool:
        """Returns whether an element needs no walk: it is omitted, or was extracted as a whole."""
        if self._is_left_out(node):
            return True
        if node.tag == "span" and _IGNORED.search(node.attributes.get("style") or ""):
            return self._label(node)
        if node.tag in _RUBY:
            self._ruby += node.text() if node.tag != "rp" else ""
            return True
        if node.tag == "pre" and self._grid is None:
            return self._preformatted(node)
        return False

    def _text(self, text: str) -> None:
        if "\n" in text:
            text = _BREAK.sub("", text)
        text = _SPACE.sub(" ", without_invisible(text).replace("\r", " "))
        self.characters += len("".join(text.split()))
        if not self._spans or self._spans[-1].text.endswith((" ", "\n")):
            text = text.removeprefix(" ")
        if text:
            self._is_centred = self._is_centred or (self._alignments[-1] and not text.isspace())
            self._spans.append(self._formats[-1]._replace(text=text.replace("\xa0", " ")))

    def _open(self, node: LexborNode) -> None:
        tag, style = node.tag or "", self._formats[-1]
        if tag == "br":
            self._spans.append(BREAK)
        elif tag == "img":
            self._picture(node)
        elif tag not in INLINE:
            self._end_paragraph()
        attributes = node.attributes
        if attributes and (css := attributes.get("style")):
            style = _with_css(style, css)
        if tag in _FORMATS:
            style = style._replace(**_FORMATS[tag])
        elif tag == "a":
            style = style._replace(link=links.in_markdown(attributes.get("href") or ""))
        elif tag == "q":
            self._spans.append(style._replace(text="“"))
        elif tag in _LEVELS:
            self._level = _LEVELS[tag]
        else:
            self._open_list(tag, attributes)
            self._open_table(node)
        self._formats.append(style)
        self._alignments.append(_is_centred(tag, attributes, otherwise=self._alignments[-1]))

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
        self._formats.pop()
        self._alignments.pop()
        if tag == "q":
            self._spans.append(self._formats[-1]._replace(text="”"))
        if tag in INLINE or tag == "br":
            return
        self._end_paragraph()
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
        """The number of the next paragraph; 1 is reserved for a title from the head."""
        return self.pieces[-1].line_no + 1 if self.pieces else 2

    def _add(self, piece: Piece) -> None:
        self.pieces.append(piece)

    def _end_paragraph(self) -> None:
        """Ends the current paragraph."""
        if not self._spans:
            return
        lines, self._spans = lines_of(self._spans), []
        centred, self._is_centred = self._is_centred, False
        if self._ruby:
            self.problems.append(Problem(ProblemKind.NOT_SHOWN, self._next, self._ruby))
            self._ruby = ""
        if any(map(struck_text, lines)):
            struck = "".join(map(struck_text, lines))
            self.problems.append(Problem(ProblemKind.STRUCK, self._next, struck))
        if self._grid is not None and self._grid.has_cell:
            self._grid.add(lines)
            return
        line_no = self._next
        self.centred.update([line_no] if centred else [])
        if self._level and lines:
            lines = [joined(lines)]
        for part, line in enumerate(lines):
            text, markdown = text_of(line).strip(), markdown_of(line)
            tight = "".join(text.split())
            if not text:  # all of it is struck out
                self._add(Piece(PieceRole.MARKDOWN, struck_text(line), line_no, markdown=markdown, part=part))
            elif self._title and tight == self._title and len(self.pieces) < _EARLY:
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

    def _label(self, node: LexborNode) -> bool:
        """Extracts the label of a list entry in a page that Word made: a number, or a bullet."""
        text = " ".join(without_invisible(node.text()).split())
        self.characters += len("".join(text.split()))
        parent = node.parent
        styles = (each.attributes.get("style") or "" for each in (node, parent) if each is not None)
        if any(map(_SYMBOLS.search, styles)) or (len(text) == 1 and not (text.isdigit() or _HAN.match(text))):
            self._lead = ""
        elif text:
            wide = text[-1] in _WIDE_ENDS
            self._spans.append(self._formats[-1]._replace(text=text if wide else text + " "))
        return True

    def _preformatted(self, node: LexborNode) -> bool:
        """Extracts preformatted text: code, or Chinese running text of an old page line by line."""
        text = "".join(
            "\n" if each.tag == "br" else each.text_content or ""
            for each, opens in nodes(node, self._is_left_out)
            if opens and each.tag in ("br", "-text")
        ).strip("\r\n")
        self._end_paragraph()
        if len(_HAN.findall(text)) * 4 > len(text):
            self.characters += len("".join(text.split()))
            for line in text.split("\n"):
                self._spans.append(Span(without_invisible(line).strip()))
                self._end_paragraph()
        elif text.strip():
            self.characters += len("".join(text.split()))
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
            self._add(Piece(PieceRole.MARKDOWN, text, self._next, markdown=f"{fence}\n{text}\n{fence}"))
        return True

    def _picture(self, node: LexborNode) -> None:
        self._on_progress(self._share)
        found = read_picture(node.attributes, self.checker, self.gallery, self.base)
        if found.data:
            address = f"image:{len(self.images) + 1}.{found.kind}"
            self.images[address] = found.data
            self._spans.append(self._formats[-1]._replace(text=found.words or address, image=address))
            return
        if found.words:
            self._spans.append(self._formats[-1]._replace(text=found.words))
        if found.problem is not None and len(self.problems) < _MOST_REPORTED:
            self.problems.append(Problem(found.problem, self._next, found.address))


def _is_centred(tag: str, attributes: dict[str, str | None], *, otherwise: bool) -> bool:
    """Returns whether an element centres its text; `otherwise` is what it inherits."""
    if tag == "center":
        return True
    if not attributes:
        return otherwise
    align = _ALIGN.search(attributes.get("style") or "")
    value = align[1] if align else attributes.get("align") or ""
    return value.lower() == "center" if value else otherwise


def _with_css(style: Span, css: str) -> Span:
    """Returns a format with what a style attribute adds to it."""
    if _HEAVY.search(css):
        style = style._replace(bold=True)
    if _THROUGH.search(css):
        style = style._replace(struck=True)
    if raised := _RAISED.search(css):
        style = style._replace(script=_FORMATS["sup" if raised[1].lower() == "super" else "sub"]["script"])
    return style


def _number(value: str | None, otherwise: int) -> int:
    """Parses a number of at most five digits in an attribute."""
    value = (value or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else otherwise
