"""Positions in the document and in the report are the same places, whatever a report holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.reading.text.clipboard_formats import as_html, as_text
from gaohang_viewer.reading.text.document_writer import DocumentWriter
from gaohang_viewer.reading.text.laid_out_range import LaidOutRange
from gaohang_viewer.reading.text.text_style import TextStyle
from gaohang_viewer.report.layout_portions import Portions
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.text_lines import LineKind, end_of, lines_between
from gaohang_viewer.ui.theme import load_fonts, load_theme

FRAGMENTS = (
    "文字。", "**粗**", "- 甲", "  - 乙", "1. 丁", "> 引", "> - 引列", "> | a | b |", "> |-|-|", "| a | b |", "|-|-|",
    "| 1 | 2 | 3 |", "|", "```", "---", "![图](a.png)", "[链](https://x.cn)", "    代码", "$x*y*z$", "[^1]: 注",
    "<details>", "- [ ] 任务", "a\\", "b  ", "𠮷野家😀好", "甲\u2028乙\u2029丙", "甲\ufdd0乙\ufffc", "甲\x0b乙\x85", "",
)  # fmt: skip
WORDLESS = (LineKind.PICTURE, LineKind.RULE, LineKind.GAP)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("\n".join))
def test_every_line_is_a_block_and_every_position_is_found_again(body: str) -> None:
    report = Report("题 甲", preamble=body, sections=(Section(1, "一、 ", " 标 题。", 1, body),))
    portions = Portions(report)
    writer = DocumentWriter(report, portions, TextStyle(load_theme("light"), load_fonts()), 640)
    laid_out = LaidOutRange(writer, len(portions), 0, 640)
    laid_out.lay_out_around(0, 1e6)
    document = laid_out.document
    for portion in range(len(portions)):
        first, lines = laid_out.start(portion), writer.lines(portion)
        assert laid_out.start(portion + 1) - first == len(lines)
        for number, line in enumerate(lines):
            text = document.findBlockByNumber(first + number).text()
            assert line.kind in WORDLESS or line.is_reflowed or len(text) == len(line.text)
    places = [laid_out.text_position(at) for at in range(document.characterCount())]
    assert places == sorted(places)
    assert [laid_out.text_position(laid_out.document_position(place)) for place in places] == places
    middle = places[len(places) // 2]
    for start, end in ((places[0], middle), (middle, end_of(report, portions))):
        found = lines_between(report, portions, start, end)
        assert as_html(found).startswith("<html>")
        assert as_text(found) == as_text(found).strip("\n")
