"""From an open report to its show and back: decks that follow it, times and ink that are kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.controller import PresentingController
from gaohang_viewer.presenting.show.events import Event, Go
from gaohang_viewer.presenting.show.ink import Stroke, Tool
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.storage.memory import Memory
from gaohang_viewer.storage.settings import Settings
from gaohang_viewer.typeset.engine.compiler import compile_job

REPORT = Report(
    "报告",
    sections=(
        Section(1, "一、", "第一部分", 1, "增长百分之五。\n\n建成三条道路。"),
        Section(1, "二、", "第二部分", 2, "新的一年，新的气象。"),
    ),
)
PATH = Path("甲.md")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[PresentingController]:
    """A desk with a report whose slides are made."""
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    desk = PresentingController(Settings(store), Memory(store), threading.Lock())
    desk.report_is(REPORT, PATH)
    with qtbot.waitSignal(desk.deck_changed, timeout=20_000):
        desk.prepare()
    yield desk
    desk.close()


class Clock:
    """Time that goes on when it is told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def present(desk: PresentingController, *, rehearse: bool = False) -> Clock:
    desk.stage.running.clock = clock = Clock()
    desk.present(None, QGuiApplication.primaryScreen(), rehearse=rehearse)
    return clock


def leave(desk: PresentingController) -> None:
    desk.stage.running.take(Event.ESCAPE)
    desk.stage.running.take(Event.ESCAPE)


def test_a_rehearsal_tells_how_long_each_section_took(desk: PresentingController, qtbot: QtBot) -> None:
    clock = present(desk, rehearse=True)
    desk.stage.running.take(Go(3))
    clock.now += 30
    desk.stage.running.take(Go(4))
    clock.now += 45
    with qtbot.waitSignal(desk.rehearsed):
        leave(desk)
    (record,) = desk.records
    assert [(part.headline, part.spoken) for part in record.parts] == [
        ("报告", 0.0),
        ("一、第一部分", 30.0),
        ("二、第二部分", 45.0),
    ]


def test_a_look_at_the_show_is_not_kept_and_a_show_tells_nothing(
    desk: PresentingController, qtbot: QtBot
) -> None:
    clock = present(desk)
    clock.now += 5
    leave(desk)
    assert desk.records == ()
    clock = present(desk)
    clock.now += 60
    with qtbot.assertNotEmitted(desk.rehearsed):
        leave(desk)
    assert len(desk.records) == 1


def test_a_show_goes_on_with_other_slides_when_its_report_is_read_again(
    desk: PresentingController, qtbot: QtBot
) -> None:
    present(desk)
    desk.stage.running.take(Event.LAST)
    new = Section(1, "", "序言", 1, "写在前面。")
    revised = REPORT._replace(sections=(new, *REPORT.sections))
    with qtbot.waitSignal(desk.deck_changed, timeout=20_000):
        desk.report_is(revised, PATH, revised=True)
    state = desk.stage.running.state
    assert not state.finished
    page = desk.stage.running.page
    assert page is not None
    assert (page.title, page.section) == ("二、第二部分", 2)


def test_another_report_ends_the_show(desk: PresentingController, qtbot: QtBot) -> None:
    present(desk)
    stage = desk.stage
    desk.report_is(REPORT, Path("乙.md"))
    assert stage.running.state.finished
    assert desk.stage is not stage


def test_what_was_drawn_is_exported_when_that_is_asked_for(
    desk: PresentingController, tmp_path: Path, qtbot: QtBot
) -> None:
    assert not desk.has_ink
    present(desk)
    desk.stage.running.take(Go(3))
    desk.stage.marking.draw(Stroke(Tool.PEN, "#00FF00", 0.1, ((0.2, 0.5), (0.8, 0.5))))
    leave(desk)
    assert desk.has_ink
    greens = []
    for with_ink in (False, True):
        with pypdfium2.PdfDocument(compile_job(desk.job(with_ink=with_ink)()).pdf) as document:
            picture = document[2].render(scale=0.5, prefer_bgrx=True)
        pixels = memoryview(bytes(picture.buffer)).cast("I").tolist()
        greens.append(sum(pixel & 0xFFFFFF == 0x00FF00 for pixel in pixels))
    assert greens[0] == 0
    assert greens[1] > 1000


def test_ink_is_known_of_before_there_are_windows(desk: PresentingController, qtbot: QtBot) -> None:
    present(desk)
    desk.stage.marking.draw(Stroke(Tool.PEN, "#00FF00", 0.1, ((0.2, 0.5), (0.8, 0.5))))
    desk.report_is(REPORT, Path("乙.md"))
    assert not desk.has_ink
    desk.report_is(REPORT, PATH)
    assert desk.has_ink


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_slides_that_fail_in_an_unforeseen_way_end_the_show_and_are_tried_again(
    desk: PresentingController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_deck(*_: object) -> None:
        raise KeyError("nothing")

    desk.report_is(Report("另一份", sections=REPORT.sections), None)
    with monkeypatch.context() as broken:
        broken.setattr("gaohang_viewer.typeset.slides.deck.whole_deck", broken_deck)
        with qtbot.waitSignal(desk.failed, timeout=20_000):
            present(desk)
        assert desk.why_none
        assert not desk.busy
        assert not desk.is_on
    with qtbot.waitSignal(desk.deck_changed, timeout=20_000):
        present(desk)
    assert desk.is_on
    assert not desk.why_none
