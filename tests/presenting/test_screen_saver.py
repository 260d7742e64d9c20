"""The screen saver is held off while a show runs, and comes back even when the program is killed."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gaohang_viewer.presenting.screen_saver import ScreenSaverInhibitor
from tests.tools.screen import bus_configuration

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the desktops of Linux are asked over D-Bus")
SAVER = Path(__file__).parents[1] / "tools" / "screen_saver.py"
HOLDER = """
import sys
from gaohang_viewer.presenting.screen_saver import ScreenSaverInhibitor
awake = ScreenSaverInhibitor()
for line in sys.stdin:
    awake.inhibit("放映") if line == "hold\\n" else awake.release()
"""
Process = subprocess.Popen[str]


@contextmanager
def running(*command: str) -> Iterator[Process]:
    """A program that is written to and read line by line, and killed in the end."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: Process) -> str:
    """The next line; empty if there is none for long."""
    assert process.stdout
    timer = threading.Timer(20, process.kill)
    timer.start()
    try:
        return process.stdout.readline().strip()
    finally:
        timer.cancel()


def tell(process: Process, word: str) -> None:
    assert process.stdin
    process.stdin.write(word + "\n")
    process.stdin.flush()


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A message bus of this test."""
    file = tmp_path / "bus.xml"
    file.write_text(bus_configuration(tmp_path))
    with running("dbus-daemon", f"--config-file={file}", "--nofork", "--print-address") as daemon:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", heard(daemon))
        yield


@pytest.fixture
def saver(bus: None) -> Iterator[Process]:
    with running(sys.executable, str(SAVER)) as process:
        assert heard(process) == "ready"
        yield process


@pytest.fixture
def holder(saver: Process) -> Iterator[Process]:
    with running(sys.executable, "-c", HOLDER) as process:
        yield process


def test_it_is_held_once_and_released_as_often_as_asked(saver: Process, holder: Process) -> None:
    seen = []
    for _ in range(2):
        tell(holder, "hold")
        tell(holder, "hold")
        seen.append(heard(saver))
        tell(holder, "release")
        tell(holder, "release")
        seen.append(heard(saver))
    words = [line.split() for line in seen]
    assert [line[0] for line in words] == ["held", "gone", "held", "gone"]
    assert words[0][2:] == ["Gaohang", "Viewer", "放映"]
    assert words[0][1] == words[1][1] != words[2][1] == words[3][1]


def test_a_killed_program_holds_nothing(saver: Process, holder: Process) -> None:
    tell(holder, "hold")
    held = heard(saver).split()
    holder.kill()
    assert heard(saver).split() == ["gone", held[1]]


def test_a_bus_without_a_screen_saver_is_no_trouble(bus: None) -> None:
    awake = ScreenSaverInhibitor()
    awake.inhibit("放映")
    awake.release()
    assert not awake.is_inhibiting


@pytest.mark.parametrize("address", ["disabled:", "unix:path=/nowhere/at/all"])
def test_no_bus_is_no_trouble(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    awake = ScreenSaverInhibitor()
    awake.inhibit("放映")
    assert awake.is_inhibiting
    awake.release()


def test_it_costs_nothing_before_it_is_used() -> None:
    code = "import sys, gaohang_viewer.presenting.screen_saver; sys.exit(any('PySide6' in name for name in sys.modules))"
    subprocess.run([sys.executable, "-c", code], check=True)
