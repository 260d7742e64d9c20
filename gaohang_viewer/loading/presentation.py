"""Reads PowerPoint files (.pptx, .pptm, .ppsx) as reports: titles as headings, text and notes below them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from gaohang_viewer.loading.limits import MOST_PARAGRAPHS, TooLarge
from gaohang_viewer.loading.pictures import Checker
from gaohang_viewer.loading.pictures.image_type import kind_of
from gaohang_viewer.loading.rich_text import BREAK, Span, joined, lines_of, markdown_of, struck_text, text_of
from gaohang_viewer.loading.scripts import Script
from gaohang_viewer.loading.table_grid import TableGrid
from gaohang_viewer.report import links
from gaohang_viewer.report.draft import Draft, Piece, PieceRole
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gaohang_viewer.loading.rich_text import Spans

_MOST_ENTRIES = 10_000
_MOST_BYTES = 200_000_000  # uncompressed
_MOST_MARKUP = 60_000_000  # bytes of them that are XML, which takes many times as much memory
_DEEPEST = 20  # groups of shapes in each other
_LONGEST_NAME = 200
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ENTRY = b"PK\x01\x02"  # the signature of an entry in the central directory
_FURNITURE = frozenset(("DATE", "FOOTER", "SLIDE_NUMBER", "HEADER", "SLIDE_IMAGE"))
_BODY = frozenset(("BODY", "OBJECT", "VERTICAL_BODY", "VERTICAL_OBJECT"))
_STRUCK = frozenset(("sngStrike", "dblStrike"))


class NotSlides(Exception):
    """The bytes are not a presentation, or it cannot be read because of damage."""


def read_presentation(data: bytes, name: str, on_progress: Callable[[float], None]) -> Draft:
    """Reads a presentation as a draft; `name` is its title if no slide has one.

    Lines count the paragraphs. `on_progress` is called with the share that is done, 0 to 1, and may raise to
    cancel. Raises `NotSlides` and `TooLarge`; charts and diagrams are returned as problems.
    """
    slides = _slides(data)
    reader = _Reader()
    for number, slide in enumerate(slides):
        on_progress(number / len(slides))
        reader.read(slide, first=number == 0)
    on_progress(1.0)
    return Draft(
        tuple(reader.pieces), name, problems=tuple(reader.problems), images=reader.images, kind="slides"
    )


def _slides(data: bytes) -> list[Any]:
    """Returns the slides that are not hidden, in order, within the limits of an archive."""
    if data.count(_ENTRY) > _MOST_ENTRIES:
        raise TooLarge("too many entries")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise NotSlides("no zip archive") from error
    # zipfile reads no more than these sizes, but inflates other methods without a limit
    markup = sum(entry.file_size for entry in entries if entry.filename.lower().endswith((".xml", ".rels")))
    if markup > _MOST_MARKUP or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise TooLarge("too large")
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise NotSlides("compressed in a way that is not allowed")
    from pptx.package import Package

    try:
        part: Any = Package.open(BytesIO(data)).main_document_part
        return [
            slide for slide in part.presentation.slides if slide.element.get("show") not in ("0", "false")
        ]
    except Exception as error:  # the library raises whatever a damaged part makes it run into
        raise NotSlides(str(error)) from error


class _Reader:
    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.problems: list[Problem] = []
        self.images: dict[str, bytes] = {}
        self._checker = Checker()
        self._line_no = 0
        self._headline = ""  # of the slide before

    def read(self, slide: Any, *, first: bool) -> None:
        """Reads a slide and its notes; a slide that cannot be read is a problem."""
        try:
            self._read(slide, first=first)
        except TooLarge:
            raise
        except Exception:  # noqa: BLE001 - see `_slides`
            self.problems.append(Problem(ProblemKind.DAMAGED, self._line_no + 1, str(slide.part.partname)))

    def _read(self, slide: Any, *, first: bool) -> None:
        shapes = list(_flat(slide.shapes, 0))
        title = next(
            (shape for shape in shapes if _kind(shape) in ("TITLE", "CENTER_TITLE", "VERTICAL_TITLE")), None
        )
        cover = first and title is not None and _kind(title) == "CENTER_TITLE"
        if title is not None:
            self._title(title, cover=cover)
        for shape in shapes:
            if shape is not title and _kind(shape) not in _FURNITURE:
                self._shape(shape, subtitle=cover and _kind(shape) == "SUBTITLE")
        if slide.has_notes_slide and (notes := slide.notes_slide.notes_text_frame) is not None:
            self._text(notes, PieceRole.TEXT)

    def _title(self, shape: Any, *, cover: bool) -> None:
        lines = [line for paragraph in shape.text_frame.paragraphs for line in _lines(paragraph)]
        text = text_of(joined(lines)).strip()
        self._line_no += 1
        if text and text != self._headline:  # a slide that goes on repeats its title
            self._add(
                Piece(PieceRole.TITLE if cover else PieceRole.HEADING, text, self._line_no, int(not cover))
            )
        self._headline = text

    def _shape(self, shape: Any, *, subtitle: bool) -> None:
        if shape.has_text_frame:
            body = PieceRole.POINT if _kind(shape) in _BODY else PieceRole.TEXT
            self._text(shape.text_frame, PieceRole.SUBTITLE if subtitle else body)
        elif getattr(shape, "has_table", False):
            self._table(shape.table)
        elif shape.element.tag.endswith(("}pic", "}graphicFrame")):
            self._picture(shape)

    def _picture(self, shape: Any) -> None:
        """Reads a picture; a linked one, a chart and a diagram are problems."""
        self._line_no += 1
        try:
            shown = self._checker.checked(shape.image.blob)
        except (AttributeError, ValueError, KeyError):
            shown = None
        if shown is None:
            self.problems.append(Problem(ProblemKind.NOT_SHOWN, self._line_no, shape.name))
            return
        address = f"image:{len(self.images) + 1}.{kind_of(shown)}"
        self.images[address] = shown
        words = " ".join(shape.name.split())[:_LONGEST_NAME] or address
        markdown = markdown_of([Span(words, image=address)])
        self._add(Piece(PieceRole.TEXT, words, self._line_no, markdown=markdown))

    def _text(self, frame: Any, role: PieceRole) -> None:
        for paragraph in frame.paragraphs:
            self._line_no += 1
            for part, line in enumerate(_lines(paragraph)):
                if struck := struck_text(line):
                    self.problems.append(Problem(ProblemKind.STRUCK, self._line_no, struck))
                text = text_of(line).strip()
                own = role if text else PieceRole.MARKDOWN
                self._add(Piece(own, text or struck_text(line), self._line_no, 0, markdown_of(line), part))

    def _table(self, table: Any) -> None:
        grid = TableGrid()
        for row in table.rows:
            grid.start_row()
            for cell in row.cells:
                grid.start_cell()
                if not cell.is_spanned:
                    grid.add([line for paragraph in cell.text_frame.paragraphs for line in _lines(paragraph)])
        self._line_no += 1
        if text := grid.text():
            self._add(Piece(PieceRole.MARKDOWN, text, self._line_no, markdown=grid.markdown()))

    def _add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        if len(self.pieces) > MOST_PARAGRAPHS:
            raise TooLarge("too many paragraphs")


def _flat(shapes: Any, depth: int) -> Iterator[Any]:
    """Yields shapes and those in groups, in order."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            if depth < _DEEPEST:
                yield from _flat(shape.shapes, depth + 1)
        else:
            yield shape


