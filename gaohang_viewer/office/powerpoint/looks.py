"""What the looks of slides draw on the layouts of PowerPoint, and where text stands; lengths in points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from gaohang_viewer.office.powerpoint.shapes import Box, Holder, area, drawing, lines, ring

HIGH = 540.0
"""The height of a page; the width is its aspect's."""

RULE = 62.0  # the line below the head of a page
HEADLINE = 82.0  # where a headline begins
FOOT = 472.0  # where the text of a page ends


class Colours(NamedTuple):
    """The colours of a look, on pages or on covers."""

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
        """Those of a theme file; what it does not name it has from others, as the templates of slides do."""
        own = {**values, **(values.get("cover", {}) if cover else {})}
        ink, accent, background = own["ink"], own["accent"], tuple(own["background"])
        headline = ink if cover else own.get("headline", ink)
        rest = (own.get("figure", accent), own["hairline"], own["track"], own.get("ornament", accent))
        band = (own.get("band", accent), own.get("band-ink", background[0]))
        return cls(background, ink, headline, own["muted"], accent, *rest, *band)


class SlideLayout(NamedTuple):
    """A look on pages of a width."""

    template: str
    wide: float
    page: Colours
    cover: Colours
    bullet: str

    @property
    def side(self) -> float:
        """The margin at either side."""
        return self.wide / 15

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.wide - 2 * self.side


_BULLETS = {"blue": "■", "white": "—", "night": ""}


def look_of(values: Mapping[str, Any], wide: float) -> SlideLayout:
    """The look of a theme file; one with a template of the user's own gets its colours alone."""
    template = str(values.get("template", "plain"))
    return SlideLayout(
        template, wide, Colours.of(values), Colours.of(values, cover=True), _BULLETS.get(template, "◆")
    )


def _double_rule(box: Box, colour: str) -> Iterator[str]:
    """文武线, the thick and thin rule of printed headings."""
    yield area(box._replace(height=1.8), colour)
    yield area(box._replace(y=box.y + 4, height=0.6), colour)


# --- what stands around the text of pages ---------------------------------------------------------


def page_ornaments(look: SlideLayout) -> Iterator[str]:
    """The head of a page with text, and in some looks a faint drawing behind it."""
    side, measure, wide, colours = look.side, look.measure, look.wide, look.page
    if look.template == "blue":
        yield area(Box(0, 0, wide, 58), colours.band, colours.accent)
        yield area(Box(0, 58, wide, 3), look.cover.accent)
        yield area(Box(side, HIGH - 60, measure, 0.6), "accent4")
    elif look.template == "red":
        yield drawing(Box(0, 0, wide, HIGH), lines(_rays(wide, 11, 100, 172)), colours.ornament, 0.6, 0.07)
        yield from _double_rule(Box(side, RULE - 3, measure, 0), "accent1")
    elif look.template == "white":
        yield area(Box(side, 24, measure, 4), "tx1")
        yield area(Box(side, RULE, measure, 0.6), "accent4")
    else:
        if look.template == "night":
            yield from (
                ring(wide + 30, HIGH + 30, 130 + 26 * i, colours.ornament, 0.22 - i * 0.05) for i in range(4)
            )
            yield area(Box(side, RULE - 1, 40, 2), "accent1")
        yield area(Box(side, RULE, measure, 0.6), "accent4")


def _rays(wide: float, count: int, start: float, end: float) -> Iterator[tuple[float, float, float, float]]:
    """Rays from the corner at the top right, as far as the page goes."""
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


def _waves(look: SlideLayout, share: float) -> Iterator[str]:
    """A sheaf of waves from edge to edge that draws together towards the left."""
    wide = look.wide
    for i in range(9):
        left, middle, right = HIGH - 20 - 5 * i, HIGH - 24 - 8.5 * i, HIGH - 60 - 17 * i
        curve = (
            ("moveTo", ((0.0, left),)),
            ("cubicBezTo", ((wide * 0.2, left - 60), (wide * 0.35, middle + 60), (wide * 0.55, middle))),
            ("cubicBezTo", ((wide * 0.72, middle - 50), (wide * 0.86, right + 40), (wide, right))),
        )
        yield drawing(Box(0, 0, wide, HIGH), curve, look.cover.ornament, 0.6, share * (1 - i / 11))


def _lattice(look: SlideLayout) -> Iterator[str]:
    """A fine grid over the right part of the page, some of its squares lit."""
    wide, step, tint = look.wide, 30.0, look.cover
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


def cover_ornaments(look: SlideLayout) -> Iterator[str]:
    side, wide, tint = look.side, look.wide, look.cover
    if look.template == "red":
        yield from _waves(look, 0.42)
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
    elif look.template == "blue":
        yield from _lattice(look)
        yield area(Box(side, 128, 5, 246), tint.accent)
    elif look.template == "white":
        yield area(Box(side, 92, look.measure, 7), tint.ink)
        yield area(Box(side, 102, look.measure, 0.7), tint.ink)
        yield area(Box(side, 438, look.measure, 0.7), tint.ink)
    elif look.template == "night":
        yield from (
            ring(wide * 0.82, HIGH + 60, 210 + 34 * i, tint.ornament, 0.6 * (1 - i / 8)) for i in range(8)
        )
        yield area(Box(side, 321, 320, 0.6), tint.hairline)
        yield area(Box(side, 320, 72, 2), tint.accent)
    else:
        yield area(Box(side, 120, 72, 2.5), tint.accent)


