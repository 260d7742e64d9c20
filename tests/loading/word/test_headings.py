"""Which paragraphs in the style of a heading are headings, and how they are read as a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from gaohang_viewer.loading import open_report
from gaohang_viewer.report.model import Report
from tests.loading.word.build import docx, item, levels, numbering, p, r, roles, style

LONG = "全区上下坚持稳中求进工作总基调，统筹推进各项工作，主要指标好于预期，发展质量稳步提升。"


def level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number - 1}"/>'


def report(folder: Path, data: bytes) -> Report:
    (folder / "名.docx").write_bytes(data)
    return open_report(folder / "名.docx")


def test_a_numbered_title_is_split_from_the_text_behind_it() -> None:
    body = p(r("（一）产业升级。", "<w:b/>"), "全年增长", r("6%", "<w:strike/>"), "7%。", properties=level(2))
    assert roles(docx(body)) == [("heading", 2, "（一）产业升级。"), ("text", 0, "全年增长7%。")]


def test_an_automatic_number_makes_a_title_as_a_typed_one() -> None:
    body = p("抓项目。" + LONG, properties=f'{level(2)}<w:numPr><w:numId w:val="1"/></w:numPr>')
    data = docx(body, numbering=numbering(levels(("chineseCounting", "（%1）"))))
    assert roles(data) == [("heading", 2, "（一）抓项目。"), ("text", 0, LONG)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (LONG, "text"),
        ("一句话。又一句。", "text"),
        ("坚持党的领导。", "heading"),
        ("一、" + LONG, "heading"),
        ("（一）" + LONG.replace("。", "，") * 3 + "完。正文", "text"),
        (LONG.replace("。", ""), "heading"),
    ],
)
def test_a_sentence_is_text_although_its_style_has_a_level(text: str, role: str) -> None:
    assert roles(docx(p(text, properties=level(2))))[0][0] == role


def test_one_topmost_heading_is_the_title(tmp_path: Path) -> None:
    body = p("某区工作报告", properties=level(1))
    for chapter in ("工作回顾", "下步安排"):
        body += p(chapter, properties=level(2)) + p(LONG)
    found = report(tmp_path, docx(body))
    assert (found.title, [(each.level, each.headline) for each in found.sections]) == (
        "某区工作报告",
        [(1, "工作回顾"), (1, "下步安排")],
    )


def test_one_chapter_below_a_title_is_no_title(tmp_path: Path) -> None:
    styles = style("t", "Title")
    body = p("某区工作报告", style="t") + p("总则", properties=level(1))
    body += p("目的", properties=level(2)) + p(LONG) + p("范围", properties=level(2)) + p(LONG)
    found = report(tmp_path, docx(body, styles=styles))
    assert (found.title, found.sections[0].headline) == ("某区工作报告", "总则")


def test_short_lines_are_no_bullets_unless_word_gives_them_one(tmp_path: Path) -> None:
    right = '<w:jc w:val="right"/>'
    body = p("一、回顾", properties=level(1)) + p(LONG) + item("第一条") + item("第二条") + p(LONG)
    body += p("某区人民政府", properties=right) + p("某区办公室", properties=right)
    found = report(tmp_path, docx(body, numbering=numbering(levels(("bullet", "·")))))
    assert found.sections[0].body == f"{LONG}\n\n- 第一条\n- 第二条\n\n{LONG}\n\n某区人民政府\n\n某区办公室"


@pytest.mark.parametrize(
    ("pattern", "suffix", "label"),
    [
        ("%1.1　", "nothing", "5.1　确定"),
        ("%1.1 ", "nothing", "5.1 确定"),
        ("%1.1", "nothing", "5.1确定"),
        ("%1.1 ", "space", "5.1 确定"),
        ("%1.1", "tab", "5.1 确定"),
        ("%1、 ", "nothing", "5、 确定"),
    ],
)
def test_a_number_keeps_the_space_that_stands_in_it(pattern: str, suffix: str, label: str) -> None:
    lists = levels(("decimal", pattern), more=f'<w:suff w:val="{suffix}"/>').replace(
        'start w:val="1"', 'start w:val="5"'
    )
    assert roles(docx(item("确定"), numbering=numbering(lists))) == [("text", 0, label)]


def test_a_note_stays_out_of_the_title_of_its_section(tmp_path: Path) -> None:
    note = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = (
        p("某区报告", note.format(1), style="t")
        + p("一、回顾", note.format(2), properties=level(1))
        + p("文")
    )
    styles, notes = (
        style("t", "Title"),
        "".join(f'<w:footnote w:id="{at}">{p("注")}</w:footnote>' for at in (1, 2)),
    )
    found = report(tmp_path, docx(body, styles=styles, footnotes=notes))
    assert (found.title, found.sections[0].headline) == ("某区报告", "一、回顾")
    assert found.sections[0].body == "〔2〕注\n\n文"


def test_a_title_in_the_style_of_contents_is_a_heading() -> None:
    styles = style("1", "heading 1") + style("t", "TOC Heading", based_on="1") + style("c", "toc 1")
    body = p("目录", style="t") + p("一、总则 1", style="c") + p("范围", style="t") + p("文")
    found = [(role, text) for role, _, text in roles(docx(body, styles=styles))]
    assert found == [("contents", "目录"), ("contents", "一、总则 1"), ("heading", "范围"), ("text", "文")]
