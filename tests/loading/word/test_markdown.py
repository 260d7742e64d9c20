"""What the Markdown of a Word file shows in the end: the words themselves, in their looks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.loading.rich_text import Span, lines_of, markdown_of, text_of
from gaohang_viewer.report import links
from gaohang_viewer.report.blocks import Paragraph, Table, plain
from gaohang_viewer.report.markdown_reader import blocks
from tests.loading.word.build import cell, docx, p, r, read, table, texts

TEXT = st.text(st.sampled_from("重点：“”。，（）1.2-+#*_`[]()<>|\\&;!~=:'\"a b　/@{}^$"), max_size=6)
LINKS = st.sampled_from(("", links.in_markdown("http://a.cn/b_(c)?d=*&e=[f]")))
SPANS = st.lists(
    st.builds(Span, TEXT, st.booleans(), st.booleans(), LINKS, st.just(""), st.booleans()),
    min_size=1,
    max_size=4,
)


@given(SPANS)
def test_any_words_are_shown_as_they_are_and_in_their_looks(spans: list[Span]) -> None:
    for line in lines_of(spans):
        markdown = markdown_of(line)
        if markdown:
            (block,) = blocks(markdown)
            assert isinstance(block, Paragraph)
            assert plain(block.runs).strip() == text_of(line).strip()
            shown = [(sign, run.bold, run.struck) for run in block.runs for sign in run.text if sign.strip()]
            assert shown == [
                (sign, span.bold, span.struck) for span in line for sign in span.text if sign.strip()
            ]


@given(st.lists(st.tuples(TEXT, TEXT), min_size=2, max_size=4))
def test_any_table_is_shown_as_it_is(rows: list[tuple[str, str]]) -> None:
    signs = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    xml = [
        tuple(p(r("".join(signs.get(sign, sign) for sign in text), "<w:b/>")) for text in row) for row in rows
    ]
    pieces = read(docx(table(*xml))).pieces
    expected = tuple(tuple(text.strip() for text in row) for row in rows)
    if any(any(row) for row in expected):
        (block,) = blocks(pieces[0].markdown)
        assert isinstance(block, Table)
        assert tuple(tuple(map(plain, row)) for row in block.rows) == expected
    else:
        assert not pieces


def test_runs_of_one_look_are_one_and_white_space_stays_outside() -> None:
    body = p(r("一是", "<w:b/>"), r("抓好 ", "<w:b/>"), "落实", r(" ", "<w:b/>"), r("。", "<w:i/>"))
    assert read(docx(body)).pieces[0].markdown == "**一是抓好** 落实 *。*"


def test_plain_words_need_no_markdown() -> None:
    assert read(docx(p("1. 重点*工作"))).pieces[0].markdown == ""


def shown(rows: str) -> list[list[str]]:
    (piece,) = read(docx(f"<w:tbl>{rows}</w:tbl>")).pieces
    (block,) = blocks(piece.markdown)
    assert isinstance(block, Table)
    return [[plain(each) for each in row] for row in block.rows]


def test_merged_cells_keep_their_text_in_the_first_and_others_in_their_columns() -> None:
    wide, down, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        f"<w:tr>{cell('指标', down)}{cell('数', wide)}</w:tr>"
        f"<w:tr>{cell('', on)}{cell('甲')}{cell('乙')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr>{cell('丙')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('删')}</w:tr>"
    )
    assert shown(rows) == [["指标", "数", ""], ["", "甲", "乙"], ["", "", "丙"]]


def test_the_paragraphs_of_a_cell_and_tables_within_it_are_one_line() -> None:
    inner = p("外") + table(("内甲", "内乙"), ("内丙", "内丁")) + p("")
    rows = f"<w:tr>{cell(inner)}{cell('右')}</w:tr><w:tr>{cell('下')}{cell('')}</w:tr>"
    assert shown(rows) == [["外 内甲 内乙 内丙 内丁", "右"], ["下", ""]]


def test_a_frame_of_one_cell_row_or_column_is_paragraphs() -> None:
    assert texts(docx(table((p("甲") + p("乙"),)))) == ["甲", "乙"]
    assert texts(docx(table(("甲",), ("",), ("乙",)) + table(("丙", "丁")))) == ["甲", "乙", "丙", "丁"]
