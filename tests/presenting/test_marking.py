"""Pointing and drawing in the windows of a show, and what is kept of it."""

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
def drawn_on(stage: ShowWindows, keyed: Deck, qtbot: QtBot) -> AudienceWindow:
    """A show on its first page, the pen in hand."""
    stage.running.set_deck(keyed)
    stage.start()
    qtbot.waitUntil(lambda: shown_page(stage.audience) == 1)
    stage.audience.showNormal()  # a window in full screen keeps no other size
    stage.audience.resize(800, 450)
    qtbot.waitUntil(lambda: stage.audience.size().toTuple() == (800, 450))
    stage.running.take(Event.PEN)
    return stage.audience


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


def test_a_stroke_stays_on_its_page_and_does_not_step(stage: ShowWindows, drawn_on: AudienceWindow) -> None:
    draw(drawn_on, (100, 100), (200, 100), (300, 100))
    assert stage.running.state.page == 1
    assert colour_at(drawn_on, 200, 100) == RED
    stage.running.take(Event.NEXT)
    assert stage.marking.ink.pages == ("页1",)
    stage.running.take(Go(1))
    assert colour_at(drawn_on, 200, 100) == RED


def test_strokes_are_undone_wiped_and_erased(stage: ShowWindows, drawn_on: AudienceWindow) -> None:
    draw(drawn_on, (100, 100), (300, 100))
    draw(drawn_on, (100, 300), (300, 300))
    stage.running.take(Command.UNDO)
    assert [colour_at(drawn_on, 200, y) == RED for y in (100, 300)] == [True, False]
    stage.running.take(Command.REDO)
    stage.running.take(Event.ERASER)
    draw(drawn_on, (200, 60), (200, 140))
    assert [colour_at(drawn_on, 200, y) == RED for y in (100, 300)] == [False, True]
    stage.running.take(Command.CLEAR)
    assert colour_at(drawn_on, 200, 300) == page_colour(1)


def test_another_colour_is_drawn_with_next(stage: ShowWindows, drawn_on: AudienceWindow) -> None:
    stage.running.take(Command.COLOUR)
    draw(drawn_on, (100, 100), (300, 100))
    assert colour_at(drawn_on, 200, 100) == QColor("#FFD23F")


def test_ink_stays_put_whatever_the_size(stage: ShowWindows, drawn_on: AudienceWindow, qtbot: QtBot) -> None:
    draw(drawn_on, (400, 225), (600, 225))
    drawn_on.resize(1600, 900)
    qtbot.waitUntil(lambda: drawn_on._picture is not None and drawn_on._picture.width() == 1600)
    assert colour_at(drawn_on, 1000, 450) == RED
    assert colour_at(drawn_on, 500, 225) == page_colour(1)


def test_the_laser_is_seen_where_the_mouse_is_and_a_click_still_steps(
    stage: ShowWindows, drawn_on: AudienceWindow, qtbot: QtBot
) -> None:
    stage.running.take(Event.LASER)
    QTest.mouseMove(drawn_on, QPoint(200, 100))
    QTest.mouseMove(drawn_on, QPoint(210, 110))
    qtbot.waitUntil(lambda: colour_at(drawn_on, 210, 110) != page_colour(1))
    assert colour_at(drawn_on, 500, 300) == page_colour(1)
    QTest.mouseClick(drawn_on, LEFT, pos=QPoint(210, 110))
    assert stage.running.state.page == 2
    stage.running.take(Event.ESCAPE)
    assert stage.marking.pointer is None


def test_what_the_speaker_points_at_in_private_is_not_shown(
    stage: ShowWindows, drawn_on: AudienceWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("console", "always")
    assert stage.console is not None
    page = stage.console.findChild(ShowCanvas)
    assert page is not None
    stage.running.take(Event.SPOTLIGHT)
    stage.marking.point((0.5, 0.5))
    qtbot.waitUntil(lambda: colour_at(drawn_on, 5, 5) != page_colour(1))
    stage.running.take(Event.FREEZE)
    stage.running.take(Event.NEXT)
    stage.marking.point((0.4, 0.4))
    assert colour_at(drawn_on, 5, 5) == page_colour(1)


def test_the_magnifier_enlarges(stage: ShowWindows, drawn_on: AudienceWindow) -> None:
    draw(drawn_on, (400, 200), (400, 220))
    stage.running.take(Event.MAGNIFIER)
    stage.marking.point((0.5, 200 / 450))
    assert colour_at(drawn_on, 400, 235) == RED  # the stroke's end, twice as far from the middle
    assert stage.running.state.tool is Tool.MAGNIFIER


def test_ink_is_kept_with_the_report(settings: Settings, keyed: Deck, tmp_path: Path, qtbot: QtBot) -> None:
    memory = Memory(QSettings(str(tmp_path / "memory.ini"), QSettings.Format.IniFormat))
    for strokes in (0, 1):
        stage = ShowWindows(Report("报告"), settings, ReportStore(memory, Path("甲.md")))
        qtbot.addWidget(stage.audience)
        stage.running.set_deck(keyed)
        stage.start()
        assert len(stage.marking.ink.strokes("页1")) == strokes
        stage.running.take(Event.PEN)
        draw(stage.audience, (100, 400), (300, 400))
        stage.close()
    other = ShowWindows(Report("报告"), settings, ReportStore(memory, Path("乙.md")))
    qtbot.addWidget(other.audience)
    assert other.marking.ink.pages == ()
    other.close()


def test_two_windows_keep_what_was_drawn_in_either(qtbot: QtBot, tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    path = tmp_path / "report.md"
    shows = [ShowWindows(Report("报告"), Settings(store), ReportStore(Memory(store), path)) for _ in range(3)]
    stroke = Stroke(Tool.PEN, "#E5322D", 0.006, ((0.1, 0.1), (0.9, 0.1)))
    for stage, page in zip(shows, ("一", "二"), strict=False):
        stage.marking._set(stage.marking.ink.drawn(page, stroke))
        stage.marking.keep()
    for stage in shows:  # the third has drawn nothing
        stage.close()
        qtbot.addWidget(stage.audience)
    kept = Ink.from_json(ReportStore(Memory(store), path).read("ink"))
    assert set(kept.pages) == {"一", "二"}


def test_what_could_not_be_kept_is_kept_with_what_is_drawn_next(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    kept = ReportStore(Memory(store), tmp_path / "report.md")
    stage = ShowWindows(Report("报告"), Settings(store), kept)
    qtbot.addWidget(stage.audience)
    stroke = Stroke(Tool.PEN, "#E5322D", 0.006, ((0.1, 0.1), (0.9, 0.1)))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("gaohang_viewer.storage.state_files.write_kept", full)
        stage.marking._set(stage.marking.ink.drawn("一", stroke))
        stage.marking.keep()
    stage.marking._set(stage.marking.ink.drawn("二", stroke))
    stage.close()
    assert set(Ink.from_json(kept.read("ink")).pages) == {"一", "二"}
