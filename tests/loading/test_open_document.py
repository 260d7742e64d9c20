"""OpenDocument texts as reports."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.loading import open_report
from gaohang_viewer.loading.errors import CannotOpen, Reason
from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.open_document import NotOpenDocument, read_open_document
from tests.loading.word.build import archive
from tests.security.hostile import png

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.report.draft import Draft

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(f'xmlns:{name}="{_URN}{name}:1.0"' for name in ("office", "style", "text", "table"))
_NAMES += f' xmlns:draw="{_URN}drawing:1.0" xmlns:fo="{_URN}xsl-fo-compatible:1.0"'
_NAMES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
KIND = "application/vnd.oasis.opendocument.text"


def odt(body: str, styles: str = "", **files: bytes) -> bytes:
    content = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
    parts: dict[str, str | bytes] = {"mimetype": KIND, "content.xml": document("document-content", content)}
    return archive({**parts, **{f"Pictures/{name}.png": data for name, data in files.items()}})


def document(root: str, inner: str, head: str = "") -> str:
    return f"{head}<office:{root} {_NAMES}>{inner}</office:{root}>"


def p(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def h(inner: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{inner}</text:h>'


def style(name: str, family: str, properties: str, parent: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"<style:text-properties {properties}/></style:style>"
    )


def items(*entries: str, more: str = "") -> str:
    inner = "".join(
        f"<text:list-item>{entry if entry.startswith('<') else p(entry)}</text:list-item>"
        for entry in entries
    )
    return f'<text:list text:style-name="L" {more}>{inner}</text:list>'


def levels(
    *patterns: tuple[str, str, str], root: str = "list-style", kind: str = "list-level-style-number"
) -> str:
    inner = "".join(
        f'<text:{kind} text:level="{at}" style:num-format="{number}" style:num-prefix="{prefix}" style:num-suffix="{suffix}"/>'
        for at, (prefix, number, suffix) in enumerate(patterns, 1)
    )
    return f'<text:{root} style:name="L">{inner}</text:{root}>'


def read(data: bytes) -> Draft:
    return read_open_document(data, "name", lambda _: None)


def texts(data: bytes) -> list[str]:
    return [piece.markdown or piece.text for piece in read(data).pieces]


def roles(data: bytes) -> list[tuple[str, int, str]]:
    return [(piece.role.value, piece.level, piece.text) for piece in read(data).pieces]


def test_headings_titles_and_text_become_a_report(tmp_path: Path) -> None:
    body = p("某区工作报告", "Title") + h("一、回顾") + p("正文。") + h("（一）经济", 2) + p("增长6%。")
    (tmp_path / "名.odt").write_bytes(odt(body, '<style:style style:name="Title" style:family="paragraph"/>'))
    report = open_report(tmp_path / "名.odt")
    assert report.title == "某区工作报告"
    assert [(each.level, each.headline, each.body) for each in report.sections] == [
        (1, "一、回顾", "正文。"),
        (2, "（一）经济", "增长6%。"),
    ]


def test_lists_have_the_numbers_of_their_levels() -> None:
    chinese = levels(("", "一, 二, 三, ...", "、"), ("（", "1", "）"))
    body = items("甲", p("乙") + items("子", "丑").replace(' text:style-name="L"', "")) + p("文")
    body += items("丙", more='text:continue-numbering="true"') + items("丁")
    assert texts(odt(body, chinese)) == ["一、甲", "二、乙", "（1）子", "（2）丑", "文", "三、丙", "一、丁"]


def test_a_number_may_name_the_levels_above_and_be_followed_by_nothing() -> None:
    lists = levels(("", "1", ""), ("", "1", "")).replace('level="2"', 'level="2" text:display-levels="2"')
    assert texts(odt(items(p("甲") + items("乙"), "丙"), lists)) == ["1 甲", "1.1 乙", "2 丙"]
    pattern = levels(("", "1", "")).replace('suffix=""', 'suffix="" style:num-list-format="第%1%条　"')
    assert texts(odt(items("甲"), pattern)) == ["第1条　甲"]


def test_bullets_are_points_and_headers_have_no_number() -> None:
    bullets = levels(("", "", "")).replace("list-level-style-number", "list-level-style-bullet")
    assert roles(odt(items("甲"), bullets)) == [("point", 0, "甲")]
    header = items("甲").replace("list-item", "list-header")
    assert texts(odt(header, levels(("", "1", ".")))) == ["甲"]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = levels(("第", "一", "章 "), ("", "1", "."), root="outline-style", kind="outline-level-style")
    body = h("甲") + h("子", 2) + h("丑", 2) + h("乙") + h("寅", 2)
    assert texts(odt(body, outline)) == ["第一章 甲", "1. 子", "2. 丑", "第二章 乙", "1. 寅"]


def test_a_heading_whose_style_switches_numbers_off_has_none() -> None:
    outline = levels(("第", "一", "章 "), ("", "1", "."), root="outline-style", kind="outline-level-style")
    bare = '<style:style style:name="N" style:family="paragraph" style:list-style-name=""/>'
    body = '<text:h text:style-name="N" text:outline-level="2">1、子</text:h>' + h("丑", 2)
    assert texts(odt(body, outline + bare)) == ["1、子", "1. 丑"]


def test_formats_of_text_come_through_and_hidden_text_is_told() -> None:
    styles = (
        style("b", "text", 'fo:font-weight="bold"')
        + style("s", "text", 'style:text-line-through-style="solid"', "b")
        + style("u", "text", 'style:text-position="super 58%"')
        + style("d", "text", 'style:text-position="-33% 58%"')
        + style("h", "text", 'text:display="none"')
    )
    span = '<text:span text:style-name="{}">{}</text:span>'
    body = p(
        f"5×10{span.format('u', '8')}，CO{span.format('d', '2')}{span.format('b', '粗')}{span.format('s', '旧')}"
        f"{span.format('h', '藏')}<text:s text:c='2'/>甲<text:tab/>乙<text:line-break/>"
        "<text:a xlink:href='https://a.cn/'>链</text:a><text:ruby><text:ruby-base>重</text:ruby-base><text:ruby-text>zhòng</text:ruby-text></text:ruby>"
    )
    draft = read(odt(body, styles))
    assert [piece.markdown for piece in draft.pieces] == [
        "5×10⁸，CO₂**粗**~~**旧**~~  甲 乙",
        "[链](https://a.cn/)重",
    ]
    assert {(problem.kind.value, problem.text) for problem in draft.problems} == {
        ("hidden", "藏"),
        ("struck", "旧"),
    }


def test_tables_notes_boxes_contents_and_pictures() -> None:
    cell = "<table:table-cell>{}</table:table-cell>"
    row = "<table:table-row>{}</table:table-row>"
    note = f"<text:note><text:note-citation>9</text:note-citation><text:note-body>{p('注文')}</text:note-body></text:note>"
    table = "<table:table>" + row.format(cell.format(p("甲" + note)) + cell.format(p("乙")))
    table += row.format("<table:covered-table-cell/>" + cell.format(p("丙"))) + "</table:table>"
    frame = '<draw:frame draw:name="照片"><draw:{}</draw:frame>'
    box = frame.format(f"text-box>{p('框')}</draw:text-box>")
    picture = frame.format('image xlink:href="Pictures/a.png"/>') + frame.format(
        'image xlink:href="../../etc/x.png"/>'
    )
    formula = frame.format('object xlink:href="./Object 1"/>')
    contents = (
        f"<text:table-of-content><text:index-body>{p('一、甲 1')}</text:index-body></text:table-of-content>"
    )
    draft = read(odt(contents + p("一" + box) + table + p(picture + formula), a=png(40, 30)))
    assert [(piece.role.value, piece.markdown or piece.text) for piece in draft.pieces] == [
        ("contents", "一、甲 1"),
        ("text", "一"),
        ("text", "框"),
        ("markdown", "| 甲〔1〕 | 乙 |\n| --- | --- |\n|  | 丙 |"),
        ("text", "〔1〕注文"),
        ("text", "![照片](image:1.png)"),
    ]
    assert [(problem.kind.value, problem.text) for problem in draft.problems] == [
        ("outside", "../../etc/x.png"),
        ("not-shown", "./Object 1"),
    ]


def test_deleted_text_is_left_out_and_changes_are_told() -> None:
    deleted = f"<text:changed-region><text:deletion>{p('删')}</text:deletion></text:changed-region>"
    draft = read(odt(f"<text:tracked-changes>{deleted}</text:tracked-changes>" + p("留")))
    assert [piece.text for piece in draft.pieces] == ["留"]
    assert [problem.kind.value for problem in draft.problems] == ["changes"]


def test_hostile_files_are_refused(tmp_path: Path) -> None:
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    body = f"<office:body><office:text>{p('&e;')}</office:text></office:body>"
    for data in (
        b"",
        b"PK",
        archive({"mimetype": KIND}),
        archive({"mimetype": KIND, "content.xml": document("document-content", body, entity)}),
        odt("<text:section>" * 300 + "</text:section>" * 300),
    ):
        with pytest.raises(NotOpenDocument):
            read(data)
    with pytest.raises(TooLarge):
        read(odt(p("") * 200_001))
    with pytest.raises(TooLarge):
        read(archive({"mimetype": KIND, "content.xml": bytes(210_000_000)}))
    (tmp_path / "a.odt").write_bytes(archive({"mimetype": KIND}))
    with pytest.raises(CannotOpen) as refused:
        open_report(tmp_path / "a.odt")
    assert refused.value.reason is Reason.DAMAGED


def test_what_is_nested_or_repeated_without_end_takes_no_time() -> None:
    deep = "<text:list><text:list-item>" * 120 + p("底") + "</text:list-item></text:list>" * 120
    assert texts(odt(deep)) == ["底"]
    cell = f'<table:table-cell table:number-columns-repeated="9999999">{p("甲")}</table:table-cell>'
    rows = f"<table:table-row>{cell * 2}</table:table-row>" * 2000
    assert len(read(odt(f"<table:table>{rows}</table:table>")).pieces[0].markdown) < 3_000_000
    circle = style("a", "paragraph", "", "b") + style("b", "paragraph", "", "a")
    assert texts(odt(p("文<text:s text:c='999999999'/>字", "a"), circle))[0].startswith("文 ")


GOOD = odt(h("甲") + items("乙") + p("丙"), levels(("", "1", ".")))


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_damaged_bytes_raise_nothing_else(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    with suppress(NotOpenDocument, TooLarge):
        read(bytes(data)).report()
