"""Reads the text of text boxes whose places in a .doc file could not be read."""

from __future__ import annotations

from contextlib import suppress

_MOST = 10_000  # characters
_ENDS = {"\r": " ", "\v": " ", "\a": " "}  # of paragraphs, lines and cells


def text_of_boxes(data: bytes) -> str:
    """Returns the text of all text boxes of a Word 97-2003 file in one line, empty if it cannot be read."""
    from doc2docx.cfb import CompoundFile
    from doc2docx.diagnostics import ConversionReport
    from doc2docx.errors import Doc2DocxError
    from doc2docx.msdoc import FileInformationBlock, read_piece_table
    from doc2docx.msdoc.fib import FibBase

    with suppress(Doc2DocxError):
        container, report = CompoundFile(data), ConversionReport("")
        main = container.open_stream("WordDocument")
        table = container.open_stream(FibBase.parse(main).table_stream_name)
        fib = FileInformationBlock.parse(main)
        pieces = read_piece_table(table, main, fc_clx=fib.clx.fc, lcb_clx=fib.clx.lcb, report=report)
        start = fib.textbox_story_cp_start
        end = start + min(fib.ccp_textboxes, _MOST)
        signs = pieces.extract_characters(start, end, report, story="textboxes")
        text = "".join(_ENDS.get(sign.text, sign.text) for sign in signs)
        return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return ""
