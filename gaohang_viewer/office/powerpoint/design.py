"""The designs of slides: ornaments and placeholders of each layout, by theme; lengths in points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from gaohang_viewer.office.powerpoint.shapes import Box, Holder, area, drawing, lines, ring

HIGH = 540.0
"""The height of a page; the width depends on the aspect ratio."""

RULE = 62.0  # the rule below the header
HEADLINE = 82.0  # the top of a headline
FOOT = 472.0  # the bottom of the text


class Colours(NamedTuple):
    """The colours of a theme, for pages or for covers."""

    background: tuple[str, ...]
    ink: str
    headline: str
    muted: str
    accent: str
    figure: str
    hairline: str
    track: str
    ornament: str
    band: str
    band_ink: str

    @classmethod
    def of(cls, values: Mapping[str, Any], cover: bool = False) -> Colours:
        """Returns the colours of a theme file; missing ones have the same defaults as in slides-kit.typ."""
        own = {**values, **(values.get("cover", {}) if cover else {})}
        ink, accent, background = own["ink"], own["accent"], tuple(own["background"])
        headline = ink if cover else own.get("headline", ink)
        rest = (own.get("figure", accent), own["hairline"], own["track"], own.get("ornament", accent))
        band = (own.get("band", accent), own.get("band-ink", background[0]))
        return cls(background, ink, headline, own["muted"], accent, *rest, *band)


class SlideDesign(NamedTuple):
    """The design of a theme for a page width."""

    template: str
    wide: float
    page: Colours
    cover: Colours
    bullet: str

    @property
    def side(self) -> float:
        """The side margin."""
        return self.wide / 15

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.wide - 2 * self.side


_BULLETS = {"blue": "■", "white": "—", "night": ""}


def design_of(values: Mapping[str, Any], wide: float) -> SlideDesign:
    """Returns the design of a theme file; of one with a custom template only colours are used."""
    template = str(values.get("template", "plain"))
    return SlideDesign(
        template, wide, Colours.of(values), Colours.of(values, cover=True), _BULLETS.get(template, "◆")
    )


def _double_rule(box: Box, colour: str) -> Iterator[str]:
    """Draws 文武线, a thick and a thin rule."""
    yield area(box._replace(height=1.8), colour)
    yield area(box._replace(y=box.y + 4, height=0.6), colour)


# --- ornaments of pages ---------------------------------------------------------------------------


def page_ornaments(design: SlideDesign) -> Iterator[str]:
    """Yields the header of a page with text, and in some designs a faint drawing behind the text."""
    side, measure, wide, colours = design.side, design.measure, design.wide, design.page
    if design.template == "blue":
        yield area(Box(0, 0, wide, 58), colours.band, colours.accent)
        yield area(Box(0, 58, wide, 3), design.cover.accent)
        yield area(Box(side, HIGH - 60, measure, 0.6), "accent4")
    elif design.template == "red":
        yield drawing(Box(0, 0, wide, HIGH), lines(_rays(wide, 11, 100, 172)), colours.ornament, 0.6, 0.07)
        yield from _double_rule(Box(side, RULE - 3, measure, 0), "accent1")
    elif design.template == "white":
        yield area(Box(side, 24, measure, 4), "tx1")
        yield area(Box(side, RULE, measure, 0.6), "accent4")
    else:
        if design.template == "night":
            yield from (
                ring(wide + 30, HIGH + 30, 130 + 26 * i, colours.ornament, 0.22 - i * 0.05) for i in range(4)
            )
            yield area(Box(side, RULE - 1, 40, 2), "accent1")
        yield area(Box(side, RULE, measure, 0.6), "accent4")


def _rays(wide: float, count: int, start: float, end: float) -> Iterator[tuple[float, float, float, float]]:
    """Yields rays from the top right corner, clipped to the page."""
    x, y = wide + 40, -60.0
    for number in range(count):
        angle = math.radians(start + (end - start) * number / (count - 1))
        near, far = 40 / max(-math.cos(angle), 0.03), (wide + 40) / max(-math.cos(angle), 0.03)
        near, far = max(near, 60 / math.sin(angle)), min(far, 600 / math.sin(angle))
        if near < far:
            yield tuple(  # type: ignore[misc]
                value
                for length in (near, far)
                for value in (x + length * math.cos(angle), y + length * math.sin(angle))
            )


def _waves(design: SlideDesign, share: float) -> Iterator[str]:
    """Yields waves from edge to edge that converge to the left."""
    wide = design.wide
    for i in range(9):
        left, middle, right = HIGH - 20 - 5 * i, HIGH - 24 - 8.5 * i, HIGH - 60 - 17 * i
        curve = (
            ("moveTo", ((0.0, left),)),
            ("cubicBezTo", ((wide * 0.2, left - 60), (wide * 0.35, middle + 60), (wide * 0.55, middle))),
            ("cubicBezTo", ((wide * 0.72, middle - 50), (wide * 0.86, right + 40), (wide, right))),
        )
        yield drawing(Box(0, 0, wide, HIGH), curve, design.cover.ornament, 0.6, share * (1 - i / 11))


def _lattice(design: SlideDesign) -> Iterator[str]:
    """Yields a fine grid over the right part of the page, with some squares filled."""
    wide, step, tint = design.wide, 30.0, design.cover
    columns = int(wide / step)
    for first in (0.42, 0.62, 0.82):
        rows = [(wide * first, step * j, wide, step * j) for j in range(1, int(HIGH / step))]
        upright = [(step * i, 0.0, step * i, HIGH) for i in range(columns + 1) if step * i >= wide * first]
        yield drawing(Box(0, 0, wide, HIGH), lines(rows + upright), tint.ornament, 0.5, 0.08)
    lit = ((0, 0, 0.26), (1, 1, 0.14), (0, 2, 0.1), (2, 0, 0.1), (1, 3, 0.18), (3, 1, 0.08), (0, 4, 0.16))
    for column, row, share in (*lit, (2, 5, 0.08), (1, 6, 0.1), (0, 7, 0.22)):
        x = columns * step - step * (column + 1)
        yield area(Box(x, step * (row + 2), step, step), tint.accent, share=share)


# --- covers and chapters -----------------------------------------------------------------------------


def cover_ornaments(design: SlideDesign) -> Iterator[str]:
    """Yields the ornaments of a cover."""
    side, wide, tint = design.side, design.wide, design.cover
    if design.template == "red":
        yield from _waves(design, 0.42)
        left, t, r, b, step = 22.0, 22.0, wide - 22, HIGH - 22, 10.0
        corners = [(left + step, t), (r - step, t), (r - step, t + step), (r, t + step), (r, b - step)]
        corners += [
            (r - step, b - step),
            (r - step, b),
            (left + step, b),
            (left + step, b - step),
            (left, b - step),
        ]
        corners += [(left, t + step), (left + step, t + step), (left + step, t)]
        frame = [("lnTo" if number else "moveTo", (corner,)) for number, corner in enumerate(corners)]
        yield drawing(Box(0, 0, wide, HIGH), frame, tint.ornament, 0.8, 0.75)
        yield from _double_rule(Box(wide / 2 - 110, 322, 220, 0), tint.accent)
    elif design.template == "blue":
        yield from _lattice(design)
        yield area(Box(side, 128, 5, 246), tint.accent)
    elif design.template == "white":
        yield area(Box(side, 92, design.measure, 7), tint.ink)
        yield area(Box(side, 102, design.measure, 0.7), tint.ink)
        yield area(Box(side, 438, design.measure, 0.7), tint.ink)
    elif design.template == "night":
        yield from (
            ring(wide * 0.82, HIGH + 60, 210 + 34 * i, tint.ornament, 0.6 * (1 - i / 8)) for i in range(8)
        )
        yield area(Box(side, 321, 320, 0.6), tint.hairline)
        yield area(Box(side, 320, 72, 2), tint.accent)
    else:
        yield area(Box(side, 120, 72, 2.5), tint.accent)


def cover_holders(design: SlideDesign) -> Iterator[Holder]:
    """Yields the placeholders of a cover: title, subtitle and facts."""
    side, measure, tint = design.side, design.measure, design.cover
    title, under, facts, align, anchor = Box(side, 110, measure, 194), 342.0, 420.0, "l", "b"
    if design.template == "red":
        align = "ctr"
    elif design.template == "blue":
        side, measure = side + 28, measure - 28
        title, anchor = Box(side, 128, measure, 190), "ctr"
    elif design.template == "white":
        title, under, facts, anchor = Box(side, 132, measure, 206), 356, 454, "t"
    elif design.template != "night":
        title, anchor = Box(side, 150, measure, 170), "t"
    if design.template == "blue":
        under = 334
    accent = tint.accent
    yield Holder("ctrTitle", 0, "标题", title, 54, tint.headline, anchor, align, bold=True, heading=True)
    yield Holder("subTitle", 1, "副标题", Box(side, under, measure, 56), 25, accent, "t", align)
    yield Holder("body", 13, "时间、地点", Box(side, facts, measure, 58), 19, tint.muted, "t", align)


def chapter_ornaments(design: SlideDesign, numbered: bool) -> Iterator[str]:
    """Yields the ornaments of a chapter's divider."""
    side, wide, tint = design.side, design.wide, design.cover
    if design.template == "red":
        yield from _waves(design, 0.34)
        x = side + (_digits(design)[1] if numbered else 0)
        yield from _double_rule(Box(x, 176, 180, 0), tint.accent)
    elif design.template == "blue":
        yield from _lattice(design)
        if not numbered:
            yield area(Box(side, 200, 60, 6), tint.accent)
    elif design.template == "white":
        yield area(Box(side, 60, design.measure, 7), tint.ink)
    elif design.template == "night":
        yield from (
            ring(wide + 20, HIGH / 2, 150 + 34 * i, tint.ornament, 0.55 * (1 - i / 8)) for i in range(8)
        )
        yield area(Box(side, 296 if numbered else 200, 72, 2), tint.accent)
    elif not numbered:
        yield area(Box(side, 200, 120, 4), tint.accent)


