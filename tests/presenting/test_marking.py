"""PointerInput and drawing in the windows of a show, and what is kept of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.audience.canvas import ShowCanvas
from gaohang_viewer.presenting.audience.window import AudienceWindow
from gaohang_viewer.presenting.report_store import ReportStore
from gaohang_viewer.presenting.show.events import Command, Event, Go
from gaohang_viewer.presenting.show.ink import Ink, Stroke, Tool
from gaohang_viewer.presenting.show.pages import Deck
from gaohang_viewer.presenting.show_windows import ShowWindows
from gaohang_viewer.report.model import Report
from gaohang_viewer.storage.memory import Memory
from gaohang_viewer.storage.settings import Settings
from tests.coloured_pages import page_colour
from tests.presenting.conftest import shown_page

LEFT = Qt.MouseButton.LeftButton
RED = QColor("#E5322D")


@pytest.fixture
def keyed(deck: Deck) -> Deck:
    return deck._replace(pages=tuple(replace(page, key=f"页{page.number}") for page in deck.pages))


@pytest.fixture
def drawn_on(show_windows: ShowWindows, keyed: Deck, qtbot: QtBot) -> AudienceWindow:
    """A show on its first page, the pen in hand."""
    show_windows.running.set_deck(keyed)
    show_windows.start()
    qtbot.waitUntil(lambda: shown_page(show_windows.audience) == 1)
    show_windows.audience.showNormal()  # a window in full screen keeps no other size
    show_windows.audience.resize(800, 450)
    qtbot.waitUntil(lambda: show_windows.audience.size().toTuple() == (800, 450))
    show_windows.running.handle_event(Event.PEN)
    return show_windows.audience


def draw(window: QWidget, *places: tuple[int, int]) -> None:
    """A stroke through places of a window."""
    first, *others, last = [QPoint(*place) for place in places]
    QTest.mousePress(window, LEFT, Qt.KeyboardModifier.NoModifier, first)
    for place in (*others, last):
        QTest.mouseMove(window, place)
    QTest.mouseRelease(window, LEFT, Qt.KeyboardModifier.NoModifier, last)


def colour_at(window: QWidget, x: int, y: int) -> QColor:
    image = window.grab().toImage()
    return image.pixelColor(round(x * image.devicePixelRatio()), round(y * image.devicePixelRatio()))


def test_a_stroke_stays_on_its_page_and_does_not_step(
    show_windows: ShowWindows, drawn_on: AudienceWindow
) -> None:
    draw(drawn_on, (100, 100), (200, 100), (300, 100))
    assert show_windows.running.state.page == 1
    assert colour_at(drawn_on, 200, 100) == RED
    show_windows.running.handle_event(Event.NEXT)
    assert show_windows.marking.ink.pages == ("页1",)
    show_windows.running.handle_event(Go(1))
    assert colour_at(drawn_on, 200, 100) == RED


def test_strokes_are_undone_wiped_and_erased(show_windows: ShowWindows, drawn_on: AudienceWindow) -> None:
    draw(drawn_on, (100, 100), (300, 100))
    draw(drawn_on, (100, 300), (300, 300))
    show_windows.running.handle_event(Command.UNDO)
    assert [colour_at(drawn_on, 200, y) == RED for y in (100, 300)] == [True, False]
    show_windows.running.handle_event(Command.REDO)
    show_windows.running.handle_event(Event.ERASER)
    draw(drawn_on, (200, 60), (200, 140))
    assert [colour_at(drawn_on, 200, y) == RED for y in (100, 300)] == [False, True]
    show_windows.running.handle_event(Command.CLEAR)
    assert colour_at(drawn_on, 200, 300) == page_colour(1)


def test_another_colour_is_drawn_with_next(show_windows: ShowWindows, drawn_on: AudienceWindow) -> None:
    show_windows.running.handle_event(Command.COLOUR)
    draw(drawn_on, (100, 100), (300, 100))
    assert colour_at(drawn_on, 200, 100) == QColor("#FFD23F")


def test_ink_stays_put_whatever_the_size(
    show_windows: ShowWindows, drawn_on: AudienceWindow, qtbot: QtBot
) -> None:
    draw(drawn_on, (400, 225), (600, 225))
    drawn_on.resize(1600, 900)
    qtbot.waitUntil(lambda: drawn_on._picture is not None and drawn_on._picture.width() == 1600)
    assert colour_at(drawn_on, 1000, 450) == RED
    assert colour_at(drawn_on, 500, 225) == page_colour(1)


def test_the_laser_is_seen_where_the_mouse_is_and_a_click_still_steps(
    show_windows: ShowWindows, drawn_on: AudienceWindow, qtbot: QtBot
) -> None:
    show_windows.running.handle_event(Event.LASER)
    QTest.mouseMove(drawn_on, QPoint(200, 100))
    QTest.mouseMove(drawn_on, QPoint(210, 110))
    qtbot.waitUntil(lambda: colour_at(drawn_on, 210, 110) != page_colour(1))
    assert colour_at(drawn_on, 500, 300) == page_colour(1)
    QTest.mouseClick(drawn_on, LEFT, pos=QPoint(210, 110))
    assert show_windows.running.state.page == 2
    show_windows.running.handle_event(Event.ESCAPE)
    assert show_windows.marking.pointer is None


def test_what_the_speaker_points_at_in_private_is_not_shown(
    show_windows: ShowWindows, drawn_on: AudienceWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("console", "always")
    assert show_windows.console is not None
    page = show_windows.console.findChild(ShowCanvas)
    assert page is not None
    show_windows.running.handle_event(Event.SPOTLIGHT)
    show_windows.marking.set_pointer((0.5, 0.5))
    qtbot.waitUntil(lambda: colour_at(drawn_on, 5, 5) != page_colour(1))
    show_windows.running.handle_event(Event.FREEZE)
    show_windows.running.handle_event(Event.NEXT)
    show_windows.marking.set_pointer((0.4, 0.4))
    assert colour_at(drawn_on, 5, 5) == page_colour(1)


def test_the_magnifier_enlarges(show_windows: ShowWindows, drawn_on: AudienceWindow) -> None:
    draw(drawn_on, (400, 200), (400, 220))
    show_windows.running.handle_event(Event.MAGNIFIER)
    show_windows.marking.set_pointer((0.5, 200 / 450))
    assert colour_at(drawn_on, 400, 235) == RED  # the stroke's end, twice as far from the middle
    assert show_windows.running.state.tool is Tool.MAGNIFIER


def test_ink_is_kept_with_the_report(settings: Settings, keyed: Deck, tmp_path: Path, qtbot: QtBot) -> None:
    memory = Memory(QSettings(str(tmp_path / "memory.ini"), QSettings.Format.IniFormat))
    for strokes in (0, 1):
        show_windows = ShowWindows(Report("报告"), settings, ReportStore(memory, Path("甲.md")))
        qtbot.addWidget(show_windows.audience)
        show_windows.running.set_deck(keyed)
        show_windows.start()
        assert len(show_windows.marking.ink.strokes("页1")) == strokes
        show_windows.running.handle_event(Event.PEN)
        draw(show_windows.audience, (100, 400), (300, 400))
        show_windows.close()
    other = ShowWindows(Report("报告"), settings, ReportStore(memory, Path("乙.md")))
    qtbot.addWidget(other.audience)
    assert other.marking.ink.pages == ()
    other.close()


def test_two_windows_keep_what_was_drawn_in_either(qtbot: QtBot, tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    path = tmp_path / "report.md"
    shows = [ShowWindows(Report("报告"), Settings(store), ReportStore(Memory(store), path)) for _ in range(3)]
    stroke = Stroke(Tool.PEN, "#E5322D", 0.006, ((0.1, 0.1), (0.9, 0.1)))
    for show_windows, page in zip(shows, ("一", "二"), strict=False):
        show_windows.marking._set(show_windows.marking.ink.drawn(page, stroke))
        show_windows.marking.flush()
    for show_windows in shows:  # the third has drawn nothing
        show_windows.close()
        qtbot.addWidget(show_windows.audience)
    kept = Ink.from_json(ReportStore(Memory(store), path).read("ink"))
    assert set(kept.pages) == {"一", "二"}


def test_what_could_not_be_kept_is_kept_with_what_is_drawn_next(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    kept = ReportStore(Memory(store), tmp_path / "report.md")
    show_windows = ShowWindows(Report("报告"), Settings(store), kept)
    qtbot.addWidget(show_windows.audience)
    stroke = Stroke(Tool.PEN, "#E5322D", 0.006, ((0.1, 0.1), (0.9, 0.1)))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("gaohang_viewer.storage.state_files.write_whole", full)
        show_windows.marking._set(show_windows.marking.ink.drawn("一", stroke))
        show_windows.marking.flush()
    show_windows.marking._set(show_windows.marking.ink.drawn("二", stroke))
    show_windows.close()
    assert set(Ink.from_json(kept.read("ink")).pages) == {"一", "二"}


def test_the_pen_begins_with_a_colour_that_is_seen(
    drawn_on: AudienceWindow, show_windows: ShowWindows, keyed: Deck
) -> None:
    assert drawn_on.isVisible()
    marking = show_windows.marking
    assert marking.colour == "#E5322D"
    marking.running.set_deck(keyed._replace(ground=("#A8201F", "#5C080C")))
    assert marking.colour == "#FFD23F"
    marking.running.command_requested.emit(Command.COLOUR)
    assert marking.colour == "#2F7BF6"
