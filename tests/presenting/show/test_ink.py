"""Ink as values: what is drawn, erased, cleared and undone, and what is kept as text."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.presenting.show.ink import DRAWING, Ink, Point, Stroke, Tool, for_pdf, thinned

ASPECT = 16 / 9


def line(*points: Point, tool: Tool = Tool.PEN, width: float = 0.004) -> Stroke:
    return Stroke(tool, "#E5322D", width, points)


def ring(radius: float, count: int) -> Stroke:
    """A circle in the middle of a page of 16:9."""
    turns = (2 * math.pi * step / count for step in range(count + 1))
    return line(*((0.5 + radius / ASPECT * math.cos(turn), 0.5 + radius * math.sin(turn)) for turn in turns))


part = st.floats(0, 1)
flat = st.lists(st.tuples(part, part), min_size=1, max_size=30).map(tuple)
pressed = st.lists(st.tuples(part, part, part), min_size=1, max_size=30).map(tuple)
strokes = st.builds(
    Stroke,
    st.sampled_from(DRAWING),
    st.from_regex("#[0-9A-F]{6}", fullmatch=True),
    st.floats(0.001, 0.1),
    flat | pressed,
)
pages = st.sampled_from(["1", "2.1", "封面"])
changes = st.lists(
    st.one_of(
        st.tuples(st.just("draw"), pages, strokes),
        st.tuples(st.just("erase"), pages, part, part, st.floats(0, 0.3)),
        st.tuples(st.just("clear"), pages),
        st.tuples(st.just("undo")),
        st.tuples(st.just("redo")),
    ),
    max_size=20,
)


def changed(ink: Ink, change: tuple[object, ...]) -> Ink:
    kind, *rest = change
    names = {"draw": "drawn", "erase": "erased", "clear": "cleared", "undo": "undone", "redo": "redone"}
    found = getattr(ink, names[str(kind)])(*rest)
    assert isinstance(found, Ink)
    return found


@given(changes)
def test_every_change_is_undone_and_redone_in_turn(todo: list[tuple[object, ...]]) -> None:
    ink, before = Ink(), [Ink()]
    for change in todo:
        if change[0] not in ("undo", "redo") and (after := changed(ink, change)) is not ink:
            ink = after
            before.append(ink)
    for wanted in reversed(before):
        assert ink == wanted
        ink = ink.undone()
    assert not ink.can_undo
    assert ink.undone() is ink
    for wanted in before[1:]:
        ink = ink.redone()
        assert ink == wanted
    assert not ink.can_redo


@given(changes)
def test_ink_comes_back_from_its_text(todo: list[tuple[object, ...]]) -> None:
    ink = Ink()
    for change in todo:
        ink = changed(ink, change)
    again = Ink.from_json(ink.to_json())
    assert again == ink
    assert not again.can_undo


def test_a_change_is_not_redone_after_another_one() -> None:
    ink = Ink().drawn("1", line((0.1, 0.1))).undone()
    assert ink.can_redo
    assert not ink.drawn("1", line((0.2, 0.2))).can_redo


def test_what_leaves_nothing_to_see_is_no_change() -> None:
    ink = Ink()
    assert ink.drawn("1", line()) is ink
    assert ink.drawn("1", line((0.5, 0.5), tool=Tool.LASER)) is ink
    assert ink.erased("1", 0.5, 0.5, 0.1) is ink
    assert ink.cleared("1") is ink


def test_the_eraser_takes_whole_strokes_that_it_touches_and_no_others() -> None:
    crossing = line((0.1, 0.1), (0.9, 0.9))
    dot = line((0.5, 0.5))
    beside = line((0.5, 0.55), (0.9, 0.55))
    ink = Ink().drawn("1", crossing).drawn("1", beside).drawn("1", dot).drawn("2", crossing)
    erased = ink.erased("1", 0.5, 0.5, 0.02)
    assert erased.strokes("1") == (beside,)
    assert erased.strokes("2") == (crossing,)
    assert erased.undone().strokes("1") == (crossing, beside, dot)


@given(st.lists(strokes, max_size=8), part, part, st.floats(0, 0.2))
def test_erasing_agrees_with_a_walk_along_the_strokes(
    drawn: list[Stroke], x: float, y: float, radius: float
) -> None:
    ink = Ink()
    for stroke in drawn:
        ink = ink.drawn("1", stroke)
    left = ink.erased("1", x, y, radius).strokes("1")
    for stroke in ink.strokes("1"):
        room = radius + stroke.width / 2
        near = min(
            math.hypot((a[0] + (b[0] - a[0]) * t / 64 - x) * ASPECT, a[1] + (b[1] - a[1]) * t / 64 - y)
            for a, b in zip(stroke.points, stroke.points[1:] or stroke.points, strict=False)
            for t in range(65)
        )
        if near <= room:
            assert stroke not in left
        elif near > room + ASPECT / 64:  # the walk goes in steps, and may miss what is close
            assert stroke in left


def test_the_eraser_is_round_on_every_page() -> None:
    ink = Ink().drawn("1", line((0.5, 0.5), width=0.001))
    for aspect in (4 / 3, 16 / 9):
        assert ink.erased("1", 0.5 + 0.11 / aspect, 0.5, 0.1, aspect) is ink
        assert ink.erased("1", 0.5 + 0.09 / aspect, 0.5, 0.1, aspect) is not ink
        assert ink.erased("1", 0.5, 0.5 + 0.11, 0.1, aspect) is ink


def test_a_straight_line_keeps_its_ends_alone() -> None:
    points = [(0.1 + 0.5 * step / 500, 0.3 + 0.2 * step / 500) for step in range(501)]
    assert thinned(line(*points)).points == (points[0], points[-1])


def test_a_thinned_stroke_lies_where_it_was_drawn() -> None:
    drawn = ring(0.2, 1000)
    kept = thinned(drawn)
    assert len(kept.points) < 100
    ink = Ink().drawn("1", drawn._replace(width=0.0005))
    for x, y in drawn.points:
        assert ink.erased("1", x, y, 0.0006) is not ink


def test_what_the_pen_was_pressed_with_is_kept_where_it_changes() -> None:
    even = line(*((step / 100, 0.5, 0.5) for step in range(101)), width=0.02)
    swelling = line(*((step / 100, 0.5, 0.5 + 0.4 * math.sin(step / 8)) for step in range(101)), width=0.02)
    assert len(thinned(even).points) == 2
    assert len(thinned(swelling).points) > 10
    assert all(len(point) == 2 for point in thinned(even._replace(tool=Tool.HIGHLIGHTER)).points)


def test_a_thousand_strokes_stay_small() -> None:
    ink = Ink()
    letter = thinned(ring(0.02, 120))
    for number in range(1000):
        ink = ink.drawn(str(number % 20), letter)
    text = ink.to_json()
    assert len(text) < 400_000
    assert Ink.from_json(text) == ink


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("pen"),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["pages", "1", "tool", "colour", "width", "points"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(json_values)
def test_odd_values_are_left_out(told: object) -> None:
    Ink.from_json(json.dumps(told))
    assert Ink.from_json(json.dumps({"pages": told})).pages == ()


@given(st.text() | st.binary().map(lambda octets: octets.decode("latin-1")))
def test_damaged_text_never_raises(text: str) -> None:
    assert Ink.from_json(text) == Ink()


@given(st.data())
def test_a_text_that_was_cut_or_changed_never_raises(data: st.DataObject) -> None:
    text = Ink().drawn("1", ring(0.1, 20)).drawn("2", line((0.1, 0.2, 0.5))).to_json()
    at = data.draw(st.integers(0, len(text) - 1))
    Ink.from_json(text[:at])
    again = Ink.from_json(text[:at] + data.draw(st.characters()) + text[at + 1 :])
    assert Ink.from_json(again.to_json()) == again


@pytest.mark.parametrize(
    "odd",
    [
        {"tool": "laser"},
        {"tool": ["pen"]},
        {"colour": "red"},
        {"colour": "#12345G"},
        {"colour": "#123456\n"},
        {"width": 0},
        {"width": True},
        {"width": math.nan},
        {"width": 10**400},
        {"points": []},
        {"points": [[1], [1, 2, 3, 4], ["1", 2], [-1, 5], [10_001, 5], [math.inf, 5], None]},
        {"points": "12"},
    ],
)
def test_an_odd_stroke_is_left_out_and_the_others_stay(odd: dict[str, object]) -> None:
    good = {"tool": "pen", "colour": "#123456", "width": 0.01, "points": [[1000, 2000], [3000, 4000]]}
    kept = line((0.1, 0.2), (0.3, 0.4), width=0.01)._replace(colour="#123456")
    ink = Ink.from_json(json.dumps({"pages": {"1": [good | odd, good, 7], "2": [good | odd]}}))
    assert ink.pages == ("1",)
    assert ink.strokes("1") == (kept,)


def test_a_text_nested_too_deep_is_no_ink() -> None:
    assert Ink.from_json("[" * 200_000) == Ink()


def test_the_pdf_gets_plain_data() -> None:
    drawn = line((0.1, 0.2, 0.7), (0.3, 0.4, 0.9)), line((0.5, 0.5), tool=Tool.HIGHLIGHTER, width=0.03)
    told = for_pdf(drawn)
    assert json.loads(json.dumps(told)) == told
    assert told == [
        {"tool": "pen", "colour": "#E5322D", "width": 0.004, "points": [[0.1, 0.2], [0.3, 0.4]]},
        {"tool": "highlighter", "colour": "#E5322D", "width": 0.03, "points": [[0.5, 0.5]]},
    ]


def test_what_was_drawn_long_ago_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """A show of hours shall not keep every change that it ever saw."""
    monkeypatch.setattr("gaohang_viewer.presenting.show.ink._MOST_CHANGES", 3)
    ink = Ink()
    for number in range(5):
        ink = ink.drawn("页", Stroke(Tool.PEN, "#E5322D", 0.006, ((number / 10, 0.5),)))
    for _ in range(9):
        ink = ink.undone()
    assert len(ink.strokes("页")) == 2
    assert not ink.can_undo
