"""Converts the text of an OpenDocument file to pieces."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from gaohang_viewer.loading.heading_style import is_text, split_run_in
from gaohang_viewer.loading.limits import MOST_PARAGRAPHS, TooLarge
from gaohang_viewer.loading.open_document.lists import Lists
from gaohang_viewer.loading.open_document.styles import Styles, attribute, full, short
from gaohang_viewer.loading.pictures import Checker
from gaohang_viewer.loading.pictures.image_type import kind_of
from gaohang_viewer.loading.rich_text import BREAK, Span, joined, lines_of, markdown_of, struck_text, text_of
from gaohang_viewer.loading.table_grid import TableGrid
from gaohang_viewer.loading.word.package import NotWord, Package
from gaohang_viewer.loading.word.xml import BadXml, parse
from gaohang_viewer.report import links
from gaohang_viewer.report.draft import Draft, Piece, PieceRole
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

    from gaohang_viewer.loading.rich_text import Spans

_SPACES = re.compile(r"[ \t\r\n]+")
_SOFT_HYPHEN, _FIRM_HYPHEN = "\u00ad", "\u2011"
_MOST_SPACES = 100
_MOST_REPEATED = 63
_PARAGRAPHS_PER_PROGRESS = 500
_INDEX = "-index"
# What contains no text of the document
_NO_TEXT = frozenset(
    (
        *("text:tracked-changes", "text:sequence-decls", "text:variable-decls", "text:user-field-decls"),
        *("office:forms", "text:note-citation", "text:ruby-text", "text:index-title-template"),
        *("svg:title", "svg:desc"),
    )
)
_ROWS = frozenset(("table:table-header-rows", "table:table-rows", "table:table-row-group"))
_CELLS = frozenset(("table:table-cell", "table:covered-table-cell"))
_INDICES = frozenset(("text:table-of-content", "text:illustration-index", "text:table-index"))


class NotOpenDocument(Exception):
    """The bytes are not a text document, or its text cannot be read because of damage."""


class _Paragraph(NamedTuple):
    spans: Spans
    notes: list[Element]
    boxes: list[Element]


class _List(NamedTuple):
    style: str
    level: int


def read_open_document(data: bytes, name: str, on_progress: Callable[[float], None]) -> Draft:
    """Reads a text document as a draft; `name` is its title if it has none.

    Lines count the paragraphs. `on_progress` is called with the share that is done, 0 to 1, and may raise to
    cancel. Raises `NotOpenDocument` and `TooLarge`; all other problems are returned in the draft.
    """
    try:
        package = Package(data)
    except NotWord as error:
        raise NotOpenDocument(str(error)) from error
    content, styles = _part(package, "content.xml"), _part(package, "styles.xml")
    body = None if content is None else next(content.iter(full("office:text")), None)
    if content is None or body is None:
        raise NotOpenDocument("no text")
    reader = _Reader(package, [content] if styles is None else [styles, content], on_progress)
    reader.count = sum(1 for _ in body.iter(full("text:p"), full("text:h")))
    if reader.count > MOST_PARAGRAPHS:
        raise TooLarge("too many paragraphs")
    reader.blocks(body)
    if changes := sum(1 for _ in body.iter(full("text:changed-region"))):
        reader.problems.append(Problem(ProblemKind.CHANGES, 1, str(changes)))
    reader.problems += [Problem(ProblemKind.DAMAGED, 1, part) for part in dict.fromkeys(package.damaged)]
    on_progress(1.0)
    return Draft(
        tuple(reader.pieces),
        name,
        problems=tuple(reader.problems),
        images=reader.images,
        kind="open-document",
    )


def _part(package: Package, name: str) -> Element | None:
    data = package.read(name)
    try:
        return None if data is None else parse(data)
    except BadXml:
        package.damaged.append(name)
        return None


class _Reader:
    def __init__(self, package: Package, roots: list[Element], on_progress: Callable[[float], None]) -> None:
        self.pieces: list[Piece] = []
        self.problems: list[Problem] = []
        self.images: dict[str, bytes] = {}
        self.count = 1
        self._package = package
        self._on_progress = on_progress
        self._styles, self._lists = Styles(roots), Lists(roots)
        self._checker = Checker()
        self._pictures: dict[str, str] = {}  # addresses by the names of the parts
        self._line_no = self._part_no = 0
        self._notes = 0

    # --- blocks ----------------------------------------------------------------------------------------

    def blocks(self, container: Element, place: _List | None = None, *, contents: bool = False) -> None:
        """Reads blocks, nested ones recursively; the parser limits their depth."""
        for element in container:
            name = short(element)
            if name in ("text:p", "text:h"):
                self._paragraph(element, None, contents=contents)
            elif name == "text:list":
                self._list(element, place, contents=contents)
            elif name == "table:table":
                self._table(element, contents=contents)
            elif name not in _NO_TEXT:
                self.blocks(element, place, contents=contents or name in _INDICES or name.endswith(_INDEX))

    def _list(self, element: Element, outer: _List | None, *, contents: bool) -> None:
        style = attribute(element, "text:style-name") or (outer.style if outer else "")
        place = _List(style, outer.level + 1 if outer else 1)
        if outer is None:
            self._lists.start(element, style)
        for item in element:
            labelled = short(item) == "text:list-header"
            for inner in item:
                if short(inner) in ("text:p", "text:h"):
                    label = None if labelled else self._lists.next(place.style, place.level, item)
                    self._paragraph(inner, label, contents=contents, listed=True)
                    labelled = True
                elif short(inner) == "text:list":
                    self._list(inner, place, contents=contents)
                else:
                    self.blocks(inner, place, contents=contents)

    def _paragraph(
        self, element: Element, label: str | None, *, contents: bool, listed: bool = False
    ) -> None:
        read, role, level = self._read(element)
        style = self._styles.paragraph(attribute(element, "text:style-name"))
        if role is PieceRole.HEADING and not listed and read.spans and style.numbered:
            label = self._lists.heading(level, element)
        lines = lines_of([Span(label), *read.spans] if label and read.spans else read.spans)
        if contents or role is PieceRole.CONTENTS:
            self._add(PieceRole.CONTENTS, joined(lines))
        elif role is PieceRole.TEXT:
            for number, line in enumerate(lines):
                self._add(PieceRole.POINT if label == "" and not number else role, line)
        elif lines and role is PieceRole.HEADING and is_text(text_of(joined(lines))):
            self._add(PieceRole.TEXT, joined(lines))
        elif lines:
            self._add(role, joined(lines), level)
            if role is PieceRole.HEADING and self.pieces and self.pieces[-1].role is role:
                self.pieces += split_run_in(self.pieces.pop()._replace(markdown=markdown_of(joined(lines))))
        self._after(read)

    def _read(self, element: Element) -> tuple[_Paragraph, PieceRole, int]:
        """Reads the content of the next paragraph; returns it with its role and level."""
        self._line_no += 1
        self._part_no = 0
        if self._line_no % _PARAGRAPHS_PER_PROGRESS == 0:
            self._on_progress(min(self._line_no / self.count, 1.0))
        style = self._styles.paragraph(attribute(element, "text:style-name"))
        read = _Paragraph([], [], [])
        self._inline(element, style.format, read, hidden=style.hidden)
        if struck := struck_text(read.spans):
            self._report(ProblemKind.STRUCK, struck)
        level = attribute(element, "text:outline-level")
        if short(element) == "text:h" and style.role not in (PieceRole.TITLE, PieceRole.SUBTITLE):
            return read, PieceRole.HEADING, min(int(level[:2]), 10) if level.isdigit() else style.level or 1
        return read, style.role, style.level

    def _after(self, read: _Paragraph) -> None:
        """Reads the notes and the text boxes of a paragraph."""
        for note in read.notes:
            self._notes += 1
            before = len(self.pieces)
            self.blocks(note)
            if len(self.pieces) > before:
                first = self.pieces[before]
                sign = f"〔{self._notes}〕"
                markdown = sign + first.markdown if first.markdown else ""
                self.pieces[before] = first._replace(text=sign + first.text, markdown=markdown)
        for box in read.boxes:
            self.blocks(box)

    def _add(self, role: PieceRole, spans: Spans, level: int = 0) -> None:
        text = text_of(spans).strip()
        markdown = markdown_of(spans) if role in (PieceRole.TEXT, PieceRole.POINT) else ""
        if not text and (text := struck_text(spans)):
            role, markdown = PieceRole.MARKDOWN, markdown_of(spans)
        if text:
            self.pieces.append(Piece(role, text, self._line_no, level, markdown, self._part_no))
            self._part_no += 1

    def _report(self, kind: ProblemKind, text: str) -> None:
        self.problems.append(Problem(kind, self._line_no, text))

    # --- text ------------------------------------------------------------------------------------------

    def _inline(self, element: Element, style: Span, read: _Paragraph, *, hidden: bool) -> None:
        self._text(element.text, style, read, hidden=hidden)
        for child in element:
            self._child(child, style, read, hidden=hidden)
            self._text(child.tail, style, read, hidden=hidden)

    def _text(self, text: str | None, style: Span, read: _Paragraph, *, hidden: bool) -> None:
        text = _SPACES.sub(" ", text or "").replace(_SOFT_HYPHEN, "").replace(_FIRM_HYPHEN, "-")
        if text and hidden:
            if text.strip():
                self._report(ProblemKind.HIDDEN, text.strip())
        elif text and not (text == " " and read.spans and read.spans[-1].text.endswith(" ")):
            read.spans.append(style._replace(text=text))

    def _child(self, child: Element, style: Span, read: _Paragraph, *, hidden: bool) -> None:
        name = short(child)
        if name == "text:span":
            style, concealed = self._styles.text(attribute(child, "text:style-name"), style)
            self._inline(child, style, read, hidden=hidden or concealed)
        elif name == "text:a":
            link = links.in_markdown(attribute(child, "xlink:href"))
            self._inline(child, style._replace(link=link or style.link), read, hidden=hidden)
        elif name == "text:s":
            count = attribute(child, "text:c")
            spaces = min(int(count[:3]), _MOST_SPACES) if count.isdigit() else 1
            read.spans.append(style._replace(text=" " * spaces))
        elif name == "text:tab":
            read.spans.append(style._replace(text=" "))
        elif name == "text:line-break":
            read.spans.append(BREAK)
        elif name == "text:note":
            read.notes.append(child)
            read.spans.append(Span(f"〔{self._notes + len(read.notes)}〕"))
        elif name == "office:annotation":
            text = " ".join("".join(map(str, part.itertext())) for part in child.iter(full("text:p")))
            self._report(ProblemKind.COMMENT, text.strip())
        elif name == "draw:text-box" or (name.startswith("draw:") and _holds_text(child)):
            read.boxes.append(child)
        elif name == "draw:image":
            self._picture(child, read)
        elif name in ("draw:object", "draw:object-ole"):
            self._report(ProblemKind.NOT_SHOWN, attribute(child, "xlink:href") or name)
        elif name not in _NO_TEXT and name != "office:annotation-end":
            self._inline(child, style, read, hidden=hidden)

    def _picture(self, image: Element, read: _Paragraph) -> None:
        frame = image.getparent()
        if frame is not None and next(frame.iterchildren(full("draw:object")), None) is not None:
            return  # the picture of an object, which is a problem already
        target = attribute(image, "xlink:href")
        if not target or ":" in target or target.startswith(("/", "..")):
            self._report(ProblemKind.OUTSIDE, target)
            return
        if target not in self._pictures:
            self._pictures[target] = self._stored(posixpath.normpath(unquote(target)))
        if address := self._pictures[target]:
            words = " ".join(attribute(frame, "draw:name").split())[:200] or "图片"
            read.spans.append(Span(words, image=address))
        else:
            self._report(ProblemKind.NOT_SHOWN, target)

    def _stored(self, name: str) -> str:
        """Stores a picture; returns its address, empty if it cannot be shown."""
        try:
            data = self._package.read(name)
        except TooLarge:
            return ""
        shown = None if data is None else self._checker.checked(data)
        if shown is None:
            return ""
        address = f"image:{len(self.images) + 1}.{kind_of(shown)}"
        self.images[address] = shown
        return address

    # --- tables ----------------------------------------------------------------------------------------

    def _table(self, table: Element, *, contents: bool) -> None:
        rows = [[cell for cell in row if short(cell) in _CELLS] for row in _rows(table)]
        if len(rows) == 1 or all(len(cells) < 2 for cells in rows):  # a frame around text
            for cells in rows:
                for cell in cells:
                    self.blocks(cell, contents=contents)
            return
        grid = TableGrid()
        first = self._line_no + 1
        reads: list[_Paragraph] = []
        for cells in rows:
            grid.start_row()
            for cell in cells:
                repeated = attribute(cell, "table:number-columns-repeated")
                for _ in range(min(int(repeated[:3]), _MOST_REPEATED) if repeated.isdigit() else 1):
                    grid.start_cell()
                for paragraph in _paragraphs(cell):
                    read, _, _ = self._read(paragraph)
                    grid.add(lines_of(read.spans))
                    reads.append(read)
        last, self._line_no = self._line_no, first
        if text := grid.text():
            role = PieceRole.CONTENTS if contents else PieceRole.MARKDOWN
            self.pieces.append(Piece(role, text, first, markdown=grid.markdown()))
        self._line_no = last
        for read in reads:
            self._after(read)


def _holds_text(shape: Element) -> bool:
    """Returns whether a shape has paragraphs of its own."""
    return any(short(element) in ("text:p", "text:list") for element in shape)


def _rows(table: Element) -> Iterator[Element]:
    """Yields the rows of a table, but not those of tables within it."""
    for element in table:
        name = short(element)
        if name == "table:table-row":
            yield element
        elif name in _ROWS:
            yield from _rows(element)


def _paragraphs(cell: Element) -> Iterator[Element]:
    """Yields the paragraphs of a cell, and those of lists and tables within it."""
    for element in cell:
        if short(element) in ("text:p", "text:h"):
            yield element
        elif short(element) not in _NO_TEXT:
            yield from _paragraphs(element)
