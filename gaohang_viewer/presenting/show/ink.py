"""What speakers draw on the pages of a show, as values: strokes in page coordinates, with undo.

Positions are shares of the page's width and height, lengths are shares of its height, so that ink fits every
screen, scaling and paper.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple, TypeGuard

USUAL_ASPECT = 16 / 9  # of a page, width by height
_MOST_OFF = (
    0.0004  # how far a thinned stroke may be from what was drawn: less than half a pixel of 1080 lines
)
_MOST_CHANGES = 500  # that can be undone; a limit, so that memory does not grow in a long show
_STEPS = (10_000, 10_000, 100)  # resolution in which x, y and pressure are stored
_WIDTHS = (0.0005, 0.25)

Point = tuple[float, ...]  # x, y and, if a stylus reported it, its pressure from 0 to 1


class Tool(Enum):
    """What the pointer does on the page."""

    NONE = "none"
    LASER = "laser"
    SPOTLIGHT = "spotlight"
    MAGNIFIER = "magnifier"
    PEN = "pen"
    HIGHLIGHTER = "highlighter"
    ERASER = "eraser"


DRAWING = (Tool.PEN, Tool.HIGHLIGHTER)


class Stroke(NamedTuple):
    """One line drawn without lifting the pen. `colour` is "#rrggbb"."""

    tool: Tool
    colour: str
    width: float
    points: tuple[Point, ...]


class _Change(NamedTuple):
    """Strokes that were added to a page or removed, with their ascending indices among its strokes."""

    page: str
    comes: bool
    strokes: tuple[tuple[int, Stroke], ...]


@dataclass(frozen=True, slots=True)
class Ink:
    """All strokes of a show by page key. Two are equal if their strokes are."""

    _by_page: Mapping[str, tuple[Stroke, ...]] = field(default_factory=dict)
    _done: tuple[_Change, ...] = field(default=(), compare=False, repr=False)
    _undone: tuple[_Change, ...] = field(default=(), compare=False, repr=False)

    @property
    def pages(self) -> tuple[str, ...]:
        """The keys of pages with ink."""
        return tuple(self._by_page)

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def strokes(self, page: str) -> tuple[Stroke, ...]:
        """The strokes of a page, the oldest first."""
        return self._by_page.get(page, ())

    def drawn(self, page: str, stroke: Stroke) -> Ink:
        """With a further stroke, thinned; unchanged if the stroke is empty or not a drawing."""
        if stroke.tool not in DRAWING or not stroke.points:
            return self
        return self._after(_Change(page, True, ((len(self.strokes(page)), thinned(stroke)),)))

    def erased(self, page: str, x: float, y: float, radius: float, aspect: float = USUAL_ASPECT) -> Ink:
        """Without the strokes that a round eraser at this position touches."""
        touched = [
            (index, stroke)
            for index, stroke in enumerate(self.strokes(page))
            if _is_near(stroke, x, y, radius + stroke.width / 2, aspect)
        ]
        return self._after(_Change(page, False, tuple(touched))) if touched else self

    def cleared(self, page: str) -> Ink:
        """Without the strokes of a page."""
        strokes = tuple(enumerate(self.strokes(page)))
        return self._after(_Change(page, False, strokes)) if strokes else self

    def undone(self) -> Ink:
        """Without the last change, on whichever page."""
        if not self._done:
            return self
        *done, last = self._done
        undone = replace(self._with(last._replace(comes=not last.comes)), _done=tuple(done))
        return replace(undone, _undone=(*self._undone, last))

    def redone(self) -> Ink:
        """With the change that was undone last."""
        if not self._undone:
            return self
        *undone, last = self._undone
        return replace(self._with(last), _done=(*self._done, last), _undone=tuple(undone))

    def _after(self, change: _Change) -> Ink:
        return replace(self._with(change), _done=(*self._done, change)[-_MOST_CHANGES:], _undone=())

    def _with(self, change: _Change) -> Ink:
        strokes = list(self.strokes(change.page))
        if change.comes:
            for index, stroke in change.strokes:
                strokes.insert(index, stroke)
        else:
            for index, _ in reversed(change.strokes):
                del strokes[index]
        by_page = {page: held for page, held in self._by_page.items() if page != change.page}
        return replace(self, _by_page=by_page | ({change.page: tuple(strokes)} if strokes else {}))

    def to_json(self) -> str:
        """The strokes as JSON, without the undo history."""
        pages = {
            page: [
                {
                    "tool": stroke.tool.value,
                    "colour": stroke.colour,
                    "width": stroke.width,
                    "points": [_steps(point) for point in stroke.points],
                }
                for stroke in strokes
            ]
            for page, strokes in self._by_page.items()
        }
        return json.dumps({"pages": pages}, separators=(",", ":"))

    @staticmethod
    def from_json(text: str) -> Ink:
        """The strokes in a text from `to_json`; damaged parts are left out."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            return Ink()
        pages = data.get("pages") if isinstance(data, dict) else None
        if not isinstance(pages, dict):
            return Ink()
        read = {page: _read_strokes(strokes) for page, strokes in pages.items()}
        return Ink({page: strokes for page, strokes in read.items() if strokes})