def cover_holders(look: SlideLayout) -> Iterator[Holder]:
    side, measure, tint = look.side, look.measure, look.cover
    title, under, facts, align, anchor = Box(side, 110, measure, 194), 342.0, 420.0, "l", "b"
    if look.template == "red":
        align = "ctr"
    elif look.template == "blue":
        side, measure = side + 28, measure - 28
        title, anchor = Box(side, 128, measure, 190), "ctr"
    elif look.template == "white":
        title, under, facts, anchor = Box(side, 132, measure, 206), 356, 454, "t"
    elif look.template != "night":
        title, anchor = Box(side, 150, measure, 170), "t"
    if look.template == "blue":
        under = 334
    accent = tint.accent
    yield Holder("ctrTitle", 0, "标题", title, 54, tint.headline, anchor, align, bold=True, heading=True)
    yield Holder("subTitle", 1, "副标题", Box(side, under, measure, 56), 25, accent, "t", align)
    yield Holder("body", 13, "时间、地点", Box(side, facts, measure, 58), 19, tint.muted, "t", align)


def chapter_ornaments(look: SlideLayout, numbered: bool) -> Iterator[str]:
    side, wide, tint = look.side, look.wide, look.cover
    if look.template == "red":
        yield from _waves(look, 0.34)
        x = side + (_digits(look)[1] if numbered else 0)
        yield from _double_rule(Box(x, 176, 180, 0), tint.accent)
    elif look.template == "blue":
        yield from _lattice(look)
        if not numbered:
            yield area(Box(side, 200, 60, 6), tint.accent)
    elif look.template == "white":
        yield area(Box(side, 60, look.measure, 7), tint.ink)
    elif look.template == "night":
        yield from (
            ring(wide + 20, HIGH / 2, 150 + 34 * i, tint.ornament, 0.55 * (1 - i / 8)) for i in range(8)
        )
        yield area(Box(side, 296 if numbered else 200, 72, 2), tint.accent)
    elif not numbered:
        yield area(Box(side, 200, 120, 4), tint.accent)


def _digits(look: SlideLayout) -> tuple[float, float]:
    """The size of a chapter's number, and the room for it."""
    size = 150.0 if look.wide < 800 else 190.0
    return size, 1.2 * size + 40


def chapter_holders(look: SlideLayout, numbered: bool) -> Iterator[Holder]:
    side, measure, tint = look.side, look.measure, look.cover
    if look.template == "red" and numbered:
        size, room = _digits(look)
        number = Box(side, 150, room - 40, 220)
        title = Box(side + room, 202, measure - room, 200)
    else:
        size = {"white": 200.0, "night": 150.0}.get(look.template, 180.0)
        number = Box(side, 72 if look.template != "white" else 84, measure, 210)
        title = Box(side, 322 if numbered else 230, measure, 136)
    yield Holder("title", 0, "章标题", title, 42, tint.headline, "t", bold=True, heading=True)
    if numbered:
        anchor = "ctr" if look.template == "red" else "b"
        figure = tint.figure if look.template == "night" else tint.accent
        bold = look.template != "night"
        yield Holder("body", 13, "序号", number, size, figure, anchor, bold=bold, heading=True)
    yield number_holder(look, tint)


def page_holders(look: SlideLayout, body: bool) -> Iterator[Holder]:
    """Headline, the way to it in small type, and the points where there are any."""
    side, measure = look.side, look.measure
    blue = look.template == "blue"
    yield Holder(
        "title", 0, "标题", Box(side, HEADLINE, measure, 58), 40, "tx2", "t", bold=True, heading=True
    )
    if body:
        yield Holder("body", 1, "要点", Box(side, 172, measure, FOOT - 172), 26, "tx1", "t")
    crumbs = Box(side, 20 if blue else 34, measure * 0.86, 20)
    yield Holder("body", 13, "所在章节", crumbs, 14, look.page.band_ink if blue else "accent3", "ctr")
    yield number_holder(look, look.page)


def statement_holders(look: SlideLayout) -> Iterator[Holder]:
    """A headline with nothing below it stands in the middle of its page."""
    title, crumbs, number = page_holders(look, body=False)
    yield title._replace(box=Box(look.side, 210, look.measure, 220), size=46)
    yield crumbs
    yield number


def number_holder(look: SlideLayout, tint: Colours) -> Holder:
    """The number of the page."""
    box = Box(look.wide - look.side - 100, HIGH - 52, 100, 24)
    return Holder("sldNum", 12, "页码", box, 14, tint.muted, "ctr", "r")
