"""Presentations, read back with python-pptx."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pptx
import pytest
from pypdfium2 import PdfDocument

from gaohang_viewer.office.powerpoint.presentation import powerpoint_file
from gaohang_viewer.office.powerpoint.text_fit import fitted
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import ARCHIVAL
from gaohang_viewer.typeset.line_breaking import default_breaker
from gaohang_viewer.typeset.slides.deck import deck
from gaohang_viewer.typeset.slides.deck_job import slides_job
from gaohang_viewer.typeset.slides.deck_options import Detail
from gaohang_viewer.typeset.slides.paging import Entry
from tests.office.conftest import PLAIN


def read(report: Report, **wanted: object) -> Any:
    options = PLAIN._replace(deck=PLAIN.deck._replace(**wanted))  # type: ignore[arg-type]
    return pptx.Presentation(io.BytesIO(powerpoint_file(report, options=options)))


def titles(presentation: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text.replace("\v", "") for slide in presentation.slides]


def test_each_section_is_a_slide_with_a_title_and_points(small: Report) -> None:
    presentation = read(small)
    assert titles(presentation)[:4] == ["关于全镇工作的 报告", "目录", "第一", "一、第一"]
    assert titles(presentation)[-1] == "书的序号"  # its divider has the number
    points = presentation.slides[1].placeholders[1].text_frame.text
    assert points.split("\n") == ["一、第一", "二、第二", "四、缺了三", "第五章书的序号"]


def test_notes_are_the_sections_whole_text(built_in: Report) -> None:
    notes = [slide.notes_slide.notes_text_frame.text for slide in read(built_in).slides]
    for section in built_in.sections:
        for text in paragraphs(section.body):
            bare = text.replace(",", "，").replace(" ", "")[:12]
            assert any(bare in note.replace(",", "，").replace(" ", "") for note in notes), text


@pytest.mark.parametrize(
    ("theme", "aspect", "width"),
    [
        ("red", "16:9", 960),
        ("blue", "16:10", 864),
        ("white", "4:3", 720),
        ("night", "4:3", 720),
        ("none such", "", 960),
    ],
)
def test_nothing_stands_outside_its_slide(theme: str, aspect: str, width: int, built_in: Report) -> None:
    presentation = read(built_in, theme=theme, aspect=aspect, detail=Detail.FIGURES, footer="页脚")
    assert (presentation.slide_width, presentation.slide_height) == (width * 12700, 540 * 12700)
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= presentation.slide_width
            assert shape.top + shape.height <= presentation.slide_height


def test_the_look_is_in_the_theme_and_no_picture_is_used(small: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(powerpoint_file(small))) as file:
        theme = file.read("ppt/theme/theme1.xml").decode()
        assert not [name for name in file.namelist() if name.endswith((".png", ".jpeg", ".bin"))]
    assert 'srgbClr val="F3CB7A"' in theme
    assert '<a:ea typeface="微软雅黑"/>' in theme


def test_figures_are_text_and_charts_are_charts(built_in: Report) -> None:
    presentation = read(built_in, detail=Detail.FIGURES)
    charts = [shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart]
    assert list(charts[0].plots[0].categories) == ["2016年", "2020年"]
    assert list(charts[0].plots[0].series[0].values) == [6.3, 11.6]
    texts = [
        shape.text_frame.text
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    assert "23.9亿元\n年均税收" in texts


def test_chosen_sections_alone_have_slides(small: Report) -> None:
    presentation = pptx.Presentation(io.BytesIO(powerpoint_file(small, {1}, PLAIN)))
    assert titles(presentation) == ["关于全镇工作的 报告", "目录", "（一）甲"]


def test_the_same_report_gives_the_same_bytes(built_in: Report) -> None:
    options = PLAIN._replace(deck=PLAIN.deck._replace(detail=Detail.FIGURES))
    assert powerpoint_file(built_in, options=options) == powerpoint_file(built_in, options=options)


def test_hostile_characters_do_no_harm() -> None:
    report = Report("题\x00<&>\ud800", meta=(("speaker", "a\x01&"),))
    assert titles(read(report)) == ["题<&>"]
    assert titles(read(Report(""))) == ["无标题"]


def test_all_pages_of_a_slide_have_one_legible_size() -> None:
    few = tuple(Entry("", "十个字的要点在这一页上") for _ in range(5))
    many = tuple(Entry("", "一个要点" * 20) for _ in range(3))
    pages = fitted([few, many], 832, [300, 330])
    assert [page.entries for page in pages] == [few, many]
    assert len({page.size for page in pages}) == 1
    assert pages[0].size >= 20
    endless = (Entry("", "字" * 900),)
    assert fitted([endless], 832, [300])[0].size < 20


def test_pages_hold_the_same_points_as_in_the_pdf() -> None:
    body = "\n".join(f"- 第{at}件。" + "坚持稳中求进工作总基调，推动高质量发展，" * 2 for at in range(1, 10))
    report = Report("报告", sections=(Section(1, "一、", "章", 1, body),))
    pdf = compile_job(slides_job(report, deck(report, default_breaker()), standards=ARCHIVAL))
    in_pdf = [page.get_textpage().get_text_bounded().count("件。") for page in PdfDocument(pdf.pdf)]
    in_file = [
        sum(shape.text_frame.text.count("件。") for shape in slide.placeholders)
        for slide in read(report).slides
    ]
    assert sum(in_file) == 9
    assert in_file == in_pdf