def for_pdf(strokes: Iterable[Stroke]) -> list[dict[str, object]]:
    """Strokes as data for the PDF, which draws each in one width."""
    return [
        {
            "tool": stroke.tool.value,
            "colour": stroke.colour,
            "width": stroke.width,
            "points": [[point[0], point[1]] for point in stroke.points],
        }
        for stroke in strokes
    ]


def thinned(stroke: Stroke) -> Stroke:
    """A stroke without points that hardly change its shape (Ramer-Douglas-Peucker), limited to the page."""
    pressed = stroke.tool is Tool.PEN and all(len(point) == 3 for point in stroke.points)
    points = [_stored(point if pressed else point[:2]) for point in stroke.points]
    points = [point for index, point in enumerate(points) if index == 0 or point != points[index - 1]]
    # What pressure does to the width counts as a third direction.
    room = [(x * USUAL_ASPECT, y, sum(press) * stroke.width) for x, y, *press in points]
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        off, farthest = max(
            (_off_line(room[index], room[first], room[last]), index) for index in range(first + 1, last)
        )
        if off > _MOST_OFF:
            keep.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    least, most = _WIDTHS
    width = min(max(round(stroke.width, 5), least), most)
    return stroke._replace(width=width, points=tuple(points[index] for index in sorted(keep)))


def _is_near(stroke: Stroke, x: float, y: float, reach: float, aspect: float) -> bool:
    """Whether the centre line of a stroke comes within `reach` of a position."""
    xs, ys = [point[0] for point in stroke.points], [point[1] for point in stroke.points]
    if not (min(ys) - reach <= y <= max(ys) + reach):
        return False
    if not (min(xs) - reach / aspect <= x <= max(xs) + reach / aspect):
        return False
    places = [(left * aspect, top, 0.0) for left, top in zip(xs, ys, strict=True)]
    ends = zip(places, places[1:] or places, strict=False)
    return min(_off_line((x * aspect, y, 0.0), start, end) for start, end in ends) <= reach


_Place = tuple[float, float, float]


def _off_line(at: _Place, start: _Place, end: _Place) -> float:
    """The distance of a point from a line segment, written out because it is computed thousands of times."""
    x, y, z = end[0] - start[0], end[1] - start[1], end[2] - start[2]
    a, b, c = at[0] - start[0], at[1] - start[1], at[2] - start[2]
    square = x * x + y * y + z * z
    if square > 0:
        part = min(max((a * x + b * y + c * z) / square, 0.0), 1.0)
        a, b, c = a - part * x, b - part * y, c - part * z
    return math.sqrt(a * a + b * b + c * c)


def _steps(point: Point) -> list[int]:
    """A point in whole steps, which makes the text short."""
    return [round(part * steps) for part, steps in zip(point, _STEPS, strict=False)]


def _stored(point: Point) -> Point:
    """A point as it will be read from the stored text."""
    within = tuple(min(max(part, 0.0), 1.0) for part in point)
    return _of_steps(_steps(within))


def _of_steps(data: Iterable[float]) -> Point:
    return tuple(round(part) / steps for part, steps in zip(data, _STEPS, strict=False))


def _is_number(data: object, least: float, most: float) -> TypeGuard[float]:
    return isinstance(data, (int, float)) and not isinstance(data, bool) and least <= data <= most


def _read_strokes(data: object) -> tuple[Stroke, ...]:
    strokes = (_read_stroke(stroke) for stroke in data) if isinstance(data, list) else ()
    return tuple(stroke for stroke in strokes if stroke is not None)


def _read_stroke(data: object) -> Stroke | None:
    if not isinstance(data, dict):
        return None
    tool = next((tool for tool in DRAWING if tool.value == data.get("tool")), None)
    colour, width, listed = data.get("colour"), data.get("width"), data.get("points")
    if tool is None or not isinstance(colour, str) or not re.fullmatch("#[0-9A-Fa-f]{6}", colour):
        return None
    if not _is_number(width, *_WIDTHS) or not isinstance(listed, list):
        return None
    points = [_of_steps(point) for point in listed if _is_point(point)]
    if len({len(point) for point in points}) != 1:  # no points, or only some with pressure
        points = [point[:2] for point in points]
    return Stroke(tool, colour, float(width), tuple(points)) if points else None


def _is_point(data: object) -> bool:
    if not isinstance(data, list) or len(data) not in (2, 3):
        return False
    return all(_is_number(part, 0, most) for part, most in zip(data, _STEPS, strict=False))