def _digits(design: SlideDesign) -> tuple[float, float]:
    """Returns the type size of a chapter's number, and the width that it takes."""
    size = 150.0 if design.wide < 800 else 190.0
    return size, 1.2 * size + 40


def chapter_holders(design: SlideDesign, numbered: bool) -> Iterator[Holder]:
    """Yields the placeholders of a chapter's divider: title, number and page number."""
    side, measure, tint = design.side, design.measure, design.cover
    if design.template == "red" and numbered:
        size, room = _digits(design)
        number = Box(side, 150, room - 40, 220)
        title = Box(side + room, 202, measure - room, 200)
    else:
        size = {"white": 200.0, "night": 150.0}.get(design.template, 180.0)
        number = Box(side, 72 if design.template != "white" else 84, measure, 210)
        title = Box(side, 322 if numbered else 230, measure, 136)
    yield Holder("title", 0, "章标题", title, 42, tint.headline, "t", bold=True, heading=True)
    if numbered:
        anchor = "ctr" if design.template == "red" else "b"
        figure = tint.figure if design.template == "night" else tint.accent
        bold = design.template != "night"
        yield Holder("body", 13, "序号", number, size, figure, anchor, bold=bold, heading=True)
    yield number_holder(design, tint)


def page_holders(design: SlideDesign, body: bool) -> Iterator[Holder]:
    """Yields the placeholders of a page: headline, breadcrumbs, points if there are any, page number."""
    side, measure = design.side, design.measure
    blue = design.template == "blue"
    yield Holder(
        "title", 0, "标题", Box(side, HEADLINE, measure, 58), 40, "tx2", "t", bold=True, heading=True
    )
    if body:
        yield Holder("body", 1, "要点", Box(side, 172, measure, FOOT - 172), 26, "tx1", "t")
    crumbs = Box(side, 20 if blue else 34, measure, 20)
    yield Holder("body", 13, "所在章节", crumbs, 14, design.page.band_ink if blue else "accent3", "ctr")
    yield number_holder(design, design.page)


def statement_holders(design: SlideDesign) -> Iterator[Holder]:
    """Yields the placeholders of a page with a headline alone, in the middle."""
    title, crumbs, number = page_holders(design, body=False)
    yield title._replace(box=Box(design.side, 210, design.measure, 220), size=46)
    yield crumbs
    yield number


def number_holder(design: SlideDesign, tint: Colours) -> Holder:
    """Returns the placeholder of the page number."""
    box = Box(design.wide - design.side - 100, HIGH - 52, 100, 24)
    return Holder("sldNum", 12, "页码", box, 14, tint.muted, "ctr", "r")
