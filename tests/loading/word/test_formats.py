"""Superscripts, subscripts and struck-out text of a Word file."""

from __future__ import annotations

from gaohang_viewer.report.key_figures.extract import figures
from tests.loading.word.build import docx, p, r, read, style, table, texts

UP, DOWN = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
STRIKE, TWICE = "<w:strike/>", "<w:dstrike/>"
HEADING = '<w:outlineLvl w:val="0"/>'


def test_scripts_keep_their_sense_in_text_headings_and_tables() -> None:
    power = p("发电5×10", r("8", UP), "千瓦时，12万m", r("2", UP), "，CO", r("2", DOWN), "下降3%。")
    body = (
        p("一、降碳（CO", r("2", DOWN), "）", properties=HEADING) + power + table((power, "乙"), ("丙", "丁"))
    )
    found = texts(docx(body))
    assert found[:2] == ["一、降碳（CO₂）", "发电5×10⁸千瓦时，12万m²，CO₂下降3%。"]
    assert found[2].startswith("发电5×10⁸千瓦时，12万m²，CO₂下降3%。\t乙")
    report = read(docx(body)).report()
    assert "108千瓦时" not in {figure.match.value for figure in figures(report)}


def test_a_script_may_come_from_a_style_and_be_switched_off() -> None:
    styles = style("up", "上标", f"<w:rPr>{UP}</w:rPr>", kind="character")
    off = '<w:rStyle w:val="up"/><w:vertAlign w:val="baseline"/>'
    data = docx(p("10", r("8", '<w:rStyle w:val="up"/>'), "和10", r("8", off)), styles=styles)
    assert texts(data) == ["10⁸和108"]


def test_struck_out_text_is_shown_struck_and_does_not_count() -> None:
    draft = read(
        docx(p("一、关于", r("旧", STRIKE), "新名称", properties=HEADING) + p("目标", r("5%", TWICE), "6%。"))
    )
    assert [(piece.text, piece.markdown) for piece in draft.pieces] == [
        ("一、关于新名称", ""),
        ("目标6%。", "目标~~5%~~6%。"),
    ]
    assert [(problem.kind.value, problem.line_no, problem.text) for problem in draft.problems] == [
        ("struck", 1, "旧"),
        ("struck", 2, "5%"),
    ]
    assert [figure.match.value for figure in figures(draft.report())] == ["6%"]


def test_a_paragraph_or_a_table_that_is_struck_out_stays_in_the_text() -> None:
    styles = style("gone", "废止", f"<w:rPr>{STRIKE}</w:rPr>")
    body = p("一、旧章", style="gone") + p("旧", style="gone", properties=HEADING)
    body += table((p("甲", style="gone"), p("乙", style="gone")), ("", ""))
    draft = read(docx(body, styles=styles))
    assert [(piece.role.value, piece.markdown) for piece in draft.pieces] == [
        ("markdown", "~~一、旧章~~"),
        ("markdown", "~~旧~~"),
        ("markdown", "| ~~甲~~ | ~~乙~~ |\n| --- | --- |\n|  |  |"),
    ]
