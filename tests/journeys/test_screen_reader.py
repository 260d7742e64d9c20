"""What a screen reader is told over AT-SPI, the way of Orca."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from gaohang_viewer.loading import open_report
from gaohang_viewer.resources import BUILT_IN_REPORT
from tests.journeys.program import Program
from tests.tools import screen as screens
from tests.tools.screen import Screen

LAUNCHER, PYTHON = Path("/usr/libexec/at-spi-bus-launcher"), "/usr/bin/python3"


def why_not() -> str | None:
    """Why nothing can be asked here, or None when it can."""
    if reason := screens.available():
        return reason
    if not LAUNCHER.exists():
        return "at-spi2-core not installed"
    asked = subprocess.run([PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return "python3-pyatspi not installed" if asked.returncode else None


pytestmark = pytest.mark.skipif((reason := why_not()) is not None, reason=str(reason))


def test_the_whole_report_is_told_and_the_caret_goes_where_it_is_put(screen: Screen) -> None:
    screen.start(str(LAUNCHER), "--launch-immediately")
    screen.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    program = Program(screen)
    program.ready()
    sections = open_report(BUILT_IN_REPORT).sections
    last = sections[-1]
    command = [PYTHON, str(Path(__file__).with_name("screen_reader.py")), last.mark + last.title]
    told = json.loads(subprocess.run(command, env=screen.env, stdout=subprocess.PIPE, check=True).stdout)
    assert told["name"] == "Text"
    assert told["is read-only"]
    assert all(section.title in told["text"] for section in sections)
    assert told["caret"] == told["place"]
    assert told["line"].strip() == last.mark + last.title
    assert told["levels"] == [last.level]
    assert {"heading", "paragraph", "list item"} <= set(told["roles"])
    assert 0 < told["extents"][0] < screen.frame.width
    assert 0 < told["extents"][1] < screen.frame.height
    screen.wait_quiet()
    assert program.place() == len(sections) - 1
