"""Walks the body of a Word file and makes the pieces of a report of its paragraphs, tables and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.loading.limits import MOST_PARAGRAPHS, TooLarge
from gaohang_viewer.loading.rich_text import Span, Spans, joined, lines_of, markdown_of, text_of
from gaohang_viewer.loading.table_grid import TableGrid
from gaohang_viewer.loading.word.inline import Inline, Words
from gaohang_viewer.loading.word.numbering import Number, Numbering
from gaohang_viewer.loading.word.package import Package, Relation, related, relation
from gaohang_viewer.loading.word.pictures import Pictures
from gaohang_viewer.loading.word.styles import ParagraphStyle, Styles, outline_level
from gaohang_viewer.loading.word.table import columns_before, columns_spanned, rows_of
from gaohang_viewer.loading.word.xml import attribute, child, flow, full, short, value
from gaohang_viewer.report.draft import Draft, Piece, PieceRole
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element as Element

    from gaohang_viewer.loading.pictures import Gallery

_PARAGRAPH = frozenset({"w:p"})
_TEXT = frozenset({"w:t"})
_BLOCKS = frozenset({"w:p", "w:tbl", "w:sdt", "w:altChunk"})
_CHANGES = tuple(map(full, ("w:ins", "w:del", "w:moveTo")))
_TITLES = (PieceRole.TITLE, PieceRole.SUBTITLE)
_LONGEST_HEADING = 100  # characters; what is longer and holds a whole sentence is text in the wrong style
_TELL_EVERY = 500  # paragraphs


def read_word(data: bytes, name: str, tell: Callable[[float], None], gallery: Gallery | None = None) -> Draft:
    """The draft of a Word file; `name` is its title where it has none, `gallery` reads pictures beside it.

    `tell` is called with what is done of the whole, 0 to 1, and may raise to cancel. Lines are
    paragraphs, those in tables and text boxes counted, each where its text is read. Raises `NotWord` and
    `TooLarge`, nothing else: whatever else is wrong with the file comes as problems.
    """
    package = Package(data)
    return _Reader(package, tell, gallery).read(name)


class _Story:
    """The body, or the notes: a part with the parts that it refers to."""

    def __init__(self, package: Package, part: str | None, root: Element | None) -> None:
        self.relations: Mapping[str, Relation] = (
            {} if part is None or root is None else package.relations(part)
        )
        self.notes = {} if root is None else {attribute(note, "w:id"): note for note in root}


class _Reader:
    def __init__(self, package: Package, tell: Callable[[float], None], gallery: Gallery | None) -> None:
        self._package = package
        self._tell = tell
        part, self._root = package.main()
        self._body = _Story(package, part, self._root)
        self._styles = Styles(self._part("styles")[1])
        self._numbering = Numbering(self._part("numbering")[1], self._styles)
        self._notes = {kind: _Story(package, *self._part(kind + "s")) for kind in ("footnote", "endnote")}
        self._comments = _Story(package, *self._part("comments")).notes
        self._pictures = Pictures(package, gallery, self._tell_share)
        self._note_numbers: dict[tuple[str, str], int] = {}
        self._notes_read: set[tuple[str, str]] = set()
        self._pieces: list[Piece] = []
        self._problems: list[Problem] = []
        self._has_title = False
        self._line_no = 0  # of the paragraph being read
        self._part_no = 0
        self._first_change = 0
        self._changes = sum(1 for _ in self._root.iter(*_CHANGES))
        self._all = sum(1 for _ in self._root.iter(full("w:p")))
        if self._all > MOST_PARAGRAPHS:
            raise TooLarge("too many paragraphs")

    def _part(self, kind: str) -> tuple[str | None, Element | None]:
        name = related(self._body.relations, kind)
        return name, None if name is None else self._package.xml(name)

    def read(self, name: str) -> Draft:
        """The whole draft; to be called once."""
        self._blocks(self._root, self._inline(self._body))
        if self._changes:
            self._problem(ProblemKind.CHANGES, str(self._changes), self._first_change or 1)
        told = {problem.text for problem in self._problems if problem.kind is ProblemKind.DAMAGED}
        for damaged in dict.fromkeys(self._package.damaged):
            if damaged not in told:
                self._problem(ProblemKind.DAMAGED, damaged, 1)
        self._tell(1.0)
        return Draft(
            tuple(self._pieces),
            name,
            problems=tuple(self._problems),
            images=self._pictures.images,
            kind="word",
        )

    def _inline(self, story: _Story) -> Inline:
        return Inline(self._styles, self._pictures, story.relations, self._note_number)

    def _note_number(self, kind: str, note_id: str) -> int:
        """Notes are numbered as they are referred to, footnotes and endnotes alike."""
        return self._note_numbers.setdefault((kind, note_id), len(self._note_numbers) + 1)

    def _problem(self, kind: ProblemKind, text: str, line_no: int) -> None:
        self._problems.append(Problem(kind, line_no, text))

    # --- blocks ----------------------------------------------------------------------------------------

    def _blocks(self, container: Element, inline: Inline, *, contents: bool = False) -> None:
        """Calls itself for what is nested; the parser has made sure that this is not deep."""
        unfinished: list[Element] = []
        for element in flow(container, _BLOCKS):
            name = short(element)
            if name == "w:p":
                unfinished.append(element)
                if _goes_on(element):
                    continue
            if unfinished:
                self._paragraph(unfinished, inline, contents=contents)
                unfinished = []
            if name == "w:tbl":
                self._table(element, inline, contents=contents)
            elif name == "w:sdt":
                self._blocks(element, inline, contents=contents or _is_contents(element))
            elif name == "w:altChunk":
                target = relation(self._body.relations, element, "r:id")
                text = "altChunk" if target is None else target.target
                self._problem(ProblemKind.NOT_SHOWN, text, self._line_no + 1)
        if unfinished:
            self._paragraph(unfinished, inline, contents=contents)

    def _count(self, elements: list[Element]) -> None:
        """Goes on to the next paragraph, of which the file may have made several."""
        self._line_no += 1
        self._part_no = 0
        if self._changes and not self._first_change and _changed(elements):
            self._first_change = self._line_no
        if self._line_no % _TELL_EVERY == 0:
            self._tell_share()

    def _tell_share(self) -> None:
        self._tell(min(self._line_no / max(self._all, 1), 1.0))

    def _words(self, elements: list[Element], inline: Inline) -> tuple[Words, Number | None, ParagraphStyle]:
        """What a paragraph holds, its automatic number, and its style."""
        properties = child(elements[-1], "w:pPr")
        style = self._styles.paragraph(value(properties, "w:pStyle"))
        words = inline.read(elements, hidden=style.hidden)
        number = None
        if words.spans or not words.hidden:  # an empty paragraph counts, a hidden one does not
            number = self._numbering.next(properties, style)
        for kind, text in words.problems:
            self._problem(kind, text, self._line_no)
        if hidden := "".join(words.hidden).strip():
            self._problem(ProblemKind.HIDDEN, hidden, self._line_no)
        for comment in words.comments:
            if (found := self._comments.pop(comment, None)) is not None:  # each is told once
                self._problem(ProblemKind.COMMENT, _plain(found), self._line_no)
        return words, number, style

    def _paragraph(self, elements: list[Element], inline: Inline, *, contents: bool) -> None:
        self._count(elements)
        words, number, style = self._words(elements, inline)
        lines = _numbered(lines_of(words.spans), number)
        role, level = self._role(elements, style, words, contents=contents)
        if role is PieceRole.HEADING:
            inline.fields.close()
        if role in (PieceRole.HEADING, *_TITLES):
            self._headline(role, level, lines)
        elif role is PieceRole.CONTENTS:
            if self._pieces and _is_contents_heading(self._pieces[-1].text):
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

    def _role(
        self, elements: list[Element], style: ParagraphStyle, words: Words, *, contents: bool
    ) -> tuple[PieceRole, int]:
        role, level = style.role, style.level
        own = outline_level(child(elements[-1], "w:pPr"))
        if role not in _TITLES and own is not None:
            role, level = (PieceRole.HEADING, own) if own else (PieceRole.TEXT, 0)
        if contents or style.role is PieceRole.CONTENTS or (words.contents and role is not PieceRole.HEADING):
            return PieceRole.CONTENTS, 0
        if role is PieceRole.TEXT:
            return role, 0
        text = text_of(words.spans)
        if _is_contents_heading(text):
            return PieceRole.CONTENTS, 0
        if len(text) > _LONGEST_HEADING and "。" in text:
            return PieceRole.TEXT, 0
        # The title is one run of paragraphs; the same style further down stands for chapters
        if role in _TITLES and self._has_title and self._pieces[-1].role not in _TITLES:
            return (PieceRole.HEADING, 1) if role is PieceRole.TITLE else (PieceRole.TEXT, 0)
        return role, level

    def _headline(self, role: PieceRole, level: int, lines: list[Spans]) -> None:
        """A headline in one line; the pictures beside it come after it."""
        pictures = [span for line in lines for span in line if span.image]
        words = [[span for span in line if not span.image] for line in lines]
        headline = joined([line for line in words if text_of(line).strip()])
        if headline:
            self._has_title = True
            self._piece(role, headline, level)
        for picture in pictures:
            self._piece(PieceRole.TEXT, [picture])

    def _piece(self, role: PieceRole, spans: Spans, level: int = 0) -> None:
        text = text_of(spans).strip()
        if text:
            markdown = markdown_of(spans) if role in (PieceRole.TEXT, PieceRole.POINT) else ""
            self._pieces.append(Piece(role, text, self._line_no, level, markdown, self._part_no))
            self._part_no += 1

    def _boxes(self, words: Words, inline: Inline) -> None:
        """The text boxes that hang on a paragraph."""
        for box in words.boxes:
            self._blocks(box, inline.apart())

    def _note(self, kind: str, note_id: str) -> None:
        story = self._notes[kind]
        if (kind, note_id) in self._notes_read or note_id not in story.notes:
            return
        self._notes_read.add((kind, note_id))
        inline = self._inline(story)
        sign: Number | None = Number(f"〔{self._note_number(kind, note_id)}〕", bullet=False)
        for paragraph in flow(story.notes[note_id], _PARAGRAPH):
            words, number, _ = self._words([paragraph], inline)
            lines = _numbered(_numbered(lines_of(words.spans), number), sign)
            if lines:
                sign = None
            for line in lines:
                self._piece(PieceRole.TEXT, line)

    # --- tables ----------------------------------------------------------------------------------------

    def _table(self, table: Element, inline: Inline, *, contents: bool) -> None:
        rows = rows_of(table)
        # One cell, row or column is a frame around text, as on a cover or above a red headline
        if len(rows) == 1 or all(len(cells) < 2 for _, cells in rows):
            for _, cells in rows:
                for cell in cells:
                    self._blocks(cell, inline, contents=contents)
            return
        grid = TableGrid()
        first = self._line_no + 1
        beside: list[Words] = []
        for row, cells in rows:
            grid.start_row()
            grid.skip_columns(columns_before(row))
            for cell in cells:
                grid.start_cell(columns_spanned(cell))
                grid.add(self._cell(cell, inline, beside))
        last, self._line_no, self._part_no = self._line_no, first, 0
        if text := grid.text():
            role = PieceRole.CONTENTS if contents else PieceRole.MARKDOWN
            self._pieces.append(Piece(role, text, first, markdown=grid.markdown()))
            self._part_no = 1
        for words in beside:
            for note in words.notes:
                self._note(*note)
        self._line_no = last
        for words in beside:
            self._boxes(words, inline)

    def _cell(self, cell: Element, inline: Inline, beside: list[Words]) -> list[Spans]:
        """The lines of a cell, those of tables within it among them."""
        lines: list[Spans] = []
        for paragraph in flow(cell, _PARAGRAPH):
            self._count([paragraph])
            words, number, _ = self._words([paragraph], inline)
            lines += _numbered(lines_of(words.spans), number)
            if words.notes or words.boxes:
                beside.append(words)
        return lines


def _goes_on(paragraph: Element) -> bool:
    """Whether the next paragraph is the rest of this one: its end was deleted, or it is a drop cap."""
    properties = child(paragraph, "w:pPr")
    mark = child(properties, "w:rPr")
    if child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None:
        return True
    return attribute(child(properties, "w:framePr"), "w:dropCap") in {"drop", "margin"}


def _changed(elements: list[Element]) -> bool:
    return any(next(element.iter(*_CHANGES), None) is not None for element in elements)


def _is_contents_heading(text: str) -> bool:
    return "".join(text.split()).lower() in {"目录", "目次", "contents"}


def _is_contents(control: Element) -> bool:
    """Whether a content control is Word's table of contents with its heading (17.5.2.11)."""
    return value(control, "w:sdtPr", "w:docPartObj", "w:docPartGallery") == "Table of Contents"


def _numbered(lines: list[Spans], number: Number | None) -> list[Spans]:
    """The lines with the number in front; it is as bold as the words."""
    if not lines or number is None or not number.text:
        return lines
    first = lines[0][0]
    return [*lines_of([Span(number.text, bold=first.bold and not first.image), *lines[0]]), *lines[1:]]


def _plain(comment: Element) -> str:
    """The words of a comment."""
    paragraphs = (flow(paragraph, _TEXT) for paragraph in flow(comment, _PARAGRAPH))
    return " ".join("".join(text.text or "" for text in texts) for texts in paragraphs).strip()
