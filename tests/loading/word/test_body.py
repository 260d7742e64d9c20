"""Paragraphs, notes, text boxes, changes, fields and pictures of a Word file."""

from __future__ import annotations

import pytest

from gaohang_viewer.loading.word import read_word
from gaohang_viewer.report.model import ProblemKind
from tests.loading.word.build import (
    MAIN,
    PNG,
    archive,
    docx,
    p,
    part,
    r,
    read,
    relations,
    roles,
    style,
    table,
    texts,
    with_files,
)

BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
PICTURE = '<w:r><w:drawing><wp:docPr id="1" name="{}"/><a:graphic><a:blip r:{}="rId1"/></a:graphic></w:drawing></w:r>'


def problems(data: bytes) -> list[tuple[str, int, str]]:
    return [(problem.kind.value, problem.line_no, problem.text) for problem in read(data).problems]


def field(instruction: str, result: str | None) -> str:
    middle = "" if result is None else f'<w:fldChar w:fldCharType="separate"/><w:t>{result}</w:t>'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{instruction}</w:instrText>{middle}'
        '<w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_the_name_and_the_kind_stand_in_the_draft() -> None:
    draft = read(docx(p("正文")))
    assert (draft.name, draft.kind, draft.meta) == ("name", "word", ())


def test_lines_are_paragraphs_counted_over_tables_and_boxes() -> None:
    body = p("一") + p("") + table(("甲", "乙"), ("丙", "丁")) + p("二", BOX.format(p("框"))) + p("三")
    found = [(piece.text, piece.line_no) for piece in read(docx(body)).pieces]
    assert found == [("一", 1), ("甲\t乙\n丙\t丁", 3), ("二", 7), ("框", 8), ("三", 9)]


def test_notes_follow_the_paragraph_that_refers_to_them() -> None:
    note = '<w:{0}Reference w:id="{1}"/>'
    data = docx(
        p(
            "正文",
            f"<w:r>{note.format('endnote', 5)}</w:r>",
            "，再",
            f"<w:r>{note.format('footnote', 2)}</w:r>",
        )
        + p("下一段", f"<w:r>{note.format('footnote', 9)}</w:r>"),
        footnotes=f'<w:footnote w:id="2">{p("脚注")}{p("第二段")}</w:footnote>',
        endnotes=f'<w:endnote w:id="5">{p("尾注")}</w:endnote>',
    )
    found = [(piece.text, piece.line_no, piece.part) for piece in read(data).pieces]
    assert found == [
        ("正文〔1〕，再〔2〕", 1, 0),
        ("〔1〕尾注", 1, 1),
        ("〔2〕脚注", 1, 2),
        ("第二段", 1, 3),
        ("下一段〔3〕", 2, 0),
    ]


def test_an_alternate_content_is_read_once_and_an_emoji_from_its_fallback() -> None:
    both = "<mc:AlternateContent><mc:Choice Requires='{}'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    box = BOX.format(p("框"))
    emoji = f"<w:r>{both.format('w16se', '<x/>', '<w:t>😊</w:t>')}</w:r>"
    assert texts(docx(p("文", both.format("wps", box, box), emoji))) == ["文😊", "框"]


def test_changes_are_read_as_accepted_and_told_once() -> None:
    body = p("原文") + p("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>" + r("新") + "</w:ins>")
    body += (
        p("上", properties="<w:rPr><w:del/></w:rPr>")
        + p("下")
        + p("<w:moveFrom>" + r("移") + "</w:moveFrom>")
    )
    assert texts(docx(body)) == ["原文", "新", "上下"]
    assert problems(docx(body)) == [("changes", 2, "3")]


def test_hidden_text_and_comments_are_left_out_and_told() -> None:
    styles = style("h", "隐", "<w:rPr><w:vanish/></w:rPr>")
    body = p("可见", r("隐藏", "<w:vanish/>"), '<w:r><w:commentReference w:id="0"/></w:r>') + p(
        "整段", style="h"
    )
    data = docx(body, styles=styles, comments=f'<w:comment w:id="0">{p("批注")}{p("二")}</w:comment>')
    assert texts(data) == ["可见"]
    assert problems(data) == [("hidden", 1, "隐藏"), ("comment", 1, "批注 二"), ("hidden", 2, "整段")]


def test_of_a_field_the_result_is_read() -> None:
    nested = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{field("PAGE", "9")}<w:r><w:instrText>=1</w:instrText></w:r>'
    nested += '<w:r><w:fldChar w:fldCharType="separate"/><w:t>是</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(docx(p("第", field("PAGE", "3"), "页", nested))) == ["第3页是"]


def test_a_field_that_never_ends_hides_no_more_than_its_paragraph() -> None:
    assert texts(docx(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "甲") + p("乙"))) == ["乙"]


def test_a_field_that_shows_a_sign_in_a_circle_is_read_and_others_are_told() -> None:
    data = docx(p(field(r"eq \o\ac(○,12)", None), "项", field(r"EQ \f(1,2)", None), field("XE x", None)))
    assert texts(data) == ["⑫项"]
    assert problems(data) == [("not-shown", 1, r"EQ \f(1,2)")]


