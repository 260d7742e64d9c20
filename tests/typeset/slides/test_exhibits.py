"""Tables and pictures of a section: which are shown, as what, and beside which points."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from pptx import Presentation

from gaohang_viewer.office.powerpoint.presentation import powerpoint_file
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.paper_options import PLAIN_PAPER
from gaohang_viewer.typeset.slides.charts import series_of
from gaohang_viewer.typeset.slides.deck import Kind, Slide, deck
from gaohang_viewer.typeset.slides.deck_edits import DeckEdits, SlideText
from gaohang_viewer.typeset.slides.deck_job import slides_job
from gaohang_viewer.typeset.slides.deck_options import DeckOptions, Detail
from gaohang_viewer.typeset.slides.exhibits import exhibits
from tests.typeset.conftest import Reader

TABLE = "| 指标 | 数值 |\n| --- | --- |\n| 生产总值 | 98.1亿元 |\n| 粮食 | 40.55万吨 |"
SERIES = (
    "| 年份 | 生产总值（亿元） |\n| --- | --- |\n| 2023年 | 1,050 |\n| 2024年 | 1,100 |\n| 2025年 | 1,200 |"
)


def png(size: int) -> bytes:
    """A black picture of so many pixels in a row and column."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    data = zlib.compress((b"\0" + bytes(size)) * size)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def report(body: str, **images: bytes) -> Report:
    sections = (Section(1, "一、", "发展", 1), Section(2, "（一）", "指标", 2, body))
    return Report("报告", sections=sections, images=dict(images))


def shown(some: Report, breaker: HeadlineBreaker, options: DeckOptions | None = None) -> list[Slide]:
    return [each for each in deck(some, breaker, options or DeckOptions()) if each.section == 1]


def test_a_table_gets_a_slide_after_the_points_of_its_section(breaker: HeadlineBreaker) -> None:
    points, table = shown(report("全年完成投资50亿元。\n\n" + TABLE), breaker)
    assert [point.text for point in points.body] == ["全年完成投资50亿元"]
    assert table.kind is Kind.TABLE
    assert table.rows == (("指标", "数值"), ("生产总值", "98.1亿元"), ("粮食", "40.55万吨"))
    assert table.chart is None


def test_a_section_of_a_table_or_picture_alone_has_no_empty_slide(breaker: HeadlineBreaker) -> None:
    assert [each.kind for each in shown(report(TABLE), breaker)] == [Kind.TABLE]
    pictured = report("![图](a)", a=png(64))
    assert [each.kind for each in shown(pictured, breaker)] == [Kind.PICTURE]
    only_headlines = shown(pictured, breaker, DeckOptions(Detail.HEADLINES))
    assert [each.kind for each in only_headlines] == [Kind.SECTION]


def test_icons_and_missing_pictures_are_left_out() -> None:
    body = "![图](a)\n\n![图](b)\n\n![图](c)"
    assert [len(it.picture) > 0 for it in exhibits(body, {"a": png(16), "b": png(64)})] == [True]


@pytest.mark.parametrize(
    "table",
    [
        "| 说明 |\n| --- |\n| 只有一列 |",
        f"| 甲 | 乙 |\n| --- | --- |\n| {'长' * 61} | 1 |",
        "|" + "甲|" * 9 + "\n|" + "---|" * 9 + "\n|" + "1|" * 9,
        "| 甲 | 乙 |\n| --- | --- |\n" + "| 1 | 2 |\n" * 41,
    ],
)
def test_tables_that_nobody_could_read_are_left_out(table: str) -> None:
    assert not list(exhibits(table, {}))


def test_a_row_for_each_year_becomes_a_chart(breaker: HeadlineBreaker) -> None:
    (slide,) = shown(report(SERIES), breaker)
    assert slide.chart is not None
    assert slide.chart.what == "生产总值（亿元）"
    assert [(bar.label, bar.value, round(bar.share, 3)) for bar in slide.chart.bars] == [
        ("2023年", "1,050", 0.875),
        ("2024年", "1,100", 0.917),
        ("2025年", "1,200", 1.0),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("指标", "数值"), ("生产总值", "98"), ("投资", "50")],
        [("年份", "数值"), ("2024年", "98亿元"), ("2025年", "50万人")],
        [("年份", "增速"), ("2024年", "-1.2%"), ("2025年", "3.4%")],
        [("年份", "数值"), ("2025年", "98")],
        [("年份", "产值", "增速"), ("2024年", "98", "1"), ("2025年", "99", "2")],
    ],
)
def test_other_tables_are_no_chart(rows: list[tuple[str, ...]]) -> None:
    assert series_of(rows) is None


def test_cells_are_edited_and_the_chart_follows(breaker: HeadlineBreaker) -> None:
    some = report(SERIES)
    (slide,) = shown(some, breaker)
    text = SlideText(points=("年份\t产值", "2024年\t10", "2025年\t20"))
    edited = DeckOptions(edits=DeckEdits().edit(slide.key, text))
    (slide,) = shown(some, breaker, edited)
    assert slide.chart is not None
    assert [bar.value for bar in slide.chart.bars] == ["10", "20"]


def test_pages_and_presentation_show_them(breaker: HeadlineBreaker, read_back: Reader) -> None:
    some = report(f"{TABLE}\n\n{SERIES}\n\n![图](a)", a=png(64))
    slides = deck(some, breaker)
    pages = compile_job(slides_job(some, slides))
    read = read_back(pages.pdf, pages.count)
    assert len(slides) == pages.count == len(read.pages)
    shapes: list[Any] = [
        shape
        for page in Presentation(io.BytesIO(powerpoint_file(some, None, PLAIN_PAPER))).slides
        for shape in page.shapes
    ]
    assert [shape.has_table for shape in shapes].count(True) == 1
    assert [shape.has_chart for shape in shapes].count(True) == 1
    assert [hasattr(shape, "image") for shape in shapes].count(True) == 1
