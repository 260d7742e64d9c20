"""From an open report to its show and back: decks that follow it, times and ink that are kept."""

from __future__ import annotations

import gc
import threading
import weakref
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
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool

REPORT = Report(
    "报告",
    sections=(
        Section(1, "一、", "第一部分", 1, "增长百分之五。\n\n建成三条道路。"),
        Section(1, "二、", "第二部分", 2, "新的一年，新的气象。"),
    ),
)
PATH = Path("甲.md")


@pytest.fixture
def controller(qtbot: QtBot, store: QSettings, pool: TypesetterPool) -> Iterator[PresentingController]:
    """A controller with a report whose slides are made."""
    controller = PresentingController(Settings(store), Memory(store), threading.Lock(), pool)
    controller.set_report(REPORT, PATH)
    with qtbot.waitSignal(controller.deck_changed, timeout=20_000):
        controller.prepare()
    yield controller
    controller.close()


class Clock:
    """Time that goes on when it is told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def present(controller: PresentingController, *, rehearse: bool = False) -> Clock:
    controller.windows.running.clock = clock = Clock()
    controller.present(None, QGuiApplication.primaryScreen(), rehearse=rehearse)
    return clock


def leave(controller: PresentingController) -> None:
    controller.windows.running.handle_event(Event.ESCAPE)
    controller.windows.running.handle_event(Event.ESCAPE)


def test_a_rehearsal_tells_how_long_each_section_took(controller: PresentingController, qtbot: QtBot) -> None:
    clock = present(controller, rehearse=True)
    controller.windows.running.handle_event(Go(4))
    clock.now += 30
    controller.windows.running.handle_event(Go(6))
    clock.now += 45
    with qtbot.waitSignal(controller.rehearsal_finished):
        leave(controller)
    (record,) = controller.records
    assert [(part.headline, part.spoken) for part in record.parts] == [
        ("报告", 0.0),
        ("一、第一部分", 30.0),
        ("二、第二部分", 45.0),
    ]


def test_a_look_at_the_show_is_not_kept_and_a_show_tells_nothing(
    controller: PresentingController, qtbot: QtBot
) -> None:
    clock = present(controller)
    clock.now += 5
    leave(controller)
    assert controller.records == ()
    clock = present(controller)
    clock.now += 60
    with qtbot.assertNotEmitted(controller.rehearsal_finished):
        leave(controller)
    assert len(controller.records) == 1


def test_a_show_goes_on_with_other_slides_when_its_report_is_read_again(
    controller: PresentingController, qtbot: QtBot
) -> None:
    present(controller)
    controller.windows.running.handle_event(Event.LAST)
    new = Section(1, "", "序言", 1, "写在前面。")
    revised = REPORT._replace(sections=(new, *REPORT.sections))
    with qtbot.waitSignal(controller.deck_changed, timeout=20_000):
        controller.set_report(revised, PATH, revised=True)
    state = controller.windows.running.state
    assert not state.finished
    page = controller.windows.running.page
    assert page is not None
    assert (page.title, page.section) == ("二、第二部分", 2)


def test_another_report_ends_the_show(controller: PresentingController, qtbot: QtBot) -> None:
    present(controller)
    show_windows = controller.windows
    controller.set_report(REPORT, Path("乙.md"))
    assert show_windows.running.state.finished
    assert controller.windows is not show_windows


def test_nothing_of_the_shows_of_other_reports_stays_in_memory(
    controller: PresentingController, qtbot: QtBot
) -> None:
    present(controller)
    old = controller.windows
    parts = [weakref.ref(part) for part in (old, old.running, old.marking, old.time, old.audience)]
    with qtbot.waitSignal(old.destroyed):
        controller.set_report(REPORT, Path("乙.md"))
    del old
    gc.collect()
    assert [part() for part in parts] == [None] * len(parts)


def test_what_was_drawn_is_exported_when_that_is_asked_for(
    controller: PresentingController, tmp_path: Path, qtbot: QtBot
) -> None:
    assert not controller.has_ink
    present(controller)
    controller.windows.running.handle_event(Go(3))
    controller.windows.marking.add_stroke(Stroke(Tool.PEN, "#00FF00", 0.1, ((0.2, 0.5), (0.8, 0.5))))
    leave(controller)
    assert controller.has_ink
    greens = []
    for with_ink in (False, True):
        with pypdfium2.PdfDocument(compile_job(controller.job(with_ink=with_ink)()).pdf) as document:
            picture = document[2].render(scale=0.5, prefer_bgrx=True)
        pixels = memoryview(bytes(picture.buffer)).cast("I").tolist()
        greens.append(sum(pixel & 0xFFFFFF == 0x00FF00 for pixel in pixels))
    assert greens[0] == 0
    assert greens[1] > 1000


def test_ink_is_known_of_before_there_are_windows(controller: PresentingController, qtbot: QtBot) -> None:
    present(controller)
    controller.windows.marking.add_stroke(Stroke(Tool.PEN, "#00FF00", 0.1, ((0.2, 0.5), (0.8, 0.5))))
    controller.set_report(REPORT, Path("乙.md"))
    assert not controller.has_ink
    controller.set_report(REPORT, PATH)
    assert controller.has_ink


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_slides_that_fail_in_an_unforeseen_way_end_the_show_and_are_tried_again(
    controller: PresentingController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_deck(*_: object) -> None:
        raise KeyError("nothing")

    controller.set_report(Report("另一份", sections=REPORT.sections), None)
    with monkeypatch.context() as broken:
        broken.setattr("gaohang_viewer.typeset.slides.deck.whole_deck", broken_deck)
        with qtbot.waitSignal(controller.failed, timeout=20_000):
            present(controller)
        assert controller.unavailable_reason
        assert not controller.busy
        assert not controller.is_running
    with qtbot.waitSignal(controller.deck_changed, timeout=20_000):
        present(controller)
    assert controller.is_running
    assert not controller.unavailable_reason
