"""Headings, titles and contents, by styles and outline levels."""

from __future__ import annotations

from tests.loading.word.build import docx, p, r, read, roles, style

OUTLINE = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'


def test_headings_come_from_names_outline_levels_and_the_chain_of_styles() -> None:
    styles = (
        style("a", "heading 1")
        + style("b", "章标题", based_on="a")
        + style("c", "一级条标题", OUTLINE.format(1), based_on="b")
        + style("d", "正文条", OUTLINE.format(9), based_on="c")
        + style("e", "标题 3")
    )
    body = "".join(p(each, style=each) for each in "abcde") + p("f", properties='<w:outlineLvl w:val="3"/>')
    assert roles(docx(body, styles=styles)) == [
        ("heading", 1, "a"),
        ("heading", 1, "b"),
        ("heading", 2, "c"),
        ("text", 0, "d"),
        ("heading", 3, "e"),
        ("heading", 4, "f"),
    ]


def test_a_title_is_a_title_although_its_style_has_an_outline_level() -> None:
    styles = style("t", "Title", OUTLINE.format(0)) + style("s", "Subtitle") + style("h", "heading 1")
    body = (
        p("关于工作的", style="t")
        + p("报告", style="t")
        + p("副题", style="s")
        + p("一", style="h")
        + p("附件", style="t")
    )
    assert roles(docx(body, styles=styles)) == [
        ("title", 0, "关于工作的"),
        ("title", 0, "报告"),
        ("subtitle", 0, "副题"),
        ("heading", 1, "一"),
        ("heading", 1, "附件"),
    ]
    assert read(docx(body, styles=styles)).report().title == "关于工作的报告"


def test_an_empty_heading_is_dropped_and_a_long_one_with_a_sentence_is_text() -> None:
    level = '<w:outlineLvl w:val="0"/>'
    body = (
        p(" ", properties=level)
        + p("长" * 99 + "。又一句", properties=level)
        + p("长" * 120, properties=level)
    )
    assert [role for role, _, _ in roles(docx(body))] == ["text", "heading"]


def test_a_line_break_makes_pieces_of_text_and_none_of_a_heading() -> None:
    line = "<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r>"
    draft = read(docx(p(line) + p(line, properties='<w:outlineLvl w:val="0"/>')))
    assert [(piece.text, piece.line_no, piece.part) for piece in draft.pieces] == [
        ("第一行", 1, 0),
        ("第二行", 1, 1),
        ("第一行第二行", 2, 0),
    ]


def test_styles_in_a_circle_or_missing_do_no_harm() -> None:
    styles = style("a", "甲", based_on="b") + style("b", "乙", based_on="a")
    assert roles(docx(p("x", style="a") + p("y", style="no"), styles=styles)) == [
        ("text", 0, "x"),
        ("text", 0, "y"),
    ]
    assert roles(docx(p("x", style="Heading2"))) == [("heading", 2, "x")]


def test_contents_are_told_by_their_field_their_styles_or_their_control() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = f"<w:sdt>{gallery}<w:sdtContent>{p('本报告目录')}</w:sdtContent></w:sdt>"
    body = p("目　录") + p(field, "甲") + p("乙", end) + p("丙", style="toc1") + control + p("正文")
    found = roles(docx(body, styles=style("toc1", "toc 1")))
    assert [role for role, _, _ in found] == ["contents"] * 5 + ["text"]


def test_a_contents_field_that_never_ends_does_not_swallow_the_report() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
    body = p(field, "目录行") + p("一", properties='<w:outlineLvl w:val="0"/>') + p("正文")
    assert [role for role, _, _ in roles(docx(body))] == ["contents", "heading", "text"]


def test_bold_and_italic_come_from_the_run_and_its_character_style() -> None:
    styles = style("s", "Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
    runs = (
        r("重点：", '<w:rStyle w:val="s"/>'),
        "内容",
        r("，不粗", '<w:rStyle w:val="s"/><w:b w:val="0"/>'),
        r("斜", "<w:i/>"),
    )
    assert read(docx(p(*runs), styles=styles)).pieces[0].markdown == "**重点：**内容，不粗*斜*"