def test_signs_of_symbol_fonts_are_mapped_or_told() -> None:
    sign = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'
    letters = '<w:rFonts w:ascii="Wingdings"/>'
    data = docx(
        p(
            sign.format("Wingdings", "F0FC"),
            r("Ø\uf06c", letters),
            sign.format("宋体", "2460"),
            sign.format("Wingdings", "F035"),
        )
    )
    assert texts(data) == ["✓➢●①"]
    assert problems(data) == [("not-shown", 1, "Wingdings F035")]


def test_tabs_hyphens_and_scripts_are_plain_words() -> None:
    run = (
        "<w:r><w:t>甲</w:t><w:tab/><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丙</w:t></w:r>"
    )
    assert texts(docx(p(run, r("2", '<w:vertAlign w:val="superscript"/>')))) == ["甲 乙-丙²"]


def test_a_formula_is_read_in_one_line_and_a_fraction_keeps_its_bar() -> None:
    m = "<m:r><m:t>{}</m:t></m:r>"
    formula = f"<m:oMath>{m.format('x=')}<m:f><m:num>{m.format('1')}</m:num><m:den>{m.format('2')}</m:den></m:f></m:oMath>"
    assert texts(docx(p("设", formula))) == ["设x=1/2"]


def test_a_drop_cap_is_the_first_letter_of_its_paragraph() -> None:
    assert texts(docx(p("春", properties='<w:framePr w:dropCap="drop"/>') + p("天来了"))) == ["春天来了"]


def test_a_picture_comes_with_its_bytes_under_the_name_that_the_markdown_gives() -> None:
    draft = read(
        with_files(
            p("见", PICTURE.format("图[1]", "embed")), {"word/media/1.bin": PNG}, "image", "media/1.bin"
        )
    )
    assert draft.images == {"image:1.png": PNG}
    assert draft.pieces[0].markdown == "见![图\\[1\\]](image:1.png)"


def test_the_picture_beside_a_heading_comes_after_it() -> None:
    body = p("标题", PICTURE.format("图", "embed"), properties='<w:outlineLvl w:val="0"/>')
    draft = read(with_files(body, {"word/1.png": PNG}, "image", "1.png"))
    assert [(piece.role.value, piece.text, piece.part) for piece in draft.pieces] == [
        ("heading", "标题", 0),
        ("text", "图", 1),
    ]


def test_pictures_of_odd_formats_lost_or_outside_are_told() -> None:
    body = p("文", PICTURE.format("图", "embed"))
    assert problems(with_files(body, {"word/1.emf": b"\1\0\0\0"}, "image", "1.emf")) == [
        ("not-shown", 1, "word/1.emf")
    ]
    assert problems(with_files(body, {}, "image", "1.png")) == [("damaged", 1, "word/1.png")]
    linked = with_files(p("文", PICTURE.format("图", "link")), {}, "image", "http://a.cn/1.png", outside=True)
    assert problems(linked) == [("outside", 1, "http://a.cn/1.png")]


@pytest.mark.parametrize(
    ("target", "markdown"),
    [
        ("https://a.cn/x_(1)", "[此处](https://a.cn/x%5F%281%29)"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_links_lead_to_the_web_alone(target: str, markdown: str) -> None:
    data = with_files(
        p(f'<w:hyperlink r:id="rId1">{r("此处")}</w:hyperlink>'), {}, "hyperlink", target, outside=True
    )
    assert (read(data).pieces[0].text, read(data).pieces[0].markdown) == ("此处", markdown)


def test_other_parts_put_into_the_file_are_told() -> None:
    assert problems(with_files('<w:altChunk r:id="rId1"/>', {}, "aFChunk", "a.html")) == [
        ("not-shown", 1, "word/a.html")
    ]


def test_the_main_part_is_found_by_its_relationship_in_any_case() -> None:
    main = part("document", f"<w:body>{p('正文')}</w:body>")
    data = archive(
        {"_rels/.rels": "\ufeff" + relations(("officeDocument", "/Word/Haupt.xml")), "word\\haupt.XML": main}
    )
    assert texts(data) == ["正文"]
    assert texts(archive({MAIN: main})) == ["正文"]


def test_a_damaged_part_is_told_and_the_text_is_read() -> None:
    data = docx(p("正文"), styles="</w:style>")
    assert texts(data) == ["正文"]
    assert problems(data) == [(ProblemKind.DAMAGED.value, 1, "word/styles.xml")]


def test_progress_is_told_and_may_cancel() -> None:
    told: list[float] = []
    read_word(docx(p("x") * 1500), "name", told.append)
    assert told == [pytest.approx(at / 3) for at in (1, 2, 3)] + [1.0]

    def cancel(_: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_word(docx(p("x") * 600), "name", cancel)


def test_headings_may_stand_in_content_controls_and_text_boxes() -> None:
    heading = p("标题", properties='<w:outlineLvl w:val="1"/>')
    control = (
        f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{heading}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    )
    assert roles(docx(control + p(BOX.format(heading)))) == [("heading", 2, "标题")] * 2
