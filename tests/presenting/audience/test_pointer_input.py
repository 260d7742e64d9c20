"""What mouse, stylus and finger do with a tool in hand: events as Qt sends them to a widget."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.audience.pointer_input import PointerInput
from gaohang_viewer.presenting.show.ink import Stroke, Tool

PAGE = QRectF(50, 25, 800, 450)
TABLET = (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease)
_Type = QEvent.Type
_LEFT, _RIGHT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton


class Pad(QWidget):
    """Shows a page; keeps what its pointing says, and the events that were left to others."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(900, 500)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_TabletTracking)
        self.told: list[tuple[object, ...]] = []
        self.left: list[QEvent.Type] = []
        self.pointing = PointerInput(self)
        self.pointing.set_page_rect(PAGE)
        self.pointing.moved.connect(self.on_moved)
        self.pointing.stroke_growing.connect(
            lambda stroke: self.told.append(("growing", stroke) if stroke else ("dropped",))
        )
        self.pointing.stroke_done.connect(lambda stroke: self.told.append(("done", stroke)))
        self.pointing.erase.connect(lambda x, y: self.told.append(("erase", round(x, 3), round(y, 3))))

    def event(self, event: QEvent) -> bool:
        if hasattr(self, "pointing"):
            if self.pointing.handle(event):
                return True
            self.left.append(event.type())
        return super().event(event)

    def on_moved(self, at: tuple[float, float] | None) -> None:
        self.told.append(("moved", round(at[0], 3), round(at[1], 3)) if at else ("gone",))

    def all(self, kind: str) -> list[tuple[object, ...]]:
        return [told[1:] for told in self.told if told[0] == kind]

    def strokes(self) -> list[list[tuple[float, ...]]]:
        """The points of the strokes that are done."""
        done = [stroke for (stroke,) in self.all("done")]
        assert all(isinstance(stroke, Stroke) for stroke in done)
        return [[tuple(round(part, 3) for part in point) for point in stroke.points] for stroke in done]  # type: ignore[attr-defined]


@pytest.fixture
def pad(qtbot: QtBot) -> Pad:
    pad = Pad()
    qtbot.addWidget(pad)
    pad.show()
    qtbot.waitExposed(pad)
    pad.told.clear()
    pad.left.clear()
    return pad


def spot(x: float, y: float) -> QPointF:
    """A place of the page, in the widget."""
    return QPointF(PAGE.x() + x * PAGE.width(), PAGE.y() + y * PAGE.height())


