"""The real program on a screen of its own."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from configparser import RawConfigParser
from pathlib import Path

from tests.tools.screen import Screen

HIT_NOW = (0xF2, 0xB7, 0x05)  # the present hit of a search, in the light theme
HIT = (0xFB, 0xE7, 0xA8)
BLACK, WHITE = (0, 0, 0), (255, 255, 255)


def wait_for(path: Path) -> None:
    """Until a file is there; it is put there whole."""
    end = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < end, f"{path} was not written"
        time.sleep(0.05)


class Program:
    """The program on a screen of its own."""

    def __init__(self, screen: Screen, *arguments: str) -> None:
        self.screen = screen
        self.process = screen.start(sys.executable, "-m", "gaohang_viewer", *arguments)

    def ready(self) -> None:
        self.screen.wait_title("Gaohang Viewer")
        self.screen.wait_quiet()

    def wait_pixels(self, colour: tuple[int, int, int], enough: Callable[[int], bool]) -> int:
        """Waits until enough pixels of the screen have a colour, and the picture keeps still; how many they are."""
        picture = self.screen.wait_still(lambda picture: enough(picture.colours()[colour]))
        return picture.colours()[colour]

    def quit(self) -> RawConfigParser:
        """Leaves by the keyboard; what the program remembered."""
        self.screen.key("ctrl+q")
        assert self.process.wait(60) == 0
        (file,) = Path(self.screen.env["HOME"]).rglob("gaohang-viewer.ini")
        remembered = RawConfigParser()
        remembered.read(file, "utf-8")
        return remembered

    def place(self) -> int:
        """The section at which the report was left."""
        text = self.quit()["state"]["places"].strip('"').replace('\\"', '"')
        return int(json.loads(text)[0][1])
