"""Where the reader is, and back and forward."""

from __future__ import annotations

from pathlib import Path

from gaohang_viewer.report.model import FRONT, Report, Section
from gaohang_viewer.session.position import History, Position, Visit
from gaohang_viewer.session.reader import Reader

HERE, OTHER = Path("report.md"), Path("other.md")


def test_back_and_forward_restore_section_and_scroll() -> None:
    history = History(Visit(HERE, Position(0)))
    history.update(Position(0, 120))
    history.go(Visit(HERE, Position(5)))
    assert history.step(-1).position == Position(0, 120)
    assert history.step(+1).position == Position(5)
    assert history.ahead(+1) is None


def test_a_new_place_forgets_what_was_ahead() -> None:
    history = History(Visit(HERE, Position(0)))
    history.go(Visit(HERE, Position(1)))
    history.step(-1)
    history.go(Visit(HERE, Position(2)))
    assert history.ahead(+1) is None
    assert history.step(-1).position == Position(0)


def test_the_same_section_again_is_no_new_place() -> None:
    history = History(Visit(HERE, Position(3, 50)))
    history.go(Visit(HERE, Position(3)))
    assert history.ahead(-1) is None
    assert history.now.position == Position(3)


def test_the_same_section_of_another_report_is_one() -> None:
    history = History(Visit(HERE, Position(3)))
    history.go(Visit(OTHER, Position(3)))
    assert history.ahead(-1) == Visit(HERE, Position(3))


def test_places_follow_their_sections_into_another_version() -> None:
    history = History(Visit(HERE, Position(3)))
    history.go(Visit(OTHER, Position(3)))
    history.go(Visit(HERE, Position(7)))
    history.renumber(HERE, lambda section: section + 1)
    assert history.now.position == Position(8)
    assert history.step(-1).position == Position(3)
    assert history.step(-1).position == Position(4)


def test_scrolling_moves_the_place_without_history(reader: Reader) -> None:
    reader.go(1)
    reader.scrolled(Position(2, 300))
    assert reader.position == Position(2, 300)
    reader.back()
    assert reader.position.section == FRONT
    reader.forward()
    assert reader.position == Position(2, 300)


def test_steps_end_at_both_ends(reader: Reader) -> None:
    reader.step(-1)
    assert reader.position.section == FRONT
    reader.go(len(reader.report.sections) - 1)
    reader.step(+1)
    assert reader.position.section == len(reader.report.sections) - 1


def test_a_place_that_the_report_does_not_have_is_the_front_page(report: Report, reader: Reader) -> None:
    assert reader.path is not None
    reader.open(report, reader.path, Position(999, 5))
    assert reader.position == Position()


def test_back_goes_to_the_report_before_when_it_is_there(report: Report, reader: Reader) -> None:
    reader.go(4)
    other = Report("另一份", sections=(Section(1, "", "题", 1),))
    reader.open(other, OTHER, Position(0))
    asked: list[Path] = []
    reader.report_requested.connect(asked.append)
    reader.back()
    assert asked == [HERE]
    assert reader.path == OTHER  # until it was read
    reader.open(report, HERE, Position(9))
    assert reader.position == Position(4)
    reader.forward()
    assert asked == [HERE, OTHER]


def test_a_report_that_cannot_be_had_again_changes_nothing(report: Report, reader: Reader) -> None:
    reader.open(Report("另一份"), OTHER, Position())
    reader.back()
    reader.open(report, Path("third.md"), Position(2))
    assert reader.position == Position(2)
    asked: list[Path] = []
    reader.report_requested.connect(asked.append)
    reader.back()
    assert asked == [OTHER]


def test_a_revised_report_keeps_what_back_leads_to(report: Report, reader: Reader) -> None:
    reader.go(4)
    reader.go(9)
    first, *others = report.sections
    new = report._replace(sections=(first._replace(title="新加的一章"), first, *others))
    reader.revise(Report(*new), Position(10))
    reader.back()
    assert reader.report.sections[reader.position.section].title == report.sections[4].title
