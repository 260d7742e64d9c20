from __future__ import annotations

import json

import pytest

from gaohang_viewer.typeset.slides.deck_edits import DeckEdits, SlideText, as_lines, from_lines

NATURAL = ("cover", "a", "b", "c", "d")


def test_nothing_changed_is_the_report_s_own_order() -> None:
    assert DeckEdits().arranged(NATURAL) == NATURAL


def test_a_slide_is_hidden_and_shown_again() -> None:
    hidden = DeckEdits().hide("a").hide("b")
    assert hidden.hidden == {"a", "b"}
    assert hidden.show("a").hidden == {"b"}


@pytest.mark.parametrize(
    ("key", "to", "expected"),
    [
        ("d", 1, "cover d a b c"),
        ("a", 3, "cover b c a d"),
        ("cover", 99, "a b c d cover"),
        ("b", -5, "b cover a c d"),
        ("unknown", 0, "cover a b c d"),
    ],
)
def test_a_slide_moves_to_a_place(key: str, to: int, expected: str) -> None:
    assert DeckEdits().move(NATURAL, key, to).arranged(NATURAL) == tuple(expected.split())


def test_moved_there_and_back_nothing_is_remembered() -> None:
    assert DeckEdits().move(NATURAL, "d", 0).move(NATURAL, "d", 4) == DeckEdits()


def test_a_slide_that_the_order_does_not_name_stays_after_the_one_it_follows_by_nature() -> None:
    edits = DeckEdits(order=("cover", "d", "a", "b", "c"))
    grown = ("first", "cover", "a", "a1", "a2", "b", "c", "d", "d1")
    assert edits.arranged(grown) == ("first", "cover", "d", "d1", "a", "a1", "a2", "b", "c")


def test_a_slide_that_is_gone_is_passed_over() -> None:
    assert DeckEdits(order=("c", "gone", "a")).arranged(("a", "b", "c")) == ("c", "a", "b")


def test_an_edit_that_says_nothing_takes_the_earlier_one_back() -> None:
    edited = DeckEdits().edit("a", SlideText("新标题", ("一", "二")))
    assert edited.texts["a"].headline == "新标题"
    assert edited.edit("a", SlideText()) == DeckEdits()


def test_restoring_shows_a_slide_with_its_own_words() -> None:
    edited = DeckEdits().hide("a").edit("a", SlideText("新")).edit("b", SlideText("留"))
    assert edited.restore("a") == DeckEdits().edit("b", SlideText("留"))


def test_edits_survive_the_way_through_a_file() -> None:
    edits = (
        DeckEdits()
        .hide("b")
        .move(NATURAL, "d", 0)
        .edit("a", SlideText("新", ("一\n细节",)))
        .edit("c", SlideText("仅"))
    )
    assert DeckEdits.from_json(json.loads(json.dumps(edits.to_json()))) == edits


@pytest.mark.parametrize(
    "damaged",
    [
        None,
        [],
        "text",
        {"hidden": 5, "order": {"a": 1}, "texts": [1]},
        {"hidden": [1, None], "order": [[], 2], "texts": {"a": 3, "b": {"headline": 4, "points": "x"}}},
    ],
)
def test_damaged_edits_are_no_edits(damaged: object) -> None:
    assert DeckEdits.from_json(damaged) == DeckEdits()


def test_what_is_whole_in_damaged_edits_is_kept() -> None:
    edits = DeckEdits.from_json(
        {"hidden": ["a", 7], "order": "x", "texts": {"b": {"headline": "新", "points": [1, "点"]}}}
    )
    assert edits == DeckEdits(frozenset({"a"}), (), {"b": SlideText("新", ("点",))})


def test_points_are_lines_in_an_editor_and_details_are_indented() -> None:
    points = ("一", "二\n细节", "三")
    assert as_lines(points) == "一\n二\n    细节\n三"
    assert from_lines(as_lines(points)) == points
    assert from_lines("  先\n\n甲\n\t细\n  再细\n") == ("先", "甲\n细", "再细")
