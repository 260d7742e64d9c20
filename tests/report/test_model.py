"""The tree over a report's sections."""

from __future__ import annotations

from gaohang_viewer.report.model import Outline, Report, Section
from gaohang_viewer.report.section_selection import Choice, Chosen


def outline(*levels: int) -> Outline:
    return Report("", sections=tuple(Section(level, "", "", 1) for level in levels)).outline


def test_levels_make_a_tree() -> None:
    tree = outline(1, 2, 3, 2, 1, 2)
    assert tree.roots == [0, 4]
    assert tree.children == [[1, 3], [2], [], [], [5], []]
    assert tree.parents == [None, 0, 1, 0, None, 4]
    assert [list(tree.subtree(index)) for index in (0, 1, 4)] == [[0, 1, 2, 3], [1, 2], [4, 5]]
    assert tree.path(2) == [0, 1, 2]
    assert [tree.number(index) for index in range(6)] == ["1", "1.1", "1.1.1", "1.2", "2", "2.1"]


def test_a_headline_does_without_its_final_colon_but_the_title_keeps_it() -> None:
    section = Section(1, "一、", "五年来:", 1)
    assert (section.headline, section.title) == ("一、五年来", "五年来:")


def test_ticking_a_section_ticks_all_below_it() -> None:
    choice = Choice(outline(1, 2, 2, 1), ())
    choice.toggle(1)
    assert [choice.state(index) for index in range(4)] == [
        Chosen.PARTLY,
        Chosen.WHOLLY,
        Chosen.NONE,
        Chosen.NONE,
    ]
    choice.toggle(0)
    assert choice.sections == {0, 1, 2}
    choice.toggle(0)
    assert choice.sections == set()


def test_all_none_and_only_one() -> None:
    choice = Choice(outline(1, 2, 1))
    assert choice.sections == {0, 1, 2}
    choice.only(0)
    assert choice.sections == {0, 1}
    choice.none()
    assert choice.sections == set()
    choice.all()
    assert choice.state(0) is Chosen.WHOLLY
