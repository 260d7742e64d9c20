"""Presentations as reports."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from gaohang_viewer.loading import open_report
from gaohang_viewer.loading.errors import CannotOpen, Reason
from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.presentation import NotSlides, read_presentation
from tests.security.hostile import png

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.report.draft import Draft

COVER, BODY, TITLE_ONLY = 0, 1, 5


def deck() -> tuple[Any, Any]:
    """A presentation, and what adds a slide with a title."""
    made = Presentation()

    def add(layout: int, title: str) -> Any:
        slide = made.slides.add_slide(made.slide_layouts[layout])
        slide.shapes.title.text = title
        return slide

    return made, add


def saved(made: Any) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def read(data: bytes) -> Draft:
    return read_presentation(data, "name", lambda _: None)


def pieces(made: Any) -> list[tuple[str, str]]:
    return [(piece.role.value, piece.markdown or piece.text) for piece in read(saved(made)).pieces]


def test_titles_are_headings_and_text_and_notes_stand_below(tmp_path: Path) -> None:
    made, add = deck()
    add(COVER, "某区工作报告").placeholders[1].text = "奋进新征程"
    slide = add(BODY, "一、工作回顾")
    slide.placeholders[1].text = "经济增长\n民生改善"
    slide.notes_slide.notes_text_frame.text = "这里念稿。"
    add(BODY, "一、工作回顾").placeholders[1].text = "接着说"
    add(TITLE_ONLY, "二、下步安排")
    made.save(tmp_path / "a.pptx")
    report = open_report(tmp_path / "a.pptx")
    assert (report.title, report.subtitle) == ("某区工作报告", "奋进新征程")
    assert [(each.headline, each.body) for each in report.sections] == [
        ("一、工作回顾", "- 经济增长\n- 民生改善\n\n这里念稿。\n\n- 接着说"),
        ("二、下步安排", ""),
    ]


def test_tables_boxes_groups_and_pictures_are_read_and_charts_told() -> None:
    made, add = deck()
    shapes = add(TITLE_ONLY, "图").shapes
    table = shapes.add_table(2, 2, 0, 0, Inches(3), Inches(1)).table
    table.cell(0, 0).text, table.cell(1, 1).text = "甲", "乙"
    shapes.add_group_shape().shapes.add_textbox(0, 0, 9, 9).text_frame.text = "组内"
    shapes.add_picture(BytesIO(png(40, 30)), 0, 0).name = "照片"
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["一"]
    data.add_series("列", (1,))  # type: ignore[no-untyped-call]
    shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, 9, 9, data).element.nvGraphicFramePr.cNvPr.set("name", "饼图")
    assert pieces(made) == [
        ("heading", "图"),
        ("markdown", "| 甲 |  |\n| --- | --- |\n|  | 乙 |"),
        ("text", "组内"),
        ("text", "![照片](image:1.png)"),
    ]
    draft = read(saved(made))
    assert list(draft.images) == ["image:1.png"]
    assert [(problem.kind.value, problem.text) for problem in draft.problems] == [("not-shown", "饼图")]


def test_formats_of_text_come_through() -> None:
    made, add = deck()
    frame = add(TITLE_ONLY, "题").shapes.add_textbox(0, 0, 9, 9).text_frame
    paragraph = frame.paragraphs[0]
    for text, name, value in (
        ("10", "b", "1"),
        ("8", "baseline", "30000"),
        ("旧", "strike", "sngStrike"),
        ("新", "b", "0"),
    ):
        run = paragraph.add_run()
        run.text = text
        run.font._element.set(name, value)
    paragraph.add_line_break()
    link = paragraph.add_run()
    link.text = "链"
    link.hyperlink.address = "https://a.cn/"
    assert pieces(made)[1:] == [("text", "**10**⁸~~旧~~新"), ("text", "[链](https://a.cn/)")]


def test_hidden_slides_are_left_out() -> None:
    made, add = deck()
    add(TITLE_ONLY, "甲")
    add(TITLE_ONLY, "乙").element.set("show", "0")
    assert pieces(made) == [("heading", "甲")]


def test_bombs_and_other_archives_are_refused(tmp_path: Path) -> None:
    made, add = deck()
    add(TITLE_ONLY, "甲")
    data = saved(made)
    bomb = BytesIO(data)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("ppt/media/x.png", bytes(210_000_000))
    with pytest.raises(TooLarge):
        read(bomb.getvalue())
    with pytest.raises(TooLarge):
        read(data + b"PK\x01\x02" * 20_000)
    other = BytesIO()
    with zipfile.ZipFile(other, "w", zipfile.ZIP_BZIP2) as file:
        file.writestr("ppt/presentation.xml", "<p/>")
    for wrong in (b"", other.getvalue(), data[:2000]):
        with pytest.raises(NotSlides):
            read(wrong)
    (tmp_path / "a.pptx").write_bytes(other.getvalue())
    with pytest.raises(CannotOpen) as refused:
        open_report(tmp_path / "a.pptx")
    assert refused.value.reason is Reason.DAMAGED


def test_entities_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("机密")
    made, add = deck()
    add(TITLE_ONLY, "甲乙丙")
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(saved(made))) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "ppt/slides/slide1.xml":
                entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
                text = part.decode().replace("甲乙丙", "甲&e;丙")
                part = text.replace("?>", f"?>{entity}", 1).encode()
            target.writestr(name, part)
    with suppress(NotSlides):
        assert "机密" not in str(read(out.getvalue()))


GOOD = saved(deck()[0])


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_damaged_bytes_raise_nothing_else(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    with suppress(NotSlides, TooLarge):
        read(bytes(data)).report()
