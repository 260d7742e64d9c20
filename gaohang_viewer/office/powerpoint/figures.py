"""Adds key figures to slides: large numbers as text boxes, values of one thing as a native chart."""

from __future__ import annotations

from typing import Any

from gaohang_viewer.office.package import legal
from gaohang_viewer.office.powerpoint.design import SlideDesign
from gaohang_viewer.office.powerpoint.shapes import emu
from gaohang_viewer.office.powerpoint.text_fit import rows
from gaohang_viewer.typeset.slides.charts import Chart
from gaohang_viewer.typeset.slides.deck import Slide
from gaohang_viewer.typeset.slides.figures import BigFigure, split
from gaohang_viewer.typeset.text_width import ems

_GAP = 28.0
_WORDS = 20.0  # the type size of what a figure counts
_CHART = 150.0  # the height of a chart with two bars
_BAR = 28.0  # and of each further bar


def add_figures(made: Any, slide: Slide, design: SlideDesign, top: float, foot: float) -> None:
    """Adds the figures, and the chart below them, to a slide between `top` and `foot`, in points."""
    figures = slide.figures
    narrow = design.wide < 800
    columns = 2 if len(figures) == 4 and (slide.chart is None or narrow) else max(1, len(figures))
    if len(figures) > 4:
        columns = 2 if narrow else 3
    lines = -(-len(figures) // columns)
    high = _CHART + _BAR * (len(slide.chart.bars) - 2) if slide.chart else 0.0
    room = foot - top - (high + 20 if slide.chart else 0)
    width = (design.measure - (columns - 1) * _GAP) / max(2, columns)
    each = min(190.0, room / max(lines, 1))
    size = min(
        84.0,
        each - 90,
        *((width - 8) / (_width(it.number) + 0.4 * ems(it.before + it.unit) + 0.2) for it in figures),
    )
    top += min(36.0, max(0.0, (room - each * lines) / 3))
    for number, figure in enumerate(figures):
        x = design.side + number % columns * (width + _GAP)
        _figure(made, figure, (x, top + number // columns * each, width, each), max(size, 28.0))
    if slide.chart is not None:
        _chart(made, slide.chart, design, foot - high, high)


def _figure(made: Any, it: BigFigure, place: tuple[float, float, float, float], size: float) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.util import Pt

    x, y, width, height = place
    rule = made.shapes.add_connector(1, emu(x), emu(y), emu(x + width), emu(y))
    rule.line.color.theme_color = MSO_THEME_COLOR.ACCENT_4
    rule.line.width = Pt(0.8)
    box = made.shapes.add_textbox(emu(x), emu(y + 12), emu(width), emu(height - 16))
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    amount = frame.paragraphs[0]
    amount.line_spacing = Pt(size * 1.15)
    small = max(20.0, 0.4 * size)
    for text, big in ((it.before, small), (it.number, size), (it.unit, small)):
        if not text:
            continue
        part = amount.add_run()
        part.text = legal(text)
        part.font.size, part.font.bold = Pt(round(big)), True
        part.font.color.theme_color = MSO_THEME_COLOR.ACCENT_2
        _set_font(part, "mj")
    words = frame.add_paragraph()
    smaller = _WORDS if rows(it.what, _WORDS, width) <= 2 else 18.0
    words.line_spacing, words.space_before = Pt(smaller * 1.3), Pt(4)
    part = words.add_run()
    part.text = legal(it.what)
    part.font.size = Pt(smaller)
    part.font.color.theme_color = MSO_THEME_COLOR.ACCENT_3
    _set_font(part, "mn")


def _width(number: str) -> float:
    """Returns the approximate width of a number in ems: digits are narrow, characters are not."""
    return sum(0.62 if sign.isascii() else 1.0 for sign in number)


def _set_font(part: Any, face: str) -> None:
    """Sets a run in a theme font, "mj" or "mn", including its Chinese characters."""
    from pptx.oxml import parse_xml

    part.font.name = f"+{face}-lt"
    name = "http://schemas.openxmlformats.org/drawingml/2006/main"
    properties = part.font._element  # noqa: SLF001 - python-pptx has no API for the East Asian font
    properties.set("lang", "zh-CN")
    latin = properties.find(f"{{{name}}}latin")
    latin.addnext(parse_xml(f'<a:ea xmlns:a="{name}" typeface="+{face}-ea"/>'))


def _values(chart: Chart) -> list[float]:
    """Returns the values of a chart: the printed ones if both have one unit, otherwise percentages."""
    parts = [split(bar.value) for bar in chart.bars]
    try:
        values = [float(number.replace(",", "").replace("，", "")) for _, number, _ in parts]
    except ValueError:
        values = []
    if len({unit for _, _, unit in parts}) == 1 and values and max(values) > 0:
        longest = max(values)
        if all(
            abs(value / longest - bar.share) < 0.01 for value, bar in zip(values, chart.bars, strict=True)
        ):
            return values
    return [round(100 * bar.share, 2) for bar in chart.bars]


def _chart(made: Any, chart: Chart, design: SlideDesign, top: float, height: float) -> None:
    """Adds a chart, of two bars the earlier one muted; the axis starts at zero."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.util import Pt

    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    values = _values(chart)
    data.categories = [legal(bar.label) for bar in chart.bars]
    data.add_series(legal(chart.what), values)
    frame = made.shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED, emu(design.side), emu(top), emu(design.measure), emu(height), data
    )
    graph = frame.chart
    graph.has_legend = False
    graph.has_title = True
    title = graph.chart_title.text_frame
    title.text = legal(chart.what)
    graph.font.size = Pt(16)
    graph.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    title.paragraphs[0].runs[0].font.size = Pt(18)
    title.paragraphs[0].runs[0].font.bold = False
    title.paragraphs[0].runs[0].font.color.theme_color = MSO_THEME_COLOR.ACCENT_3
    graph.value_axis.minimum_scale, graph.value_axis.maximum_scale = 0, 1.25 * max(values)
    graph.value_axis.visible = graph.value_axis.has_major_gridlines = False
    graph.category_axis.reverse_order = True
    graph.category_axis.format.line.fill.background()
    plot = graph.plots[0]
    plot.gap_width = 50
    for number, bar in enumerate(chart.bars):
        point = plot.series[0].points[number]
        point.format.fill.solid()
        point.format.fill.fore_color.theme_color = (
            MSO_THEME_COLOR.ACCENT_2 if number or len(chart.bars) > 2 else MSO_THEME_COLOR.BACKGROUND_2
        )
        label = point.data_label.text_frame
        label.text = legal(bar.value)
        label.word_wrap = False
        label.paragraphs[0].runs[0].font.bold = True
        label.paragraphs[0].runs[0].font.size = Pt(18)
