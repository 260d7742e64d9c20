"""Reads the text alone of a Word 97-2003 file: of its text boxes, or all where nothing else can be read."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from doc2docx.msdoc import FileInformationBlock
    from doc2docx.msdoc.pieces import PieceTable

_MOST_OF_BOXES = 10_000  # characters
_ENOUGH = 0.95  # share of characters that can be read; below it the file is something else
_ENDS = "\r\a\f"  # of paragraphs, cells, and sections (MS-DOC 2.4.1)
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_SIGNS = {"\t": "\t", "\v": "\n", "\x1e": "-"}  # the other control characters stand for objects
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
}


class NoText(Exception):
    """There is no text that can be read."""


class _Source(NamedTuple):
    fib: FileInformationBlock
    pieces: PieceTable

    def characters(self, start: int, count: int) -> str:
        """The text of a story; raises Doc2DocxError."""
        from doc2docx.diagnostics import ConversionReport

        signs = self.pieces.extract_characters(start, start + count, ConversionReport(""), story="")
        return "".join(sign.text for sign in signs)


def _source(data: bytes) -> _Source:
    from doc2docx.cfb import CompoundFile
    from doc2docx.diagnostics import ConversionReport
    from doc2docx.msdoc import FileInformationBlock, read_piece_table
    from doc2docx.msdoc.fib import FibBase

    container = CompoundFile(data)
    main = container.open_stream("WordDocument")
    table = container.open_stream(FibBase.parse(main).table_stream_name)
    fib = FileInformationBlock.parse(main)
    report = ConversionReport("")
    return _Source(fib, read_piece_table(table, main, fc_clx=fib.clx.fc, lcb_clx=fib.clx.lcb, report=report))


def text_of_boxes(data: bytes) -> str:
    """Returns the text of all text boxes in one line, empty if it cannot be read."""
    from doc2docx.errors import Doc2DocxError

    with suppress(Doc2DocxError):
        source = _source(data)
        count = min(source.fib.ccp_textboxes, _MOST_OF_BOXES)
        text = source.characters(source.fib.textbox_story_cp_start, count)
        return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return ""


def text_as_docx(data: bytes) -> bytes:
    """Returns a .docx with the paragraphs of the main text, without styles. Raises NoText, Doc2DocxError."""
    source = _source(data)
    text = source.characters(0, source.fib.ccp_text)
    known = sum(sign.isprintable() or sign in _SIGNS or sign in _ENDS for sign in text)
    if not text or known < _ENOUGH * len(text):
        raise NoText
    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in _paragraphs(text)
    )
    document = f'<w:document xmlns:w="{_MAIN}"><w:body>{body}</w:body></w:document>'
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (_PARTS | {"word/document.xml": document}).items():
            package.writestr(name, content.encode("utf-8", "replace"))
    return out.getvalue()


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a story, without the instructions of its fields."""
    lines: list[str] = []
    line: list[str] = []
    fields: list[bool] = []  # whether the result of each open field has begun
    for sign in text:
        if sign == _FIELD:
            fields.append(False)
        elif sign == _RESULT and fields:
            fields[-1] = True
        elif sign == _FIELD_END and fields:
            fields.pop()
        elif sign in _ENDS:
            lines.append("".join(line))
            line = []
        elif all(fields) and (sign.isprintable() or sign in _SIGNS):
            line.append(_SIGNS.get(sign, sign))
    return [*lines, "".join(line)]