def _kind(shape: Any) -> str:
    """Returns the type of a placeholder, empty for other shapes."""
    return shape.placeholder_format.type.name if shape.is_placeholder else ""


def _lines(paragraph: Any) -> list[Spans]:
    """Returns the lines of a paragraph."""
    spans: Spans = []
    for element in paragraph._p:  # noqa: SLF001 - its runs are without line breaks and fields
        name = element.tag.rpartition("}")[2]
        if name == "br":
            spans.append(BREAK)
        elif name in ("r", "fld"):
            spans.append(_span(element, paragraph.part))
    return lines_of(spans)


def _span(run: Any, part: Any) -> Span:
    """Returns a run of a slide, which is a `part` of the file."""
    text = "".join(child.text or "" for child in run if child.tag.endswith("}t"))
    properties = next((child for child in run if child.tag.endswith("}rPr")), run.makeelement("none"))
    raised = properties.get("baseline", "0")  # a percentage
    script = Script.BASE if raised.strip("0%") == "" else Script.SUB if raised[0] == "-" else Script.SUPER
    struck = properties.get("strike") in _STRUCK
    bold, italic = (properties.get(name) in ("1", "true") for name in ("b", "i"))
    relation = next((child.get(_ID) for child in properties if child.tag.endswith("}hlinkClick")), None)
    target = part.rels.get(relation)
    link = links.in_markdown(target.target_ref) if target is not None and target.is_external else ""
    return Span(" ".join(text.splitlines()), bold, italic, link, struck=struck, script=script)