def mouse(pad: Pad, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton = _LEFT) -> None:
    down = kind != _Type.MouseButtonRelease and button != _NONE
    moves = kind == _Type.MouseMove
    event = QMouseEvent(
        kind,
        at,
        pad.mapToGlobal(at),
        _NONE if moves else button,
        button if down else _NONE,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(pad, event)


def hover(pad: Pad, x: float, y: float) -> None:
    mouse(pad, _Type.MouseMove, spot(x, y), _NONE)


def drag(pad: Pad, *places: tuple[float, float]) -> None:
    mouse(pad, _Type.MouseButtonPress, spot(*places[0]))
    for place in places[1:]:
        mouse(pad, _Type.MouseMove, spot(*place))
    mouse(pad, _Type.MouseButtonRelease, spot(*places[-1]))


def stylus(
    pad: Pad,
    kind: QEvent.Type,
    x: float,
    y: float,
    pressure: float,
    *,
    eraser: bool = False,
    has_pressure: bool = True,
) -> None:
    capabilities = QInputDevice.Capability.Position
    if has_pressure:
        capabilities |= QInputDevice.Capability.Pressure
    end = QPointingDevice.PointerType.Eraser if eraser else QPointingDevice.PointerType.Pen
    device = QPointingDevice("stylus", 7, QInputDevice.DeviceType.Stylus, end, capabilities, 1, 3)
    at = spot(x, y)
    button = _NONE if kind == _Type.TabletMove else _LEFT
    buttons = _NONE if kind == _Type.TabletRelease or not pressure else _LEFT
    no = Qt.KeyboardModifier.NoModifier
    event = QTabletEvent(kind, device, at, pad.mapToGlobal(at), pressure, 0, 0, 0, 0, 0, no, button, buttons)
    QApplication.sendEvent(pad, event)


@pytest.fixture(scope="session")
def touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def touch(pad: Pad, screen: QPointingDevice, what: str, x: float, y: float) -> None:
    sequence = QTest.touchEvent(pad, screen)
    getattr(sequence, what)(0, spot(x, y).toPoint(), pad)
    sequence.commit()


def test_without_a_tool_all_is_left_to_the_show(pad: Pad, touch_screen: QPointingDevice) -> None:
    hover(pad, 0.5, 0.5)
    drag(pad, (0.2, 0.2), (0.4, 0.4))
    stylus(pad, TABLET[0], 0.5, 0.5, 0.5)
    touch(pad, touch_screen, "press", 0.5, 0.5)
    assert pad.told == []
    assert {
        _Type.MouseMove,
        _Type.MouseButtonPress,
        _Type.MouseButtonRelease,
        TABLET[0],
        _Type.TouchBegin,
    } <= {*pad.left}


@pytest.mark.parametrize("tool", [Tool.LASER, Tool.SPOTLIGHT, Tool.MAGNIFIER])
def test_a_pointing_tool_follows_the_mouse_and_leaves_its_buttons_to_the_show(
    pad: Pad, tool: Tool, qtbot: QtBot
) -> None:
    pad.pointing.set_tool(tool)
    hover(pad, 0.25, 0.75)
    assert pad.told == [("moved", 0.25, 0.75)]
    assert pad.pointing.at == (0.25, 0.75)
    assert _Type.MouseMove not in pad.left
    mouse(pad, _Type.MouseButtonPress, spot(0.25, 0.75))
    mouse(pad, _Type.MouseButtonRelease, spot(0.25, 0.75))
    assert pad.left.count(_Type.MouseButtonPress) == pad.left.count(_Type.MouseButtonRelease) == 1
    assert pad.all("growing") == pad.all("done") == []
    mouse(pad, _Type.MouseMove, QPointF(2, 2), _NONE)
    qtbot.waitUntil(lambda: pad.told[-1] == ("gone",))
    assert pad.pointing.at is None


def test_a_pointer_that_leaves_the_window_is_gone(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.LASER)
    hover(pad, 0.5, 0.5)
    QApplication.sendEvent(pad, QEvent(_Type.Leave))
    assert pad.told[-1] == ("gone",)
    assert _Type.Leave in pad.left


def test_a_drag_draws_in_page_coordinates(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.PEN, "#2F7BF6", 0.01)
    drag(pad, (0.1, 0.1), (0.5, 0.2), (0.9, 0.9))
    assert pad.strokes() == [[(0.1, 0.1), (0.5, 0.2), (0.9, 0.9)]]
    (stroke,) = pad.all("done")[0]
    assert isinstance(stroke, Stroke)
    assert stroke[:3] == (Tool.PEN, "#2F7BF6", 0.01)
    assert not {_Type.MouseButtonPress, _Type.MouseMove, _Type.MouseButtonRelease} & {*pad.left}


def test_a_click_is_a_dot_and_a_double_click_two(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.PEN)
    for kind in (_Type.MouseButtonPress, _Type.MouseButtonDblClick):
        mouse(pad, kind, spot(0.3, 0.3))
        mouse(pad, _Type.MouseButtonRelease, spot(0.3, 0.3))
    assert pad.strokes() == [[(0.3, 0.3)], [(0.3, 0.3)]]


def test_a_stroke_stays_on_the_page_and_does_not_begin_beside_it(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.HIGHLIGHTER)
    drag(pad, (0.9, 0.5), (1.04, 0.6))
    drag(pad, (-0.03, 0.5), (0.5, 0.5))
    assert pad.strokes() == [[(0.9, 0.5), (1.0, 0.6)]]
    assert _Type.MouseButtonPress not in pad.left


def test_the_right_button_is_left_to_the_show_but_not_in_the_middle_of_a_stroke(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.PEN)
    mouse(pad, _Type.MouseButtonPress, spot(0.5, 0.5), _RIGHT)
    assert pad.left.count(_Type.MouseButtonPress) == 1
    mouse(pad, _Type.MouseButtonPress, spot(0.5, 0.5))
    mouse(pad, _Type.MouseButtonPress, spot(0.5, 0.5), _RIGHT)
    assert pad.left.count(_Type.MouseButtonPress) == 1


def test_many_moves_are_told_at_once_and_all_are_drawn(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.PEN)
    pad.pointing._frame.setInterval(60_000)  # no frame ends meanwhile
    drag(pad, *((0.1 + step / 1000, 0.5) for step in range(800)))
    assert len(pad.all("growing")) == len(pad.all("moved")) == 1
    (points,) = pad.strokes()
    assert len(points) > 700


def test_what_came_within_a_frame_is_told_at_its_end(pad: Pad, qtbot: QtBot) -> None:
    pad.pointing.set_tool(Tool.LASER)
    hover(pad, 0.1, 0.1)
    for step in range(2, 10):
        hover(pad, step / 10, 0.1)
    qtbot.waitUntil(lambda: pad.told[-1] == ("moved", 0.9, 0.1))


def test_points_that_tell_nothing_new_are_left_out(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.PEN)
    drag(pad, (0.5, 0.5), *((0.5 + step / 1e6, 0.5) for step in range(100)))
    assert pad.strokes() == [[(0.5, 0.5)]]


def test_a_stroke_whose_release_was_lost_ends_with_the_next_move(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.PEN)
    mouse(pad, _Type.MouseButtonPress, spot(0.5, 0.5))
    mouse(pad, _Type.MouseMove, spot(0.6, 0.5))
    hover(pad, 0.9, 0.9)
    assert pad.strokes() == [[(0.5, 0.5), (0.6, 0.5)]]


def test_another_tool_or_page_ends_a_stroke_under_way(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.PEN, "#E5322D")
    mouse(pad, _Type.MouseButtonPress, spot(0.5, 0.5))
    pad.pointing.set_tool(Tool.HIGHLIGHTER, "#FFD23F")
    mouse(pad, _Type.MouseMove, spot(0.9, 0.5))
    assert [stroke.tool for (stroke,) in pad.all("done")] == [Tool.PEN]  # type: ignore[attr-defined]
    assert pad.pointing._points == []


def test_the_eraser_leaves_no_gap_however_fast_it_goes(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.ERASER)
    drag(pad, (0.1, 0.5), (0.9, 0.5))
    places = [float(str(x)) for x, _ in pad.all("erase")]
    assert places[0] == 0.1
    assert max(places) == 0.9
    assert max(b - a for a, b in pairwise(places)) < 0.02
    assert pad.all("growing") == pad.all("done") == []


def test_a_stylus_draws_with_its_pressure(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.PEN)
    stylus(pad, TABLET[0], 0.1, 0.1, 0.25)
    stylus(pad, TABLET[1], 0.5, 0.5, 0.75)
    stylus(pad, TABLET[2], 0.6, 0.6, 0.0)
    assert pad.strokes() == [[(0.1, 0.1, 0.25), (0.5, 0.5, 0.75), (0.6, 0.6, 0.75)]]
    assert not {*TABLET} & {*pad.left}


def test_a_stylus_that_knows_no_pressure_draws_evenly(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.PEN)
    stylus(pad, TABLET[0], 0.1, 0.1, 1, has_pressure=False)
    stylus(pad, TABLET[2], 0.6, 0.6, 0, has_pressure=False)
    assert pad.strokes() == [[(0.1, 0.1), (0.6, 0.6)]]


def test_the_other_end_of_a_stylus_erases_with_every_tool(pad: Pad) -> None:
    for tool in (Tool.PEN, Tool.LASER):
        pad.told.clear()
        pad.pointing.set_tool(tool)
        stylus(pad, TABLET[0], 0.5, 0.5, 0.5, eraser=True)
        stylus(pad, TABLET[2], 0.5, 0.5, 0.0, eraser=True)
        assert pad.all("erase")[0] == (0.5, 0.5)
        assert pad.all("done") == []
    stylus(pad, TABLET[0], 0.5, 0.5, 0.5)
    assert pad.pointing._erasing is False


def test_a_stylus_that_hovers_points_without_drawing(pad: Pad) -> None:
    pad.pointing.set_tool(Tool.PEN)
    stylus(pad, TABLET[1], 0.5, 0.5, 0.0)
    assert pad.told == [("moved", 0.5, 0.5)]


def test_a_finger_draws_with_a_tool(pad: Pad, touch_screen: QPointingDevice) -> None:
    pad.pointing.set_tool(Tool.PEN)
    touch(pad, touch_screen, "press", 0.25, 0.2)
    touch(pad, touch_screen, "move", 0.5, 0.4)
    touch(pad, touch_screen, "release", 0.75, 0.4)
    assert pad.strokes() == [[(0.25, 0.2), (0.5, 0.4), (0.75, 0.4)]]
    assert pad.told[-1] == ("gone",)  # a finger lifted points nowhere
    assert not {_Type.TouchBegin, _Type.MouseButtonPress} & {*pad.left}


def test_the_stylus_counts_and_not_the_palm(pad: Pad, touch_screen: QPointingDevice) -> None:
    pad.pointing.set_tool(Tool.PEN)
    touch(pad, touch_screen, "press", 0.75, 0.8)
    stylus(pad, TABLET[0], 0.5, 0.5, 0.5)
    assert pad.all("dropped") == [()]
    touch(pad, touch_screen, "move", 0.7, 0.8)
    stylus(pad, TABLET[2], 0.6, 0.5, 0.0)
    touch(pad, touch_screen, "release", 0.7, 0.8)
    assert pad.strokes() == [[(0.5, 0.5, 0.5), (0.6, 0.5, 0.5)]]


ON_SCREENS = """
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.presenting.audience.test_pointer_input import Pad
from gaohang_viewer.presenting.show.ink import Tool

app = QApplication([])
touch_screen = QTest.createTouchDevice()
for screen in QGuiApplication.screens():
    pad = Pad()
    pad.setScreen(screen)
    pad.setGeometry(screen.geometry())
    pad.showFullScreen()
    QTest.qWaitForWindowExposed(pad)
    page = QRectF(0, 0, pad.width(), pad.width() * 9 / 16)
    pad.pointing.set_page_rect(page)
    pad.pointing.set_tool(Tool.PEN)
    spots = [QPoint(round(page.width() * x), round(page.height() * y)) for x, y in ((.25, .25), (.5, .5), (.75, .25))]
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(pad, left, pos=spots[0])
    QTest.mouseMove(pad, spots[1])
    QTest.mouseRelease(pad, left, pos=spots[2])
    QTest.touchEvent(pad, touch_screen).press(0, spots[0], pad).commit()
    QTest.touchEvent(pad, touch_screen).move(0, spots[1], pad).commit()
    QTest.touchEvent(pad, touch_screen).release(0, spots[2], pad).commit()
    print(screen.name(), pad.devicePixelRatio(), [[tuple(round(p, 2) for p in point) for point in stroke] for stroke in pad.strokes()])
"""


def test_strokes_lie_alike_on_screens_of_all_scalings(tmp_path: Path) -> None:
    sizes = {"laptop": (1280, 800, 1.0), "projector": (1920, 1080, 1.5), "wall": (3840, 2160, 3.0)}
    screens = [
        {
            "name": name,
            "x": 5000 * place,
            "y": 0,
            "width": width,
            "height": height,
            "logicalDpi": 96,
            "dpr": 1,
        }
        for place, (name, (width, height, _)) in enumerate(sizes.items())
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", ON_SCREENS],
        env=os.environ
        | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}",
            # The offscreen platform's windows do not take the ratio of its screens; they take this one.
            "QT_SCREEN_SCALE_FACTORS": ";".join(f"{name}={ratio}" for name, (*_, ratio) in sizes.items()),
            "PYTHONPATH": str(Path(__file__).parents[3]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    stroke = [(0.25, 0.25), (0.5, 0.5), (0.75, 0.25)]
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        f"{name} {ratio} {[stroke, stroke]}" for name, (*_, ratio) in sizes.items()
    ]
    assert done.returncode == 0
