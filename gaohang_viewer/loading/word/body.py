"""Converts the body of a Word file to pieces: its paragraphs, tables, text boxes and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.loading.heading_style import split_run_in
from gaohang_viewer.loading.limits import MOST_PARAGRAPHS, TooLarge
from gaohang_viewer.loading.rich_text import Spans, joined, lines_of, markdown_of, struck_text, text_of
from gaohang_viewer.loading.table_grid import TableGrid
from gaohang_viewer.loading.word.alt_chunk import AltChunks, inserted
from gaohang_viewer.loading.word.inline import Inline, Words
from gaohang_viewer.loading.word.numbering import Number, Numbering
from gaohang_viewer.loading.word.package import Package, Relation, related, relation
from gaohang_viewer.loading.word.paragraph import (
    CHANGES,
    PARAGRAPH,
    TITLES,
    comment_text,
    goes_on,
    has_changes,
    is_contents,
    is_contents_heading,
    role_of,
    with_number,
)
from gaohang_viewer.loading.word.pictures import Pictures
from gaohang_viewer.loading.word.styles import ParagraphStyle, Styles
from gaohang_viewer.loading.word.table import columns_before, columns_spanned, rows_of
from gaohang_viewer.loading.word.xml import attribute, child, flow, full, short, value
from gaohang_viewer.report.draft import Draft, Piece, PieceRole
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element as Element

    from gaohang_viewer.loading.pictures import Gallery

_BLOCKS = frozenset({"w:p", "w:tbl", "w:sdt", "w:altChunk"})
_MOST_INSERTED = 20_000_000  # uncompressed bytes of an inserted file
_PARAGRAPHS_PER_PROGRESS = 500


def read_word(
    data: bytes, name: str, on_progress: Callable[[float], None], gallery: Gallery | None = None
) -> Draft:
    """Reads a Word file as a draft.

    `name` is the title of a report without one, `gallery` reads linked pictures. `on_progress` is called with
    the share that is done, 0 to 1, and may raise to cancel. Line numbers count paragraphs, those of tables
    and text boxes included. Raises `NotWord` and `TooLarge`; all other problems are returned in the draft.
    """
    package = Package(data)
    return _Reader(package, on_progress, gallery).read(name)


class _Story:
    """The body, the notes or the comments: the notes by id, and the relationships of the part."""

    def __init__(self, package: Package, part: str | None, root: Element | None) -> None:
        self.relations: Mapping[str, Relation] = (
            {} if part is None or root is None else package.relations(part)
        )
        self.notes = {} if root is None else {attribute(note, "w:id"): note for note in root}


class _Reader:
    def __init__(
        self,
        package: Package,
        on_progress: Callable[[float], None],
        gallery: Gallery | None,
        *,
        is_inserted: bool = False,
    ) -> None:
        self._is_inserted = is_inserted
        self._package = package
        self._on_progress = on_progress
        part, self._root = package.main()
        self._body = _Story(package, part, self._root)
        self._styles = Styles(self._part("styles")[1])
        self._numbering = Numbering(self._part("numbering")[1], self._styles)
        self._notes = {kind: _Story(package, *self._part(kind + "s")) for kind in ("footnote", "endnote")}
        self._comments = _Story(package, *self._part("comments")).notes
        self._chunks = AltChunks(package, self._read_inserted, self._report_progress)
        self._pictures = Pictures(package, gallery, self._report_progress)
        self._note_numbers: dict[tuple[str, str], int] = {}
        self._notes_read: set[tuple[str, str]] = set()
        self._pieces: list[Piece] = []
        self._problems: list[Problem] = []
        self._has_title = False
        self._line_no = 0  # of the paragraph being read
        self._piece_no = 0
        self._first_change = 0
        self._changes = sum(1 for _ in self._root.iter(*CHANGES))
        self._paragraph_count = sum(1 for _ in self._root.iter(full("w:p")))
        if self._paragraph_count > MOST_PARAGRAPHS:
            raise TooLarge("too many paragraphs")

    def _part(self, kind: str) -> tuple[str | None, Element | None]:
        name = related(self._body.relations, kind)
        return name, None if name is None else self._package.xml(name)

    def read(self, name: str) -> Draft:
        """Reads the whole file; may be called once."""
        self._blocks(self._root, self._inline(self._body))
        if self._changes:
            self._problem(ProblemKind.CHANGES, str(self._changes), self._first_change or 1)
        reported = {problem.text for problem in self._problems if problem.kind is ProblemKind.DAMAGED}
        for damaged in dict.fromkeys(self._package.damaged):
            if damaged not in reported:
                self._problem(ProblemKind.DAMAGED, damaged, 1)
        self._on_progress(1.0)
        return Draft(
            tuple(self._pieces),
            name,
            problems=tuple(self._problems),
            images=self._pictures.images,
            kind="word",
        )

    def _read_inserted(self, data: bytes) -> Draft:
        """Reads a Word file that is inserted into this one, but none that is inserted into that."""
        if self._is_inserted:
            raise TooLarge("inserted into an inserted file")
        package = Package(data, _MOST_INSERTED)
        return _Reader(package, lambda _: self._report_progress(), None, is_inserted=True).read("")

    def _inline(self, story: _Story) -> Inline:
        return Inline(self._styles, self._pictures, story.relations, self._note_number)

    def _note_number(self, kind: str, note_id: str) -> int:
        """Returns the number of a note: all notes are counted together, in the order of references."""
        return self._note_numbers.setdefault((kind, note_id), len(self._note_numbers) + 1)

    def _problem(self, kind: ProblemKind, text: str, line_no: int) -> None:
        self._problems.append(Problem(kind, line_no, text))

    # --- blocks ----------------------------------------------------------------------------------------

    def _blocks(self, container: Element, inline: Inline, *, contents: bool = False) -> None:
        """Reads blocks, nested ones recursively; the parser limits their depth."""
        unfinished: list[Element] = []
        for element in flow(container, _BLOCKS):
            name = short(element)
            if name == "w:p":
                unfinished.append(element)
                if goes_on(element):
                    continue
            if unfinished:
                self._paragraph(unfinished, inline, contents=contents)
                unfinished = []
            if name == "w:tbl":
                self._table(element, inline, contents=contents)
            elif name == "w:sdt":
                self._blocks(element, inline, contents=contents or is_contents(element))
            elif name == "w:altChunk":
                self._chunk(relation(self._body.relations, element, "r:id"))
        if unfinished:
            self._paragraph(unfinished, inline, contents=contents)

    def _chunk(self, target: Relation | None) -> None:
        """Reads a file that is inserted here."""
        draft = self._chunks.read(target)
        before = self._line_no
        if draft is None:
            name = "altChunk" if target is None else target.target
            self._problem(ProblemKind.NOT_SHOWN, name, before + 1)
            return
        addresses = {address: self._pictures.store(data) for address, data in draft.images.items()}
        for piece in draft.pieces:
            self._line_no = before + piece.line_no
            self._pieces.append(inserted(piece, self._line_no, addresses))
        for kind, line_no, text in draft.problems:
            self._problem(kind, text, before + line_no)

    def _start_paragraph(self, elements: list[Element]) -> None:
        """Counts the next paragraph, which may consist of several `w:p` elements."""
        self._line_no += 1
        self._piece_no = 0
        if self._changes and not self._first_change and has_changes(elements):
            self._first_change = self._line_no
        if self._line_no % _PARAGRAPHS_PER_PROGRESS == 0:
            self._report_progress()

    def _report_progress(self) -> None:
        self._on_progress(min(self._line_no / max(self._paragraph_count, 1), 1.0))

    def _words(self, elements: list[Element], inline: Inline) -> tuple[Words, Number | None, ParagraphStyle]:
        """Returns the content of a paragraph, its automatic number, and its style."""
        properties = child(elements[-1], "w:pPr")
        style = self._styles.paragraph(value(properties, "w:pStyle"))
        words = inline.read(elements, style.format)
        number = None
        if words.spans or not words.hidden:  # an empty paragraph is numbered, a hidden one is not
            number = self._numbering.next(properties, style)
        for kind, text in words.problems:
            self._problem(kind, text, self._line_no)
        if words.ruby:
            self._problem(ProblemKind.NOT_SHOWN, words.ruby, self._line_no)
        if struck := struck_text(words.spans):
            self._problem(ProblemKind.STRUCK, struck, self._line_no)
        if hidden := "".join(words.hidden).strip():
            self._problem(ProblemKind.HIDDEN, hidden, self._line_no)
        for comment in words.comments:
            if (found := self._comments.pop(comment, None)) is not None:  # each is reported once
                self._problem(ProblemKind.COMMENT, comment_text(found), self._line_no)
        return words, number, style

    def _paragraph(self, elements: list[Element], inline: Inline, *, contents: bool) -> None:
        self._start_paragraph(elements)
        words, number, style = self._words(elements, inline)
        lines = with_number(lines_of(words.spans), number)
        title_ended = self._has_title and self._pieces[-1].role not in TITLES
        text = text_of(joined(lines)).strip()
        role, level = role_of(elements[-1], style, words, text, contents=contents, title_ended=title_ended)
        if role is PieceRole.HEADING:
            inline.fields.close()
        if role in (PieceRole.HEADING, *TITLES):
            self._headline(role, level, lines)
        elif role is PieceRole.DEBRIS:
            self._piece(role, joined(lines))
        elif role is PieceRole.CONTENTS:
            if self._pieces and is_contents_heading(self._pieces[-1].text):
                self._pieces[-1] = self._pieces[-1]._replace(role=role, markdown="")
            self._piece(role, joined(lines))
        else:
            for at, line in enumerate(lines):
                point = number is not None and number.bullet and at == 0
                self._piece(PieceRole.POINT if point else PieceRole.TEXT, line)
        for note in words.notes:
            self._note(*note)
        self._line_no += len(elements) - 1
        self._boxes(words, inline)

    def _headline(self, role: PieceRole, level: int, lines: list[Spans]) -> None:
        """Adds a headline on one line; its pictures follow it."""
        pictures = [span for line in lines for span in line if span.image]
        words = [[span for span in line if not span.image] for line in lines]
        headline = joined([line for line in words if text_of(line).strip()])
        if not headline:  # no words, or all are struck out
            for line in words:
                self._piece(PieceRole.TEXT, line)
        else:
            self._has_title = True
            self._piece(role, headline, level)
            if role is PieceRole.HEADING:
                heading = self._pieces.pop()._replace(markdown=markdown_of(headline))
                self._pieces += (parts := split_run_in(heading))
                self._piece_no += len(parts) - 1
        for picture in pictures:
            self._piece(PieceRole.TEXT, [picture])

    def _piece(self, role: PieceRole, spans: Spans, level: int = 0) -> None:
        text = text_of(spans).strip()
        markdown = markdown_of(spans) if role in (PieceRole.TEXT, PieceRole.POINT) else ""
        if not text and (text := struck_text(spans)):
            role = PieceRole.MARKDOWN
        if text:
            self._pieces.append(Piece(role, text, self._line_no, level, markdown, self._piece_no))
            self._piece_no += 1

    def _boxes(self, words: Words, inline: Inline) -> None:
        """Reads the text boxes that are anchored in a paragraph."""
        for box in words.boxes:
            self._blocks(box, inline.nested())

    def _note(self, kind: str, note_id: str) -> None:
        story = self._notes[kind]
        if (kind, note_id) in self._notes_read or note_id not in story.notes:
            return
        self._notes_read.add((kind, note_id))
        inline = self._inline(story)
        sign: Number | None = Number(f"〔{self._note_number(kind, note_id)}〕", bullet=False)
        for paragraph in flow(story.notes[note_id], PARAGRAPH):
            words, number, _ = self._words([paragraph], inline)
            lines = with_number(with_number(lines_of(words.spans), number), sign)
            if lines:
                sign = None
            for line in lines:
                self._piece(PieceRole.TEXT, line)

    # --- tables ----------------------------------------------------------------------------------------

    def _table(self, table: Element, inline: Inline, *, contents: bool) -> None:
        rows = rows_of(table)
        # A table of one cell, row or column is a frame around text, as on a cover
        if len(rows) == 1 or all(len(cells) < 2 for _, cells in rows):
            for _, cells in rows:
                for cell in cells:
                    self._blocks(cell, inline, contents=contents)
            return
        grid = TableGrid()
        first = self._line_no + 1
        anchors: list[Words] = []
        for row, cells in rows:
            grid.start_row()
            grid.skip_columns(columns_before(row))
            for cell in cells:
                grid.start_cell(columns_spanned(cell))
                grid.add(self._cell(cell, inline, anchors))
        last, self._line_no, self._piece_no = self._line_no, first, 0
        if text := grid.text():
            role = PieceRole.CONTENTS if contents else PieceRole.MARKDOWN
            self._pieces.append(Piece(role, text, first, markdown=grid.markdown()))
            self._piece_no = 1
        for words in anchors:
            for note in words.notes:
                self._note(*note)
        self._line_no = last
        for words in anchors:
            self._boxes(words, inline)

    def _cell(self, cell: Element, inline: Inline, anchors: list[Words]) -> list[Spans]:
        """Returns the lines of a cell, including those of nested tables."""
        lines: list[Spans] = []
        for paragraph in flow(cell, PARAGRAPH):
            self._start_paragraph([paragraph])
            words, number, _ = self._words([paragraph], inline)
            lines += with_number(lines_of(words.spans), number)
            if words.notes or words.boxes:
                anchors.append(words)
        return lines
