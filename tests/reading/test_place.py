"""Where the reader is, and back and forward."""

from __future__ import annotations

from gaohang_viewer.reading.place import FRONT, History, Place, page_of
from gaohang_viewer.reading.reader import Reader
from gaohang_viewer.report.model import Report, Section


def test_back_and_forward_restore_section_and_scroll() -> None:
    history = History(Place(0))
    history.scrolled(120)
    history.go(Place(5))
    assert history.back() == Place(0, 120)
    assert history.forward() == Place(5)
    assert not history.can_go_forward


def test_a_new_place_forgets_what_was_ahead() -> None:
    history = History(Place(0))
    history.go(Place(1))
    history.back()
    history.go(Place(2))
    assert not history.can_go_forward
    assert history.back() == Place(0)


def test_the_same_section_again_is_no_new_place() -> None:
    history = History(Place(3, 50))
    history.go(Place(3))
    assert not history.can_go_back
    assert history.now == Place(3)


def test_scrolling_moves_the_place_without_history(reader: Reader) -> None:
    reader.go(1)
    reader.scrolled(2, 300)
    assert reader.place == Place(2, 300)
    reader.back()
    assert reader.place.section == FRONT
    reader.forward()
    assert reader.place == Place(2, 300)


def test_steps_end_at_both_ends(reader: Reader) -> None:
    reader.step(-1)
    assert reader.place.section == FRONT
    reader.go(len(reader.report.sections) - 1)
    reader.step(+1)
    assert reader.place.section == len(reader.report.sections) - 1


def test_a_place_that_the_report_does_not_have_is_the_front_page(report: Report, reader: Reader) -> None:
    assert reader.path is not None
    reader.open(report, reader.path, Place(999, 5))
    assert reader.place == Place()


def test_a_page_is_the_largest_short_subtree() -> None:
    body = "字" * 600
    sections = tuple(Section(level, "", "题", 1, body) for level in (1, 2, 2, 2, 1, 2))
    report = Report("", sections=sections)
    assert page_of(report, 0) == range(1)  # 2,400 characters: alone
    assert page_of(report, 2) == range(2, 3)
    assert page_of(report, 5) == range(4, 6)
    assert page_of(report, FRONT) == range(0)
